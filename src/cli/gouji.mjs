#!/usr/bin/env node
// What npm links as `gouji`: always there, also before the bundle is built, so that the link never points at nothing.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const bundle = new URL('../../dist/cli/gouji.js', import.meta.url);
if (existsSync(fileURLToPath(bundle))) await import(bundle.href);
else {
  console.error('命令行还没有生成。请在项目目录运行 npm ci，再试一次。\nThe command line is not built yet. Run npm ci in the project folder and try again.');
  process.exitCode = 2;
}
