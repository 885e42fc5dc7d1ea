import { createContext, useContext, useSyncExternalStore } from 'react';
import type { PaneControl } from '../control';
import { paneVerdict, type PaneState, type Verdict } from '../state';
import type { Texts } from '../text';

export const PaneContext = createContext<PaneControl | null>(null);

/** The control of the pane a component stands in. */
export function usePane(): PaneControl {
  const control = useContext(PaneContext);
  if (!control) throw new Error('a pane component stands outside a pane');
  return control;
}

/** The part of the state a component shows; it is drawn again only when that part changes. */
export function usePaneState<T>(pick: (state: PaneState) => T): T {
  const { store } = usePane();
  return useSyncExternalStore(store.subscribe, () => pick(store.getState()));
}

export function useTexts(): Texts {
  return usePane().texts;
}

/** What the audit has come to; null before the first reading. */
export function usePaneVerdict(): Verdict | null {
  return usePaneState(paneVerdict);
}
