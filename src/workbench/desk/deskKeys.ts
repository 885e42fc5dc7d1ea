import type { KeyboardEvent } from 'react';
import type { DeskColumn } from './columns';
import type { DeskRow, DeskState, DeskStore } from './deskState';

export interface DeskKeysParts {
  readonly rows: readonly DeskRow[];
  readonly desk: DeskState;
  readonly deskStore: DeskStore;
  /** Index of the active row; −1 stands on the head. */
  readonly active: number;
  readonly columns: readonly DeskColumn[];
  readonly headColumn: number;
  readonly setHeadColumn: (column: number) => void;
  readonly onOpen: (id: number) => void;
}

const PAGE = 12;

/** The keys of the table. */
export function handleDeskKey(event: KeyboardEvent<HTMLElement>, { rows, desk, deskStore, active, columns, headColumn, setHeadColumn, onOpen }: DeskKeysParts): void {
  if (event.target !== event.currentTarget || event.altKey) return;
  const go = (to: number): void => {
    const next = Math.max(-1, Math.min(rows.length - 1, to));
    deskStore.dispatch({ type: 'activated', id: next < 0 ? null : rows[next].entry.id });
    if (event.shiftKey && next >= 0) deskStore.dispatch({ type: 'selected', ids: [active, next].flatMap((i) => (i >= 0 ? [rows[i].entry.id] : [])), on: true });
  };
  const current = active >= 0 ? rows[active].entry.id : null;
  const head = (delta: number): void => {
    if (active < 0) setHeadColumn(Math.max(0, Math.min(columns.length - 1, headColumn + delta)));
  };
  const enter = (): void => {
    const order = columns[headColumn]?.order ?? null;
    if (current !== null) onOpen(current);
    else if (order) deskStore.dispatch({ type: 'sorted', by: order });
  };
  const act: Readonly<Record<string, () => void>> = {
    ArrowDown: () => go(active + 1),
    ArrowUp: () => go(active - 1),
    PageDown: () => go(active + PAGE),
    PageUp: () => go(Math.max(0, active - PAGE)),
    Home: () => go(0),
    End: () => go(rows.length - 1),
    ArrowLeft: () => head(-1),
    ArrowRight: () => head(1),
    Enter: enter,
    ' ': () => {
      if (current !== null) deskStore.dispatch({ type: 'selected', ids: [current], on: !desk.selected.has(current) });
    },
    Escape: () => deskStore.dispatch({ type: 'unselected' }),
  };
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() !== 'a') return;
    event.preventDefault();
    deskStore.dispatch({ type: 'selected', ids: rows.map(({ entry }) => entry.id), on: true });
    return;
  }
  const run = act[event.key];
  if (!run) return;
  event.preventDefault();
  run();
}
