import { DEFAULT_FILE_LIMITS } from '../../../src/files';
import type { HostileFile } from './model';

const MEGABYTE = 1_048_576;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const spreadsheet = (row: string): Uint8Array =>
  encode(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>${row}</Table></Worksheet></Workbook>`);
const page = (rows: string): Uint8Array => encode(`<html><body><table>${rows}</table></body></html>`);
/** `unit` over and over, to as many megabytes. */
const filled = (unit: string, megabytes: number): string => unit.repeat(Math.floor((megabytes * MEGABYTE) / unit.length));
const size = (isFull: boolean): number => (isFull ? DEFAULT_FILE_LIMITS.legacyBytes / MEGABYTE - 1 : 2);
const tooLong = '中'.repeat(DEFAULT_FILE_LIMITS.textCharacters + 1);

/** XML Spreadsheet 2003, and web pages, under the name of a workbook. */
export const EXPORTED_FILES: readonly HostileFile[] = [
  { what: 'XML 表格里一处文字分成许多段 / one rich text of very many runs in an XML spreadsheet', name: 'runs-2003.xls', code: 'textTooLong', make: (isFull) => spreadsheet(`<Row><Cell><Data ss:Type="String">${filled('<B>ab</B>', size(isFull))}</Data></Cell></Row>`) },
  { what: 'XML 表格里一处文字过长 / a text longer than a cell holds in an XML spreadsheet', name: 'long-2003.xls', code: 'textTooLong', make: () => spreadsheet(`<Row><Cell><Data ss:Type="String">${tooLong}</Data></Cell></Row>`) },
  { what: 'XML 表格里的公式过长 / a formula longer than a cell holds in an XML spreadsheet', name: 'formula-2003.xls', code: 'textTooLong', make: (isFull) => spreadsheet(`<Row><Cell ss:Formula="=${filled('RC+', isFull ? 20 : 0.1)}1"/></Row>`) },
  { what: 'XML 表格有 300 MB / an XML spreadsheet of 300 MB', name: 'large-2003.xls', code: 'fileTooLarge', isLarge: true, make: () => spreadsheet(filled('<Row/>', 240)) },
  { what: '网页里一处文字过长 / a text longer than a cell holds in a web page', name: 'long-page.xls', code: 'textTooLong', make: () => page(`<tr><td>${tooLong}</td></tr>`) },
  { what: '网页里许多 &amp; / very many &amp; in a web page', name: 'entities-page.xls', code: 'textTooLong', make: (isFull) => page(`<tr><td>${filled('&amp;', size(isFull))}</td></tr>`) },
  { what: '网页有 200 MB 文字 / a web page of 200 MB of text', name: 'large-page.xls', code: 'fileTooLarge', isLarge: true, make: () => page(`<tr><td>${filled('a', 200)}</td></tr>`) },
  { what: '网页里 16,384 列宽的单元格向下两行，一再重复 / cells over 16,384 columns and two rows, over and over', name: 'spans-page.xls', code: 'tooManyMerges', make: () => page(filled('<tr><td colspan=16384 rowspan=2>1<tr>', 1)) },
  { what: '网页里许多没有结束的标记 / very many tags of a web page that never end', name: 'open-page.xls', code: 'textTooLong', make: (isFull) => encode(`<html><table><tr><td>1${filled('<a ', size(isFull))}`) },
  { what: '网页里许多没有结束的引号 / very many quotes of a web page that never end', name: 'quotes-page.xls', code: 'textTooLong', make: (isFull) => encode(`<html><table><tr><td>1${filled('<a "\'', size(isFull))}`) },
];
