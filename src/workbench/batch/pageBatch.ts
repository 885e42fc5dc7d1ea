import { canStartWorkers } from '../../taskpane/canStartWorkers';
import type { BatchAnswer } from './model';
import { createPool, type Batch, type BatchThread } from './pool';

/** Seconds a file may take to be read and audited; the largest genuine ones take a few. */
const LIMIT_SECONDS = 60;
/** More threads than this wait for the disk and hold memory. */
const MOST_THREADS = 8;

/** With one thread the page would wait for it on two processors, where its own work takes a tenth of one. */
const FEWEST_THREADS = 2;

/** Files audited in workers, all processors but one at work, two at least; in a page opened from disk one after the other in the page. */
export function createPageBatch(): Batch {
  if (!canStartWorkers()) return inPage;
  const size = Math.max(FEWEST_THREADS, Math.min(MOST_THREADS, navigator.hardwareConcurrency - 1));
  return createPool(startThread, size, LIMIT_SECONDS);
}

const inPage: Batch = {
  size: 1,
  async run(task, signal) {
    const { answerBatch } = await import(/* webpackChunkName: "batch" */ './answerBatch');
    // The page draws and takes keys between two files.
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal.throwIfAborted();
    return answerBatch(task);
  },
};

function startThread(): BatchThread {
  const worker = new Worker(/* webpackChunkName: "batch-thread" */ new URL('./batchWorker.ts', import.meta.url));
  return {
    post(task) {
      // Handed over, not copied: the file is read again where it is wanted.
      if (task.kind === 'audit') worker.postMessage(task, [task.bytes.buffer]);
      else worker.postMessage(task);
    },
    listen(answer, failed) {
      const onMessage = ({ data }: MessageEvent<BatchAnswer>): void => answer(data);
      const onError = (event: ErrorEvent): void => failed(new Error(event.message), /memory/i.test(event.message));
      worker.addEventListener('message', onMessage);
      worker.addEventListener('error', onError);
      return () => {
        worker.removeEventListener('message', onMessage);
        worker.removeEventListener('error', onError);
      };
    },
    end: () => worker.terminate(),
  };
}
