import { answerTask } from './answerTask';
import type { ReadingAnswer, ReadingTask } from './model';

/** In a worker of a page: reads the tasks of `kind` that come in, and hands the answers over. */
export function answerPage(kind: ReadingTask['kind']): void {
  addEventListener('message', ({ data }: MessageEvent<ReadingTask>) => {
    // The library for PDFs talks over the same line.
    if (data.kind !== kind) return;
    void answerTask(data).then(
      (answer) => postMessage(answer, { transfer: arraysOf(answer) }),
      // A promise that is rejected in a worker reaches nobody; thrown from here it reaches the page.
      (error) => setTimeout(() => {
        throw error;
      }),
    );
  });
}

/** The arrays of a workbook change hands instead of being copied, so that the page takes no time over them. */
function arraysOf(answer: ReadingAnswer): ArrayBufferLike[] {
  if (!('snapshot' in answer)) return [];
  const arrays = answer.snapshot.sheets.flatMap((sheet) => [sheet.rowNumbers, sheet.rowStart, sheet.columns, sheet.kinds, sheet.numbers, sheet.texts, sheet.formats]);
  return [...new Set(arrays.map((array) => array.buffer))];
}
