/**
 * The executable: `gouji`. Legacy formats are read in a worker, so that a hostile file cannot hang the batch, and many files
 * are checked by several workers; all run this same program.
 */
import { realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { serveChecks, servesChecks } from './check';
import { tuneEngine } from './engine';
import { ExitCode } from './exitCode';
import { main } from './main';
import { createWorkbookReader, serveReading } from './reading';

/** Megabytes that a worker may use. */
const WORKER_MEMORY_MB = 1024;
const ERASE_LINE = '\r\u001b[K';

/** Ctrl+C, once somebody asks for it. */
const stopping = new AbortController();

if (isMainThread) await runProgram();
else if (servesChecks(workerData)) serveChecks(workerData, startReader);
else serveReading();

async function runProgram(): Promise<void> {
  // Whoever read the output went away (gouji … | head): no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  const reader = createWorkbookReader(startReader);
  process.exitCode = await main(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    stderrIsTerminal: process.stderr.isTTY === true,
    out: (part) => void process.stdout.write(part),
    error: (text) => void process.stderr.write(text),
    eraseLine: () => void process.stderr.write(ERASE_LINE),
    cores: availableParallelism(),
    today: () => localDate(new Date()),
    stopSignal,
    expectMany: tuneEngine,
    startWorker: (data) => new Worker(program(), { workerData: data, resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB } }),
    readWorkbook: reader.read,
    readProse: reader.readProse,
  });
  await reader.close();
}

/** The first Ctrl+C is a wish, the second ends the program. */
function stopSignal(): AbortSignal {
  if (process.listenerCount('SIGINT') === 0) {
    process.on('SIGINT', () => {
      if (stopping.signal.aborted) process.exit(ExitCode.stopped);
      stopping.abort();
    });
  }
  return stopping.signal;
}

function startReader(): Worker {
  // What the library prints is no part of the report.
  return new Worker(program(), { resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB }, stdout: true, stderr: true });
}

/** npm starts the program through a link. */
function program(): string {
  return realpathSync(process.argv[1]);
}

function localDate(now: Date): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
