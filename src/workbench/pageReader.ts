import type { WorkbookSnapshot } from '../audit/workbook';
import { createThreadReader, threadOfPage, type ReadingThread } from '../files/reading';

/** Seconds a file may take; the largest genuine ones take a few. */
const TIME_LIMIT_SECONDS = 30;

/**
 * Reads files in a worker of the page. A page opened from disk may start none (its origin is its own): then null, and the
 * caller reads in the page itself.
 */
export function createPageReader(): ((bytes: Uint8Array, name: string) => Promise<WorkbookSnapshot>) | null {
  if (location.protocol === 'file:' || typeof Worker === 'undefined') return null;
  const reader = createThreadReader(startThread, { timeLimitSeconds: TIME_LIMIT_SECONDS, endsWithRefusal: true });
  return (bytes, name) => reader.read(bytes, name);
}

function startThread(): ReadingThread {
  return threadOfPage(new Worker(/* webpackChunkName: "reader" */ new URL('./readerWorker.ts', import.meta.url)));
}
