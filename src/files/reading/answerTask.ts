import { FileError } from '../errors';
import { readWorkbook } from '../readWorkbook';
import type { ReadingAnswer, ReadingTask } from './model';

/** In the thread: one file. Anything but a `FileError` is thrown and ends the thread; its owner is told. */
export async function answerTask({ bytes, name }: ReadingTask): Promise<ReadingAnswer> {
  try {
    return { snapshot: await readWorkbook(bytes, name) };
  } catch (error) {
    if (error instanceof FileError) return { code: error.code, details: error.details };
    throw error;
  }
}
