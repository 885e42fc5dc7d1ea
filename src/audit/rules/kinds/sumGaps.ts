import type { BoundBlock } from '../../tables';
import type { SummedArea } from './summedAreas';
import { amountCell, rowName, type CheckContext, type DraftCell } from './context';

/**
 * The row between a sum and its range that the range stops short of: =SUM(C7:C12) in C5 or C14. Only where nothing is known of the
 * row's parts. A row that is itself the sum of the range, or a part of its own line (其中), is rightly left out.
 */
export function rowBetween(context: CheckContext, block: BoundBlock, total: number, column: number, areas: readonly SummedArea[]): DraftCell[] {
  const { amounts } = context.recognition;
  const amountAt = (row: number): number => block.amounts[row * block.columns.length + column];
  const own = amountAt(total);
  const [sheet, row, at] = [amounts.sheet[own], amounts.row[own], amounts.column[own]];
  if (areas.length !== 1 || areas[0].sheet !== sheet) return [];
  const [{ top, bottom, left, right }] = areas;
  if (left !== at || right !== at || bottom - top < 1) return [];
  const between = top === row + 2 ? row + 1 : bottom === row - 2 ? row - 1 : null;
  const gap = between === null ? -1 : block.rows.findIndex((_, r) => amountAt(r) >= 0 && amounts.sheet[amountAt(r)] === sheet && amounts.row[amountAt(r)] === between && amounts.column[amountAt(r)] === at);
  if (gap < 0 || block.rows[gap].kind !== 'item') return [];
  const grid = context.grids[sheet];
  const cell = grid.at(between ?? -1, at);
  const fen = amounts.fen[amountAt(gap)];
  if (fen === 0 || grid.sheet.formulas.has(cell) || fen === amounts.fen[own]) return [];
  return [{ at: amountCell(context.recognition, amountAt(gap)), role: 'term', label: rowName(block.rows[gap]) }];
}
