import type { Finding } from '../../audit/report/model';
import type { RelationsOf } from '../../audit/report/relations';
import { heldOf } from '../state';
import { noticeOf } from './notices';
import type { PaneStore } from './paneStore';

/** Fetches the relations of every line of 已通过 that is open, once a report. Answers how to stop. */
export function followHeld(store: PaneStore, ask: (of: RelationsOf) => Promise<readonly Finding[]> | null): () => void {
  let asked = new Set<string>();
  let report = store.getState().report;
  return store.subscribe(() => {
    const state = store.getState();
    if (state.report !== report) asked = new Set();
    report = state.report;
    if (state.view.tab !== 'passed') return;
    for (const key of state.view.toggled) {
      const of = heldOf(key);
      if (of === null || asked.has(key)) continue;
      asked.add(key);
      const own = report;
      ask(of)?.then(
        (relations) => {
          // Of an audit that has been overtaken, nothing is shown.
          if (store.getState().report === own) store.dispatch({ type: 'heldRead', key, relations });
        },
        (error) => store.dispatch({ type: 'noticed', notice: noticeOf(error) }),
      );
    }
  });
}
