import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isFresh, readStamp } from '../../src/build/buildStamp.mjs';
import { createStaticServer, listen } from '../../src/build/serve.mjs';
import { sideloadSteps } from '../../src/build/sideload.mjs';

let root = '';
let servers: Server[] = [];
const put = (path: string, text = '', at?: number): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
  if (at !== undefined) utimesSync(join(root, path), at / 1000, at / 1000);
};
const dist = (): string => join(root, 'dist');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gouji-start-'));
});
afterEach(async () => {
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  servers = [];
  rmSync(root, { recursive: true, force: true });
});

describe('whether dist/ has to be built', () => {
  const later = Date.now() + 60_000;

  it('is built where there is nothing, or no stamp, or a page is missing', () => {
    expect(isFresh(root, dist())).toBe(false);
    put('dist/workbench.html');
    expect(isFresh(root, dist())).toBe(false);
    put('dist/.built', 'damaged');
    expect(readStamp(dist())).toBeNull();
    put('dist/.built', JSON.stringify({ startedAt: later }));
    expect(isFresh(root, dist())).toBe(true);
    rmSync(join(dist(), 'workbench.html'));
    expect(isFresh(root, dist())).toBe(false);
  });

  it.each(['src/audit/a.ts', 'assets/icon.png', 'manifest.xml', 'webpack.config.js', 'package-lock.json'])('is built again after a change of %s', (path) => {
    put('dist/workbench.html');
    put('dist/.built', JSON.stringify({ startedAt: later }));
    put(path);
    expect(isFresh(root, dist())).toBe(true);
    put(path, 'changed while it was built', later + 1_000);
    expect(isFresh(root, dist())).toBe(false);
  });
});

describe('the server', () => {
  it('takes the next port where one is in use, and hands out pages and nothing hidden', async () => {
    put('dist/workbench.html', '<!doctype html>');
    put('dist/.built', '{}');
    const other = createServer();
    servers.push(other);
    const taken = await listen(other, 0);
    const server = createStaticServer(dist());
    servers.push(server);
    const port = await listen(server, taken);
    expect(port).toBeGreaterThan(taken);
    expect((server.address() as AddressInfo).address).toBe('127.0.0.1');
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([200, 'text/html; charset=utf-8', '<!doctype html>']);
    expect((await fetch(`http://127.0.0.1:${port}/.built`)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${port}/`, { method: 'POST' })).status).toBe(404);
  });
});

describe('the steps into Excel', () => {
  it.each([
    ['win32', '受信任的加载项目录', 'Trusted Add-in Catalogs'],
    ['darwin', 'Documents/wef', 'Documents/wef'],
    ['linux', '没有桌面版 Excel', 'Upload My Add-in'],
  ])('%s', (platform, chinese, english) => {
    const steps = sideloadSteps(platform, '/gouji/dist/manifest.xml');
    expect(steps).toContain(chinese);
    expect(steps).toContain(english);
    expect(steps).toContain('上传我的加载项');
    expect(steps.split('/gouji/dist/manifest.xml').length).toBeGreaterThan(2);
  });
});
