import type { WorkbookSnapshot } from '../../audit/workbook';
import type { FileErrorCode, FileErrorDetails } from '../errorCodes';
import type { WorkbookPart } from './workbookParts';

/** One file to be read in another thread: a workbook, or the paragraphs of a text. */
export interface ReadingTask {
  readonly kind: 'workbook' | 'prose';
  readonly bytes: Uint8Array;
  readonly name: string;
}

export type ReadingAnswer =
  | { readonly snapshot: WorkbookSnapshot }
  /** null where the file is no text. */
  | { readonly paragraphs: readonly string[] | null }
  | { readonly code: FileErrorCode; readonly details: FileErrorDetails };

/** What a worker of a page posts: a workbook in parts, the last of them with `isLast`; anything else as it is. */
export type PageMessage = { readonly part: WorkbookPart; readonly isLast: boolean } | Exclude<ReadingAnswer, { readonly snapshot: WorkbookSnapshot }>;

/** What a thread tells its owner; `end` once, where it ends by itself. */
export interface ThreadListener {
  answer(answer: ReadingAnswer): void;
  end(reason: 'memory' | 'internal', cause?: unknown): void;
}

/** A thread that reads one file after another and can be ended: a worker of Node or of a page. */
export interface ReadingThread {
  post(task: ReadingTask): void;
  /** Answers how to stop listening. */
  listen(listener: ThreadListener): () => void;
  end(): void | Promise<unknown>;
}
