import type { KeptFile } from './database';

const KEY = 'gouji-leaving';
const CLEARED = 'gouji-cleared';

/** The edits of one file as they stood when the page was left. */
type Left = Pick<KeptFile, 'path' | 'edits'>;

/**
 * Keeps edits that the database may not get before the page is gone: it writes in its own time, this at once. A browser that gives no room keeps nothing; the
 * question before closing stays.
 */
export function saveLeaving(files: readonly Left[]): void {
  try {
    if (files.length > 0) localStorage.setItem(KEY, JSON.stringify(files.map(({ path, edits }) => ({ path, edits }))));
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

/** The edits that were made last, by path. */
export const leftEdits = (): ReadonlyMap<string, Left['edits']> => new Map(read().map(({ path, edits }) => [path, edits]));

function read(): readonly Left[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(found) ? (found as Left[]).filter((file) => typeof file.path === 'string' && Array.isArray(file.edits)) : [];
  } catch {
    return [];
  }
}
