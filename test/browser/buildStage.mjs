import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import webpack from 'webpack';
import { contentPolicy } from '../../src/build/officeSource.mjs';
import { pages } from '../../webpack.config.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the stage into test/artifacts/stage; answers its folder. */
export async function buildStage() {
  const path = join(root, 'test/artifacts/stage');
  const policy = contentPolicy(null);
  const config = pages('development', {
    path,
    entry: { stage: './test/browser/stage/stage.tsx' },
    html: [{ filename: 'stage.html', template: 'test/browser/stage/stage.html', chunks: ['stage'], policy }],
    copies: [{ from: 'src/taskpane/page.css', to: 'page.css' }],
  });
  await build({ ...config, context: root });
  return path;
}

function build(config) {
  return new Promise((resolve, reject) => {
    webpack(config).run((error, stats) => {
      if (error) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString('errors-only')));
      else resolve(stats);
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await buildStage());
