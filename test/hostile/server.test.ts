import { request } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { createStaticServer, listen } from '../../src/build/serve.mjs';

/** The local server answers pages of its own name only: a site whose name leads to this machine reads nothing. */
const server = createStaticServer(`${process.cwd()}/docs`);
const port = await listen(server, 0);
afterAll(() => void server.close());

const statusFor = (host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: '/rules.md', headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject).end();
  });

describe('the local server', () => {
  it.each([['localhost', 200], [`localhost:${port}`, 200], [`127.0.0.1:${port}`, 200], ['[::1]:3000', 200], ['evil.example', 403], [`evil.example:${port}`, 403], ['localhost.evil.example', 403], ['127.0.0.1.evil.example', 403]])('%s → %d', async (host, status) => {
    expect(await statusFor(host)).toBe(status);
  });
});
