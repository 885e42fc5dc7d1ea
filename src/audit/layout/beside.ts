import type { SheetGrid } from '../workbook';
import type { Words } from '../words';
import { isColumnNumbers } from './lines';
import type { TextLine } from './model';
import type { Region } from './sheet';
import { titleCore } from './titles';

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
  if (titles.every((t) => t.column === titles[0].column)) return whole;
  const bands = bandsOf(grid, region.titles[0].row, region.to);
  const headed = bands.filter((band) => titles.some((t) => isIn(band, t)));
  if (headed.length < 2) return whole;
  // A band without a title goes on with the table on its left.
  return headed.map((band, i): PlacedRegion => {
    const left = i === 0 ? 0 : band.left;
    const right = i + 1 < headed.length ? headed[i + 1].left - 1 : Math.max(band.right, grid.lastColumn);
    const own = titles.filter((t) => isIn({ left, right }, t));
    return { grid: grid.columnsBetween(left, right), region: { titles: own, from: own[own.length - 1].row + 1, to: region.to } };
  });
}

const isIn = (band: Band, title: TextLine): boolean => title.column >= band.left && title.column <= band.right;

/** All titles in the rows of a region's titles. */
function titlesIn(grid: SheetGrid, { titles, from }: Region, words: Words): TextLine[] {
  const found: TextLine[] = [];
  for (const row of grid.rowsBetween(titles[0].row, from - 1)) {
    const [first, end] = grid.cellsOf(row);
    for (let i = first; i < end; i++) {
      const core = grid.isText(i) ? titleCore(grid.normOf(i), words) : '';
      if (core !== '') found.push({ row, column: grid.sheet.columns[i], text: grid.rawOf(i).trim(), core });
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
