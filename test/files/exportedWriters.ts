/** Workbooks as reporting systems export them under the name .xls. */
import { CellKind, type SheetSnapshot, type Span, type WorkbookSnapshot } from '../../src/audit/workbook';

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const isWithin = (spans: readonly Span[], line: number): boolean => spans.some(({ from, to }) => line >= from && line <= to);
const mergeAt = (sheet: SheetSnapshot, row: number, column: number) => sheet.merges?.find((m) => m.top === row && m.left === column);

/** XML Spreadsheet 2003; `more` = further sheets as they stand. */
export function xmlSpreadsheet(workbook: WorkbookSnapshot, more = ''): string {
  const sheets = workbook.sheets.map((sheet) => {
    const rows = [...sheet.rowNumbers].map((row, i) => {
      const cells = Array.from({ length: sheet.rowStart[i + 1] - sheet.rowStart[i] }, (_, k) => sheet.rowStart[i] + k).map((cell) => {
        const merge = mergeAt(sheet, row, sheet.columns[cell]);
        const merged = merge ? ` ss:MergeAcross="${merge.right - merge.left}" ss:MergeDown="${merge.bottom - merge.top}"` : '';
        const isNumber = sheet.kinds[cell] === CellKind.number;
        const value = isNumber ? String(sheet.numbers[cell]) : escape(workbook.strings[sheet.texts[cell]]);
        return `<Cell ss:Index="${sheet.columns[cell] + 1}"${merged}${isNumber ? ' ss:StyleID="n"' : ''}><Data ss:Type="${isNumber ? 'Number' : 'String'}">${value}</Data></Cell>`;
      });
      return `<Row ss:Index="${row + 1}"${isWithin(sheet.hiddenRows, row) ? ' ss:Hidden="1"' : ''}>${cells.join('')}</Row>`;
    });
    const columns = sheet.hiddenColumns.map(({ from, to }) => `<Column ss:Index="${from + 1}" ss:Span="${to - from}" ss:Width="0"/>`);
    return `<Worksheet ss:Name="${escape(sheet.name)}"><Table>${columns.join('')}${rows.join('')}</Table></Worksheet>`;
  });
  const ns = 'urn:schemas-microsoft-com:office:spreadsheet';
  return `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="${ns}" xmlns:ss="${ns}"><Styles><Style ss:ID="n"><NumberFormat ss:Format="Standard"/></Style></Styles>${sheets.join('')}${more}</Workbook>`;
}

/** Each sheet a table of a page, as Excel saves it. */
export function htmlPage(workbook: WorkbookSnapshot): string {
  const tables = workbook.sheets.map((sheet) => {
    const covered = (row: number, column: number): boolean => sheet.merges?.some((m) => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right && !(m.top === row && m.left === column)) ?? false;
    const last = sheet.rowNumbers[sheet.rowNumbers.length - 1] ?? -1;
    const width = Math.max(0, ...sheet.columns) + 1;
    const rows = Array.from({ length: last + 1 }, (_, row) => {
      const i = sheet.rowNumbers.indexOf(row);
      const cells = Array.from({ length: width }, (__, column) => {
        if (covered(row, column)) return '';
        const merge = mergeAt(sheet, row, column);
        const spans = merge ? ` colspan=${merge.right - merge.left + 1} rowspan="${merge.bottom - merge.top + 1}"` : '';
        const cell = i < 0 ? -1 : Array.from(sheet.columns.subarray(sheet.rowStart[i], sheet.rowStart[i + 1])).indexOf(column) + sheet.rowStart[i];
        const has = i >= 0 && cell >= sheet.rowStart[i];
        const text = !has ? '&nbsp;' : sheet.kinds[cell] === CellKind.number ? sheet.numbers[cell].toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 6 }) : escape(workbook.strings[sheet.texts[cell]]);
        return `<td${spans}>${text}</td>`;
      });
      return `<tr${isWithin(sheet.hiddenRows, row) ? " style='display:none'" : ''}>${cells.join('')}</tr>`;
    });
    const columns = Array.from({ length: width }, (_, column) => (isWithin(sheet.hiddenColumns, column) ? "<col width=0 style='display:none;width:0'>" : '<col width=72>'));
    return `<table>${columns.join('')}${rows.join('\n')}</table>`;
  });
  const names = workbook.sheets.map((s) => `<x:ExcelWorksheet><x:Name>${escape(s.name)}</x:Name></x:ExcelWorksheet>`).join('');
  return `<html><head><meta charset="utf-8"><!--[if gte mso 9]><xml>${names}</xml><![endif]--></head><body>${tables.join('<br>')}</body></html>`;
}
