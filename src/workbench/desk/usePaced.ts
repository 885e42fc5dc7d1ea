import { useEffect, useState } from 'react';
import type { Store } from '../../taskpane/control/store';

/** While hundreds of files are audited, the table is brought up to date so often, in ms. */
const PAUSE_MS = 400;

/** The state of a store, at once where it was at rest, with pauses where it changes all the time. */
export function usePaced<S, A>(store: Store<S, A>): S {
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
