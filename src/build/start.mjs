/** `npm start`: the workbench on this machine, without Excel and without a network; and how Excel gets the add-in. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPages } from './buildPages.mjs';
import { isFresh, readStamp } from './buildStamp.mjs';
import { createStaticServer, listen } from './serve.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const dist = join(root, 'dist');

/** What is printed once the pages are served. */
function welcome(address) {
  return `审核工作台  ${address}
  在浏览器中打开上面的地址，已带一个有错误的示例；不需要 Excel，也不需要网络，文件只在本机读取。按 Ctrl+C 结束。

在 Excel 中使用
  本机试用    npm run excel    （另开一个终端；用本机开发证书提供 https，并把加载项装入 Excel）
  单位部署    GOUJI_HOST=https://服务器/目录 npm run build，把 dist/ 放到该地址，
              再分发 dist/manifest.xml。步骤见 docs/deployment.md

Workbench  ${address}
  Open this address in a browser: an example with real errors is in it. No Excel, no network; files stay on this machine.
  Ctrl+C ends it. In Excel: npm run excel on this machine, docs/deployment.md for an organisation.`;
}

function ensureBuilt() {
  if (isFresh(root, dist)) return true;
  console.error('正在生成页面，约需半分钟… / Building the pages, about half a minute …');
  // A build for another server stays one: only what the sources say is brought up to date.
  const { host = '', office = '' } = readStamp(dist) ?? {};
  return buildPages(root, { GOUJI_HOST: process.env.GOUJI_HOST ?? host, GOUJI_OFFICE_JS: process.env.GOUJI_OFFICE_JS ?? office });
}

async function start() {
  const wanted = Number(process.env.PORT ?? 3001);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_515) {
    console.error(`PORT=${process.env.PORT} 不是端口号，请用 1 到 65515 之间的整数。/ PORT is no port number.`);
    process.exitCode = 1;
    return;
  }
  if (!ensureBuilt()) {
    process.exitCode = 1;
    return;
  }
  const server = createStaticServer(dist);
  try {
    const port = await listen(server, wanted);
    if (wanted !== 0 && port !== wanted) console.error(`端口 ${wanted} 已被占用，改用 ${port}。/ Port ${wanted} is in use; ${port} is used instead.`);
    console.log(welcome(`http://localhost:${port}/`));
  } catch (error) {
    console.error(`没有能启动：${error.message}\n请换一个端口再试：PORT=8080 npm start / The server did not start; try another port.`);
    process.exitCode = 1;
  }
}

await start();
