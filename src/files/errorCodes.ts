/** Why a file could not be read. The list is closed: every code has a text in both languages. */
export type FileErrorCode =
  | 'empty'
  | 'notAWorkbook'
  | 'exportedText'
  | 'encrypted'
  | 'notAPackage'
  | 'damaged'
  | 'damagedPdf'
  | 'damagedDocument'
  | 'noTextLayer'
  | 'tooManyPages'
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
  | 'proseTooLong'
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
