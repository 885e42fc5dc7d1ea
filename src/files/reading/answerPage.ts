import { answerTask } from './answerTask';
import type { PageMessage, ReadingAnswer, ReadingTask } from './model';
import { arraysOf, workbookParts, type WorkbookPart } from './workbookParts';

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
  let last: WorkbookPart | null = null;
  for (const part of workbookParts(answer.snapshot)) {
    if (last) yield { part: last, isLast: false };
    last = part;
  }
  if (last) yield { part: last, isLast: true };
}
