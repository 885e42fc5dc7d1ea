import type { WorkbookSnapshot } from '../../audit/workbook';
import { FileError } from '../errors';
import type { ReadingTask, ReadingThread } from './model';

export interface ThreadReader {
  /** Throws `FileError`; `timeout` and `memory` where the thread had to be ended. */
  read(bytes: Uint8Array, name: string): Promise<WorkbookSnapshot>;
  close(): Promise<void>;
}

/**
 * Reads files in a thread of its own, one at a time: a hostile file may take the thread, never its owner. A thread that
 * takes too long or fails is ended, and the next file gets a new one.
 */
export function createThreadReader(start: () => ReadingThread, timeLimitSeconds: number): ThreadReader {
  let thread: ReadingThread | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const end = async (): Promise<void> => {
    const ended = thread;
    thread = null;
    await ended?.end();
  };
  const readNext = async (task: ReadingTask): Promise<WorkbookSnapshot> => {
    thread ??= start();
    try {
      return await ask(thread, task, timeLimitSeconds);
    } catch (error) {
      if (!(error instanceof FileError) || error.code === 'timeout' || error.code === 'memory') await end();
      throw error;
    }
  };
  return {
    read(bytes, name) {
      const reading = last.then(() => readNext({ bytes, name }));
      last = reading.catch(() => undefined);
      return reading;
    },
    close: end,
  };
}

function ask(thread: ReadingThread, task: ReadingTask, seconds: number): Promise<WorkbookSnapshot> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      clearTimeout(timer);
      stop();
    };
    const fail = (error: unknown): void => {
      settle();
      reject(error);
    };
    const timer = setTimeout(() => fail(new FileError('timeout', { fileName: task.name, limit: seconds })), seconds * 1000);
    const stop = thread.listen({
      answer(answer) {
        settle();
        if ('snapshot' in answer) resolve(answer.snapshot);
        else reject(new FileError(answer.code, answer.details));
      },
      end: (reason, cause) => fail(reason === 'memory' ? new FileError('memory', { fileName: task.name }, { cause }) : cause),
    });
    thread.post(task);
  });
}
