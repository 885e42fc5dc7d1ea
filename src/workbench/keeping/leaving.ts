import type { KeptFile } from './database';

const KEY = 'gouji-leaving';
const CLEARED = 'gouji-cleared';

/** The edits of one file as they stood when the page was left. */
type Left = Pick<KeptFile, 'path' | 'edits'>;

/** How the page was left. */
export interface Leaving {
  readonly files: readonly Left[];
  /** The file that was shown; null where it was the table of all. */
  readonly chosen: string | null;
}

/**
 * Keeps what the database may not get before the page is gone: it writes in its own time, this at once. A browser that gives no room keeps nothing; the
 * question before closing stays.
 */
export function saveLeaving({ files, chosen }: Leaving): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ files: files.map(({ path, edits }) => ({ path, edits })), chosen }));
  } catch {
    // No room, or storage is switched off.
  }
}

/** All was deleted: whatever the database may still hold is no longer to come back. */
export function saveCleared(): void {
  try {
    localStorage.removeItem(KEY);
    localStorage.setItem(CLEARED, 'true');
  } catch {
    // No room, or storage is switched off.
  }
}

/** Whether all was deleted and the database may not have heard of it. */
export function wasCleared(): boolean {
  try {
    return localStorage.getItem(CLEARED) !== null;
  } catch {
    return false;
  }
}

/** The database holds what was left, or lacks what was deleted, now. */
export function forgetLeaving(): void {
  try {
    localStorage.removeItem(KEY);
    localStorage.removeItem(CLEARED);
  } catch {
    // Storage is switched off: nothing was kept.
  }
}

/** How the page was left last, edits by path; null where the database has all of it. */
export function lastLeft(): { readonly edits: ReadonlyMap<string, Left['edits']>; readonly chosen: string | null } | null {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<Leaving> | null;
    if (found === null || !Array.isArray(found.files)) return null;
    const files = (found.files as Left[]).filter((file) => typeof file.path === 'string' && Array.isArray(file.edits));
    return { edits: new Map(files.map(({ path, edits }) => [path, edits])), chosen: typeof found.chosen === 'string' ? found.chosen : null };
  } catch {
    return null;
  }
}
