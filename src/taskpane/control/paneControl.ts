import type { FindingGroup } from '../../audit/report/model';
import type { WorkbookHost } from '../../host/workbookHost';
import type { OpenAudit } from '../auditPort';
import type { OwnStates } from '../ownStates';
import { browserPreferences, type PreferenceStore } from '../preferences';
import { readProseFile, type ReadProseFile } from '../readProseFile';
import {
  initialState,
  readSettings,
  reduce,
  writeSettings,
  type PaneState,
  type Row,
  type Settings,
} from '../state';
import type { Texts } from '../text';
import { createAdopting } from './adopting';
import { createAuditing, type Auditing } from './auditing';
import { followHeld } from './held';
import { createMarking, type Marking } from './marking';
import { createNavigation, type Navigation } from './navigation';
import { cancelled, noticeOf } from './notices';
import { createProse, type Prose } from './prose';
import { createRowCache } from './rowCache';
import type { PaneStore } from './paneStore';
import { createStore } from './store';

export interface PaneParts {
  readonly host: WorkbookHost;
  readonly openAudit: OpenAudit;
  readonly texts: Texts;
  readonly ownStates: OwnStates;
  /** Shared by the panes of a page; else a pane's own. */
  readonly preferences?: PreferenceStore;
  /** For tests: another reader of .docx and .txt. */
  readonly readProseFile?: ReadProseFile;
  /** For tests: today as 2026-03-01. */
  readonly today?: () => string;
  /** For tests; answers how to stop waiting. */
  readonly wait?: (run: () => void, ms: number) => () => void;
  /** For tests: milliseconds, ever growing. */
  readonly now?: () => number;
}

/** Everything the pane can do; the components call these and nothing else. */
export interface PaneControl {
  readonly store: PaneStore;
  readonly texts: Texts;
  readonly preferences: PreferenceStore;
  readonly rows: (state: PaneState) => readonly Row[];
  readonly navigation: Navigation;
  readonly marking: Marking;
  readonly prose: Prose;
  /** Opens the pane on a workbook: settings, watching edits, recognition. Writes nothing. */
  start(): Promise<void>;
  audit(): Promise<boolean>;
  cancel(): void;
  /** Changes settings and keeps them in the workbook; another year or family audits again. */
  change(settings: Partial<Settings>): Promise<void>;
  /** The user's own words for a finding, or for all of a cause; null withdraws them. */
  explain(findings: readonly string[], words: { readonly text: string; readonly by: string } | null): Promise<void>;
  /** Takes over or refuses what came with the workbook; taken over, a year or family audits again. */
  decideKept(taken: boolean): Promise<void>;
  /** Writes every proposal of an unambiguous cause, as one undo step, and re-checks; over formulas only where that is wanted. */
  adopt(group: FindingGroup, overFormula?: boolean): Promise<void>;
  /** Takes back what the last `adopt` wrote. */
  takeBack(): Promise<void>;
  /** The pane has the focus again: tells where the workbook was changed in a way that Excel does not report. */
  lookAgain(): Promise<void>;
  /** 标记, where the workbook still is what was audited. */
  markNow(): Promise<void>;
  /** Stops watching; the pane may be gone. */
  dispose(): Promise<void>;
}

