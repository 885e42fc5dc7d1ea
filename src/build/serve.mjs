/** Serves a folder on this machine only, for `npm start` and `npm run excel`. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

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
  return createServer(answerFrom(folder));
}

const OWN_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/** Whether a request was meant for this machine by its own name. */
export function isOwnHost(host) {
  return host !== undefined && OWN_HOST.test(host);
}

/** What such a server answers, over http or https. */
export function answerFrom(folder) {
  return (request, response) => {
    // A page of another site whose name leads here (DNS rebinding) sends that name.
    if (!isOwnHost(request.headers.host)) {
      response.writeHead(403, { 'content-type': TYPES['.txt'] }).end('只在本机使用。For this machine only.\n');
      return;
    }
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
  };
}

/**
 * Listens on this machine only; where the port is taken, on the next free one (20 are tried).
 *
 * @param {import('node:net').Server} server
 * @param {number} port 0 = any
 * @returns {Promise<number>} the port
 */
export function listen(server, port) {
  const last = port + 20;
  return new Promise((resolve, reject) => {
    const attempt = (next) => {
      server.once('error', (error) => (error.code === 'EADDRINUSE' && port !== 0 && next < last ? attempt(next + 1) : reject(error)));
      server.listen(next, '127.0.0.1', () => {
        server.removeAllListeners('error');
        resolve(server.address().port);
      });
    };
    attempt(port);
  });
}
