import type { WorkbookHost } from '../../host/workbookHost';
import { marksOf } from '../state';
import { noticeOf } from './notices';
import type { PaneStore } from './paneStore';

export interface Marking {
  /** Marks what the report says; `quietly` keeps silent when all went well. */
  mark(quietly?: boolean): Promise<void>;
  clear(): Promise<void>;
  /** After a re-check: brings marks up to date, where there are any. */
  refresh(): void;
}

/** Marks in the cells; a burst of edits leads to one round trip. */
export function createMarking(store: PaneStore, host: WorkbookHost, wait: (run: () => void, ms: number) => () => void): Marking {
  let shown = false;
  let stopWaiting: (() => void) | null = null;
  const mark = async (quietly = false): Promise<void> => {
    const { report, sheetNames, settings } = store.getState();
    if (!report) return;
    try {
      const marks = marksOf(report, sheetNames, settings.explained);
      const result = await host.mark(marks, { explanations: settings.explanations });
      shown = true;
      if (quietly && result.refused.length === 0) return;
      store.dispatch({ type: 'noticed', notice: { kind: 'marked', cells: result.markedCells, refused: result.refused } });
    } catch (error) {
      store.dispatch({ type: 'noticed', notice: noticeOf(error) });
    }
  };
  return {
    mark,
    async clear() {
      stopWaiting?.();
      try {
        const { removed } = await host.clearMarks();
        shown = false;
        store.dispatch({ type: 'noticed', notice: { kind: 'cleared', removed } });
      } catch (error) {
        store.dispatch({ type: 'noticed', notice: noticeOf(error) });
      }
    },
    refresh() {
      if (!shown) return;
      stopWaiting?.();
      stopWaiting = wait(() => {
        if (shown) void mark(true);
      }, 250);
    },
  };
}
