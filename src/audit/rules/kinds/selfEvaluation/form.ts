/** What the checks of a 绩效自评表 read: columns of a header row, plain numbers, rates. */
import { foldText, type SheetGrid } from '../../../workbook';
import { CHECK_WORDS } from '../../../words';
import type { DraftCell } from '../context';
import { ofSheet } from '../kept';

/** The title stands within the first rows. */
const TITLE_ROWS = 4;

/** A longer text speaks of a 自评表 and is none. */
const LONGEST_TITLE = 40;

export const titleOf = ofSheet((grid): string | null => {
  for (const row of grid.rowsBetween(0, TITLE_ROWS)) {
    const [from, to] = grid.cellsOf(row);
    for (let cell = from; cell < to; cell++) {
      const text = grid.isText(cell) ? grid.normOf(cell) : '';
      if (CHECK_WORDS.selfEvaluation.title.test(text) && text.length < LONGEST_TITLE) return text;
    }
  }
  return null;
});

/** Columns of a header row by pattern; null unless all are there. */
export function columnsOf(grid: SheetGrid, row: number, patterns: readonly RegExp[]): number[] | null {
  const [from, to] = grid.cellsOf(row);
  const found = patterns.map((pattern) => {
    for (let cell = from; cell < to; cell++) if (grid.isText(cell) && pattern.test(grid.normOf(cell))) return grid.sheet.columns[cell];
    return -1;
  });
  return found.includes(-1) ? null : found;
}

export const cellOf = (grid: SheetGrid, row: number, column: number, label: string, role: DraftCell['role'] = 'term'): DraftCell => ({ at: { sheet: grid.index, row, column }, role, label });

/** A number, also written as text (“10分”); null for anything else. */
export function numberAt(grid: SheetGrid, row: number, column: number): number | null {
  const cell = grid.at(row, column);
  if (grid.isNumber(cell)) return grid.sheet.numbers[cell];
  const match = cell < 0 ? null : /^(\d+(?:\.\d+)?)分?$/.exec(foldText(grid.rawOf(cell)));
  return match ? Number(match[1]) : null;
}

export interface Rate {
  /** As it is written. */
  readonly text: string;
  readonly percent: number;
  /** Half of its last digit. */
  readonly tolerance: number;
}

/** A rate; a number is in per cent where its format or its header has the %, and where neither has, what comes nearer to what is due. */
export function rateAt(grid: SheetGrid, row: number, column: number, header: number, due: number): Rate | null {
  const cell = grid.at(row, column);
  const inPercent = grid.norm(header, column).includes('%');
  if (grid.isNumber(cell)) {
    const format = grid.formatOf(cell);
    const value = grid.sheet.numbers[cell];
    const percent = Number((value * 100).toFixed(4));
    if (format.includes('%')) return { text: `${percent}%`, percent, tolerance: half(/\.(0+)/.exec(format)?.[1].length ?? 0) };
    const decimals = String(value).split('.')[1]?.length ?? 0;
    if (inPercent) return { text: `${value}%`, percent: value, tolerance: half(decimals) };
    return Math.abs(percent - due) < Math.abs(value - due) ? { text: String(value), percent, tolerance: half(decimals) * 100 } : { text: String(value), percent: value, tolerance: half(decimals) };
  }
  const match = cell < 0 ? null : /^(\d+)(?:\.(\d+))?(%?)$/.exec(foldText(grid.rawOf(cell)));
  if (!match || (match[3] !== '%' && !inPercent)) return null;
  const percent = Number(`${match[1]}.${match[2] ?? '0'}`);
  return { text: `${percent}%`, percent, tolerance: half(match[2]?.length ?? 0) };
}

const half = (decimals: number): number => 0.5000001 * 10 ** -decimals;

/** The texts of a row before a column, from right to left. */
export function textsBefore(grid: SheetGrid, row: number, column: number): string[] {
  const [from, to] = grid.cellsOf(row);
  const texts: string[] = [];
  for (let cell = to - 1; cell >= from; cell--) if (grid.sheet.columns[cell] < column && grid.isText(cell) && grid.normOf(cell) !== '') texts.push(grid.normOf(cell));
  return texts;
}
