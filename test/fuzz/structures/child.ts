/** Reads the files of the seeds FROM to TO one after another and prints a line of JSON for each; `run.mjs` watches. */
import { FileError, readWorkbook } from '../../../src/files';
import { structureFile } from '.';

const [from, to] = process.argv.slice(-2).map(Number);
for (let seed = from; seed <= to; seed++) {
  const { name, bytes } = structureFile(seed);
  const start = process.cpuUsage();
  let answer = 'read';
  try {
    await readWorkbook(bytes, name);
  } catch (error) {
    answer = error instanceof FileError ? 'refused' : `crash: ${String(error)}`;
  }
  const { user, system } = process.cpuUsage(start);
  const line = JSON.stringify({ seed, answer, seconds: (user + system) / 1e6, peakMB: Math.round(process.resourceUsage().maxRSS / 1024) });
  await new Promise((done) => process.stdout.write(`${line}\n`, done));
}
