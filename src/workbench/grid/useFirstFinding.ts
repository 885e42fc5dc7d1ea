import { useEffect } from 'react';
import type { MemoryHost } from '../../host/memory';
import type { PaneControl } from '../../taskpane/control';
import { isStop, positionOf } from '../../taskpane/state';

/** Once a workbook is audited that nobody has moved in, its first finding is gone to. */
export function useFirstFinding(host: MemoryHost, { store, rows }: PaneControl): void {
  useEffect(() => {
    const start = host.range;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stop = (): void => undefined;
    const look = (): void => {
      const state = store.getState();
      if (!state.audited || state.phase !== 'ready') return;
      stop();
      // The list is drawn in the task that brought the report; another sheet is drawn in one of its own.
      timer = setTimeout(go);
    };
    const go = (): void => {
      const state = store.getState();
      if (host.range !== start || host.canUndo) return;
      const target = rows(state).find(isStop)?.target;
      const cell = target && positionOf(state.sheetNames, target.sheet, target.address);
      // A finding on a hidden sheet is read in the list.
      if (cell && host.sheets[cell.sheet].visibility === 'visible') void host.goTo(cell);
    };
    stop = store.subscribe(look);
    look();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [host, store, rows]);
}
