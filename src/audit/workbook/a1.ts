import type { Rect } from './snapshot';

/** Excel's limits; zero-based positions stay below them. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** 0 → "A", 27 → "AB". */
export function columnName(column: number): string {
  let name = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** (15, 4) → "E16". */
export function cellAddress(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

/** "E16" or "$E$16" → zero-based row and column; null for anything else. */
export function parseCellAddress(text: string): { row: number; column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (!match) return null;
  let column = 0;
  for (const letter of match[1].toUpperCase()) column = column * 26 + (letter.charCodeAt(0) - 64);
  const row = Number(match[2]);
  if (row < 1 || row > MAX_ROWS || column > MAX_COLUMNS) return null;
  return { row: row - 1, column: column - 1 };
}

/** A rectangle as "A1:C3", a single cell as "A1". */
export function rectAddress(rect: Rect): string {
  const first = cellAddress(rect.top, rect.left);
  const last = cellAddress(rect.bottom, rect.right);
  return first === last ? first : `${first}:${last}`;
}

/** "A1:C3" or "A1" → a rectangle with ordered corners; null for anything else. */
export function parseRectAddress(text: string): Rect | null {
  const [a, b = a] = text.split(':');
  const p = parseCellAddress(a);
  const q = parseCellAddress(b);
  if (!p || !q) return null;
  return {
    top: Math.min(p.row, q.row),
    left: Math.min(p.column, q.column),
    bottom: Math.max(p.row, q.row),
    right: Math.max(p.column, q.column),
  };
}
