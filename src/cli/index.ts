/**
 * The executable: `gouji`. Legacy formats are read in a worker, so that a hostile file cannot hang the batch; the worker
 * runs this same program.
 */
import { realpathSync } from 'node:fs';
import { isMainThread, Worker } from 'node:worker_threads';
import { main } from './main';
import { createWorkbookReader, serveReading } from './reading';

/** Megabytes the reader of one .xls, .xlsb or .ods may use. */
const READER_MEMORY_MB = 1024;
const ERASE_LINE = '\r\u001b[K';

if (isMainThread) await runProgram();
else serveReading();

async function runProgram(): Promise<void> {
  // Whoever read the output went away (gouji … | head): no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  const reader = createWorkbookReader(startReader);
  process.exitCode = await main(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    stderrIsTerminal: process.stderr.isTTY === true,
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    eraseLine: () => void process.stderr.write(ERASE_LINE),
    readWorkbook: reader.read,
    readProse: reader.readProse,
  });
  await reader.close();
}

function startReader(): Worker {
  // npm starts the program through a link.
  const program = realpathSync(process.argv[1]);
  // What the library prints is no part of the report.
  return new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: READER_MEMORY_MB }, stdout: true, stderr: true });
}
