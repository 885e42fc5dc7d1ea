/** What reporting systems export under the name .xls: XML Spreadsheet 2003, and pages of HTML tables. */
export { readSpreadsheetXml } from './spreadsheetXml';
export { readHtmlTables } from './htmlTables';
