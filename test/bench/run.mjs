/** npm run bench: medians with ratios to a baseline of the same run, counts, sizes. Absolute times are noise; ratios are not. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import webpack from 'webpack';

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
        module: { rules: [{ test: /\.ts$/, loader: 'ts-loader', options: { transpileOnly: true } }] },
        performance: { hints: false },
      },
      (error, stats) => (error || stats?.hasErrors() ? failed(error ?? new Error(stats?.toString('errors-only'))) : done(undefined)),
    );
  });
}

/** Each file made by one process, read by another. BENCH_HOSTILE names some of them, with commas. */
function hostile() {
  const ask = (...args) => node([join(out, 'times.mjs'), ...args], { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' }).stdout.trim();
  const names = process.env.BENCH_HOSTILE?.split(',') ?? JSON.parse(ask('--hostile-names'));
  return names.map((name) => {
    const path = ask('--hostile-make', name, out);
    const answer = ask('--hostile', path);
    rmSync(path, { force: true });
    return { name, ...(answer === '' ? { answer: 'ended by the system' } : JSON.parse(answer)) };
  });
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

await bundle();
node([join(out, 'times.mjs'), '--times', root]);
const memory = node([join(out, 'times.mjs'), '--memory', join(out, 'million.xlsx')], { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
console.log('内存峰值（100 万个单元格）/ Peak memory, 1 M cells:', memory.stdout.trim());
node([join(root, 'node_modules/vite-node/vite-node.mjs'), join(root, 'test/bench/counts.ts')]);
console.log('恶意文件 / Hostile files (promise: ≤ 15 s, ≤ 1,200 MB)');
console.table(hostile());
const dist = join(root, 'dist');
if (existsSync(join(dist, 'cli/gouji.js'))) {
  console.log('冷启动检查一个文件 / One file checked from a cold start (baseline: a node process that does nothing)');
  console.table([coldCheck()]);
}
if (existsSync(dist)) {
  console.log('构建产物 / Bundles (npm run build)');
  console.table(
    readdirSync(dist)
      .filter((name) => name.endsWith('.js'))
      .map((name) => ({ name, KB: Math.round(statSync(join(dist, name)).size / 1024), gzipKB: Math.round(gzipSync(readFileSync(join(dist, name))).length / 1024) })),
  );
}
