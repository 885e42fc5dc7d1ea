import { execFileSync } from 'node:child_process';

/** Builds what the browser tests open: dist/ unless GOUJI_BUILT=1 says that it is fresh, and the stage, which no build makes. */
export default function setup(): void {
  const node = (args: string[]): void => void execFileSync(process.execPath, args, { stdio: 'inherit' });
  if (process.env.GOUJI_BUILT !== '1') {
    node(['src/build/generate.mjs']);
    node(['node_modules/webpack/bin/webpack.js', '--env', 'only=browser,boot']);
  }
  node(['test/browser/buildStage.mjs']);
}
