import type { WorkbookSnapshot } from '../../audit/workbook';
import { digestOf, explanationsIn } from '../../desk';
import type { OpenAudit } from '../../taskpane/auditPort';
import type { Store } from '../../taskpane/control/store';
import type { PreferenceStore } from '../../taskpane/preferences';
import type { Texts } from '../../taskpane/text';
import type { PackedReport } from '../batch';
import { packReport } from '../batch/packing';
import { pathOf, type IncomingFile } from './arrivals';
import type { FileEntry, FilesAction, FilesState } from './model';
import { followOpen, openSnapshot, reportOf, type OpenFile } from './openFile';
import { pairOf } from './pairing';

export interface OpeningParts {
  readonly store: Store<FilesState, FilesAction>;
  readonly incoming: ReadonlyMap<number, IncomingFile>;
  /** Reports of files whose cells are let go. */
  readonly reports: Map<number, PackedReport>;
  readonly readWorkbook: (bytes: Uint8Array, name: string) => Promise<WorkbookSnapshot>;
  readonly openAudit: OpenAudit;
  readonly preferences?: PreferenceStore;
  readonly refuse: (id: number, error: unknown) => void;
  readonly texts: Texts;
}

export interface Opening {
  /** In the order they were opened. */
  readonly opened: ReadonlyMap<number, OpenFile>;
  /** 公开说明 by the workbook that they go with. */
  readonly proses: ReadonlyMap<number, IncomingFile>;
  isOpening(id: number): boolean;
  openOnce(id: number): Promise<void>;
  /** Gives a 公开说明 to the workbook that it belongs to; an open one shows both. */
  pair(prose: IncomingFile): Promise<void>;
  close(id: number): Promise<void>;
}

/** Open workbooks without edits beside the chosen one: their cells are let go, the oldest first. */
const KEPT_OPEN = 2;

/** Workbooks that stand open: read, audited in a thread of their own, followed, and closed again. */
export function createOpening({ store, incoming, reports, readWorkbook, openAudit, preferences, refuse, texts }: OpeningParts): Opening {
  const opened = new Map<number, OpenFile>();
  const opening = new Map<number, Promise<void>>();
  const proses = new Map<number, IncomingFile>();
  const entry = (id: number): FileEntry | null => store.getState().files.find((file) => file.id === id) ?? null;
  const change = (id: number, next: Extract<FilesAction, { type: 'changed' }>['change']): void => store.dispatch({ type: 'changed', id, change: next });

  /** Lets go of the cells of files that nobody looks at; their reports stay. */
  const letGo = async (): Promise<void> => {
    const { chosen } = store.getState();
    const idle = [...opened.keys()].filter((id) => id !== chosen && entry(id)?.edited === false && entry(id)?.status === 'audited');
    for (const id of idle.slice(0, Math.max(0, idle.length - KEPT_OPEN))) {
      const file = opened.get(id);
      const report = file && reportOf(file);
      if (report) reports.set(id, packReport(report));
      opened.delete(id);
      await file?.control.dispose();
    }
  };

  const load = async (id: number): Promise<void> => {
    const came = incoming.get(id);
    const before = entry(id);
    if (!came || !before) return;
    if (before.status !== 'audited') change(id, { status: 'reading' });
    try {
      const bytes = await came.bytes();
      const digest = before.submission.file.digest || (await digestInBackground(bytes));
      const snapshot = await readWorkbook(bytes, came.name);
      if (!entry(id)) return;
      const file = { ...before.submission.file, digest };
      const open = openSnapshot(snapshot, came.edits ?? [], explanationsIn(store.getState().folder, file.path), { openAudit, preferences, texts });
      opened.set(id, open);
      const look = followOpen(open, file, ({ submission, edited, explained }) => {
        if (Object.keys(explained).length > 0 || Object.keys(explanationsIn(store.getState().folder, file.path)).length > 0) store.dispatch({ type: 'explained', path: file.path, explained });
        change(id, { edited, ...(submission ? { submission, status: 'audited' } : {}) });
      });
      change(id, { status: came.isExample ? 'opened' : 'auditing' });
      await open.control.start();
      if (!came.isExample) await open.control.audit();
      look();
      const prose = proses.get(id);
      if (prose) await showProse(open, prose);
      await letGo();
    } catch (error) {
      refuse(id, error);
    }
  };
  const openOnce = (id: number): Promise<void> => {
    const known = opening.get(id);
    if (known || opened.has(id)) return known ?? Promise.resolve();
    const loading = load(id).finally(() => opening.delete(id));
    opening.set(id, loading);
    return loading;
  };

  const showProse = async ({ control }: OpenFile, prose: IncomingFile): Promise<void> => {
    if (control.store.getState().panel !== 'prose') control.store.dispatch({ type: 'panelChosen', panel: 'prose' });
    await control.prose.choose(prose);
  };
  const pair = async (prose: IncomingFile): Promise<void> => {
    const { files, chosen } = store.getState();
    const candidates = files.flatMap(({ id, submission: { unit, year, file }, status }) => (status === 'failed' ? [] : [{ id, name: file.path, unit, year }]));
    const id = pairOf(pathOf(prose), candidates, chosen);
    if (id === null) return;
    proses.set(id, prose);
    change(id, { prose: prose.name });
    const open = opened.get(id);
    if (!open) return;
    store.dispatch({ type: 'chosen', id });
    await showProse(open, prose);
  };

  return {
    opened,
    proses,
    isOpening: (id) => opening.has(id),
    openOnce,
    pair,
    async close(id) {
      const open = opened.get(id);
      opened.delete(id);
      proses.delete(id);
      await open?.control.dispose();
    },
  };
}

/** The browser's own digest takes no time of the page's thread; without it ours does. */
async function digestInBackground(bytes: Uint8Array): Promise<string> {
  try {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
    return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    return digestOf(bytes);
  }
}
