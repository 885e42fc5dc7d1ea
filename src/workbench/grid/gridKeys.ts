import type { KeyboardEvent } from 'react';
import type { CellPosition } from '../../audit/workbook';
import type { MemoryHost } from '../../host/memory';
import { step, type Direction } from './moves';
import type { SheetView } from './sheetView';

export interface GridHands {
  readonly host: MemoryHost;
  readonly view: SheetView;
  readonly select: (cell: CellPosition) => void;
  /** Runs what the host may refuse, and says so. */
  readonly attempt: (work: () => void) => void;
  /** Opens the cell for typing, beginning with a text. */
  readonly begin: (text: string) => void;
  readonly goTo: () => void;
  /** Rows of a page. */
  readonly page: number;
}

const arrows: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** The keys hands know from Excel. */
export function handleGridKey(event: KeyboardEvent, hands: GridHands): void {
  const used = event.ctrlKey || event.metaKey ? withControl(event, hands) : plain(event, hands);
  if (used) event.preventDefault();
}

function withControl({ key, shiftKey }: KeyboardEvent, { host, view, select, attempt, goTo }: GridHands): boolean {
  const cell = host.selection;
  switch (key.toLowerCase()) {
    case 'z':
    case 'y':
      attempt(() => {
        const changed = key.toLowerCase() === 'y' || shiftKey ? host.redo() : host.undo();
        if (changed) host.select(changed);
      });
      return true;
    case 'g':
      goTo();
      return true;
    case 'home':
      select({ ...cell, row: 0, column: 0 });
      return true;
    case 'end': {
      const { rows, columns } = host.sheets[cell.sheet].extent();
      select({ ...cell, row: Math.max(0, rows - 1), column: Math.max(0, columns - 1) });
      return true;
    }
    case 'pageup':
    case 'pagedown':
      otherSheet(host, key === 'PageDown' ? 1 : -1);
      return true;
    default:
      if (!(key in arrows)) return false;
      // To the edge of what is filled, or on to the next filled cell.
      select(edge(host, view, cell, arrows[key]));
      return true;
  }
}

function plain(event: KeyboardEvent, { host, view, select, attempt, begin, page }: GridHands): boolean {
  const { key } = event;
  const cell = host.selection;
  if (key in arrows) select(step(view, cell, arrows[key]));
  else if (key === 'PageDown' || key === 'PageUp') select(step(view, cell, key === 'PageDown' ? 'down' : 'up', Math.max(1, page - 1)));
  else if (key === 'Home') select({ ...cell, column: 0 });
  else if (key === 'Enter') select(step(view, cell, event.shiftKey ? 'up' : 'down'));
  else if (key === 'F2') begin(String(host.cell(cell)?.content.value ?? ''));
  else if (key === 'Delete' || key === 'Backspace') attempt(() => host.edit(cell, null));
  else if (key === 'Process') begin('');
  else if (key.length === 1 && !event.altKey) begin(key);
  else return false;
  return key !== 'Process';
}

function otherSheet(host: MemoryHost, way: 1 | -1): void {
  for (let sheet = host.selection.sheet + way; sheet >= 0 && sheet < host.sheets.length; sheet += way) {
    if (host.sheets[sheet].visibility === 'visible') return host.select({ sheet, row: 0, column: 0 });
  }
}

function edge(host: MemoryHost, view: SheetView, from: CellPosition, direction: Direction): CellPosition {
  let cell = step(view, from, direction);
  const filled = (at: CellPosition): boolean => host.cell(at) !== null;
  const run = filled(from) && filled(cell);
  for (;;) {
    const next = step(view, cell, direction);
    if ((next.row === cell.row && next.column === cell.column) || (run ? !filled(next) : filled(cell))) return cell;
    cell = next;
  }
}
