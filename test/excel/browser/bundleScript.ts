import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webpack from 'webpack';
import { typescript } from '../../../src/build/bundling.mjs';

/** One TypeScript file and what it imports, as a classic script for a page. */
export function bundleScript(entry: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-bundle-'));
  const compiler = webpack({
    mode: 'development',
    devtool: false,
    entry,
    output: { path: folder, filename: 'script.js' },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: { rules: [typescript] },
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      try {
        if (error || !stats || stats.hasErrors()) return reject(error ?? new Error(stats?.toString({ all: false, errors: true })));
        resolve(readFileSync(join(folder, 'script.js'), 'utf8'));
      } finally {
        rmSync(folder, { recursive: true, force: true });
        compiler.close(() => undefined);
      }
    });
  });
}
