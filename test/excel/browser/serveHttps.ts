import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize, sep } from 'node:path';

/** "/page.html" → a text; "/folder/" → a folder on disk. */
export type Routes = Readonly<Record<string, string | { readonly folder: string }>>;

export interface HttpsServer {
  /** "https://localhost:12345" */
  readonly url: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** A server on this machine with a certificate of its own, which a browser has to be told to accept. */
export async function serveHttps(routes: Routes): Promise<HttpsServer> {
  const server = createServer(certificate(), (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'https://localhost').pathname);
    const body = find(routes, path);
    if (body === null) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(path) || '.html'] ?? 'application/octet-stream' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function find(routes: Routes, path: string): string | Buffer | null {
  const exact = routes[path];
  if (typeof exact === 'string') return exact;
  for (const [prefix, route] of Object.entries(routes)) {
    if (typeof route === 'string' || !path.startsWith(prefix)) continue;
    const file = normalize(join(route.folder, path.slice(prefix.length)));
    if (!file.startsWith(normalize(route.folder + sep))) continue;
    try {
      return readFileSync(file);
    } catch {
      return null;
    }
  }
  return null;
}

function certificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '2', ...subject], { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
