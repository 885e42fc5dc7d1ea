import type { WorkbookHost } from '../../host/workbookHost';
import { isStop, positionOf, type PaneState, type Row, type Target } from '../state';
import { noticeOf } from './notices';
import type { PaneStore } from './paneStore';

/** Moving about in the list and from the list into the workbook. */
export interface Navigation {
  /** Moves the active row by so many rows; Infinity goes to the end. */
  move(delta: number): void;
  /** →: opens the active row, or steps into it. */
  open(): void;
  /** ←: closes the active row, or steps out to its parent. */
  close(): void;
  goToActive(): Promise<void>;
  goTo(target: Target): Promise<void>;
  /** The next (1) or previous (−1) problem; selects its cell. */
  stop(direction: 1 | -1): Promise<void>;
  /** Whether there is no further problem that way: `stop` would begin again. */
  isLastStop(direction: 1 | -1): boolean;
}

export function createNavigation(store: PaneStore, host: WorkbookHost, rowsOf: (state: PaneState) => readonly Row[]): Navigation {
  const place = (): { rows: readonly Row[]; index: number } => {
    const state = store.getState();
    const rows = rowsOf(state);
    return { rows, index: rows.findIndex((row) => row.key === state.view.active) };
  };
  const activate = (row: Row | undefined): void => {
    if (row) store.dispatch({ type: 'rowActivated', key: row.key });
  };
  const goTo = async (target: Target): Promise<void> => {
    const cell = positionOf(store.getState().sheetNames, target.sheet, target.address);
    if (!cell) {
      store.dispatch({ type: 'noticed', notice: { kind: 'hostError', code: 'sheetGone', detail: `${target.sheet}!${target.address}` } });
      return;
    }
    try {
      await host.goTo(cell);
    } catch (error) {
      store.dispatch({ type: 'noticed', notice: noticeOf(error) });
    }
  };
  return {
    goTo,
    move(delta) {
      const { rows, index } = place();
      activate(rows[Math.max(0, Math.min(rows.length - 1, index < 0 ? (delta > 0 ? delta - 1 : 0) : index + delta))]);
    },
    open() {
      const { rows, index } = place();
      const row = rows[index];
      if (row?.expanded === false) store.dispatch({ type: 'rowToggled', key: row.key });
      else if (row && rows[index + 1]?.level > row.level) activate(rows[index + 1]);
    },
    close() {
      const { rows, index } = place();
      const row = rows[index];
      if (row?.expanded === true) store.dispatch({ type: 'rowToggled', key: row.key });
      else if (row) activate(rows.slice(0, index).reverse().find((above) => above.level < row.level));
    },
    async goToActive() {
      const { rows, index } = place();
      const row = rows[index];
      if (row?.target) await goTo(row.target);
      else if (row?.kind === 'line' && row.failed) store.dispatch({ type: 'ruleChosen', rule: row.failed.rule });
      else if (row?.expanded !== undefined) store.dispatch({ type: 'rowToggled', key: row.key });
    },
    isLastStop(direction) {
      if (store.getState().view.tab !== 'problems') return false;
      const { rows, index } = place();
      return !(direction === 1 ? rows.slice(index + 1) : rows.slice(0, Math.max(0, index))).some(isStop);
    },
    async stop(direction) {
      if (store.getState().view.tab !== 'problems') store.dispatch({ type: 'tabChosen', tab: 'problems' });
      const { rows, index } = place();
      const ahead = direction === 1 ? rows.slice(index + 1) : rows.slice(0, Math.max(0, index)).reverse();
      // Past the last problem it starts again, as 查找 does in Excel.
      const row = ahead.find(isStop) ?? (direction === 1 ? rows.find(isStop) : [...rows].reverse().find(isStop));
      if (!row) return;
      activate(row);
      if (row.target) await goTo(row.target);
    },
  };
}
