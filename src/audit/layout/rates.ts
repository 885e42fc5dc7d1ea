import type { SheetGrid } from '../workbook';
import type { Words } from '../words';
import type { LayoutColumn } from './model';

/** Rows of rates that tell what a column holds. */
const FEWEST = 3;

/** Half the last digit of a rate and of an amount printed with two decimals. */
const HALF = 0.005;

/** A rate that is known no better than this proves nothing. */
const VAGUE = 1;

const RATE: Pick<LayoutColumn, 'kind' | 'reason'> = { kind: 'percent', reason: { zh: '内容是前两栏的增减率', en: 'holds the rates of change between two columns before it' } };

/** Columns without a known word whose figures are the percentages by which one column before them differs from another are rates, and no amounts. */
export function withRates(grid: SheetGrid, rows: readonly number[], columns: readonly LayoutColumn[], words: Words): readonly LayoutColumn[] {
  const unnamed = columns.filter(({ kind, path }) => kind === 'amount' && words.phrase(path[path.length - 1] ?? '').concepts.length === 0);
  if (unnamed.length === 0) return columns;
  const isRate = (rate: LayoutColumn): boolean => {
    const before = columns.filter(({ kind, column }) => kind === 'amount' && column < rate.column);
    return before.some((last) => before.some((now) => now.column > last.column && areRates(grid, rows, last.column, now.column, rate.column)));
  };
  const rates = new Set(unnamed.filter(isRate));
  return rates.size === 0 ? columns : columns.map((column) => (rates.has(column) ? { ...column, ...RATE } : column));
}

function areRates(grid: SheetGrid, rows: readonly number[], last: number, now: number, rate: number): boolean {
  const seen = new Set<number>();
  for (const row of rows) {
    const [a, b, percent] = [last, now, rate].map((column) => {
      const cell = grid.at(row, column);
      return grid.isNumber(cell) ? grid.sheet.numbers[cell] : NaN;
    });
    if (Number.isNaN(percent) || percent === 0 || !(Math.abs(a) > 0) || Number.isNaN(b)) continue;
    const known = HALF * (1 + (100 * (1 + Math.abs(b / a))) / Math.abs(a));
    if (Math.abs((100 * (b - a)) / a - percent) > known) return false;
    if (known < VAGUE) seen.add(percent);
  }
  return seen.size >= FEWEST;
}
