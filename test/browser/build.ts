import { execFileSync } from 'node:child_process';

/** Builds what the browser tests open. */
export default function setup(): void {
  if (process.env.GOUJI_BUILT === '1') return;
  const node = (args: string[]): void => void execFileSync(process.execPath, args, { stdio: 'inherit' });
  node(['src/build/generate.mjs']);
  node(['node_modules/webpack/bin/webpack.js', '--env', 'only=browser']);
  node(['test/browser/buildStage.mjs']);
}
