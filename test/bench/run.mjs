/**
 * npm run bench: medians with ratios to a baseline of the same run, counts, sizes. Absolute times are noise; ratios are not.
 * `npm run bench -- pane` measures how free the page of dist/ stays in a browser (npm run build first),
 * `npm run bench -- desk` many submissions on the command line, and departments against their units,
 * `npm run bench -- prose` the 公开说明 only, `npm run bench -- rechecks` edits in the workbook of 300 units, `npm run bench -- diagnosis` causes in a workbook broken all over,
 * `npm run bench -- hostile [NAME…]` the hostile files (or those named) only, and fails where one breaks its promise,
 * `npm run bench -- hostile-page [NAME…]` those that are let through, in the workbench of dist/.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import webpack from 'webpack';
import { minimizer, typescript } from '../../src/build/bundling.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
// One level below test/, like the generators, whose data paths are relative to their file.
const out = join(root, 'test/artifacts');
mkdirSync(out, { recursive: true });

const node = (args, options = {}) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', ...options });

/** Test runners slow module access down; what is timed is bundled as it ships. */
function bundle() {
  return new Promise((done, failed) => {
    webpack(
      {
        mode: 'production',
        target: 'node20',
        entry: { times: join(root, 'test/bench/times.ts') },
        experiments: { outputModule: true },
        output: { path: out, filename: '[name].mjs', module: true, chunkFormat: 'module', library: { type: 'module' } },
        resolve: { extensions: ['.ts', '.js'] },
        module: { rules: [typescript] },
        optimization: { minimizer },
        performance: { hints: false },
      },
      (error, stats) => (error || stats?.hasErrors() ? failed(error ?? new Error(stats?.toString('errors-only'))) : done(undefined)),
    );
  });
}

/** Each file made by one process, read by another. Answers whether all of them keep the promise. */
function hostile(wanted) {
  const ask = (...args) => node([join(out, 'times.mjs'), ...args], { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' }).stdout.trim();
  const names = wanted.length > 0 ? wanted : JSON.parse(ask('--hostile-names'));
  const runs = names.map((name) => {
    const path = ask('--hostile-make', name, out);
    const answer = ask('--hostile', path);
    rmSync(path, { force: true });
    return { name, ...(answer === '' ? { answer: 'ended by the system' } : JSON.parse(answer)) };
  });
  console.log('恶意文件 / Hostile files (promise: ≤ 15 s, ≤ 1,200 MB)');
  console.table(runs);
  return runs.every(({ seconds, peakMB }) => seconds <= 15 && peakMB <= 1_200);
}

/** One file checked by the command line in a process of its own, against a process that does nothing; medians in ms. */
function coldCheck() {
  const gouji = join(root, 'dist/cli/gouji.js');
  const fixture = join(root, 'test/fixtures/002.xlsx');
  const median = (args) => {
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      node(args, { stdio: 'ignore' });
      return performance.now() - start;
    });
    return Math.round(times.sort((a, b) => a - b)[4]);
  };
  const nodeMs = median(['-e', '0']);
  const checkMs = median([gouji, 'check', fixture]);
  return { file: '002.xlsx', checkMs, nodeMs, ratio: Number((checkMs / nodeMs).toFixed(1)) };
}

/** What a process is told to say when it ends: the most memory it held. Linux counts into maxRSS what the process was started from held; VmHWM is its own. */
const AT_EXIT = `data:text/javascript,${encodeURIComponent(`import { existsSync, readFileSync } from 'node:fs';
process.on('exit', () => {
  const own = existsSync('/proc/self/status') ? /^VmHWM:\\s+(\\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] : undefined;
  process.stderr.write('\\nmaxRSS ' + (own ?? process.resourceUsage().maxRSS) + '\\n');
});`)}`;

/** A folder of submissions checked by the command line in a process of its own, with one thread and with one a processor; seconds, and the most memory of all. */
function manySubmissions(count) {
  const gouji = join(root, 'dist/cli/gouji.js');
  const folder = join(out, `submissions-${count}`);
  rmSync(folder, { recursive: true, force: true });
  node([join(out, 'times.mjs'), '--submissions', String(count), folder, root], { stdio: 'inherit' });
  let peakMB = 0;
  const seconds = (...args) => {
    const start = performance.now();
    const { stderr } = node(['--import', AT_EXIT, gouji, 'check', folder, ...args], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
    const took = Number(((performance.now() - start) / 1000).toFixed(1));
    for (const [, kilobytes] of stderr.matchAll(/^maxRSS (\d+)$/gm)) peakMB = Math.max(peakMB, Math.round(kilobytes / 1024));
    return took;
  };
  const contents = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xlsx')).map((name) => createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')));
  const row = { files: count, different: contents.size, oneThread: seconds('--jobs', '1', '--format', 'json'), allThreads: seconds('--format', 'json'), checklists: seconds('--checklist', join(folder, '检查表')), peakMB };
  rmSync(folder, { recursive: true, force: true });
  return row;
}

/** Six loads of the page: tasks over 50 ms on its thread, and how soon 取消 answers. */
function paneLoads() {
  const folder = join(out, 'pane-loads');
  node([join(out, 'times.mjs'), '--pane-files', folder, root]);
  const { status } = node([join(root, 'node_modules/vite-node/vite-node.mjs'), join(root, 'test/bench/pane.ts'), folder]);
  rmSync(folder, { recursive: true, force: true });
  return status === 0;
}

const [part, ...names] = process.argv.slice(2);
if (part === 'hostile-page') process.exit(node([join(root, 'node_modules/vite-node/vite-node.mjs'), 'test/bench/hostilePage.ts', '--', ...names]).status ?? 1);
await bundle();
if (part === 'pane') process.exit(paneLoads() ? 0 : 1);
if (part === 'hostile') process.exit(hostile(names) ? 0 : 1);
/** 300 and 1,000 submissions, and the roll-up of departments. */
function desk() {
  console.log('成批审核（秒、MB）/ Many submissions, seconds and MB (promise: 1,000 in 8 s on two processors, 400 MB)');
  console.table([300, 1000].map(manySubmissions));
  console.log('部门与单位 / Departments and their units (aim: no false finding, 20 of 20 named)');
  return node([join(out, 'times.mjs'), '--rollup']).status ?? 1;
}
if (part === 'desk') process.exit(desk());
for (const one of ['prose', 'rechecks', 'diagnosis']) if (part === one) process.exit(node([join(out, 'times.mjs'), `--${one}`]).status ?? 1);
node([join(out, 'times.mjs'), '--times', root]);
const memory = node([join(out, 'times.mjs'), '--memory', join(out, 'million.xlsx')], { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
console.log('内存峰值（100 万个单元格）/ Peak memory, 1 M cells:', memory.stdout.trim());
node([join(root, 'node_modules/vite-node/vite-node.mjs'), join(root, 'test/bench/counts.ts')]);
if (!hostile([])) process.exitCode = 1;
const dist = join(root, 'dist');
if (existsSync(join(dist, 'cli/gouji.js'))) {
  console.log('冷启动检查一个文件 / One file checked from a cold start (baseline: a node process that does nothing)');
  console.table([coldCheck()]);
  desk();
}
if (existsSync(dist)) {
  console.log('构建产物 / Bundles (npm run build)');
  console.table(
    readdirSync(dist)
      .filter((name) => name.endsWith('.js'))
      .map((name) => ({ name, KB: Math.round(statSync(join(dist, name)).size / 1024), gzipKB: Math.round(gzipSync(readFileSync(join(dist, name))).length / 1024) })),
  );
}
