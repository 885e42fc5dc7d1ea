import type { WorkbookSnapshot } from '../../audit/workbook';
import { FileError } from '../errors';
import type { ReadingAnswer, ReadingTask, ReadingThread } from './model';

export interface ThreadReader {
  /** Throws `FileError`; `timeout` and `memory` where the thread had to be ended. */
  read(bytes: Uint8Array, name: string): Promise<WorkbookSnapshot>;
  /** The paragraphs of a text; null where the file is none. */
  readProse(bytes: Uint8Array, name: string): Promise<readonly string[] | null>;
  close(): Promise<void>;
}

export interface ThreadReaderOptions {
  readonly timeLimitSeconds: number;
  /** The thread goes with the file it refuses, and all its memory; the next file waits for a new one. */
  readonly endsWithRefusal: boolean;
}

/**
 * Reads files in a thread of its own, one at a time: a hostile file may take the thread, never its owner. A thread that
 * takes too long or fails is ended, and the next file gets a new one.
 */
export function createThreadReader(start: () => ReadingThread, { timeLimitSeconds, endsWithRefusal }: ThreadReaderOptions): ThreadReader {
  let thread: ReadingThread | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const end = async (): Promise<void> => {
    const ended = thread;
    thread = null;
    await ended?.end();
  };
  const readNext = async (task: ReadingTask): Promise<Readable> => {
    thread ??= start();
    try {
      return await ask(thread, task, timeLimitSeconds);
    } catch (error) {
      if (endsWithRefusal || !(error instanceof FileError) || error.code === 'timeout' || error.code === 'memory') await end();
      throw error;
    }
  };
  const enqueue = (task: ReadingTask): Promise<Readable> => {
    const reading = last.then(() => readNext(task));
    // Not its answer: what was read last would be kept until the next file.
    last = reading.then(() => undefined, () => undefined);
    return reading;
  };
  return {
    async read(bytes, name) {
      const answer = await enqueue({ kind: 'workbook', bytes, name });
      if ('snapshot' in answer) return answer.snapshot;
      throw new TypeError('a workbook was asked for');
    },
    async readProse(bytes, name) {
      const answer = await enqueue({ kind: 'prose', bytes, name });
      if ('paragraphs' in answer) return answer.paragraphs;
      throw new TypeError('a text was asked for');
    },
    close: end,
  };
}

/** An answer that is no refusal. */
type Readable = Exclude<ReadingAnswer, { readonly code: unknown }>;

function ask(thread: ReadingThread, task: ReadingTask, seconds: number): Promise<Readable> {
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
        if ('code' in answer) reject(new FileError(answer.code, answer.details));
        else resolve(answer);
      },
      end: (reason, cause) => fail(reason === 'memory' ? new FileError('memory', { fileName: task.name }, { cause }) : cause),
    });
    thread.post(task);
  });
}
