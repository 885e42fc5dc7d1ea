import type { Worker } from 'node:worker_threads';
import type { WorkbookSnapshot } from '../../audit/workbook';
import { FileError, isPdf, readProse, readWorkbook } from '../../files';
import { createThreadReader, type ReadingAnswer, type ReadingThread } from '../../files/reading';
import { nativeInflate } from './nativeInflate';

/** Seconds a legacy file may take; the largest that is accepted takes about a third of it. */
const TIME_LIMIT_SECONDS = 60;

export interface WorkbookReader {
  readonly read: (bytes: Uint8Array, name: string) => Promise<WorkbookSnapshot>;
  /** The paragraphs of a .docx, .pdf, .txt or .md; null for what is no text. */
  readonly readProse: (bytes: Uint8Array, name: string) => Promise<readonly string[] | null>;
  readonly close: () => Promise<void>;
}

/**
 * Reads .xlsx in this thread; its reader is our own and bounded. .xls, .xlsb and .ods go through a library that hostile
 * files may send round in circles, and so does .pdf; they are read in a worker that can be ended. The worker serves many files.
 */
export function createWorkbookReader(startWorker: () => Worker, timeLimitSeconds = TIME_LIMIT_SECONDS): WorkbookReader {
  const legacy = createThreadReader(() => threadOf(startWorker()), { timeLimitSeconds, endsWithRefusal: false });
  return {
    async read(bytes, name) {
      try {
        // With no bytes allowed, whatever needs the library is refused before the library is loaded.
        return await readWorkbook(bytes, name, { limits: { legacyBytes: 0 }, inflate: nativeInflate });
      } catch (error) {
        if (!(error instanceof FileError && error.code === 'fileTooLarge' && error.details.limit === 0)) throw error;
      }
      return legacy.read(bytes, name);
    },
    readProse: (bytes, name) => (isPdf(bytes) ? legacy.readProse(bytes, name) : readProse(bytes, name)),
    close: () => legacy.close(),
  };
}

function threadOf(worker: Worker): ReadingThread {
  return {
    post: (task) => worker.postMessage(task),
    listen({ answer, end }) {
      const onMessage = (message: ReadingAnswer): void => answer(message);
      const onError = (error: NodeJS.ErrnoException): void => end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'internal', error);
      const onExit = (): void => end('memory');
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      return () => void worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    },
    end: () => worker.terminate(),
  };
}
