import type { CellPosition } from '../../audit/workbook';
import type { SheetView } from './sheetView';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The next visible cell in a direction; a merged cell counts as one. */
export function step(view: SheetView, from: CellPosition, direction: Direction, by = 1): CellPosition {
  let cell = from;
  for (let i = 0; i < by; i++) {
    const next = once(view, cell, direction);
    if (next.row === cell.row && next.column === cell.column) break;
    cell = next;
  }
  return cell;
}

function once(view: SheetView, { sheet, row, column }: CellPosition, direction: Direction): CellPosition {
  const merge = view.mergeAt(row, column);
  let r = row;
  let c = column;
  if (direction === 'down') r = visible(view.rows, (merge?.bottom ?? row) + 1, 1, row);
  else if (direction === 'up') r = visible(view.rows, row - 1, -1, row);
  else if (direction === 'right') c = visible(view.columns, (merge?.right ?? column) + 1, 1, column);
  else c = visible(view.columns, column - 1, -1, column);
  return anchor(view, { sheet, row: r, column: c });
}

/** The top left cell of the merged cell a position lies in. */
export function anchor(view: SheetView, cell: CellPosition): CellPosition {
  const merge = view.mergeAt(cell.row, cell.column);
  return merge ? { sheet: cell.sheet, row: merge.top, column: merge.left } : cell;
}

function visible(axis: { count: number; size(line: number): number }, from: number, way: 1 | -1, otherwise: number): number {
  for (let line = from; line >= 0 && line < axis.count; line += way) if (axis.size(line) > 0) return line;
  return otherwise;
}
