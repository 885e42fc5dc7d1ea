import { canStartWorkers } from '../../taskpane/canStartWorkers';
import type { Errand, ErrandAnswer } from './model';

/** A thread for one piece of work: errands are answered in turn; what was read is gone when it is closed. */
export interface Errands {
  run(errand: Errand): Promise<ErrandAnswer>;
  close(): void;
}

/** In a worker; in a page opened from disk, which may start none, in the page itself. */
export function openErrands(): Errands {
  return canStartWorkers() ? inThread() : inPage();
}

function inThread(): Errands {
  const worker = new Worker(/* webpackChunkName: "errand-thread" */ new URL('./errandWorker.ts', import.meta.url));
  let closed: (reason: unknown) => void = () => undefined;
  return {
    run: (errand) =>
      new Promise((resolve, reject) => {
        closed = reject;
        worker.onmessage = ({ data }: MessageEvent<ErrandAnswer>) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage(errand);
      }),
    close() {
      worker.terminate();
      closed(new DOMException('cancelled', 'AbortError'));
    },
  };
}

function inPage(): Errands {
  const made = import(/* webpackChunkName: "errands" */ './answerErrand').then(({ createErrands }) => createErrands());
  let isOpen = true;
  return {
    async run(errand) {
      const answer = await made;
      // The page draws and takes keys between two files.
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (!isOpen) throw new DOMException('cancelled', 'AbortError');
      return answer(errand);
    },
    close() {
      isOpen = false;
    },
  };
}
