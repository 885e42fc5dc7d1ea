import { FileError } from '../errors';
import { readProse } from '../readProse';
import { readWorkbook } from '../readWorkbook';
import type { ReadingAnswer, ReadingTask } from './model';

/** In the thread: one file. Anything but a `FileError` is thrown and ends the thread; its owner is told. */
export async function answerTask({ kind, bytes, name }: ReadingTask): Promise<ReadingAnswer> {
  try {
    return kind === 'prose' ? { paragraphs: await readProse(bytes, name) } : { snapshot: await readWorkbook(bytes, name) };
  } catch (error) {
    if (error instanceof FileError) return { code: error.code, details: error.details };
    throw error;
  }
}