export function createPaneControl(parts: PaneParts): PaneControl {
  const { host, openAudit, texts, ownStates } = parts;
  const today = parts.today ?? (() => localDate(new Date()));
  const wait = parts.wait ?? waitForReal;
  const store: PaneStore = createStore(reduce, initialState);
  const rows = createRowCache(texts);
  const marking = createMarking(store, host, wait, { proved: () => auditing.proved(), isFresh: () => auditing.isFresh() });
  const auditing: Auditing = createAuditing({ store, host, openAudit, marking, language: texts.language, wait, now: parts.now ?? (() => performance.now()) });
  const adopting = createAdopting(store, host, auditing);
  const prose = createProse({ pane: store, read: (text) => auditing.readProse(text), readFile: parts.readProseFile ?? readProseFile, texts });
  const stopHeld = followHeld(store, (of) => auditing.relations(of));
  let unwatch: (() => Promise<void>) | null = null;
  let disposed = false;
  let started: Promise<void> | null = null;
  /** What was pressed while the workbook was being opened, before its settings are known. */
  let early: 'nothing' | 'audit' | 'cancel' | null = null;
  let settingsKnown: () => void = () => undefined;
  let untilSettings: Promise<void> = Promise.resolve();

  const keep = async (): Promise<void> => {
    try {
      const { settings, kept } = store.getState();
      const text = writeSettings(settings, kept);
      await host.writeState(text);
      await ownStates.add(text);
    } catch {
      store.dispatch({ type: 'noticed', notice: { kind: 'settingsLost' } });
    }
  };
  const watch = async (): Promise<void> => {
    try {
      const stop = await host.onEdit((edit) => {
        adopting.edited(edit);
        auditing.edited(edit);
      });
      if (disposed) await stop();
      else unwatch = stop;
    } catch {
      store.dispatch({ type: 'noticed', notice: { kind: 'liveOff' } });
    }
  };

  const pressedEarly = (): typeof early => {
    const pressed = early;
    early = null;
    return pressed;
  };

  const open = async (): Promise<void> => {
    early = 'nothing';
    untilSettings = new Promise((resolve) => (settingsKnown = resolve));
    try {
      const [capabilities, state] = [await host.capabilities(), await host.readState()];
      const isOwn = state !== null && (await ownStates.has(state));
      store.dispatch({ type: 'opened', capabilities, ...readSettings(state, isOwn) });
    } catch (error) {
      early = null;
      store.dispatch({ type: 'stopped', notice: noticeOf(error) });
      return;
    } finally {
      settingsKnown();
    }
    const pressed = pressedEarly();
    if (pressed === 'cancel') store.dispatch({ type: 'stopped', notice: cancelled });
    else if (await auditing.run(pressed === 'audit')) await watch();
  };

  return {
    store,
    texts,
    preferences: parts.preferences ?? browserPreferences(),
    rows,
    marking,
    prose,
    navigation: createNavigation(store, host, rows),
    // A pane may be drawn more than once; its workbook is opened once.
    start: () => (started ??= open()),
    audit: async () => {
      if (early !== null) {
        early = 'audit';
        store.dispatch({ type: 'auditAsked' });
        await started;
        return store.getState().audited;
      }
      const done = await auditing.ask();
      if (done && !unwatch) await watch();
      return done;
    },
    cancel() {
      if (early !== null) early = 'cancel';
      else auditing.cancel();
    },
    async change(settings) {
      // Before that, what was kept in the workbook would be written over.
      await untilSettings;
      store.dispatch({ type: 'settingsChanged', settings });
      await keep();
      if ('year' in settings || 'family' in settings) await auditing.run(store.getState().audited);
      else if ('explanations' in settings || 'ticks' in settings || 'explained' in settings) marking.refresh(false);
    },
    async explain(findings, words) {
      store.dispatch({ type: 'explained', findings, words: words && { ...words, date: today() } });
      marking.refresh(false);
      await keep();
    },
    async decideKept(taken) {
      const before = store.getState().settings;
      store.dispatch({ type: 'keptDecided', taken });
      const { settings, audited } = store.getState();
      if (!taken) return;
      await keep();
      if (settings.year !== before.year || settings.family !== before.family) await auditing.run(audited);
    },
    adopt: (group, overFormula) => adopting.adopt(group, overFormula),
    takeBack: () => adopting.takeBack(),
    async lookAgain() {
      try {
        if (store.getState().audited && !(await auditing.isFresh())) store.dispatch({ type: 'noticed', notice: { kind: 'changedOutside' } });
      } catch {
        // Excel is busy, with a cell being edited for instance: the next focus asks again.
      }
    },
    async markNow() {
      try {
        if (await auditing.isFresh()) await marking.mark();
        else store.dispatch({ type: 'noticed', notice: { kind: 'changedOutside' } });
      } catch (error) {
        store.dispatch({ type: 'noticed', notice: noticeOf(error) });
      }
    },
    async dispose() {
      disposed = true;
      prose.dispose();
      stopHeld();
      auditing.close();
      await unwatch?.();
      unwatch = null;
    },
  };
}

/** In the user's own time zone. */
function localDate(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function waitForReal(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
