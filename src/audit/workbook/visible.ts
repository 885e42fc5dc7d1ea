import type { SheetGrid } from './grid';
import { formatEffect } from './numberFormat';
import type { Span } from './snapshot';

/** Why the reader of a page does not see a cell's figure; null where he does. */
export type Hiding = 'sheet' | 'line' | 'merge' | 'format' | null;

/** The one notion of "visible": hidden sheets, rows, columns (or without height), cells under a merge, formats that show nothing. */
export function hidingOf(grid: SheetGrid, cell: number, row: number, column: number): Hiding {
  const { sheet } = grid;
  if (sheet.visibility !== 'visible') return 'sheet';
  if (inSpans(sheet.hiddenRows, row) || inSpans(sheet.hiddenColumns, column)) return 'line';
  const merge = grid.mergeAt(row, column);
  if (merge && (merge.top !== row || merge.left !== column)) return 'merge';
  return grid.isNumber(cell) && formatEffect(grid.formatOf(cell), sheet.numbers[cell]).isInvisible ? 'format' : null;
}

const inSpans = (spans: readonly Span[], at: number): boolean => spans.some((s) => at >= s.from && at <= s.to);
