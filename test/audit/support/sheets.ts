/** Literal small tables → snapshot: rows of texts, numbers and blanks; a formula or an error where a test needs one. */
import { parseCellAddress, WorkbookBuilder, type SheetProperties, type WorkbookSnapshot } from '../../../src/audit/workbook';

/** What a cell holds; null = blank. */
export type Value = string | number | boolean | null | { readonly error: string } | { readonly formula: string; readonly value: number };
export type Row = readonly Value[];
/** Sheet name → rows from row 1 on. */
export type Book = Readonly<Record<string, readonly Row[]>>;
/** "表6!E16" → the new content. */
export type Change = Readonly<Record<string, Value>>;

/** A copy of the book with some cells replaced. */
export function changed(book: Book, change: Change): Book {
  const sheets = new Map(Object.entries(book).map(([name, rows]) => [name, rows.map((row) => [...row])]));
  for (const [place, value] of Object.entries(change)) {
    const { sheet, row, column } = placeOf(place);
    const rows = sheets.get(sheet);
    if (!rows) throw new Error(`no sheet ${sheet}`);
    while (rows.length <= row) rows.push([]);
    while (rows[row].length <= column) rows[row].push(null);
    rows[row][column] = value;
  }
  return Object.fromEntries(sheets);
}

/** The book without some sheets. */
export function without(book: Book, ...names: readonly string[]): Book {
  return Object.fromEntries(Object.entries(book).filter(([name]) => !names.includes(name)));
}

/** Only these sheets, and the cover. */
export function only(book: Book, ...names: readonly string[]): Book {
  return Object.fromEntries(Object.entries(book).filter(([name]) => name === '封面' || names.includes(name)));
}

export function snapshotOf(book: Book, properties: Readonly<Record<string, SheetProperties>> = {}): WorkbookSnapshot {
  const builder = new WorkbookBuilder('测试.xlsx');
  for (const [name, rows] of Object.entries(book)) {
    const sheet = builder.sheet(name);
    rows.forEach((row, r) => row.forEach((value, c) => {
      if (typeof value === 'number') sheet.number(r, c, value);
      else if (typeof value === 'string') sheet.text(r, c, value);
      else if (typeof value === 'boolean') sheet.boolean(r, c, value);
      else if (value && 'error' in value) sheet.error(r, c, value.error);
      else if (value) sheet.number(r, c, value.value, 'General', value.formula);
    }));
    builder.add(sheet.finish(properties[name]));
  }
  return builder.finish();
}

/** "表6!E16" → sheet name and zero-based position. */
export function placeOf(place: string): { sheet: string; row: number; column: number } {
  const at = place.lastIndexOf('!');
  const cell = parseCellAddress(place.slice(at + 1));
  if (at < 0 || !cell) throw new Error(`no place: ${place}`);
  return { sheet: place.slice(0, at), ...cell };
}
