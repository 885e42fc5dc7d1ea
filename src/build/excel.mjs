/** `npm run excel`: the add-in in the Excel of this machine, over https with development certificates. */
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:https';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPages } from './buildPages.mjs';
import { DEV_HOST } from './manifestHost.mjs';
import { answerFrom } from './serve.mjs';
import { sideloadSteps } from './sideload.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const dist = join(root, 'dist');
const manifest = join(dist, 'manifest.xml');
const port = Number(new URL(DEV_HOST).port);

/** Microsoft's loader, where somebody has installed it; it is not part of this project. Never downloads. */
function officeLoader(command) {
  const { status } = spawnSync('npx', ['--no-install', 'office-addin-debugging', ...command], {
    cwd: root,
    stdio: command[0] === '--version' ? 'ignore' : 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** Key and certificate for localhost. Installs a certificate authority of this machine's own, valid for 30 days. */
async function certificates() {
  try {
    console.log('正在准备本机的开发证书；系统可能要求确认或输入密码。/ Preparing development certificates; the system may ask for your consent.');
    const certs = await import('office-addin-dev-certs');
    return await (certs.getHttpsServerOptions ?? certs.default.getHttpsServerOptions)();
  } catch (error) {
    console.error(`开发证书没有装上：${error instanceof Error ? error.message : error}
  Excel 只加载 https 的加载项。请用有权安装证书的账户再运行一次；不能安装时，请管理员按 docs/deployment.md 部署到 https 服务器，
  或用 npm start 打开不需要 Excel 的工作台。
The development certificate could not be installed. Run again with an account that may install one, or deploy to an https server.`);
    return null;
  }
}

function serve(options) {
  const server = createServer(options, answerFrom(dist));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(server));
  });
}

async function excel() {
  console.log('正在生成页面，约需半分钟… / Building the pages, about half a minute …');
  if (!buildPages(root, { GOUJI_HOST: DEV_HOST })) return 1;
  const options = await certificates();
  if (options === null) return 1;
  let server;
  try {
    server = await serve(options);
  } catch (error) {
    const taken = error.code === 'EADDRINUSE';
    console.error(taken ? `端口 ${port} 已被占用：是不是已经运行了 npm run excel？请先结束它。/ Port ${port} is in use; end the other npm run excel first.` : String(error));
    return 1;
  }
  console.log(`加载项已在 ${DEV_HOST} 提供，按 Ctrl+C 结束。/ The add-in is served at ${DEV_HOST}; Ctrl+C ends it.\n`);
  const desktop = process.platform === 'win32' || process.platform === 'darwin';
  const loaded = desktop && officeLoader(['--version']) && officeLoader(['start', manifest, 'desktop', '--no-debug']);
  if (loaded) console.log('Excel 已打开，在“开始”选项卡的“勾稽”组点“勾稽审核”。/ Excel is open: Home → Gouji → Audit.');
  else console.log(sideloadSteps(process.platform, manifest));
  await new Promise((resolve) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, resolve)));
  if (loaded) officeLoader(['stop', manifest]);
  server.closeAllConnections();
  server.close();
  return 0;
}

process.exitCode = await excel();
