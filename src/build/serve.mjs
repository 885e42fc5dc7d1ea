/** `npm start`: serves dist/ on this machine only, and says where to look and how Excel gets the add-in. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** The file a request means, or null: nothing outside the folder, no folders, no dot files. */
export function fileFor(folder, address) {
  let path;
  try {
    path = decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (path.includes('\0')) return null;
  const file = normalize(join(folder, path === '/' ? '/workbench.html' : path));
  if (!file.startsWith(folder + sep) || /[\\/]\./.test(file.slice(folder.length))) return null;
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

/** A server for one folder; reads only. */
export function createStaticServer(folder) {
  return createServer((request, response) => {
    const file = request.method === 'GET' || request.method === 'HEAD' ? fileFor(folder, request.url ?? '/') : null;
    if (file === null) {
      response.writeHead(404, { 'content-type': TYPES['.txt'] }).end('没有这个文件。Not found.\n');
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).pipe(response);
  });
}

function start() {
  const dist = fileURLToPath(new URL('../../dist', import.meta.url));
  if (!existsSync(join(dist, 'workbench.html'))) {
    console.error('dist/ 里还没有页面。请先运行：npm run build\nThere are no pages in dist/ yet. Run first: npm run build');
    process.exitCode = 1;
    return;
  }
  const port = Number(process.env.PORT ?? 3001);
  const server = createStaticServer(dist);
  server.on('error', (error) => {
    console.error(error.code === 'EADDRINUSE' ? `端口 ${port} 已被占用，请换一个：PORT=3002 npm start\nPort ${port} is in use; try PORT=3002 npm start` : String(error));
    process.exitCode = 1;
  });
  server.listen(port, '127.0.0.1', () => {
    console.log(`审核工作台  http://localhost:${server.address().port}/
  不需要 Excel；文件只在本机读取。Ctrl+C 结束。

在 Excel 中使用（需要 https）：
  1. npm run excel           用本机开发证书启动 https 服务并在 Excel 中加载 manifest.xml
  2. 单位部署                GOUJI_HOST=https://服务器/目录 npm run build，把 dist/ 放到该地址，
                            由管理员按 docs 中的部署说明分发 dist/manifest.xml

Workbench: http://localhost:${server.address().port}/ (no Excel needed). For Excel: npm run excel, or build with
GOUJI_HOST=https://server/folder, put dist/ there and deploy dist/manifest.xml.`);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) start();
