import { createErrands } from './answerErrand';
import type { Errand } from './model';

const answer = createErrands();

/** Sets files against each other and copies them, in a thread of its own. */
addEventListener('message', ({ data }: MessageEvent<Errand>) => {
  void answer(data).then(
    (given) => postMessage(given, given.kind === 'copied' ? { transfer: [given.bytes.buffer] } : {}),
    // A promise that is rejected in a worker reaches nobody; thrown from here it reaches the page.
    (error) => setTimeout(() => {
      throw error;
    }),
  );
});
