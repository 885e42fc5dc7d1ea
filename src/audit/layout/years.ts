import { CellKind, isTotalLabel, type SheetGrid } from '../workbook';
import { isSameRow } from './lines';

/** Rows below a title in which its header stands. */
const WITHIN = 12;

const YEAR = /^20[0-4]\d$/;

/** What a year's first digits look like at the end of a cell, and how a cell goes on that holds the rest of it. */
const BEGUN = /(^|[^\d])(20?\d?\d?)$/;

/**
 * Header words whose year is not written as one: torn over two cells (20 | 24年预算数, 2024 | 年预算数 in one row or below one another), or years by
 * themselves that Excel holds as numbers. The same grid where there are none.
 */
export function withWholeYears(grid: SheetGrid, from: number, to: number): SheetGrid {
  const changed = new Map<number, string>();
  for (const row of grid.rowsBetween(from, Math.min(to, from + WITHIN))) {
    const [first, end] = grid.cellsOf(row);
    const filled: number[] = [];
    for (let i = first; i < end; i++) if (grid.normOf(i) !== '') filled.push(i);
    // Beside 合计 as a heading stand other words; beside the row of that name stand its figures.
    if (filled.some((i) => isTotalLabel(grid.normOf(i))) && filled.some((i) => grid.isNumber(i))) break;
    filled.forEach((cell, k) => {
      mendTorn(grid, cell, filled[k + 1], changed);
      mendTorn(grid, cell, grid.at(row + 1, grid.sheet.columns[cell]), changed);
    });
    const years = filled.filter((i) => YEAR.test(grid.normOf(i)) && !changed.has(i));
    if (years.length > 0 && isHeading(grid, row, filled, years, changed)) for (const i of years) changed.set(i, `${grid.normOf(i)}年`);
  }
  return changed.size > 0 ? grid.withTexts(withRepeats(grid, from, to, changed)) : grid;
}

/** The same in the rows that are printed again further down. */
function withRepeats(grid: SheetGrid, from: number, to: number, changed: ReadonlyMap<number, string>): Map<number, string> {
  const all = new Map(changed);
  const heads = [...grid.rowsBetween(from, Math.min(to, from + WITHIN))].filter((row) => range(grid.cellsOf(row)).some((cell) => changed.has(cell)));
  for (const row of grid.rowsBetween(from + 1, to)) {
    const head = heads.find((other) => other < row && isSameRow(grid, other, row));
    if (head === undefined) continue;
    const [first] = grid.cellsOf(row);
    range(grid.cellsOf(head)).forEach((cell, i) => {
      const text = changed.get(cell);
      if (text !== undefined) all.set(first + i, text);
    });
  }
  return all;
}

const range = ([from, to]: readonly [number, number]): number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** 20 | 24年预算数, beside or below one another. */
function mendTorn(grid: SheetGrid, cell: number, next: number | undefined, changed: Map<number, string>): void {
  if (next === undefined || next < 0 || !grid.isText(next) || changed.has(cell)) return;
  const own = grid.normOf(cell);
  const digits = BEGUN.exec(own)?.[2] ?? '';
  const rest = grid.normOf(next);
  if (digits === '' || !/^20[0-4]\d年/.test(digits + rest) || (YEAR.test(digits) && own !== digits)) return;
  changed.set(cell, own.slice(0, own.length - digits.length));
  changed.set(next, digits + rest);
}

/** A row whose only figures are years: at least two that follow one another, or one that 年 goes on below. */
function isHeading(grid: SheetGrid, row: number, filled: readonly number[], years: readonly number[], changed: ReadonlyMap<number, string>): boolean {
  if (filled.some((i) => grid.sheet.kinds[i] === CellKind.number && !years.includes(i) && !changed.has(i))) return false;
  const values = [...new Set(years.map((i) => Number(grid.normOf(i))))].sort((a, b) => a - b);
  if (years.some((i) => grid.norm(row + 1, grid.sheet.columns[i]).startsWith('年'))) return true;
  return values.length >= 2 && values[values.length - 1] - values[0] === values.length - 1;
}
