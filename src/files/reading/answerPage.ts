import type { WorkbookSnapshot } from '../../audit/workbook';
import { answerTask } from './answerTask';
import { snapshotSizes, type PageMessage, type ReadingAnswer, type ReadingTask } from './model';
import { partsOf } from './parts';

/** In a worker of a page: reads the tasks of `kind` that come in, and hands the answers over. */
export function answerPage(kind: ReadingTask['kind']): void {
  addEventListener('message', ({ data }: MessageEvent<ReadingTask>) => {
    // The library for PDFs talks over the same line.
    if (data.kind !== kind) return;
    void answerTask(data).then(
      (answer) => {
        for (const message of messagesOf(answer)) postMessage(message, { transfer: 'part' in message ? arraysOf(message.part) : [] });
      },
      // A promise that is rejected in a worker reaches nobody; thrown from here it reaches the page.
      (error) => setTimeout(() => {
        throw error;
      }),
    );
  });
}

/** Each message is a task of the page: a workbook of millions of characters comes in many. */
function* messagesOf(answer: ReadingAnswer): Generator<PageMessage> {
  if (!('snapshot' in answer)) {
    yield answer;
    return;
  }
  const parts = [...partsOf(answer.snapshot, snapshotSizes)];
  for (const [i, part] of parts.entries()) yield { part, isLast: i === parts.length - 1 };
}

/** The arrays of a sheet change hands instead of being copied, so that the page takes no time over them. */
function arraysOf(part: object): ArrayBufferLike[] {
  if (!('key' in part) || part.key !== 'sheets' || !('items' in part)) return [];
  const arrays = (part.items as WorkbookSnapshot['sheets']).flatMap((sheet) => [sheet.rowNumbers, sheet.rowStart, sheet.columns, sheet.kinds, sheet.numbers, sheet.texts, sheet.formats]);
  return [...new Set(arrays.map((array) => array.buffer))];
}
