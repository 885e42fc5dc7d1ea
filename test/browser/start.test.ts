import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll, expect, it } from 'vitest';

let command: ChildProcess | null = null;
afterAll(() => void command?.kill());

it('npm start serves the workbench, and says where', async () => {
  command = spawn(process.execPath, ['src/build/start.mjs'], { env: { ...process.env, PORT: '0' } });
  let said = '';
  command.stdout?.on('data', (text: Buffer) => (said += text.toString()));
  command.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  await expect.poll(() => said, { timeout: 150_000, interval: 200 }).toMatch(/审核工作台 {2}http:\/\/localhost:\d+\//);
  expect(said).toContain('npm run excel');
  expect(said).toContain('Open this address in a browser');
  const address = /http:\/\/localhost:\d+\//.exec(said)?.[0] ?? '';
  const page = await fetch(address);
  expect(page.status).toBe(200);
  const html = await page.text();
  const policy = /http-equiv="?Content-Security-Policy"? content="([^"]+)"/.exec(html)?.[1];
  expect(policy).toContain("script-src 'self';");
  for (const [, script] of html.matchAll(/<script src="?([^">]+)"?>/g)) expect((await fetch(new URL(script, address))).status).toBe(200);
  const ended = new Promise((resolve) => command?.once('exit', resolve));
  command.kill('SIGINT');
  await ended;
  await expect(fetch(address)).rejects.toThrow();
}, 180_000);
