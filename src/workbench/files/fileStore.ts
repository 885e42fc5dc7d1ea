import type { WorkbookSnapshot } from '../../audit/workbook';
import { explanationsIn, readFolderFile, type DecidedState, type RosterEntry } from '../../desk';
import { FileError } from '../../files/errors';
import type { CopyKind } from '../../files';
import { positionOf } from '../../host/marks';
import type { CellEntry } from '../../host/memory';
import type { OpenAudit } from '../../taskpane/auditPort';
import { createStore, type Store } from '../../taskpane/control/store';
import type { PreferenceStore } from '../../taskpane/preferences';
import type { Texts } from '../../taskpane/text';
import type { Batch, PackedReport } from '../batch';
import { packReport } from '../batch/packing';
import type { Material } from '../errands';
import type { WorkbenchTexts } from '../workbenchTexts';
import { arrivalsOf, freePath, mayBeOwn, pathOf, withoutChecklists, type IncomingFile } from './arrivals';
import { createBatchRun } from './batchRun';
import { noFiles, ownFiles, reduceFiles, stepsAside, type FileEntry, type FilesAction, type FilesState } from './model';
import { reportOf, typedIn, type OpenFile } from './openFile';
import { savedCopy, type CopyWriters, type SavedCopy } from './savedCopy';
import { createOpening } from './opening';
import { createExports, type Exports, type WriteAgainst, type WriteChecklist } from './exports';

export interface FileStoreParts extends CopyWriters {
  readonly readWorkbook: (bytes: Uint8Array, name: string) => Promise<WorkbookSnapshot>;
  readonly isChecklist: (bytes: Uint8Array) => Promise<boolean>;
  readonly batch: Batch;
  readonly openAudit: OpenAudit;
  readonly preferences?: PreferenceStore;
  readonly writeChecklist: WriteChecklist;
  readonly writeAgainst: WriteAgainst;
  /** A refusal of `readWorkbook` in the user's words; null for anything else. */
  readonly refusalText: (error: unknown) => string | null;
  readonly texts: Texts & Pick<WorkbenchTexts, 'savedSuffix' | 'checklistName' | 'reportName' | 'explanationsName' | 'folderFileRead' | 'folderFileBad'>;
}

export interface FileStore extends Exports {
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
  /** Whether something is being typed that is not entered yet. */
  isTyping(): boolean;
  /** The files as they came in, and what was typed over them, to be kept over a reload. The example is none. */
  sources(): readonly Source[];
  /** What was typed over the example, to be kept likewise. */
  exampleEdits(): readonly CellEntry[];
  decide(ids: readonly number[], state: DecidedState | null): void;
  /** Who reviews, as 检查表 and decisions name them: null before anybody was asked. */
  reviewer(): string | null;
  setReviewer(name: string): void;
  setRoster(roster: readonly RosterEntry[] | null): void;
  /** Opens a file and goes to a cell of it, as reports name them. */
  openAt(id: number, sheet: string, address: string): Promise<void>;
  /** A file as it stands, with what was typed over it and said of it. Throws where it can no longer be read. */
  material(id: number): Promise<Material>;
  /** The report of an audited file; null before its audit. */
  packedReport(id: number): PackedReport | null;
  /** What a copy of the file keeps; null where it is not open. */
  copyKind(id: number): Promise<CopyKind | null>;
  /** A copy of the file with what was typed over it, and with its marks where asked for; null where it is not open. */
  saveAs(id: number, withMarks: boolean): Promise<SavedCopy | null>;
}

/** A file with what was typed over it. */
export interface Source {
  readonly path: string;
  readonly file: IncomingFile;
  readonly edits: readonly CellEntry[];
}

