import { amountOfCell } from '../amounts';
import { isTotalLabel, type SheetGrid } from '../../workbook';
import type { BoundColumn, BoundRow, BoundTable } from '../model';
import type { BindContext } from './context';

/**
 * 合计 at the head of a table and 总计 at its foot, or 合计 on each printed page: a further total row with the figures of the first is the same total once
 * more and is left out.
 */
export function leaveTotalAgain({ grid, unit }: BindContext, rows: BoundRow[], columns: readonly BoundColumn[]): void {
  const totals = rows.map((_, i) => i).filter((i) => rows[i].kind === 'total');
  if (totals.length < 2) return;
  const figures = (i: number): number[] => columns.map((c) => amountOfCell(grid, grid.at(rows[i].row, c.column), unit).fen);
  const first = figures(totals[0]);
  const filled = first.filter((fen) => fen !== 0).length;
  for (const i of totals.slice(1).reverse()) {
    // One of its figures may be wrong.
    const same = figures(i).filter((fen, c) => fen !== 0 && fen === first[c]).length;
    if (filled > 0 && same * 3 >= filled * 2) rows.splice(i, 1);
  }
}

/** Whether a table prints several rows of totals, of which some may be left out: their figures decide which. */
export function hasTotalAgain({ range, headerBottom }: BoundTable, grid: SheetGrid): boolean {
  const isTotal = (row: number): boolean => {
    const [from, to] = grid.cellsOf(row);
    for (let cell = from; cell < to; cell++) if (grid.isText(cell) && isTotalLabel(grid.normOf(cell))) return true;
    return false;
  };
  return grid.rowsBetween(headerBottom + 1, range.bottom + 1).filter(isTotal).length > 1;
}
