import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Promise for one file: seconds of processor time, and memory of the process that reads. */
const MOST_SECONDS = 5;
const MOST_MB = 1_200;
/** Seconds without a word after which the process is ended; a busy machine is no hang. */
const SILENCE_SECONDS = 40;
/** A process reads so many files, so that a peak of memory belongs to few. */
const FILES_PER_PROCESS = 1_000;

/**
 * Reads the changed .xls, .xlsb and .ods of the seeds `from` to `to`; prints what broke the promise, by seed, and a
 * summary. Answers whether all kept it.
 */
export async function fuzzStructures(root, from, to) {
  const total = { files: 0, read: 0, refused: 0, crashes: 0, hangs: 0, slowestSeconds: 0, peakMB: 0 };
  for (let next = from; next <= to; ) {
    const last = Math.min(to, next + FILES_PER_PROCESS - 1);
    const reached = await readFiles(root, next, last, total);
    if (reached < last) {
      total.files++;
      total.hangs++;
      console.log(`seed ${reached + 1}: no answer within ${SILENCE_SECONDS} s, or the process ended`);
    }
    next = reached < last ? reached + 2 : last + 1;
    console.error(`${next - from} of ${to - from + 1}: ${JSON.stringify(total)}`);
  }
  console.log('文件结构 / Structures of .xls, .xlsb and .ods (promise: no crash, ≤ 5 s, ≤ 1,200 MB)');
  console.table([total]);
  return total.crashes === 0 && total.hangs === 0 && total.peakMB <= MOST_MB;
}

/** One process; answers the last seed it has finished. */
async function readFiles(root, from, to, total) {
  const child = spawn(process.execPath, [join(root, 'node_modules/vite-node/vite-node.mjs'), join(root, 'test/fuzz/structures/child.ts'), String(from), String(to)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let reached = from - 1;
  let timer;
  const watch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => child.kill('SIGKILL'), SILENCE_SECONDS * 1000);
  };
  watch();
  for await (const line of createInterface({ input: child.stdout })) {
    watch();
    const { seed, answer, seconds, peakMB } = JSON.parse(line);
    reached = seed;
    total.files++;
    if (answer.startsWith('crash')) total.crashes++;
    else total[answer]++;
    if (seconds > MOST_SECONDS) total.hangs++;
    if (answer.startsWith('crash') || seconds > MOST_SECONDS || (peakMB > MOST_MB && total.peakMB <= MOST_MB)) console.log(`seed ${line}`);
    total.slowestSeconds = Math.max(total.slowestSeconds, seconds);
    total.peakMB = Math.max(total.peakMB, peakMB);
  }
  clearTimeout(timer);
  return reached;
}