export function createFileStore({ readWorkbook, isChecklist, batch, copyKind, writeCopy, writeChecklist, writeAgainst, openAudit, preferences, refusalText, texts }: FileStoreParts): FileStore {
  const store = createStore(reduceFiles, noFiles);
  const incoming = new Map<number, IncomingFile>();
  const reports = new Map<number, PackedReport>();
  let lastId = 0;
  const reviewer = (): string | null => preferences?.get().reviewer ?? null;

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
    if (!folder) return store.dispatch({ type: 'noticed', notice: texts.folderFileBad(pathOf(file)) });
    store.dispatch({ type: 'folderRead', folder });
    const said = Object.values(folder.workbooks).reduce((n, one) => n + Object.keys(one).length, 0);
    store.dispatch({ type: 'noticed', notice: texts.folderFileRead(said, Object.keys(folder.decisions).length) });
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
    // The example steps aside for files of one's own, and takes no name from them.
    const stays = workbooks.every(({ isExample }) => isExample === true) ? store.getState().files : store.getState().files.filter((file) => !stepsAside(file));
    const taken = new Set(stays.map(({ submission }) => submission.file.path));
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
      // Files may be dropped while a cell is being typed in: the example then stays, edited.
      for (const { host } of opened.values()) host.enterDraft();
      const all = arrivalsOf(dropped);
      // What needs no look into it is listed at once.
      const { workbooks, proses: texts, folderFiles, ignored } = all.workbooks.some(mayBeOwn) ? await withoutChecklists(all, isChecklist) : all;
      for (const file of folderFiles) await readFolder(file);
      // Without a workbook to go with it, a Word file is refused like any other that is none.
      const isAlone = workbooks.length === 0 && !store.getState().files.some(({ status }) => status !== 'failed');
      const ids = list(isAlone ? texts : workbooks);
      store.dispatch({ type: 'ignored', ignored });
      const isOwn = ids.some((id) => entry(id)?.isExample === false);
      if (isOwn) for (const file of store.getState().files) if (stepsAside(file)) await remove(file.id);
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
    async openAt(id, sheet, address) {
      store.dispatch({ type: 'chosen', id });
      await openOnce(id);
      const open = opened.get(id);
      const cell = open && positionOf(open.host.sheets.map(({ name }) => name), sheet, address);
      if (cell) await open.host.goTo(cell);
    },
    async material(id) {
      const [file, open] = [incoming.get(id), opened.get(id)];
      if (!file) throw new Error('no such file');
      const { path } = entry(id)?.submission.file ?? { path: pathOf(file) };
      return { path, bytes: await file.bytes(), edits: open ? typedIn(open.host) : (file.edits ?? []), explained: explanationsIn(store.getState().folder, path) };
    },
    packedReport(id) {
      const open = opened.get(id);
      const report = open && reportOf(open);
      return report ? packReport({ ...report, file: entry(id)?.submission.file.path ?? report.file }) : (reports.get(id) ?? null);
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
    isTyping: () => [...opened.values()].some(({ host }) => host.draft !== null),
    sources() {
      const own = ownFiles(store.getState()).flatMap(({ id, submission }): readonly Source[] => {
        const [file, open] = [incoming.get(id), opened.get(id)];
        return file ? [{ path: submission.file.path, file, edits: open ? typedIn(open.host) : (file.edits ?? []) }] : [];
      });
      return [...own, ...[...proses.values()].map((file) => ({ path: pathOf(file), file, edits: [] }))];
    },
    exampleEdits() {
      const example = store.getState().files.find(({ isExample }) => isExample);
      const open = example && opened.get(example.id);
      return open ? typedIn(open.host) : ((example && incoming.get(example.id)?.edits) ?? []);
    },
    decide(ids, state) {
      const wanted = new Set(ids);
      const files = store.getState().files.filter(({ id }) => wanted.has(id)).map(({ submission }) => submission.file);
      store.dispatch({ type: 'decided', files, state, by: reviewer() ?? '', at: localMinute(new Date()) });
    },
    reviewer,
    setReviewer: (name) => preferences?.set({ reviewer: name }),
    setRoster: (roster) => store.dispatch({ type: 'rosterGiven', roster }),
    async copyKind(id) {
      const original = incoming.get(id);
      return original && opened.has(id) ? copyKind(await original.bytes()) : null;
    },
    async saveAs(id, withMarks) {
      const [file, original] = [opened.get(id), incoming.get(id)];
      return file && original ? savedCopy(file.host, await original.bytes(), withMarks, texts.savedSuffix, { copyKind, writeCopy }) : null;
    },
    ...createExports({ store, textOf: reportTextOf, writeChecklist, writeAgainst, signed: () => ({ reviewer: reviewer() ?? '', date: localMinute(new Date()).slice(0, 10) }), texts }),
  };
}

/** 2026-03-01T14:05 in the user's own time zone. */
function localMinute(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}T${two(now.getHours())}:${two(now.getMinutes())}`;
}
