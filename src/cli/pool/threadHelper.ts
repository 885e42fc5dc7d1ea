import type { Worker } from 'node:worker_threads';
import type { Helper } from './shareOut';

/** What a worker of the pool says first. */
export const READY = 'ready';

/** A worker thread as a helper. */
export function threadHelper<T, R>(worker: Worker): Helper<T, R> {
  return {
    post: (task) => worker.postMessage(task),
    listen({ ready, answer, end }) {
      worker.on('message', (message: R | typeof READY) => (message === READY ? ready() : answer(message)));
      worker.on('error', end);
      worker.on('exit', () => end(null));
    },
    close: () => worker.terminate(),
  };
}
