import type { WorkbookReport } from '../../audit/report/model';
import type { WorkbookSnapshot } from '../../audit/workbook';
import { explanationsIn, readFolderFile, type DecidedState, type RosterEntry, type Submission } from '../../desk';
import { FileError } from '../../files/errors';
import type { CopyKind } from '../../files';
import type { CellEntry } from '../../host/memory';
import type { OpenAudit } from '../../taskpane/auditPort';
import { createStore, type Store } from '../../taskpane/control/store';
import type { PreferenceStore } from '../../taskpane/preferences';
import type { Texts } from '../../taskpane/text';
import type { Batch, PackedReport } from '../batch';
import type { WorkbenchTexts } from '../workbenchTexts';
import { arrivalsOf, freePath, pathOf, type IncomingFile } from './arrivals';
import { createBatchRun } from './batchRun';
import { exportedFiles, noFiles, ownFiles, reduceFiles, submissionsOf, type FileEntry, type FilesAction, type FilesState } from './model';
import { reportOf, typedIn, type OpenFile } from './openFile';
import { savedCopy, type CopyWriters, type SavedCopy } from './savedCopy';
import { createOpening } from './opening';
import { folderText, jsonText, jsonType, reportsOf, xlsxType, type OutgoingFile } from './output';

export interface FileStoreParts extends CopyWriters {
  readonly readWorkbook: (bytes: Uint8Array, name: string) => Promise<WorkbookSnapshot>;
  readonly batch: Batch;
  readonly openAudit: OpenAudit;
  readonly preferences?: PreferenceStore;
  /** The rows of the first sheet, or of a CSV text, as texts. */
  readonly readRows: (bytes: Uint8Array, name: string) => Promise<readonly (readonly string[])[]>;
  readonly writeChecklist: (submissions: readonly Submission[], reports: readonly WorkbookReport[], roster: readonly RosterEntry[] | null) => Promise<Uint8Array>;
  /** A refusal of `readWorkbook` in the user's words; null for anything else. */
  readonly refusalText: (error: unknown) => string | null;
  readonly texts: Texts & Pick<WorkbenchTexts, 'savedSuffix' | 'checklistName' | 'reportName' | 'explanationsName'>;
}

export interface FileStore {
  readonly store: Store<FilesState, FilesAction>;
  /** Lists the workbooks at once: one is opened, several are audited in the pool. Resolves when they are through. */
  add(files: readonly IncomingFile[]): Promise<void>;
  choose(id: number): void;
  /** Opens a file and goes to its first (1) or last (−1) problem. */
  walkTo(id: number, direction: 1 | -1): Promise<void>;
  remove(id: number): Promise<void>;
  /** Takes off everything, also what is kept of it. */
  clear(): Promise<void>;
  cancel(): void;
  /** Goes on with what was cancelled. */
  resume(): Promise<void>;
  open(id: number): OpenFile | null;
  /** The files as they came in, and what was typed over them, to be kept over a reload. The example is none. */
  sources(): readonly Source[];
  decide(ids: readonly number[], state: DecidedState | null): void;
  setRoster(roster: readonly RosterEntry[] | null): void;
  /** The rows of a sheet or of a CSV text, for a roster. */
  readRows(file: IncomingFile): Promise<readonly (readonly string[])[]>;
  /** What a copy of the file keeps; null where it is not open. */
  copyKind(id: number): Promise<CopyKind | null>;
  /** A copy of the file with what was typed over it, and with its marks where asked for; null where it is not open. */
  saveAs(id: number, withMarks: boolean): Promise<SavedCopy | null>;
  /** The 检查表 of these files, or of all: causes first, a sheet a file. */
  checklist(ids?: readonly number[]): Promise<OutgoingFile>;
  /** The same as the report of the command line. */
  jsonReport(): Promise<OutgoingFile>;
  /** The 情况说明 of all files, and what was decided of them. */
  explanations(): Promise<OutgoingFile>;
}

/** A file with what was typed over it. */
export interface Source {
  readonly path: string;
  readonly file: IncomingFile;
  readonly edits: readonly CellEntry[];
}

