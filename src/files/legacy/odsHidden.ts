import { MAX_COLUMNS, MAX_ROWS, type Span } from '../../audit/workbook';
import { nameKey, toUtf8, XmlScanner, XmlToken } from '../xml';

/** Hidden rows and columns of one sheet. */
export interface HiddenLines {
  readonly rows: Span[];
  readonly columns: Span[];
}

const TABLE = nameKey('table');
const ROW = nameKey('table-row');
const COLUMN = nameKey('table-column');
const CELL = nameKey('table-cell');
const VISIBILITY = nameKey('visibility');
const ROWS_REPEATED = nameKey('number-rows-repeated');
const COLUMNS_REPEATED = nameKey('number-columns-repeated');

/** The rows and columns an .ods hides (table:visibility collapse or filter), sheet by sheet; the reader behind does not tell. */
export function odsHiddenLines(content: Uint8Array, part: string, maxDepth: number): HiddenLines[] {
  const xml = new XmlScanner(toUtf8(content, part), part, maxDepth);
  const sheets: HiddenLines[] = [];
  let [row, column] = [0, 0];
  for (let token = xml.next(); token !== XmlToken.end; token = xml.next()) {
    if (token !== XmlToken.open) continue;
    if (xml.key === TABLE) {
      sheets.push({ rows: [], columns: [] });
      [row, column] = [0, 0];
    } else if (xml.key === CELL) continue;
    else if (sheets.length > 0 && xml.key === ROW) row = line(xml, row, ROWS_REPEATED, MAX_ROWS, sheets[sheets.length - 1].rows);
    else if (sheets.length > 0 && xml.key === COLUMN) column = line(xml, column, COLUMNS_REPEATED, MAX_COLUMNS, sheets[sheets.length - 1].columns);
  }
  return sheets;
}

/** The number of the next line. */
function line(xml: XmlScanner, at: number, repeated: number, most: number, hidden: Span[]): number {
  let times = 1;
  let isHidden = false;
  while (xml.nextAttribute()) {
    if (xml.attribute === repeated) times = Number(xml.value()) || 1;
    else if (xml.attribute === VISIBILITY) isHidden = /^(collapse|filter)$/.test(xml.value());
  }
  if (isHidden && at < most) hidden.push({ from: at, to: Math.min(at + times, most) - 1 });
  return at + times;
}
