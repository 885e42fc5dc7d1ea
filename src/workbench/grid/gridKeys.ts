import type { KeyboardEvent } from 'react';
import type { CellPosition, Rect } from '../../audit/workbook';
import type { MemoryHost } from '../../host/memory';
import { step, type Direction } from './moves';
import { cellsOf } from './ranges';
import type { SheetView } from './sheetView';

export interface GridHands {
  readonly host: MemoryHost;
  readonly view: SheetView;
  readonly selected: Rect;
  readonly select: (cell: CellPosition, end?: CellPosition) => void;
  readonly selectWhole: (side: 'all' | 'rows' | 'columns', from: CellPosition, to?: CellPosition) => void;
  /** Runs what the host may refuse, and says so. */
  readonly attempt: (work: () => void) => void;
  /** Opens the cell for typing, beginning with a text. */
  readonly begin: (text: string) => void;
  readonly goTo: () => void;
  /** Rows of a page. */
  readonly page: number;
  /** What F2 shows for editing: the plain value or the formula, not its format. */
  readonly currentText: string;
}

const arrows: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** The keys hands know from Excel; copy, cut and paste come as events of their own. */
export function handleGridKey(event: KeyboardEvent, hands: GridHands): void {
  const used = event.ctrlKey || event.metaKey ? withControl(event, hands) : plain(event, hands);
  if (used) event.preventDefault();
}

/** Moves the selection, or with Shift the other end of the range. */
function go({ shiftKey }: KeyboardEvent, { host, select }: GridHands, move: (from: CellPosition) => CellPosition): boolean {
  const { cell, end } = host.range;
  if (shiftKey) select(cell, move(end));
  else select(move(cell));
  return true;
}

/** Everything that holds something, or one whole line of it. */
export function wholeOf(host: MemoryHost, side: 'all' | 'rows' | 'columns', from: CellPosition, to: CellPosition = from): readonly [CellPosition, CellPosition] {
  const { rows, columns } = host.sheets[from.sheet].extent();
  const last = { sheet: from.sheet, row: Math.max(0, rows - 1), column: Math.max(0, columns - 1) };
  const first = { sheet: from.sheet, row: 0, column: 0 };
  if (side === 'rows') return [{ ...first, row: from.row }, { ...last, row: to.row }];
  return side === 'columns' ? [{ ...first, column: from.column }, { ...last, column: to.column }] : [first, last];
}

function withControl(event: KeyboardEvent, hands: GridHands): boolean {
  const { key, shiftKey } = event;
  const { host, view, selectWhole, attempt, goTo } = hands;
  const { cell, end } = host.range;
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
    case 'a':
      selectWhole('all', cell);
      return true;
    case ' ':
      selectWhole('columns', cell, end);
      return true;
    case 'home':
      return go(event, hands, (from) => ({ ...from, row: 0, column: 0 }));
    case 'end':
      return go(event, hands, (from) => wholeOf(host, 'all', from)[1]);
    case 'pageup':
    case 'pagedown':
      otherSheet(host, key === 'PageDown' ? 1 : -1);
      return true;
    default:
      // To the edge of what is filled, or on to the next filled cell.
      return key in arrows && go(event, hands, (from) => edge(host, view, from, arrows[key]));
  }
}

function plain(event: KeyboardEvent, hands: GridHands): boolean {
  const { key } = event;
  const { host, view, selected, select, selectWhole, attempt, begin, page, currentText } = hands;
  const { cell, end } = host.range;
  if (key in arrows) go(event, hands, (from) => step(view, from, arrows[key]));
  else if (key === 'PageDown' || key === 'PageUp') go(event, hands, (from) => step(view, from, key === 'PageDown' ? 'down' : 'up', Math.max(1, page - 1)));
  else if (key === 'Home') go(event, hands, (from) => ({ ...from, column: 0 }));
  else if (key === 'Enter') select(step(view, cell, event.shiftKey ? 'up' : 'down'));
  else if (key === 'F2') begin(currentText);
  else if (key === 'Delete') attempt(() => void host.enter(filled(hands, cellsOf(view, cell.sheet, selected)).map((at) => ({ cell: at, content: null }))));
  else if (key === 'Backspace') begin('');
  else if (key === ' ' && event.shiftKey) selectWhole('rows', cell, end);
  else if (key === 'Process') begin('');
  else if (key.length === 1 && !event.altKey) begin(key);
  else return false;
  return key !== 'Process';
}

function filled({ host }: GridHands, cells: readonly CellPosition[]): CellPosition[] {
  return cells.filter((cell) => host.cell(cell) !== null);
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
