import { MAX_COLUMNS } from '../../audit/workbook';
import { DEFAULT_FILE_LIMITS } from '../limits';
import { parseIndex, parsePosition } from '../xlsx';
import { nameKey, XmlScanner, XmlToken } from '../xml';
import { tagEnd } from './outline';

/** A row and where its tags stand. */
export interface RowPlace {
  readonly row: number;
  readonly from: number;
  readonly openTo: number;
  readonly isEmpty: boolean;
  /** Where the close tag begins. */
  readonly closeFrom: number;
  readonly cells: readonly CellPlace[];
}

/** A cell, where it stands, and its formula. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly from: number;
  readonly openTo: number;
  readonly to: number;
  readonly formula: FormulaPlace | null;
}

/** An `<f>` and what it says of itself; type "" for a formula of the cell's own. */
export interface FormulaPlace {
  readonly from: number;
  readonly to: number;
  readonly type: string;
  readonly ref: string;
  readonly shared: string;
  readonly text: string;
}

export interface SheetCells {
  readonly rows: readonly RowPlace[];
  /** Cells whose formula is shared, an array or a data table: what happens to one concerns others. */
  readonly joined: readonly CellPlace[];
}

const SHEET_DATA = nameKey('sheetData');
const ROW = nameKey('row');
const C = nameKey('c');
const F = nameKey('f');
const R = nameKey('r');
const T = nameKey('t');
const REF = nameKey('ref');
const SI = nameKey('si');

/** Where rows and cells of a sheet stand; positions that the file leaves out are counted as the reader counts them. */
export function sheetCells(bytes: Uint8Array, part: string): SheetCells {
  const xml = new XmlScanner(bytes, part, DEFAULT_FILE_LIMITS.xmlDepth);
  const rows: RowPlace[] = [];
  const joined: CellPlace[] = [];
  for (let token = xml.next(); token !== XmlToken.end; token = xml.next()) {
    if (token !== XmlToken.open || xml.depth === 1 || xml.key === SHEET_DATA) continue;
    if (xml.depth === 3 && xml.key === ROW) rows.push(readRow(xml, rows.length > 0 ? rows[rows.length - 1].row + 1 : 0, joined));
    else xml.skip();
  }
  return { rows, joined };
}

function readRow(xml: XmlScanner, defaultRow: number, joined: CellPlace[]): RowPlace {
  const { bytes, openedAt: from, depth } = xml;
  const openTo = tagEnd(bytes, from);
  let row = defaultRow;
  while (xml.nextAttribute()) if (!xml.isPrefixed && xml.attribute === R) row = parseIndex(bytes, xml.start, xml.end) - 1;
  const cells: CellPlace[] = [];
  for (;;) {
    const token = xml.next();
    if (token === XmlToken.close && xml.depth < depth) break;
    if (token !== XmlToken.open) continue;
    if (xml.key !== C) {
      xml.skip();
      continue;
    }
    const cell = readCell(xml, row, cells.length > 0 ? cells[cells.length - 1].column + 1 : 0);
    cells.push(cell);
    if (cell.formula !== null && cell.formula.type !== '' && cell.formula.type !== 'normal') joined.push(cell);
  }
  const to = xml.position;
  const isEmpty = to === openTo;
  return { row, from, openTo, isEmpty, closeFrom: isEmpty ? to : bytes.lastIndexOf(0x3c, to - 1), cells };
}

function readCell(xml: XmlScanner, defaultRow: number, defaultColumn: number): CellPlace {
  const { bytes, openedAt: from, depth } = xml;
  const openTo = tagEnd(bytes, from);
  let position = defaultRow * MAX_COLUMNS + defaultColumn;
  while (xml.nextAttribute()) if (!xml.isPrefixed && xml.attribute === R) position = parsePosition(bytes, xml.start, xml.end);
  let formula: FormulaPlace | null = null;
  for (;;) {
    const token = xml.next();
    if (token === XmlToken.close && xml.depth < depth) break;
    if (token !== XmlToken.open) continue;
    if (xml.key === F) formula = readFormula(xml);
    else xml.skip();
  }
  return { row: Math.floor(position / MAX_COLUMNS), column: position % MAX_COLUMNS, from, openTo, to: xml.position, formula };
}

function readFormula(xml: XmlScanner): FormulaPlace {
  const from = xml.openedAt;
  let [type, ref, shared] = ['', '', ''];
  while (xml.nextAttribute()) {
    if (xml.attribute === T) type = xml.value();
    else if (xml.attribute === REF) ref = xml.value();
    else if (xml.attribute === SI) shared = xml.value();
  }
  const text = xml.content();
  return { from, to: xml.position, type, ref, shared, text };
}
