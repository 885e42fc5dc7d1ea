import type { SheetGrid } from './grid';
import type { SheetSnapshot } from './snapshot';

/** The same for sheets with the same cells; seldom for others. */
export function sheetHash({ index, sheet, texts: { strings } }: SheetGrid): number {
  const { rowNumbers, columns, kinds, numbers, texts } = sheet;
  let hash = mixed(mixed(index, rowNumbers.length), columns.length);
  const halves = new Int32Array(numbers.buffer, numbers.byteOffset, numbers.length * 2);
  for (let cell = 0; cell < columns.length; cell++) {
    const text = texts[cell];
    hash = mixed(hash, columns[cell] * 8 + kinds[cell]);
    if (text < 0) hash = mixed(mixed(hash, halves[2 * cell]), halves[2 * cell + 1]);
    else hash = mixed(hash, textHash(strings[text]));
  }
  return hash;
}

const mixed = (hash: number, value: number): number => Math.imul(hash ^ value, 0x01000193) ^ (hash >>> 15);

/** Of its length and some of its letters. */
function textHash(text: string): number {
  const { length } = text;
  return length === 0 ? 0 : mixed(mixed(mixed(length, text.charCodeAt(0)), text.charCodeAt(length >> 1)), text.charCodeAt(length - 1));
}

/** Whether two sheets, of one workbook or of two, hold the very same: cells, texts, formats, formulas, and all else that is known of them. */
export function isSameSheet(a: SheetGrid, b: SheetGrid): boolean {
  return a === b || (a.index === b.index && !a.isJoined && !b.isJoined && isSameAround(a.sheet, b.sheet) && areSameCells(a, b));
}

/** Everything but the cells. */
function isSameAround(a: SheetSnapshot, b: SheetSnapshot): boolean {
  return (
    a.name === b.name && a.visibility === b.visibility && a.isProtected === b.isProtected &&
    a.rowNumbers.length === b.rowNumbers.length && a.columns.length === b.columns.length && a.formulas.size === b.formulas.size &&
    isSamePlain([a.merges, a.hiddenRows, a.hiddenColumns, a.frozen ?? null], [b.merges, b.hiddenRows, b.hiddenColumns, b.frozen ?? null])
  );
}

/** Of flat records, in the order in which one reader writes them. */
const isSamePlain = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function areSameCells(one: SheetGrid, other: SheetGrid): boolean {
  const [a, b] = [one.sheet, other.sheet];
  for (let i = 0; i < a.rowNumbers.length; i++) if (a.rowNumbers[i] !== b.rowNumbers[i] || a.rowStart[i + 1] !== b.rowStart[i + 1]) return false;
  const [strings, others] = [one.texts.strings, other.texts.strings];
  for (let cell = 0; cell < a.columns.length; cell++) {
    if (a.columns[cell] !== b.columns[cell] || a.kinds[cell] !== b.kinds[cell] || !Object.is(a.numbers[cell], b.numbers[cell])) return false;
    const [text, otherText] = [a.texts[cell], b.texts[cell]];
    if (text < 0 || otherText < 0 ? text !== otherText : strings[text] !== others[otherText]) return false;
    if (one.formatOf(cell) !== other.formatOf(cell)) return false;
  }
  for (const [cell, formula] of a.formulas) if (b.formulas.get(cell) !== formula) return false;
  return true;
}
