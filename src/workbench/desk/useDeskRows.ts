import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Store } from '../../taskpane/control/store';
import type { FileStore, FilesState } from '../files';
import { deskRows, type DeskRows, type DeskState, type DeskStore } from './deskState';

/** While hundreds of files are audited, the table is brought up to date so often, in ms. */
const PAUSE_MS = 250;

export function useDesk(fileStore: FileStore, deskStore: DeskStore): { files: FilesState; desk: DeskState; rows: DeskRows } {
  const files = usePaced(fileStore.store);
  const desk = useSyncExternalStore(deskStore.subscribe, deskStore.getState);
  const { filter, order, descending } = desk;
  const rows = useMemo(() => deskRows(files, { filter, order, descending }), [files, filter, order, descending]);
  return { files, desk, rows };
}

/** The state of a store, at once where it was at rest, with pauses where it changes all the time. */
function usePaced<S, A>(store: Store<S, A>): S {
  const [state, setState] = useState(store.getState);
  useEffect(() => {
    let last = 0;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const take = (): void => {
      timer = null;
      last = performance.now();
      setState(store.getState());
    };
    take();
    const stop = store.subscribe(() => {
      timer ??= setTimeout(take, Math.max(0, last + PAUSE_MS - performance.now()));
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [store]);
  return state;
}
