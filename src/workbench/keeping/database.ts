import type { CellEntry } from '../../host/memory';

/** A file as it is kept over a reload. */
export interface KeptFile {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly changed: string;
  readonly blob: Blob;
  readonly edits: readonly CellEntry[];
}

/** What is kept beside the files: the text of `gouji-情况说明.json`, the folder it is written to, the roster, the file that was open. */
export interface KeptDesk {
  readonly folder: string;
  /** Only browsers that can keep it know such folders. */
  readonly held?: FileSystemDirectoryHandle | null;
  /** What was typed over the example, which is no file of the user's. */
  readonly example?: readonly CellEntry[];
  readonly roster: readonly { readonly name: string; readonly code: string }[] | null;
  readonly chosen: string | null;
}

export interface Database {
  files(): Promise<readonly KeptFile[]>;
  desk(): Promise<KeptDesk | null>;
  /** `gone`: paths that are no longer kept; null: none but `files` is. */
  put(files: readonly KeptFile[], gone: readonly string[] | null, desk: KeptDesk): Promise<void>;
  /** Deletes all that was kept. */
  clear(): Promise<void>;
}

const NAME = 'gouji-workbench';
const DESK_KEY = 'desk';

/** The browser's own database for this address. */
export async function openDatabase(): Promise<Database> {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('files', { keyPath: 'path' });
    opening.result.createObjectStore('desk');
  };
  const database = await answerOf(opening);
  return {
    files: () => answerOf<KeptFile[]>(database.transaction('files').objectStore('files').getAll()),
    desk: async () => (await answerOf<KeptDesk | undefined>(database.transaction('desk').objectStore('desk').get(DESK_KEY))) ?? null,
    put(files, gone, desk) {
      const change = database.transaction(['files', 'desk'], 'readwrite');
      if (gone === null) change.objectStore('files').clear();
      else for (const path of gone) change.objectStore('files').delete(path);
      putInTurns(change.objectStore('files'), files);
      change.objectStore('desk').put(desk, DESK_KEY);
      return ended(change);
    },
    clear() {
      const change = database.transaction(['files', 'desk'], 'readwrite');
      change.objectStore('files').clear();
      change.objectStore('desk').clear();
      return ended(change);
    },
  };
}

function ended(change: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    change.oncomplete = () => resolve();
    change.onabort = () => reject(change.error ?? new Error('aborted'));
  });
}

/** Files written in one turn: the page copies each of them for the database. */
const AT_ONCE = 20;

/** Writes files in turns of one transaction, so that the page stays free and nothing is kept by half. */
function putInTurns(store: IDBObjectStore, files: readonly KeptFile[]): void {
  const requests = files.slice(0, AT_ONCE).map((file) => store.put(file));
  const last = requests[AT_ONCE - 1];
  if (last) last.onsuccess = () => putInTurns(store, files.slice(AT_ONCE));
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  });
}
