import { parentPort, type Worker } from 'node:worker_threads';
import { createAuditor, type AuditOptions } from '../../audit/audit';
import type { FolderFile } from '../../desk';
import type { Invocation } from '../arguments';
import type { CliIo } from '../io';
import { READY } from '../pool';
import type { InputFile } from '../reading';
import { createWorkbookReader } from '../reading';
import { checkCopies } from './checkFile';

/** What a worker needs to check files as this thread would. */
export interface CheckData {
  readonly serves: 'checks';
  readonly invocation: Invocation;
  readonly options: AuditOptions;
  readonly folderFile: FolderFile;
  readonly date: string;
  readonly cwd: string;
}

export const servesChecks = (data: unknown): data is CheckData => typeof data === 'object' && data !== null && 'serves' in data && data.serves === 'checks';

/** In a worker: checks files, one after another. */
export function serveChecks({ invocation, options, folderFile, date, cwd }: CheckData, startReader: () => Worker): void {
  const port = parentPort;
  const reader = createWorkbookReader(startReader);
  const setup = { auditor: createAuditor(options), folderFile, invocation, date };
  const error = (text: string): void => void process.stderr.write(text);
  const io: CliIo = {
    cwd, env: {}, stderrIsTerminal: false, cores: 1, out: () => undefined, error, eraseLine: () => undefined, today: () => date, stopSignal: () => new AbortController().signal, expectMany: () => undefined, startWorker: () => null,
    readWorkbook: reader.read, readProse: reader.readProse,
  };
  let last = Promise.resolve();
  // In the order they come: the answers are told apart by it.
  port?.on('message', (files: readonly InputFile[]) => void (last = last.then(async () => {
    const outcomes = await checkCopies(files, setup, io);
    // Handed over, not copied.
    port.postMessage(outcomes, outcomes.flatMap(({ json, checklist }) => [json, checklist].flatMap((bytes) => (bytes === null ? [] : [bytes.buffer as ArrayBuffer]))));
  })));
  port?.postMessage(READY);
}

