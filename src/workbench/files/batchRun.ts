import type { Batch, BatchAnswer, BatchTask } from '../batch';

export interface BatchRunParts<T> {
  readonly batch: Batch;
  /** The next file, or null where none is left. */
  readonly next: () => T | null;
  readonly begin: (file: T) => Promise<BatchTask | null>;
  readonly done: (file: T, answer: BatchAnswer) => void;
  readonly failed: (file: T, error: unknown) => void;
  /** Given back: the run was cancelled. */
  readonly undone: (file: T) => void;
}

export interface BatchRun {
  /** Works through all files; more may come meanwhile. Resolves when none is left or the run is cancelled. */
  start(): Promise<void>;
  cancel(): void;
}

/** Keeps every thread of the pool busy: one file more than threads is read ahead. */
export function createBatchRun<T>({ batch, next, begin, done, failed, undone }: BatchRunParts<T>): BatchRun {
  let running: { promise: Promise<void>; abort: AbortController } | null = null;

  const work = async (signal: AbortSignal): Promise<void> => {
    for (let file = next(); file !== null; file = next()) {
      try {
        const task = await begin(file);
        if (task) done(file, await batch.run(task, signal));
      } catch (error) {
        if (signal.aborted) return undone(file);
        failed(file, error);
      }
      if (signal.aborted) return;
    }
  };

  return {
    start() {
      if (running && !running.abort.signal.aborted) {
        const { promise } = running;
        // What came while the last file was in work.
        return promise.then(() => (running ? undefined : this.start()));
      }
      const abort = new AbortController();
      const own = { abort, promise: Promise.all(Array.from({ length: batch.size + 1 }, () => work(abort.signal))).then(() => {
        if (running === own) running = null;
      }) };
      running = own;
      return own.promise;
    },
    cancel: () => running?.abort.abort(new DOMException('cancelled', 'AbortError')),
  };
}
