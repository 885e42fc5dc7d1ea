import type { CellPosition, FrozenPanes } from '../../audit/workbook';
import { headHeight, rowHeadWidth, type Axis } from './layout';
import type { SheetView } from './sheetView';

/** The part of a side that is not covered, and what is there. */
interface Side {
  readonly axis: Axis;
  readonly line: number;
  readonly frozen: number;
  readonly scrolled: number;
  /** Room of the side without its head, px. */
  readonly room: number;
}

/** Brings a cell clear of heads and frozen panes: just far enough, or, for a cell gone to, into the middle. */
export function scrollTo(element: HTMLElement, view: SheetView, cell: CellPosition, frozen: FrozenPanes, toMiddle: boolean): void {
  const across: Side = { axis: view.columns, line: cell.column, frozen: frozen.columns, scrolled: element.scrollLeft, room: element.clientWidth - rowHeadWidth };
  const down: Side = { axis: view.rows, line: cell.row, frozen: frozen.rows, scrolled: element.scrollTop, room: element.clientHeight - headHeight };
  // Names stand at the left: where the cell can be seen beside them, it is.
  const atLeft = { ...across, scrolled: 0 };
  const left = toMiddle ? (isClear(atLeft) ? 0 : middle(across)) : nearest(across);
  const top = toMiddle ? middle(down) : nearest(down);
  if (left !== null && left !== element.scrollLeft) element.scrollLeft = left;
  if (top !== null && top !== element.scrollTop) element.scrollTop = top;
}

function isClear({ axis, line, frozen, scrolled, room }: Side): boolean {
  return line < frozen || (axis.offset(line) - axis.offset(frozen) >= scrolled && axis.offset(line + 1) <= scrolled + room);
}

/** null where a frozen line is in view anyway. */
function nearest(side: Side): number | null {
  const { axis, line, frozen, scrolled, room } = side;
  if (isClear(side)) return null;
  const start = axis.offset(line) - axis.offset(frozen);
  return start < scrolled ? start : Math.min(start, axis.offset(line + 1) - room);
}

function middle({ axis, line, frozen, room }: Side): number | null {
  if (line < frozen) return null;
  const free = room - axis.offset(frozen);
  return Math.max(0, axis.offset(line) - axis.offset(frozen) - (free - axis.size(line)) / 2);
}
