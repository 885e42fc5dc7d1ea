import type { PageMessage, ReadingThread } from './model';
import { GatheredWorkbook } from './workbookParts';

/** A worker of a page as a thread of reading. The bytes of a file go to it; they are not copied. */
export function threadOfPage(worker: Worker): ReadingThread {
  return {
    post: (task) => worker.postMessage(task, { transfer: [task.bytes.buffer] }),
    listen({ answer, end }) {
      // The library for PDFs greets whoever started the thread; that is no answer.
      let coming = new GatheredWorkbook();
      const onMessage = ({ data }: MessageEvent<PageMessage>): void => {
        if ('part' in data) {
          coming.add(data.part);
          const snapshot = data.isLast ? coming.whole() : null;
          if (snapshot === null) return;
          coming = new GatheredWorkbook();
          answer({ snapshot });
        } else if ('paragraphs' in data || 'code' in data) answer(data);
      };
      const onError = (event: ErrorEvent): void => end(/memory/i.test(event.message) ? 'memory' : 'internal', new Error(event.message));
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
