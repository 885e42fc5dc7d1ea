import { answerTask } from '../files/reading/answerTask';
import type { ReadingTask } from '../files/reading';

/** Reads a 公开说明 in a thread of its own, so that no document holds up the pane. */
addEventListener('message', ({ data }: MessageEvent<ReadingTask>) => {
  // The library for PDFs talks over the same line.
  if (data.kind !== 'prose') return;
  void answerTask(data).then(
    (answer) => postMessage(answer),
    // A promise that is rejected in a worker reaches nobody; thrown from here it reaches the pane.
    (error) => setTimeout(() => {
      throw error;
    }),
  );
});
