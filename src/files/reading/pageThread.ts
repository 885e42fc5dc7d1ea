import type { ReadingAnswer, ReadingThread } from './model';

/** A worker of a page as a thread of reading. */
export function threadOfPage(worker: Worker): ReadingThread {
  return {
    post: (task) => worker.postMessage(task),
    listen({ answer, end }) {
      // The library for PDFs greets whoever started the thread; that is no answer.
      const onMessage = ({ data }: MessageEvent<ReadingAnswer>): void => {
        if ('snapshot' in data || 'paragraphs' in data || 'code' in data) answer(data);
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
