/**
 * npm run fuzz: the long version of the reader's fuzz and differential tests (FUZZ_FILES and FUZZ_SHEETS set the lengths),
 * XML parts and cells changed under the whole audit (parts.ts; FUZZ_BOOKS workbooks), then changed structures of .xls, .xlsb and .ods. `npm run fuzz -- 1-3000` (or one seed) reads only the structures of these seeds.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fuzzStructures } from './structures/run.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const seeds = /^(\d+)(?:-(\d+))?$/.exec(process.argv[2] ?? '');
let isGood = true;
if (!seeds) {
  const result = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'test/files', '--testTimeout=7200000'], {
    cwd: root,
    stdio: 'inherit',
    env: { FUZZ_FILES: '6000', FUZZ_SHEETS: '10000', ...process.env },
  });
  const books = spawnSync(process.execPath, [join(root, 'node_modules/vite-node/vite-node.mjs'), 'test/fuzz/parts.ts', '--', process.env.FUZZ_BOOKS ?? '40000'], { cwd: root, stdio: 'inherit' });
  isGood = result.status === 0 && books.status === 0;
}
const [from, to] = seeds ? [Number(seeds[1]), Number(seeds[2] ?? seeds[1])] : [1, 20_000];
isGood = (await fuzzStructures(root, from, to)) && isGood;
process.exitCode = isGood ? 0 : 1;
