import type { NarrativeText, ProseReading } from '../../audit/narrative';
import type { Finding } from '../../audit/report/model';
import type { RelationsOf } from '../../audit/report/relations';
import type { CellPosition, CellState, WorkbookSnapshot } from '../../audit/workbook';
import type { Edit, WorkbookHost } from '../../host/workbookHost';
import { goneFindings } from '../state';
import type { AuditChoice, AuditSession, OpenAudit, ProvedCell } from '../auditPort';
import type { Language } from '../text';
import { createEditQueue, type CellEdit } from './editQueue';
import type { Marking } from './marking';
import { cancelled, noticeOf } from './notices';
import type { PaneStore } from './paneStore';

/** How long a mended finding stays, struck through, in ms. */
export const mendedStays = 3000;

export interface Auditing {
  /** Reads and audits; `audited` false only recognises the workbook. Answers whether it went through. */
  run(audited: boolean): Promise<boolean>;
  /** Audits; where the workbook is being recognised, it goes on from there. Answers whether it went through. */
  ask(): Promise<boolean>;
  cancel(): void;
  /** An edit by the user. */
  edited(edit: Edit): void;
  /** Our own writes, which the host does not report; `formulas` where some were formulas, so that all has to be read again. */
  applied(edits: readonly CellEdit[], formulas: boolean): void;
  /** What a cell held when it was audited last; undefined before that. */
  cellAt(cell: CellPosition): Promise<CellState | undefined>;
  /** Whether the workbook still is what was audited last; not asked while something is under way. One round trip. */
  isFresh(): Promise<boolean>;
  /** Relations that hold; null before an audit. */
  relations(of: RelationsOf): Promise<readonly Finding[]> | null;
  /** Cells that are proved right; none before an audit. */
  proved(): Promise<readonly ProvedCell[]>;
  /** Checks a 公开说明 against the workbook as it was last audited; null before that. */
  readProse(text: NarrativeText): Promise<ProseReading> | null;
  /** Nothing is asked any more. */
  close(): void;
}

export interface AuditingParts {
  readonly store: PaneStore;
  readonly host: WorkbookHost;
  readonly openAudit: OpenAudit;
  readonly marking: Marking;
  readonly language: Language;
  readonly wait: (run: () => void, ms: number) => () => void;
  /** Milliseconds, ever growing; measures how long a re-check takes. */
  readonly now: () => number;
}

/** What a re-check of a few cells costs at most, as a share of the whole audit. */
const shareOfAudit = 0.1;

