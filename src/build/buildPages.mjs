import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Builds what a browser loads (not the command line) into dist/, quietly; what webpack says is shown where it fails.
 *
 * @param {string} root the folder of package.json
 * @param {{ GOUJI_HOST?: string, GOUJI_OFFICE_JS?: string }} choices
 * @returns {boolean} whether it went through
 */
export function buildPages(root, choices) {
  const webpack = join(root, 'node_modules/webpack-cli/bin/cli.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [webpack, '--mode', 'production', '--env', 'only=browser,boot'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...choices },
  });
  if (status !== 0) console.error(`${stdout ?? ''}${stderr ?? ''}\n页面没有生成，原因见上。/ The pages could not be built; the reason stands above.`);
  return status === 0;
}
