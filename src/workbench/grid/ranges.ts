import type { CellPosition, Rect } from '../../audit/workbook';
import type { GridSelection } from '../../host/memory';
import type { SheetView } from './sheetView';

const mostSteps = 100;

/** The rectangle that is selected; merged cells are in it as a whole. */
export function selectedRect(view: SheetView, { cell, end }: GridSelection): Rect {
  let rect = {
    top: Math.min(cell.row, end.row),
    left: Math.min(cell.column, end.column),
    bottom: Math.max(cell.row, end.row),
    right: Math.max(cell.column, end.column),
  };
  // A row of merged cells that each reach into the next ends somewhere; in a hostile file it does not.
  for (let step = 0; step < mostSteps; step++) {
    const wider = view.mergesIn(rect.top, rect.bottom).filter((merge) => merge.left <= rect.right && merge.right >= rect.left).reduce(union, rect);
    if (isSame(wider, rect)) return rect;
    rect = wider;
  }
  return rect;
}

/** More than one cell, or than one merged cell. */
export function isRange(view: SheetView, rect: Rect): boolean {
  const merge = view.mergeAt(rect.top, rect.left);
  return merge ? !isSame(merge, rect) : rect.top !== rect.bottom || rect.left !== rect.right;
}

export function intersection(a: Rect, b: Rect): Rect | null {
  const rect = { top: Math.max(a.top, b.top), left: Math.max(a.left, b.left), bottom: Math.min(a.bottom, b.bottom), right: Math.min(a.right, b.right) };
  return rect.top > rect.bottom || rect.left > rect.right ? null : rect;
}

/** The cells of a rectangle row by row, of a merged cell only its first: the others hold nothing. */
export function cellsOf(view: SheetView, sheet: number, rect: Rect): CellPosition[] {
  const cells: CellPosition[] = [];
  for (let row = rect.top; row <= rect.bottom; row++) {
    for (let column = rect.left; column <= rect.right; column++) {
      if (!isCovered(view, row, column)) cells.push({ sheet, row, column });
    }
  }
  return cells;
}

/** Whether a position lies in a merged cell that begins elsewhere. */
export function isCovered(view: SheetView, row: number, column: number): boolean {
  const merge = view.mergeAt(row, column);
  return merge !== null && (merge.top !== row || merge.left !== column);
}

function union(a: Rect, b: Rect): Rect {
  return { top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) };
}

function isSame(a: Rect, b: Rect): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}