export function createFileStore({ readWorkbook, readRows, batch, copyKind, writeCopy, writeChecklist, openAudit, preferences, refusalText, texts }: FileStoreParts): FileStore {
  const store = createStore(reduceFiles, noFiles);
  const incoming = new Map<number, IncomingFile>();
  const reports = new Map<number, PackedReport>();
  let lastId = 0;

  const entry = (id: number): FileEntry | null => store.getState().files.find((file) => file.id === id) ?? null;
  const change = (id: number, next: Extract<FilesAction, { type: 'changed' }>['change']): void => store.dispatch({ type: 'changed', id, change: next });
  const refuse = (id: number, error: unknown, digest = ''): void =>
    store.dispatch({ type: 'failed', id, digest, failure: refusalText(error) ?? `${texts.errors.failed} ${error instanceof Error ? error.message : String(error)}` });

  const { opened, isOpening, openOnce, pair, proses, close } = createOpening({ store, incoming, reports, readWorkbook, openAudit, preferences, refuse, texts });
  const hasEdits = (id: number): boolean => (incoming.get(id)?.edits ?? []).length > 0;

  const tallyRun = (): void => {
    const { run } = store.getState();
    if (run) store.dispatch({ type: 'ran', run: { ...run, done: run.done + 1 } });
  };
  const run = createBatchRun<FileEntry>({
    batch,
    next: () => {
      const file = store.getState().files.find(({ status, id }) => status === 'waiting' && !isOpening(id) && !hasEdits(id)) ?? null;
      if (file) change(file.id, { status: 'reading' });
      return file;
    },
    begin: async ({ id, submission: { file } }) => {
      const bytes = await incoming.get(id)?.bytes();
      return bytes ? { kind: 'audit', bytes, file, lang: texts.language, explained: explanationsIn(store.getState().folder, file.path) } : null;
    },
    done({ id }, answer) {
      tallyRun();
      if (!entry(id) || opened.has(id)) return;
      if ('code' in answer) return refuse(id, new FileError(answer.code, answer.details), answer.digest);
      reports.set(id, answer.report);
      store.dispatch({ type: 'named', names: answer.names });
      change(id, { status: 'audited', submission: answer.submission });
    },
    failed({ id }, error) {
      tallyRun();
      if (entry(id)) refuse(id, error);
    },
    undone: ({ id }) => change(id, { status: 'waiting' }),
  });

  const runAll = async (): Promise<void> => {
    const waiting = store.getState().files.filter(({ status, id }) => status === 'waiting' && !hasEdits(id)).length;
    const now = store.getState().run;
    store.dispatch({ type: 'ran', run: now ? { ...now, all: now.all + waiting } : { done: 0, all: waiting, since: performance.now() } });
    await run.start();
    store.dispatch({ type: 'ran', run: null });
    // What was typed over is audited with it.
    for (const { id, status } of store.getState().files) if (status === 'waiting' && hasEdits(id)) await openOnce(id);
  };

  const readFolder = async (file: IncomingFile): Promise<void> => {
    const folder = readFolderFile(new TextDecoder().decode(await file.bytes()));
    if (!folder) return;
    store.dispatch({ type: 'folderRead', folder });
    for (const { id, submission } of store.getState().files) {
      const report = reports.get(id);
      const explained = explanationsIn(store.getState().folder, submission.file.path);
      if (Object.keys(explained).length === 0) continue;
      const control = opened.get(id)?.control;
      if (control) await control.change({ explained: { ...control.store.getState().settings.explained, ...explained } });
      if (!report || control) continue;
      const answer = await batch.run({ kind: 'explain', report, file: submission.file, explained }, new AbortController().signal);
      if (!('report' in answer)) continue;
      reports.set(id, answer.report);
      change(id, { submission: answer.submission });
    }
  };
  const forget = async (id: number): Promise<void> => {
    incoming.delete(id);
    reports.delete(id);
    await close(id);
  };
  const list = (workbooks: readonly IncomingFile[]): readonly number[] => {
    const taken = new Set(store.getState().files.map(({ submission }) => submission.file.path));
    const entries = workbooks.map((file) => {
      const path = freePath(pathOf(file), taken);
      taken.add(path);
      const id = ++lastId;
      incoming.set(id, file);
      return { id, file: { path, size: file.size ?? 0, changed: file.changed ?? '', digest: '' }, isExample: file.isExample ?? false, edited: (file.edits ?? []).length > 0 };
    });
    if (entries.length > 0) store.dispatch({ type: 'added', files: entries });
    return entries.map(({ id }) => id);
  };

  const remove = async (id: number): Promise<void> => {
    store.dispatch({ type: 'removed', id });
    await forget(id);
  };
  const reportTextOf = (id: number): string | PackedReport | null => {
    const open = opened.get(id);
    const report = open && reportOf(open);
    return report ? JSON.stringify({ ...report, file: entry(id)?.submission.file.path ?? report.file }) : (reports.get(id) ?? null);
  };

  return {
    store,
    async add(dropped) {
      const { workbooks, proses: texts, folderFiles, ignored } = arrivalsOf(dropped);
      for (const file of folderFiles) await readFolder(file);
      // Without a workbook to go with it, a Word file is refused like any other that is none.
      const isAlone = workbooks.length === 0 && !store.getState().files.some(({ status }) => status !== 'failed');
      const ids = list(isAlone ? texts : workbooks);
      store.dispatch({ type: 'ignored', ignored });
      const isOwn = ids.some((id) => entry(id)?.isExample === false);
      // The example steps aside for files of one's own.
      if (isOwn) for (const { id, edited, isExample } of store.getState().files) if (isExample && !edited) await remove(id);
      if (ids.length === 1) {
        store.dispatch({ type: 'chosen', id: ids[0] });
        await openOnce(ids[0]);
      } else if (ids.length > 1) {
        store.dispatch({ type: 'deskShown' });
        await runAll();
      }
      if (!isAlone) for (const prose of texts) await pair(prose);
    },
    choose(id) {
      store.dispatch({ type: 'chosen', id });
      void openOnce(id);
    },
    async walkTo(id, direction) {
      store.dispatch({ type: 'chosen', id });
      await openOnce(id);
      if (store.getState().chosen === id) await opened.get(id)?.control.navigation.stop(direction);
    },
    remove,
    async clear() {
      run.cancel();
      const ids = store.getState().files.map(({ id }) => id);
      store.dispatch({ type: 'cleared' });
      for (const id of ids) await forget(id);
    },
    cancel: () => run.cancel(),
    resume: runAll,
    open: (id) => opened.get(id) ?? null,
    sources() {
      const own = ownFiles(store.getState()).flatMap(({ id, submission }): readonly Source[] => {
        const [file, open] = [incoming.get(id), opened.get(id)];
        return file ? [{ path: submission.file.path, file, edits: open ? typedIn(open.host) : (file.edits ?? []) }] : [];
      });
      return [...own, ...[...proses.values()].map((file) => ({ path: pathOf(file), file, edits: [] }))];
    },
    decide(ids, state) {
      const wanted = new Set(ids);
      const files = store.getState().files.filter(({ id }) => wanted.has(id)).map(({ submission }) => submission.file);
      store.dispatch({ type: 'decided', files, state, by: '', at: localMinute(new Date()) });
    },
    setRoster: (roster) => store.dispatch({ type: 'rosterGiven', roster }),
    readRows: async (file) => readRows(await file.bytes(), file.name),
    async copyKind(id) {
      const original = incoming.get(id);
      return original && opened.has(id) ? copyKind(await original.bytes()) : null;
    },
    async saveAs(id, withMarks) {
      const [file, original] = [opened.get(id), incoming.get(id)];
      return file && original ? savedCopy(file.host, await original.bytes(), withMarks, texts.savedSuffix, { copyKind, writeCopy }) : null;
    },
    async checklist(ids) {
      const wanted = ids === undefined ? null : new Set(ids);
      const state = store.getState();
      const files = exportedFiles(state).filter(({ id }) => wanted === null || wanted.has(id));
      const paths = new Set(files.map(({ submission }) => submission.file.path));
      const decided = submissionsOf(state).filter(({ file }) => paths.has(file.path));
      const submissions = decided.length > 0 ? decided : files.map(({ submission }) => submission);
      return { name: `${texts.checklistName}.xlsx`, type: xlsxType, bytes: await writeChecklist(submissions, await reportsOf(files, reportTextOf), wanted === null ? state.roster : null) };
    },
    async jsonReport() {
      return { name: `${texts.reportName}.json`, type: jsonType, bytes: await jsonText(exportedFiles(store.getState()), reportTextOf) };
    },
    async explanations() {
      return { name: `${texts.explanationsName}.json`, type: jsonType, bytes: new TextEncoder().encode(folderText(store.getState())) };
    },
  };
}

/** 2026-03-01T14:05 in the user's own time zone. */
function localMinute(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}T${two(now.getHours())}:${two(now.getMinutes())}`;
}
