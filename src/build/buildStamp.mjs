/**
 * When dist/ was built and for which server; dist/.built, which no server hands out. webpack leaves unchanged files alone,
 * so the files' own times say nothing.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['src', 'assets', 'manifest.xml', 'webpack.config.js', 'package-lock.json'];

/** A webpack plugin: writes the stamp after a build without errors. */
export function stampPlugin(dist, { host, office }) {
  return {
    apply(compiler) {
      let startedAt = 0;
      const start = () => {
        startedAt = Date.now();
      };
      compiler.hooks.beforeRun.tap('stamp', start);
      compiler.hooks.watchRun.tap('stamp', start);
      compiler.hooks.done.tap('stamp', (stats) => {
        if (!stats.hasErrors()) writeFileSync(join(dist, '.built'), JSON.stringify({ startedAt, host, office }));
      });
    },
  };
}

/** The stamp of a build, or null where there is none. */
export function readStamp(dist) {
  try {
    const stamp = JSON.parse(readFileSync(join(dist, '.built'), 'utf8'));
    return typeof stamp.startedAt === 'number' ? stamp : null;
  } catch {
    return null;
  }
}

/** true where every source is older than the build, and the build still has its pages. */
export function isFresh(root, dist) {
  const stamp = readStamp(dist);
  if (stamp === null || !existsSync(join(dist, 'workbench.html'))) return false;
  return SOURCES.every((source) => newest(join(root, source)) < stamp.startedAt);
}

/** The latest change of a file, or of anything in a folder, in ms; 0 where it does not exist. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const at = statSync(path);
  // A folder's own time changes when a file in it goes.
  return at.isDirectory() ? readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), at.mtimeMs) : at.mtimeMs;
}
