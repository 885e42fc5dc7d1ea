import { answerBatch } from './answerBatch';
import type { BatchTask } from './model';

/** Reads and audits files one after the other, in a thread of its own. */
addEventListener('message', ({ data }: MessageEvent<BatchTask>) => {
  void answerBatch(data).then(
    (answer) => {
      if ('report' in answer) postMessage(answer, { transfer: [answer.report.buffer] });
      else postMessage(answer);
    },
    // A promise that is rejected in a worker reaches nobody; thrown from here it reaches the page.
    (error) => setTimeout(() => {
      throw error;
    }),
  );
});
