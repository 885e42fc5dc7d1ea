import type { Mark, WorkbookHost } from '../../host/workbookHost';
import type { ProvedCell } from '../auditPort';
import { marksOf, ticksOf } from '../state';
import { noticeOf } from './notices';
import type { PaneStore } from './paneStore';

export interface Marking {
  /** Marks what the report says; `quietly` keeps silent when all went well. */
  mark(quietly?: boolean): Promise<void>;
  clear(): Promise<void>;
  /** After a re-check, or a decision in the pane: brings marks up to date, where there are any. `checked`: the workbook was read or asked just now. */
  refresh(checked: boolean): void;
}

/** What marking asks of the audit. */
interface Audited {
  /** Cells that are proved right. */
  proved(): Promise<readonly ProvedCell[]>;
  /** Whether the workbook still is what was audited last; one round trip. */
  isFresh(): Promise<boolean>;
}

/** How long the hands must rest before marks are brought up to date, in ms. */
const restBeforeMarks = 1500;

/** Marks in the cells; a burst of edits leads to one round trip. */
export function createMarking(store: PaneStore, host: WorkbookHost, wait: (run: () => void, ms: number) => () => void, audited: Audited): Marking {
  /** What was marked last; null where there are no marks of ours. */
  let shown: Shown | null = null;
  let stopWaiting: (() => void) | null = null;
  /** There may be a hundred thousand marks: the page looks up before they are worked out, and before they are placed. */
  const rest = (): Promise<void> => new Promise((resolve) => wait(resolve, 0));
  const mark = async (quietly: boolean, { onlyIfOther = false, checked = true } = {}): Promise<void> => {
    await rest();
    const { report, sheetNames, settings } = store.getState();
    if (!report) return;
    try {
      const marks = [...marksOf(report, sheetNames, settings.explained), ...(settings.ticks ? ticksOf(await audited.proved()) : [])];
      const now = { marks, explanations: settings.explanations };
      // After an edit that changes no mark nothing is sent: every write to the workbook ends what can be undone.
      if (onlyIfOther && shown && isSame(shown, now)) return;
      if (!checked && !(await audited.isFresh())) {
        store.dispatch({ type: 'noticed', notice: { kind: 'changedOutside' } });
        return;
      }
      await rest();
      if (store.getState().report !== report) return;
      const result = await host.mark(marks, { explanations: settings.explanations });
      shown = now;
      if (quietly && result.refused.length === 0) return;
      store.dispatch({ type: 'noticed', notice: { kind: 'marked', cells: result.markedCells, refused: result.refused } });
    } catch (error) {
      store.dispatch({ type: 'noticed', notice: noticeOf(error) });
    }
  };
  return {
    mark: (quietly = false) => mark(quietly),
    async clear() {
      stopWaiting?.();
      try {
        const { removed, left } = await host.clearMarks();
        shown = null;
        store.dispatch({ type: 'noticed', notice: { kind: 'cleared', removed, left } });
      } catch (error) {
        store.dispatch({ type: 'noticed', notice: noticeOf(error) });
      }
    },
    refresh(checked) {
      if (shown === null) return;
      stopWaiting?.();
      stopWaiting = wait(() => {
        if (shown !== null) void mark(true, { onlyIfOther: true, checked });
      }, restBeforeMarks);
    },
  };
}

interface Shown {
  readonly marks: readonly Mark[];
  readonly explanations: boolean;
}

function isSame(a: Shown, b: Shown): boolean {
  const isSameMark = (one: Mark, other: Mark): boolean =>
    one.style === other.style && one.note === other.note && one.cell.sheet === other.cell.sheet && one.cell.row === other.cell.row && one.cell.column === other.cell.column;
  return a.explanations === b.explanations && a.marks.length === b.marks.length && a.marks.every((mark, i) => isSameMark(mark, b.marks[i]));
}
