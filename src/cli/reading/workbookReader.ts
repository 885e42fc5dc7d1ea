import type { Worker } from 'node:worker_threads';
import type { WorkbookSnapshot } from '../../audit/workbook';
import { FileError, readWorkbook } from '../../files';
import { CliError } from '../cliError';
import { errorTexts, type Bilingual } from '../texts';
import type { ReadingAnswer, ReadingTask } from './messages';

/** Seconds a legacy file may take; the largest that is accepted takes about a third of it. */
const TIME_LIMIT_SECONDS = 60;

export interface WorkbookReader {
  readonly read: (bytes: Uint8Array, name: string) => Promise<WorkbookSnapshot>;
  readonly close: () => Promise<void>;
}

/**
 * Reads .xlsx in this thread; its reader is our own and bounded. .xls, .xlsb and .ods go through a library that hostile
 * files may send round in circles, so they are read in a worker that can be ended. The worker serves many files.
 */
export function createWorkbookReader(startWorker: () => Worker, timeLimitSeconds = TIME_LIMIT_SECONDS): WorkbookReader {
  let worker: Worker | null = null;
  const end = async (): Promise<void> => {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };
  return {
    async read(bytes, name) {
      try {
        // With no bytes allowed, whatever needs the library is refused before the library is loaded.
        return await readWorkbook(bytes, name, { limits: { legacyBytes: 0 } });
      } catch (error) {
        if (!(error instanceof FileError && error.code === 'fileTooLarge' && error.details.limit === 0)) throw error;
      }
      worker ??= startWorker();
      try {
        return await ask(worker, { bytes, name }, timeLimitSeconds);
      } catch (error) {
        if (!(error instanceof FileError)) await end();
        throw error;
      }
    },
    close: end,
  };
}

function ask(worker: Worker, task: ReadingTask, seconds: number): Promise<WorkbookSnapshot> {
  return new Promise((resolve, reject) => {
    const fail = (code: 'timeout' | 'memory' | 'internal', texts: Bilingual, cause?: unknown): void => {
      settle();
      reject(new CliError(code, texts, task.name, { cause }));
    };
    const onMessage = (answer: ReadingAnswer): void => {
      settle();
      if ('snapshot' in answer) resolve(answer.snapshot);
      else reject(new FileError(answer.code, answer.details));
    };
    const onError = (error: Error): void => {
      const isMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
      fail(isMemory ? 'memory' : 'internal', isMemory ? errorTexts.memory(task.name) : errorTexts.internal(task.name), error);
    };
    const onExit = (): void => fail('memory', errorTexts.memory(task.name));
    const timer = setTimeout(() => fail('timeout', errorTexts.timeout(task.name, seconds)), seconds * 1000);
    const settle = (): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(task);
  });
}
