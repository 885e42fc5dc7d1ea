import { FileError } from '../../files/errors';
import type { BatchAnswer, BatchTask } from './model';

/** A worker, or what stands in for one: a task, then its answer. */
export interface BatchThread {
  post(task: BatchTask): void;
  /** Answers how to stop listening. */
  listen(answer: (answer: BatchAnswer) => void, failed: (error: Error, outOfMemory: boolean) => void): () => void;
  end(): void;
}

/** Audits many files. */
export interface Batch {
  /** How many at once. */
  readonly size: number;
  /** Throws `FileError` (timeout, memory) where a file had to be given up, the reason of `signal` where it is aborted. */
  run(task: BatchTask, signal: AbortSignal): Promise<BatchAnswer>;
}

/** A pool of threads: started when they are wanted, ended where a file is refused, takes too long, fails or is cancelled. */
export function createPool(start: () => BatchThread, size: number, limitSeconds: number): Batch {
  const idle: BatchThread[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;
  const free = async (): Promise<void> => {
    if (busy >= size) await new Promise<void>((resolve) => waiting.push(resolve));
    busy++;
  };
  return {
    size,
    async run(task, signal) {
      await free();
      const thread = idle.pop() ?? start();
      try {
        const answer = await ask(thread, task, signal, limitSeconds);
        // All memory that a refused file took goes with its thread.
        if ('code' in answer) thread.end();
        else idle.push(thread);
        return answer;
      } catch (error) {
        thread.end();
        throw error;
      } finally {
        busy--;
        waiting.shift()?.();
      }
    },
  };
}

function ask(thread: BatchThread, task: BatchTask, signal: AbortSignal, limit: number): Promise<BatchAnswer> {
  const fileName = task.file.path;
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancelled);
      stop();
    };
    const fail = (error: unknown): void => {
      settle();
      reject(error);
    };
    const cancelled = (): void => fail(signal.reason);
    const timer = setTimeout(() => fail(new FileError('timeout', { fileName, limit })), limit * 1000);
    const stop = thread.listen(
      (answer) => {
        settle();
        resolve(answer);
      },
      (error, outOfMemory) => fail(outOfMemory ? new FileError('memory', { fileName }, { cause: error }) : error),
    );
    if (signal.aborted) return cancelled();
    signal.addEventListener('abort', cancelled);
    thread.post(task);
  });
}
