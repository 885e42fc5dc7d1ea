import type { Server } from 'node:http';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStaticServer, listen } from '../../src/build/serve.mjs';
import { defaultSettings, writeSettings } from '../../src/taskpane/state';
import { HOSTILE_FILES } from '../hostile/set';
import { axeViolations } from './axe';
import { complaints, openBrowser, type Browser } from './chromium';

/** The hostile files in the workbench as it is served: refused in words, while the page's own thread stays free. */
let browser: Browser;
let server: Server;
let page: Page;
let problems: string[];

beforeAll(async () => {
  browser = await openBrowser();
  server = createStaticServer(`${process.cwd()}/dist`);
  const port = await listen(server, 0);
  page = await browser.page({ width: 1400, height: 820 });
  await page.context().setOffline(false);
  problems = complaints(page);
  await page.goto(`http://localhost:${port}/workbench.html`);
  await page.getByText('还没有审核').waitFor();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

it('every file that is refused says why; none holds up the page', async () => {
  const refused = HOSTILE_FILES.filter((file) => file.code !== null && !file.isLarge);
  // How late a timer comes that is due every 10 ms: what the user would feel.
  await page.evaluate(() => {
    const watched = window as unknown as { latest: number };
    watched.latest = 0;
    let due = performance.now() + 10;
    setInterval(() => {
      watched.latest = Math.max(watched.latest, performance.now() - due);
      due = performance.now() + 10;
    }, 10);
  });
  for (const { name, make } of refused) {
    await page.getByTestId('picker').setInputFiles({ name, mimeType: '', buffer: Buffer.from(make(false)) });
    await page.getByText(new RegExp(`文件“${name.replace('.', '\\.')}”.*请`)).first().waitFor({ timeout: 40_000 });
  }
  const latest = await page.evaluate(() => (window as unknown as { latest: number }).latest);
  console.log(`页面主线程最长停顿 / longest hold-up of the page: ${Math.round(latest)} ms`);
  expect(latest).toBeLessThan(400);
  expect(problems).toEqual([]);
}, 180_000);

it('a genuine file still reads after all that', async () => {
  await page.getByTestId('picker').setInputFiles('test/fixtures/000.xlsx');
  await page.getByRole('button', { name: '重新审核' }).waitFor();
  expect(problems).toEqual([]);
}, 60_000);

it.each(['采用', '不采用'])('settings of somebody else wait above the list: %s', async (choice) => {
  const explained = { f1: { text: '已另行报送', by: '张三', date: '2026-03-01', figures: '', isTheirs: false } };
  const query = new URLSearchParams({ audit: '1', kept: writeSettings({ ...defaultSettings, explained }) });
  const stage = await browser.page({ width: 450, height: 800 });
  await stage.goto(`${pathToFileURL('test/artifacts/stage/stage.html').href}?${query.toString()}`);
  await stage.getByText('这个工作簿带有 1 条情况说明（张三，2026-03-01）').waitFor();
  await stage.getByRole('tab', { name: '问题 3' }).waitFor();
  expect(await stage.getByText('已另行报送').count()).toBe(0);
  await stage.getByRole('button', { name: '查看' }).click();
  await stage.getByText('已另行报送').waitFor();
  expect(await axeViolations(stage)).toEqual([]);
  await stage.getByRole('button', { name: choice, exact: true }).click();
  await stage.getByText('这个工作簿带有').waitFor({ state: 'detached' });
  await stage.getByRole('tab', { name: '问题 3' }).waitFor();
  await stage.getByRole('tab', { name: '已说明 0' }).waitFor();
});
