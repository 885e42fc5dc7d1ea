import type { AuditReport } from '../../audit/report/model';
import type { WorkbookSnapshot } from '../../audit/workbook';
import type { CopyKind } from '../../files';
import { MemoryHost } from '../../host/memory';
import type { OpenAudit } from '../../taskpane/auditPort';
import { createPaneControl, type PaneControl } from '../../taskpane/control';
import { createStore, type Store } from '../../taskpane/control/store';
import { paneVerdict } from '../../taskpane/state';
import type { PreferenceStore } from '../../taskpane/preferences';
import { browserOwnStates } from '../../taskpane/ownStates';
import type { Texts } from '../../taskpane/text';
import type { WorkbenchTexts } from '../workbenchTexts';
import { batchReport, explanationsText, jsonType, xlsxType, type OutgoingFile } from './output';
import { savedCopy, type CopyWriters, type SavedCopy } from './savedCopy';
import type { OpenFile } from './openFile';
import { noFiles, reduceFiles, type FilesAction, type FilesState } from './model';
import { isProseName, pairOf } from './pairing';

/** A file on its way in. */
export interface IncomingFile {
  readonly name: string;
  readonly isExample?: boolean;
  readonly bytes: () => Promise<Uint8Array>;
}

export interface FileStoreParts extends CopyWriters {
  readonly readWorkbook: (bytes: Uint8Array, name: string) => Promise<WorkbookSnapshot>;
  readonly openAudit: OpenAudit;
  readonly preferences?: PreferenceStore;
  readonly writeChecklist: (report: AuditReport) => Promise<Uint8Array>;
  /** A refusal of `readWorkbook` in the user's words; null for anything else. */
  readonly refusalText: (error: unknown) => string | null;
  readonly texts: Texts & Pick<WorkbenchTexts, 'savedSuffix' | 'checklistName' | 'reportName' | 'explanationsName'>;
}

export interface FileStore {
  readonly store: Store<FilesState, FilesAction>;
  /** Lists the workbooks at once, then reads and audits one after the other; a 公开说明 among them goes to the workbook it belongs to. */
  add(files: readonly IncomingFile[]): Promise<void>;
  choose(id: number): void;
  remove(id: number): Promise<void>;
  open(id: number): OpenFile | null;
  /** What a copy of the file keeps; null where it is not open. */
  copyKind(id: number): Promise<CopyKind | null>;
  /** A copy of the file with what was typed over it, and with its marks where asked for; null where it is not open. */
  saveAs(id: number, withMarks: boolean): Promise<SavedCopy | null>;
  /** The 检查表 of all audited files: causes first, a sheet a file. */
  checklist(): Promise<OutgoingFile>;
  /** The same as the report of the command line. */
  jsonReport(): Promise<OutgoingFile>;
  /** The 情况说明 of all files. */
  explanations(): Promise<OutgoingFile>;
}

