import { fileErrorText } from './errorTexts';

/** Why a file could not be read. The list is closed: every code has a text in both languages. */
export type FileErrorCode =
  | 'empty'
  | 'notAWorkbook'
  | 'exportedText'
  | 'encrypted'
  | 'damaged'
  | 'documentType'
  | 'noWorksheets'
  | 'fileTooLarge'
  | 'inflatesTooLarge'
  | 'tooManyParts'
  | 'tooManySheets'
  | 'tooManyCells'
  | 'tooManyTexts'
  | 'textTooLong'
  | 'textsTooLong'
  | 'tooManyMerges'
  | 'tooManyFormats'
  | 'formulasTooLong'
  | 'timeout'
  | 'memory';

/** What the text of an error may mention; everything optional. */
export interface FileErrorDetails {
  /** File name as the user knows it. */
  readonly fileName?: string;
  /** The part inside the package, such as "xl/workbook.xml". */
  readonly part?: string;
  /** What the file is instead of a workbook. */
  readonly found?: FoundKind;
  /** The bound that was exceeded, in the unit the code implies. */
  readonly limit?: number;
  /** What the file holds or declares, where known. */
  readonly actual?: number;
  /** A technical remark for the log; never shown alone. */
  readonly reason?: string;
}

export type FoundKind = 'pdf' | 'word' | 'presentation' | 'archive' | 'image' | 'webPage' | 'xml' | 'text' | 'otherOffice' | 'unknown';

/** The only error `readWorkbook` throws. `message` is the English text; ask `fileErrorText` for the user's language. */
export class FileError extends Error {
  override readonly name = 'FileError';

  constructor(
    readonly code: FileErrorCode,
    readonly details: FileErrorDetails = {},
    options?: { cause?: unknown },
  ) {
    super(fileErrorText(code, 'en', details), options);
  }

  /** The same error with the file's name added. */
  withFileName(fileName: string): FileError {
    if (this.details.fileName !== undefined) return this;
    return new FileError(this.code, { ...this.details, fileName }, { cause: this.cause });
  }
}

/** An error for a part whose content contradicts itself or the format. */
export function damaged(part: string, reason: string, cause?: unknown): FileError {
  return new FileError('damaged', { part, reason }, { cause });
}
