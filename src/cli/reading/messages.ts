import type { WorkbookSnapshot } from '../../audit/workbook';
import type { FileErrorCode, FileErrorDetails } from '../../files';

export interface ReadingTask {
  readonly bytes: Uint8Array;
  readonly name: string;
}

export type ReadingAnswer = { readonly snapshot: WorkbookSnapshot } | { readonly code: FileErrorCode; readonly details: FileErrorDetails };
