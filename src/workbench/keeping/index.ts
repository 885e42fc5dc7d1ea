import type { FileStore, IncomingFile } from '../files';
import { openDatabase } from './database';
import { keep, restore } from './keeper';

/**
 * Losing nothing: what is open in the workbench stays in the browser's own database and is there again after a reload.
 * Answers how many files came back, the example counted where it was edited.
 */
export async function keepOverReload(fileStore: FileStore, example: IncomingFile): Promise<number> {
  // Pages opened from disk share one database: what is kept there any of them could read.
  if (location.protocol === 'file:' || typeof indexedDB === 'undefined') return 0;
  try {
    const database = await openDatabase();
    const count = await restore(fileStore, database, example);
    keep(fileStore, database);
    return count;
  } catch {
    return 0; // Private windows and locked-down browsers: nothing is kept, and closing asks.
  }
}
