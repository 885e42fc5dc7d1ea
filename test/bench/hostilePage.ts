/**
 * `npm run bench -- hostile-page [NAME…]`: the hostile files that are let through, at full size, in the workbench of dist/ as it is served: how long
 * the page's own thread is frozen at a stretch from opening to the audit's end, and what is kept when the file is closed. A task is measured in
 * processor time of its thread as well: what other programs take of a busy machine does not count there.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createStaticServer, listen } from '../../src/build/serve.mjs';
import { openBrowser } from '../browser/chromium';
import { longestOnProcessor } from './onProcessor';
import { HOSTILE_FILES } from '../hostile/set';

/** What the browser itself calls a long task. */
const AIM_MS = 50;
const AUDIT_MS = 120_000;

interface Watched {
  tasks: number[];
}

async function heapMB(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1_048_576;
}

async function measure(page: Page, path: string): Promise<object> {
  const before = await heapMB(page);
  await page.evaluate(() => {
    const watched = window as unknown as Watched;
    watched.tasks = [];
    new PerformanceObserver((list) => watched.tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ entryTypes: ['longtask'] });
  });
  const start = performance.now();
  let seconds = 0;
  const onProcessor = await longestOnProcessor(page, async () => {
    await page.getByTestId('picker').setInputFiles(path);
    // Looked for seldom and cheaply: looking is work of the page's thread as well.
    await page.waitForFunction(() => [...document.querySelectorAll('button')].some((button) => button.textContent === '重新审核'), undefined, { timeout: AUDIT_MS, polling: 500 });
    seconds = (performance.now() - start) / 1_000;
    // A task is reported once it is over; what follows the audit (marks, search) counts too.
    await page.waitForTimeout(1_500);
  });
  const tasks = await page.evaluate(() => (window as unknown as Watched).tasks);
  const opened = await heapMB(page);
  await page.getByRole('button', { name: /^从列表移去/ }).first().click();
  await page.waitForTimeout(1_000);
  const kept = (await heapMB(page)) - before;
  return {
    seconds: Number(seconds.toFixed(1)), processorMs: Math.round(onProcessor), longestMs: Math.round(Math.max(0, ...tasks)), longTasks: tasks.length,
    frozenMs: Math.round(tasks.reduce((sum, ms) => sum + ms, 0)), pageMB: Math.round(opened), keptMB: Math.round(kept),
  };
}

const wanted = process.argv.slice(2).filter((name) => name !== '--');
const files = HOSTILE_FILES.filter(({ name, code }) => code === null && (wanted.length === 0 || wanted.includes(name)));
const folder = mkdtempSync(join(tmpdir(), 'gouji-hostile-'));
const server = createStaticServer(`${process.cwd()}/dist`);
const port = await listen(server, 0);
console.log(`恶意文件在网页里 / Hostile files in the page (aim: its thread never frozen beyond ${AIM_MS} ms)`);
for (const { name, make } of files) {
  const path = join(folder, name);
  writeFileSync(path, make(true));
  // Each in a browser of its own: a page keeps its files for the next visit.
  const browser = await openBrowser();
  try {
    const page = await browser.page({ width: 1400, height: 820 });
    await page.context().setOffline(false);
    await page.goto(`http://localhost:${port}/workbench.html`);
    await page.getByText('还没有审核').waitFor();
    // A line at a time: at full size a run takes minutes.
    console.log(name, JSON.stringify(await measure(page, path)));
  } catch (error) {
    // The others are measured all the same.
    process.exitCode = 1;
    console.log(name, error instanceof Error ? error.message.split('\n')[0] : String(error));
  }
  await browser.close();
  rmSync(path);
}
server.close();
rmSync(folder, { recursive: true, force: true });
