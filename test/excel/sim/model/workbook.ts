import type { Rect, Visibility } from '../../../../src/audit/workbook';

/** The simulated workbook: plain data that knows nothing of office.js. */
export interface SimCell {
  value: number | string | boolean;
  /** With "=". */
  formula: string | null;
  numberFormat: string;
  /** "#RRGGBB"; null = no fill, which Excel nevertheless reads back as white. */
  fill: string | null;
  locked: boolean;
}

export interface SimFormat {
  id: string;
  type: string;
  areas: Rect[];
  /** The rule, fonts, fills and borders as they were set, by wire path ("Format.Fill.Color"). */
  settings: Record<string, unknown>;
  /** Listed but not readable, as Excel has them at times (OfficeDev/office-js #6827). */
  isUnreadable?: boolean;
  /** Listed, and does not go: an undo has brought it back. */
  isOrphan?: boolean;
}

export interface SimProtection {
  allowFormatCells: boolean;
  allowEditObjects: boolean;
}

export interface SimSheet {
  id: string;
  name: string;
  visibility: Visibility;
  /** row × 16384 + column. */
  cells: Map<number, SimCell>;
  formats: SimFormat[];
  protection: SimProtection | null;
  merges: Rect[];
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
}

/** A comment (1.10) or a note (1.18): the text at one cell. */
export interface SimRemark {
  id: string;
  sheet: SimSheet;
  row: number;
  column: number;
  content: string;
  replies: string[];
}

export interface SimWorkbook {
  name: string;
  readOnly: boolean;
  /** Formulas are calculated on demand only. */
  isManual: boolean;
  sheets: SimSheet[];
  active: SimSheet | null;
  selection: { sheet: SimSheet; rect: Rect } | null;
  comments: SimRemark[];
  notes: SimRemark[];
  settings: Map<string, unknown>;
  /** true: the id of a conditional format is its place in the list, and shifts. */
  hasPositionalIds: boolean;
  /** For ids; never used twice in a workbook. */
  nextId: number;
}

export function newId(book: SimWorkbook): string {
  return `{00000000-0000-0000-0000-${String(book.nextId++).padStart(12, '0')}}`;
}

export function cellAt(sheet: SimSheet, row: number, column: number): SimCell | undefined {
  return sheet.cells.get(row * 16_384 + column);
}

/** The cell, made where there was none. */
export function cellFor(sheet: SimSheet, row: number, column: number): SimCell {
  const key = row * 16_384 + column;
  let cell = sheet.cells.get(key);
  if (!cell) {
    cell = { value: '', formula: null, numberFormat: 'General', fill: null, locked: true };
    sheet.cells.set(key, cell);
  }
  return cell;
}

export function isBlank(cell: SimCell | undefined): boolean {
  return !cell || (cell.value === '' && cell.formula === null);
}

export function findSheet(book: SimWorkbook, key: string): SimSheet | null {
  const wanted = key.toLowerCase();
  return book.sheets.find((sheet) => sheet.name.toLowerCase() === wanted || sheet.id.toLowerCase() === wanted) ?? null;
}

/** The rectangle around what is in use within an area; formatted blanks count unless only values are asked for. */
export function usedRect(sheet: SimSheet, within: Rect, valuesOnly: boolean): Rect | null {
  let used: { top: number; left: number; bottom: number; right: number } | null = null;
  for (const [key, cell] of sheet.cells) {
    if (isBlank(cell) && (valuesOnly || cell.fill === null)) continue;
    const row = Math.floor(key / 16_384);
    const column = key % 16_384;
    if (row < within.top || row > within.bottom || column < within.left || column > within.right) continue;
    used ??= { top: row, left: column, bottom: row, right: column };
    used.top = Math.min(used.top, row);
    used.bottom = Math.max(used.bottom, row);
    used.left = Math.min(used.left, column);
    used.right = Math.max(used.right, column);
  }
  return used;
}

export function intersection(a: Rect, b: Rect): Rect | null {
  const rect = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return rect.top <= rect.bottom && rect.left <= rect.right ? rect : null;
}
