/**
 * Documents to be printed and filled in (检查表, 汇总表): `PrintedDocument` says what stands where, `writePrinted` writes it
 * as .xlsx (A4 landscape, as wide as a page, heads frozen and repeated, filter, texts never formulas), `printedHtml` as one
 * page for a browser or printer.
 */
export type { PrintedCell, PrintedDocument, PrintedLook, PrintedRow, PrintedSheet, PrintedValue } from './model';
export { writePrinted } from './writePrinted';
export { printedHtml } from './html';
export { linesOf, mostLines, widthOf } from './layout';
