import { parentPort } from 'node:worker_threads';
import { FileError, readWorkbook } from '../../files';
import type { ReadingAnswer, ReadingTask } from './messages';

/** In a worker: reads legacy workbooks, one after another. Anything but a `FileError` ends it, and its owner is told. */
export function serveReading(): void {
  const port = parentPort;
  port?.on('message', async ({ bytes, name }: ReadingTask) => {
    port.postMessage(await answerOf(bytes, name));
  });
}

async function answerOf(bytes: Uint8Array, name: string): Promise<ReadingAnswer> {
  try {
    return { snapshot: await readWorkbook(bytes, name) };
  } catch (error) {
    if (error instanceof FileError) return { code: error.code, details: error.details };
    throw error;
  }
}
