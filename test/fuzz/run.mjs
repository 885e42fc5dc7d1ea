/** npm run fuzz: the long version of the reader's fuzz and differential tests. FUZZ_FILES and FUZZ_SHEETS set the lengths. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const result = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'test/files', '--testTimeout=7200000'], {
  cwd: root,
  stdio: 'inherit',
  env: { FUZZ_FILES: '6000', FUZZ_SHEETS: '10000', ...process.env },
});
process.exitCode = result.status ?? 1;