export function createAuditing({ store, host, openAudit, marking, language, wait, now }: AuditingParts): Auditing {
  let session: AuditSession | null = null;
  /** What the session was opened on; null once it was edited. */
  let openedOn: { readonly snapshot: WorkbookSnapshot; readonly choice: AuditChoice } | null = null;
  let running: AbortController | null = null;
  /** A recognition under way, which becomes an audit where one is asked for. */
  let recognising: Promise<boolean> | null = null;
  let stopMended: (() => void) | null = null;
  let stopReread: (() => void) | null = null;

  const read = async (signal: AbortSignal): Promise<readonly string[]> => {
    const { settings } = store.getState();
    const onProgress = (done: number, total: number): void => store.dispatch({ type: 'sheetsRead', done, total });
    const snapshot = await host.snapshot({ signal, onProgress });
    if (signal.aborted) throw signal.reason;
    store.dispatch({ type: 'auditStarted' });
    await new Promise<void>((resolve) => wait(resolve, 0)); // lets the pane draw before the audit takes the thread
    if (signal.aborted) throw signal.reason;
    const choice = { lang: language, ...(settings.year === null ? {} : { year: settings.year }), ...(settings.family === null ? {} : { family: settings.family }) };
    const start = now();
    // What was recognised a moment ago is not worked out again.
    if (openedOn?.snapshot !== snapshot || !isSameChoice(openedOn.choice, choice)) {
      const opened = await openAudit(snapshot, choice, signal);
      session?.close();
      session = opened;
      if (signal.aborted) throw signal.reason;
      openedOn = { snapshot, choice };
    }
    queue.restart((now() - start) * shareOfAudit);
    return snapshot.sheets.map((sheet) => sheet.name);
  };

  const rechecked = async (sheetNames?: readonly string[]): Promise<void> => {
    if (!session) return;
    const own = session;
    const before = store.getState().report;
    const { report } = own;
    const gone = before ? goneFindings(before, report) : [];
    const holding = new Set(gone.length > 0 ? await own.holds(gone) : []);
    if (session !== own) return;
    store.dispatch({ type: 'rechecked', report, holding, diagnosing: sheetNames === undefined, ...(sheetNames ? { sheetNames } : {}) });
    stopMended?.();
    if (store.getState().mended.findings.length > 0) stopMended = wait(() => store.dispatch({ type: 'mendedShown' }), mendedStays);
    if (store.getState().settings.autoMark) marking.refresh(true);
  };

  const exclusively = async (asked: boolean, work: (signal: AbortSignal) => Promise<void>): Promise<boolean> => {
    running?.abort(new DOMException('superseded', 'AbortError'));
    const own = new AbortController();
    running = own;
    store.dispatch({ type: 'readingStarted', asked });
    try {
      await work(own.signal);
      return true;
    } catch (error) {
      if (running === own) store.dispatch({ type: 'stopped', notice: own.signal.aborted ? cancelled : noticeOf(error) });
      return false;
    } finally {
      if (running === own) running = null;
    }
  };

  const reread = (): void => {
    stopReread?.();
    stopReread = wait(() => {
      // A run the user asked for goes first; what it read may be older than the edit.
      if (running) reread();
      else void exclusively(store.getState().audited, async (signal) => rechecked(await read(signal)));
    }, 400);
  };

  const apply = async (edits: readonly CellEdit[]): Promise<void> => {
    if (!session) return;
    openedOn = null;
    try {
      await session.apply(edits);
      await rechecked();
      void diagnose(session);
    } catch (error) {
      store.dispatch({ type: 'noticed', notice: noticeOf(error) });
    }
  };

  /** After what depends on the edited cells is shown; the next edit ends it. */
  const diagnose = async (own: AuditSession): Promise<void> => {
    try {
      const report = await own.diagnose();
      if (report && session === own) store.dispatch({ type: 'diagnosed', report });
    } catch (error) {
      if (session === own) store.dispatch({ type: 'noticed', notice: noticeOf(error) });
    }
  };

  const queue = createEditQueue({ apply, wait, now });

  const run = (audited: boolean): Promise<boolean> => {
    const done = exclusively(audited || store.getState().asked, async (signal) => {
      const sheetNames = await read(signal);
      const { asked } = store.getState();
      recognising = null;
      if (session) store.dispatch({ type: 'reportReady', report: session.report, sheetNames, audited: asked });
      if (asked && store.getState().settings.autoMark) await marking.mark(true);
    });
    recognising = store.getState().asked ? null : done;
    const ended = (): void => {
      if (recognising === done) recognising = null;
    };
    void done.then(ended, ended);
    return done;
  };

  return {
    run,
    ask() {
      if (!recognising) return run(true);
      store.dispatch({ type: 'auditAsked' });
      return recognising;
    },
    cancel: () => running?.abort(new DOMException('cancelled', 'AbortError')),
    edited(edit) {
      if (!store.getState().settings.live || (!session && !running)) return;
      if (running || edit.structural || !edit.cells) reread();
      else queue.add(edit.cells);
    },
    applied(edits, formulas) {
      if (formulas) reread();
      else queue.addNow(edits);
    },
    cellAt: async (cell) => session?.cellAt(cell),
    async isFresh() {
      const audited = session;
      if (!audited || running || queue.isWaiting()) return true;
      const now = await host.fingerprint();
      // An edit that came in meanwhile is followed as every edit is.
      if (now === null || session !== audited || running || queue.isWaiting()) return true;
      return now === (await audited.fingerprint());
    },
    relations: (of) => session?.relations(of) ?? null,
    proved: async () => session?.proved() ?? [],
    readProse: (text) => session?.readProse(text, language) ?? null,
    close() {
      running?.abort(new DOMException('closed', 'AbortError'));
      session?.close();
      session = null;
      openedOn = null;
    },
  };
}

const isSameChoice = (a: AuditChoice, b: AuditChoice): boolean => a.year === b.year && a.family === b.family && a.lang === b.lang;
