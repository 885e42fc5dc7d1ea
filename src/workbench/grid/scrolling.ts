import type { CellPosition } from '../../audit/workbook';
import { headHeight, rowHeadWidth } from './layout';
import type { SheetView } from './sheetView';

/** Scrolls just far enough that the cell stands clear of the heads and the frozen rows. */
export function scrollTo(element: HTMLElement, view: SheetView, cell: CellPosition, frozen: number): void {
  const left = view.columns.offset(cell.column);
  const right = left + view.columns.size(cell.column) + rowHeadWidth;
  if (left < element.scrollLeft) element.scrollLeft = left;
  else if (right > element.scrollLeft + element.clientWidth) element.scrollLeft = right - element.clientWidth;
  if (cell.row < frozen) return;
  const top = view.rows.offset(cell.row);
  const bottom = top + view.rows.size(cell.row) + headHeight;
  const covered = view.rows.offset(frozen);
  if (top - covered < element.scrollTop) element.scrollTop = top - covered;
  else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
}
