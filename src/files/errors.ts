import type { FileErrorCode, FileErrorDetails } from './errorCodes';
import { fileErrorText } from './errorTexts';

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

/** A damaged file by the program that can mend it: Word where the file is a Word document. */
export const damagedDocument = (error: FileError): FileError => (error.code === 'damaged' ? new FileError('damagedDocument', error.details, { cause: error.cause }) : error);
