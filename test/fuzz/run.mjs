/** npm run fuzz: the long version of the reader's fuzz and differential tests, then parts.ts. FUZZ_FILES, FUZZ_SHEETS and FUZZ_BOOKS set the lengths. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const result = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'test/files', '--testTimeout=7200000'], {
  cwd: root,
  stdio: 'inherit',
  env: { FUZZ_FILES: '6000', FUZZ_SHEETS: '10000', ...process.env },
});
const books = spawnSync(process.execPath, [join(root, 'node_modules/vite-node/vite-node.mjs'), 'test/fuzz/parts.ts', '--', process.env.FUZZ_BOOKS ?? '40000'], { cwd: root, stdio: 'inherit' });
process.exitCode = result.status === 0 && books.status === 0 ? 0 : 1;
