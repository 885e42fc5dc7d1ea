import { answerTask } from '../files/reading/answerTask';
import type { ReadingTask } from '../files/reading';

/** Reads files in a thread of its own, so that no file holds up the page. */
addEventListener('message', ({ data }: MessageEvent<ReadingTask>) => {
  void answerTask(data).then(
    (answer) => postMessage(answer),
    // A promise that is rejected in a worker reaches nobody; thrown from here it reaches the page.
    (error) => setTimeout(() => {
      throw error;
    }),
  );
});
