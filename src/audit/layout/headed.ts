import type { SheetGrid } from '../workbook';
import { CODE_PARTS, isColumnNumbers } from './lines';
import type { Header } from './model';
import { withoutUnit } from './paths';

/**
 * The header words of each column, seen together with the entries below. A column with neither a word of its own nor an entry is none, though a merged
 * word runs over it; where the figures stand one column beside the word that heads them (lines of a printed page rebuilt as columns), the word goes to
 * the figures.
 */
export function headedColumns(grid: SheetGrid, header: Header, rows: readonly number[]): ReadonlyMap<number, readonly string[]> {
  const filled = new Set<number>();
  for (const row of rows) {
    const [from, to] = grid.cellsOf(row);
    for (let i = from; i < to; i++) if (grid.normOf(i) !== '' || grid.isNumber(i)) filled.add(grid.sheet.columns[i]);
  }
  const worded = wordedColumns(grid, header);
  const paths = new Map([...header.paths].filter(([column]) => filled.has(column) || worded.has(column)));
  for (const [column, path] of [...paths].sort(([a], [b]) => a - b)) {
    if (filled.has(column)) continue;
    const beside = [column + 1, column - 1].filter((other) => filled.has(other) && !worded.has(other) && isHanded(paths.get(other), path) && !hasBlankWord(grid, header, other));
    if (beside.length !== 1) continue;
    paths.set(beside[0], path);
    paths.delete(column);
  }
  return paths;
}

/** Columns with a word of their own in the header's rows; what numbers the columns is none. */
export function wordedColumns(grid: SheetGrid, { top, bottom }: Header): ReadonlySet<number> {
  const worded = new Set<number>();
  for (const row of grid.rowsBetween(top, bottom)) {
    const [from, to] = grid.cellsOf(row);
    const isNumbers = isColumnNumbers(grid, from, to);
    for (let i = from; i < to; i++) if (grid.normOf(i) !== '' && (!isNumbers || CODE_PARTS.has(grid.normOf(i)))) worded.add(grid.sheet.columns[i]);
  }
  return worded;
}

/** Whether the lowest word above a column is its own or that of a merged cell over it, and not taken from the column beside. */
export function isHeadedItself(grid: SheetGrid, { top, bottom, paths }: Header, column: number): boolean {
  const last = (paths.get(column) ?? []).slice(-1)[0] ?? '';
  return grid.rowsBetween(top, bottom).some((row) => {
    const merge = grid.mergeAt(row, column);
    const word = withoutUnit(merge === null ? grid.norm(row, column) : grid.norm(merge.top, merge.left));
    if (word === '' || (!CODE_PARTS.has(word) && isColumnNumbers(grid, ...grid.cellsOf(row)))) return false;
    // The lower half of a word that was broken over two rows ends it.
    return word === last || ((merge === null || merge.left === merge.right) && last.endsWith(word));
  });
}

/** A cell of the header that is merged over its rows, with nothing in it: the column's own word was lost. */
const hasBlankWord = (grid: SheetGrid, { top, bottom }: Header, column: number): boolean =>
  grid.rowsBetween(top, bottom).some((row) => {
    const merge = grid.mergeAt(row, column);
    return merge !== null && merge.left === column && merge.right === column && grid.norm(merge.top, column) === '';
  });

/** Without a word of its own a column has at most what a merged word hands down. */
const isHanded = (own: readonly string[] | undefined, path: readonly string[]): boolean => own === undefined || own.every((word, i) => word === path[i]);
