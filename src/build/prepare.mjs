/** After npm ci: generated sources and the command line, so that `npx gouji` works at once. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
// Without the development packages (npm ci --omit=dev) there is nothing to build with.
if (existsSync(join(root, 'node_modules', 'webpack'))) {
  const { generate } = await import('./generate.mjs');
  await generate();
  const built = spawnSync(process.execPath, [join(root, 'node_modules/webpack-cli/bin/cli.js'), '--mode', 'production', '--env', 'only=cli'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  process.exitCode = built.status ?? 1;
}
