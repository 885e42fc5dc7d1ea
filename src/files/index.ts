/**
 * Workbook files: `readWorkbook` turns the bytes of an .xlsx, .xlsm, .xls, .xlsb, .ods or .et file into a snapshot,
 * `writeWorkbookXlsx` writes a snapshot as a new .xlsx. Both run in Node and in the browser. Files count as hostile
 * until read: limits are in `DEFAULT_FILE_LIMITS`, every refusal is a `FileError` with a text in both languages.
 */
export { readWorkbook, type ReadWorkbookOptions } from './readWorkbook';
export { writeWorkbookXlsx } from './writeXlsx';
export { annotatePackage, clearPackage, copyKind, editedCopy, patchCells, worksheetNames, type CellEdit, type CopyContent, type CopyKind, type EditedCopy, type ReviewSheet } from './patch';
export { partsOf, type Inflater } from './zip';
export { decodeText } from './decodeText';
export { readProse } from './readProse';
export { isPdf } from './pdf';
export { isDocx, readDocx, tablesAsWorkbook, type WordDocument } from './docx';
export type { FileErrorCode, FileErrorDetails, FoundKind } from './errorCodes';
export { FileError } from './errors';
export { fileErrorText, type FileErrorLanguage } from './errorTexts';
export { DEFAULT_FILE_LIMITS, type FileLimits } from './limits';
export { detectContainer } from './detect';
