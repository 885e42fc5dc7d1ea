import type { SheetGrid } from '../workbook';
import type { CodeBook } from './codeBook';
import type { CodeKind } from './model';

/** 208.05 and 208.05.01: a subject's parts with points between them. */
const DOTTED = /^\d{3}\.\d{1,2}(\.\d{2})?$/;
const CLASS = /^\d{3}$/;
/** So many with one point; one with two is no figure. */
const FEWEST = 3;
/** So large a share has a name beside it, and is known to the chart. */
const NAMED = 0.8;
const SUBJECTS: readonly CodeKind[] = ['function', 'department', 'government'];
/** Smaller whole numbers number the columns. */
const LARGEST_NUMBER = 100;

/** With more than so many figures among them a column is none of codes. */
const MOST_OTHERS = 1_000;

interface Column {
  readonly dotted: Map<number, string>;
  named: number;
  twoPoints: boolean;
  others: number;
  readonly classes: Set<string>;
}

const none = (): Column => ({ dotted: new Map(), named: 0, twoPoints: false, others: 0, classes: new Set() });

/** A number that is neither a 类, nor one with a 款 behind its point, nor the number of a column. */
const isOther = (value: number): boolean => value < 0 || value >= 1_000 || (value < LARGEST_NUMBER && !Number.isInteger(value));

/**
 * Codes that are printed with points (208.05.01), 款 among them (208.05), which by themselves look like figures: columns that hold hardly anything
 * else but 类 of three digits, a name right of nearly each; where none
 * has two points, each below its 类, in their order, and nearly all known to one chart. They are read without the points. The same grid where there are none.
 */
export function withPlainCodes(grid: SheetGrid, from: number, to: number, book: CodeBook): SheetGrid {
  const columns = new Map<number, Column>();
  for (const row of grid.rowsBetween(from, to)) {
    const [first, end] = grid.cellsOf(row);
    for (let cell = first; cell < end; cell++) {
      const at = grid.sheet.columns[cell];
      let column = columns.get(at);
      if (column && column.others > MOST_OTHERS) continue;
      // Most numbers are told without writing them down.
      if (grid.isNumber(cell) && isOther(grid.sheet.numbers[cell])) {
        if (!column) columns.set(at, (column = none()));
        column.others++;
        continue;
      }
      const text = grid.normOf(cell);
      if (text.length < 3 || text.charCodeAt(0) < 48 || text.charCodeAt(0) > 57) continue;
      if (!column) columns.set(at, (column = none()));
      if (CLASS.test(text)) {
        column.classes.add(text);
        continue;
      }
      if (!DOTTED.test(text)) {
        if (!(Number(text) < LARGEST_NUMBER)) column.others++;
        continue;
      }
      column.dotted.set(cell, plain(text));
      column.twoPoints ||= text.indexOf('.') !== text.lastIndexOf('.');
      if (isName(grid, row, at + 1) || (grid.norm(row, at + 1) === '' && isName(grid, row, at + 2))) column.named++;
    }
  }
  const changed = new Map([...columns.values()].flatMap((column) => (areCodes(column, book) ? [...column.dotted] : [])));
  return changed.size > 0 ? grid.withTexts(changed) : grid;
}

function areCodes({ dotted, named, twoPoints, others, classes }: Column, book: CodeBook): boolean {
  // Codes of units may stand above those of subjects.
  if (others > (twoPoints ? dotted.size : 0) || dotted.size < (twoPoints ? 1 : FEWEST) || named < dotted.size * NAMED) return false;
  if (twoPoints) return true;
  // Figures may be 201.03: codes stand below their 类, each once and in their order.
  const codes = [...dotted.values()];
  if (!codes.every((code, i) => classes.has(code.slice(0, 3)) && (i === 0 || code > codes[i - 1]))) return false;
  return SUBJECTS.some((kind) => codes.filter((code) => book.knows(kind, code)).length >= codes.length * NAMED);
}

/** A number has lost the zero at its end: 301.1 is 30110. */
function plain(text: string): string {
  const parts = text.split('.');
  return parts.map((part, i) => (i === 0 ? part : part.padEnd(2, '0'))).join('');
}

const isName = (grid: SheetGrid, row: number, column: number): boolean => grid.isText(grid.at(row, column)) && /\p{Script=Han}/u.test(grid.norm(row, column));
