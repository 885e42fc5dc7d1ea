import type { SheetGrid } from '../workbook';
import type { Words } from '../words';
import { isColumnNumbers } from './lines';
import type { TextLine } from './model';
import type { Region } from './sheet';
import { lineOf, titleCore } from './titles';

/** A region and the part of its sheet in which it stands. */
export interface PlacedRegion {
  readonly grid: SheetGrid;
  readonly region: Region;
}

/** Columns, both ends inclusive. */
interface Band {
  readonly left: number;
  readonly right: number;
}

/** A region below titles that stand beside one another, blank columns between their tables, is as many regions; any other is itself. */
export function besideOf(grid: SheetGrid, region: Region, words: Words): PlacedRegion[] {
  const whole = [{ grid, region }];
  if (region.titles.length === 0) return whole;
  const titles = titlesIn(grid, region, words);
  const lines = repeatedLines(grid, region, words);
  if (titles.every((t) => t.column === titles[0].column) && lines.length === 0) return whole;
  const bands = bandsOf(grid, region.titles[0].row, region.to);
  const titled = bands.filter((band) => titles.some((t) => isIn(band, t.column)));
  // Of two tables with the same line of the department above each, one may have lost its title.
  const headed = titled.length > 1 ? titled : bands.filter((band) => lines.some((column) => isIn(band, column)));
  if (headed.length < 2) return whole;
  // A band without a title goes on with the table on its left.
  return headed.map((band, i): PlacedRegion => {
    const left = i === 0 ? 0 : band.left;
    const right = i + 1 < headed.length ? headed[i + 1].left - 1 : Math.max(band.right, grid.lastColumn);
    const own = titles.filter((t) => isIn({ left, right }, t.column));
    const from = own.length > 0 ? own[own.length - 1].row + 1 : region.titles[0].row;
    return { grid: grid.columnsBetween(left, right), region: { titles: own, from, to: region.to, isBeside: true } };
  });
}

const isIn = (band: Band, column: number): boolean => column >= band.left && column <= band.right;

/** Rows below a title in which the line of the department stands. */
const LINES_BELOW = 2;

/** Columns in which one row has the same line of the department (编制部门：某局) more than once; none where no row has. */
function repeatedLines(grid: SheetGrid, { titles, from }: Region, words: Words): number[] {
  for (const row of grid.rowsBetween(titles[0].row, from + LINES_BELOW)) {
    const [first, end] = grid.cellsOf(row);
    const columns = new Map<string, number[]>();
    for (let i = first; i < end; i++) {
      const text = grid.isText(i) ? grid.normOf(i) : '';
      if (text !== '' && words.headLine(text) > 0) columns.set(text, [...(columns.get(text) ?? []), grid.sheet.columns[i]]);
    }
    const [again] = [...columns.values()].filter((of) => of.length > 1);
    if (again) return again;
  }
  return [];
}

/** All titles in the rows of a region's titles. */
function titlesIn(grid: SheetGrid, { titles, from }: Region, words: Words): TextLine[] {
  const found: TextLine[] = [];
  for (const row of grid.rowsBetween(titles[0].row, from - 1)) {
    const [first, end] = grid.cellsOf(row);
    for (let i = first; i < end; i++) {
      const core = grid.isText(i) ? titleCore(grid.normOf(i), words) : '';
      if (core !== '') found.push(lineOf(grid, grid.sheet.rowNumbers.indexOf(row), i, core, words));
    }
  }
  return found;
}

/** Runs of columns with anything in them. */
function bandsOf(grid: SheetGrid, from: number, to: number): Band[] {
  const filled = new Set<number>();
  for (const row of grid.rowsBetween(from, to)) {
    const [first, end] = grid.cellsOf(row);
    // Numbers of columns may run on over the blank ones between two tables.
    if (isColumnNumbers(grid, first, end)) continue;
    for (let i = first; i < end; i++) if (grid.rawOf(i) !== '') filled.add(grid.sheet.columns[i]);
  }
  const bands: { left: number; right: number }[] = [];
  for (const column of [...filled].sort((a, b) => a - b)) {
    const last = bands[bands.length - 1];
    if (last?.right === column - 1) last.right = column;
    else bands.push({ left: column, right: column });
  }
  return bands;
}
