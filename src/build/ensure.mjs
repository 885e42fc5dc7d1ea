/**
 * Makes a fresh clone ready, with Node alone: installs the packages when node_modules is absent or older than the lock
 * file, writes src/generated, and with --browser sees to a Chromium for the browser tests. Runs before every command.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './findBrowser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', ...options }).status === 0;
}

function packagesAreStale() {
  const mark = join(root, 'node_modules', '.package-lock.json');
  return !existsSync(mark) || statSync(mark).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs;
}

function installBrowser() {
  console.error('没有找到 Chromium，正在用 apt-get 安装（浏览器测试需要）… / Installing Chromium for the browser tests …');
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const apt = (args) => (process.getuid?.() === 0 ? run('apt-get', args, quiet) : run('sudo', ['-n', 'apt-get', ...args], quiet));
  return apt(['update', '-qq']) && apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'openssl']);
}

if (packagesAreStale()) {
  console.error('正在安装依赖（npm ci）… / Installing packages …');
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 'ignore', 'inherit'] })) {
    console.error('依赖没有装上。请检查网络或 npm 源，再运行一次。/ The packages could not be installed; check the network and try again.');
    process.exit(1);
  }
}
const { generate, isStale } = await import('./generate.mjs');
if (isStale()) await generate();
if (process.argv.includes('--browser') && findBrowser() === null && !(installBrowser() && findBrowser() !== null)) {
  console.error('没有 Chromium，浏览器测试不能运行。请安装 chromium，或用 CHROME_PATH 指出浏览器。/ Install chromium or set CHROME_PATH.');
  process.exit(1);
}