export function createFileStore({ readWorkbook, copyKind, writeCopy, writeChecklist, openAudit, preferences, refusalText, texts }: FileStoreParts): FileStore {
  const store = createStore(reduceFiles, noFiles);
  const opened = new Map<number, OpenFile>();
  const incoming = new Map<number, IncomingFile>();
  /** The files of `opened`, read again for a copy. */
  const originals = new Map<number, IncomingFile>();
  let lastId = 0;
  let queue: Promise<void> = Promise.resolve();
  const change = (id: number, change: Extract<FilesAction, { type: 'changed' }>['change']): void =>
    store.dispatch({ type: 'changed', id, change });

  const load = async (id: number): Promise<void> => {
    const file = incoming.get(id);
    if (!file) return; // opened ahead of its turn, or removed
    incoming.delete(id);
    change(id, { status: 'reading' });
    try {
      const snapshot = await readWorkbook(await file.bytes(), file.name);
      if (!store.getState().files.some((each) => each.id === id)) return;
      const host = new MemoryHost(snapshot);
      const control = createPaneControl({ host, openAudit, texts, ownStates: browserOwnStates(), preferences });
      opened.set(id, { host, control });
      originals.set(id, file);
      follow(id, host, control);
      change(id, { status: file.isExample ? 'opened' : 'auditing' });
      await control.start();
      if (!file.isExample) await control.audit();
    } catch (error) {
      change(id, { status: 'failed', failure: refusalText(error) ?? unexpected(error, texts) });
    }
  };

  /** Keeps the line of the list up to date with the file's pane. */
  const follow = (id: number, host: MemoryHost, control: PaneControl): void => {
    control.store.subscribe(() => {
      const state = control.store.getState();
      const { report, audited } = state;
      if (!report) return;
      change(id, { unit: report.unit, edited: host.edits().length > 0, ...(audited ? { status: 'audited', verdict: paneVerdict(state) } : {}) });
    });
    host.subscribe((event) => {
      if (event.kind === 'cell') change(id, { edited: host.edits().length > 0 });
    });
  };

  /** Gives a 公开说明 to the workbook that it belongs to, and shows both. */
  const pair = async (prose: IncomingFile): Promise<void> => {
    const { files, chosen } = store.getState();
    const candidates = files.flatMap(({ id, name, unit }) => (opened.has(id) ? [{ id, name, unit, year: opened.get(id)?.control.store.getState().report?.year ?? null }] : []));
    const id = pairOf(prose.name, candidates, chosen);
    const control = id === null ? undefined : opened.get(id)?.control;
    if (id === null || control === undefined) return;
    store.dispatch({ type: 'chosen', id });
    if (control.store.getState().panel !== 'prose') control.store.dispatch({ type: 'panelChosen', panel: 'prose' });
    await control.prose.choose(prose);
  };

  const open = (id: number): OpenFile | null => opened.get(id) ?? null;

  return {
    store,
    add(dropped) {
      const proses = dropped.filter((file) => isProseName(file.name));
      const isAlone = proses.length === dropped.length && !store.getState().files.some((file) => file.status !== 'failed');
      // Without a workbook to go with it, a Word file is refused like any other that is none.
      const files = isAlone ? dropped : dropped.filter((file) => !isProseName(file.name));
      const entries = files.map((file) => ({ id: ++lastId, name: file.name, isExample: file.isExample ?? false }));
      entries.forEach(({ id }, index) => incoming.set(id, files[index]));
      store.dispatch({ type: 'added', files: entries });
      if (entries.length > 0) store.dispatch({ type: 'chosen', id: entries[0].id });
      for (const { id } of entries) queue = queue.then(() => load(id)).then(breathe);
      if (!isAlone) for (const prose of proses) queue = queue.then(() => pair(prose));
      return queue;
    },
    choose(id) {
      store.dispatch({ type: 'chosen', id });
      if (incoming.has(id)) void load(id);
    },
    async remove(id) {
      incoming.delete(id);
      const file = opened.get(id);
      opened.delete(id);
      originals.delete(id);
      store.dispatch({ type: 'removed', id });
      await file?.control.dispose();
    },
    open,
    async copyKind(id) {
      const original = originals.get(id);
      return original ? copyKind(await original.bytes()) : null;
    },
    async saveAs(id, withMarks) {
      const [file, original] = [open(id), originals.get(id)];
      return file && original ? savedCopy(file.host, await original.bytes(), withMarks, texts.savedSuffix, { copyKind, writeCopy }) : null;
    },
    async checklist() {
      const name = `${texts.checklistName}.xlsx`;
      return { name, type: xlsxType, bytes: await writeChecklist(batchReport(store.getState().files, open)) };
    },
    async jsonReport() {
      const text = JSON.stringify(batchReport(store.getState().files, open), null, 2);
      return { name: `${texts.reportName}.json`, type: jsonType, bytes: new TextEncoder().encode(`${text}\n`) };
    },
    async explanations() {
      return { name: `${texts.explanationsName}.json`, type: jsonType, bytes: new TextEncoder().encode(explanationsText(store.getState().files, open)) };
    },
  };
}

function unexpected(error: unknown, texts: Texts): string {
  return `${texts.errors.failed} ${error instanceof Error ? error.message : String(error)}`;
}

/** Lets the page draw and take keys between two files. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
