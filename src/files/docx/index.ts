/** Word documents (.docx): `readDocx` gives paragraphs and tables, `tablesAsWorkbook` makes the tables a workbook. */
export { isDocx, readDocx } from './readDocx';
export { tablesAsWorkbook } from './tables';
export type { DocumentCell, DocumentTable, WordDocument } from './model';
