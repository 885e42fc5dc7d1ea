import type { FileStore } from '../files';
import { openDatabase } from './database';
import { keep, restore } from './keeper';

/**
 * Losing nothing: what is open in the workbench stays in the browser's own database and is there again after a reload.
 * Answers how many files came back.
 */
export async function keepOverReload(fileStore: FileStore): Promise<number> {
  // Pages opened from disk share one database: what is kept there any of them could read.
  if (location.protocol === 'file:' || typeof indexedDB === 'undefined') return 0;
  try {
    const database = await openDatabase();
    const count = await restore(fileStore, database);
    keep(fileStore, database);
    return count;
  } catch {
    return 0; // Private windows and locked-down browsers: nothing is kept, and closing asks.
  }
}
