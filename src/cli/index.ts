/** The executable: `gouji`. Legacy formats are read in a worker, so that a hostile file cannot hang the batch. */
import { Worker } from 'node:worker_threads';
import { main } from './main';
import { createWorkbookReader } from './reading';

/** Megabytes the reader of one .xls, .xlsb or .ods may use. A 64 MB file, the largest accepted, stays below it. */
const READER_MEMORY_MB = 3072;

// A reader that went away (gouji … | head) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

const reader = createWorkbookReader(
  () =>
    new Worker(new URL('./reading/worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: READER_MEMORY_MB },
      // Whatever the library prints is none of the report.
      stdout: true,
      stderr: true,
    }),
);
process.exitCode = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stderrIsTerminal: process.stderr.isTTY === true,
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  readWorkbook: reader.read,
});
await reader.close();
