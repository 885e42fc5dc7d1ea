/**
 * How free the page stays: the workbench of dist/ in a real browser, served as users have it, under six loads. A long task is one
 * of over 50 ms on the page's own thread (PerformanceObserver), and the longest in processor time; reading and auditing run in workers. `vite-node pane.ts FOLDER`.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createStaticServer, listen } from '../../src/build/serve.mjs';
import { openBrowser } from '../browser/chromium';
import { longestOnProcessor } from './onProcessor';
import { SUBMISSIONS } from './paneFiles';

interface Load {
  readonly load: string;
  /** From the drop, or the key, to the last report. */
  readonly seconds: number;
  readonly longTasks: number;
  readonly longestMs: number;
  /** The longest task without what other programs took of a busy machine. */
  readonly processorMs: number;
  /** What the long tasks took beyond 50 ms each. */
  readonly blockedMs: number;
}

interface Watched extends Window {
  tasks: number[];
  /** From the choice of a folder to the table with all its files, in ms. */
  listed: Promise<number>;
}

const folder = process.argv[2];
const server = createStaticServer(join(import.meta.dirname, '../../dist'));
const address = `http://localhost:${await listen(server, 0)}/workbench.html`;
let browser = await openBrowser();
const patience = { timeout: 240_000 };
const again = (page: Page) => page.getByRole('button', { name: '重新审核' });

/** A page keeps its files for the next visit: every load has a browser of its own. */
async function another(): Promise<Page> {
  await browser.close();
  browser = await openBrowser();
  return opened();
}

async function opened(): Promise<Page> {
  const page = await browser.page({ width: 1400, height: 820 });
  await page.context().setOffline(false);
  await page.addInitScript(() => {
    const watched = window as unknown as Watched;
    watched.tasks = [];
    new PerformanceObserver((list) => watched.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  });
  await page.goto(address);
  await page.getByText('还没有审核').waitFor(patience);
  return page;
}

async function measure(load: string, page: Page, work: () => Promise<void>): Promise<Load> {
  await page.evaluate(() => void ((window as unknown as Watched).tasks = []));
  const start = performance.now();
  let seconds = 0;
  const onProcessor = await longestOnProcessor(page, async () => {
    await work();
    seconds = (performance.now() - start) / 1000;
  });
  const tasks = await page.evaluate(() => (window as unknown as Watched).tasks);
  const round = (ms: number): number => Math.round(ms);
  return { load, seconds: Number(seconds.toFixed(1)), longTasks: tasks.length, longestMs: round(Math.max(0, ...tasks)), processorMs: round(onProcessor), blockedMs: round(tasks.reduce((sum, ms) => sum + ms - 50, 0)) };
}

/** A file is chosen, read, audited and marked. */
async function audited(page: Page, file: string): Promise<void> {
  await page.getByTestId('picker').setInputFiles(file);
  await again(page).waitFor(patience);
}

/** The longest of three: from a press on 取消 to the end of the run, in ms, as the page itself sees it; null where the run was over before. */
async function cancelled(page: Page): Promise<number | null> {
  const times: number[] = [];
  for (let i = 0; i < 3; i++) {
    // What was read a moment ago is not audited again: a cell is changed first.
    await page.getByTestId('grid').focus();
    await page.keyboard.type(`${i + 1}`);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(2000);
    await page.getByRole('button', { name: /^(重新)?审核$/ }).click({ timeout: 60_000 });
    const cancel = page.getByRole('button', { name: '取消', exact: true });
    const took = await cancel.evaluate(async (button: HTMLButtonElement, rest: number) => {
      await new Promise((resolve) => setTimeout(resolve, rest));
      if (!button.isConnected) return null;
      const start = performance.now();
      const said = button.textContent;
      button.click();
      // The button may become another one; what never answers is told as such.
      while (button.isConnected && button.textContent === said && !button.disabled && performance.now() - start < 20_000) await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.now() - start;
    }, i * 400, { timeout: 20_000 }).catch(() => null);
    if (took === null) return null;
    times.push(took);
    await page.getByRole('button', { name: /^(重新)?审核$/ }).waitFor({ timeout: 60_000 });
  }
  return Math.round(Math.max(...times));
}

/** Has the page itself see how soon a chosen folder is listed. */
function watchListing(page: Page, count: number): Promise<void> {
  return page.evaluate((files) => {
    (window as unknown as Watched).listed = new Promise((resolve) => {
      document.addEventListener('change', () => {
        const start = performance.now();
        const look = (): void => {
          if (document.querySelector('[data-testid=desk]')?.getAttribute('aria-rowcount') === String(files + 1)) resolve(performance.now() - start);
          else requestAnimationFrame(look);
        };
        look();
      }, { capture: true, once: true });
    });
  }, count);
}

/** Where Tab stops on the page. */
function tabStops(page: Page): Promise<number> {
  return page.evaluate(() => [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href], [tabindex]')].filter((element) => element.tabIndex >= 0 && element.checkVisibility() && !element.matches(':disabled')).length);
}

const loads: Load[] = [];
const listed: string[] = [];
let cancelMs: number | null = null;
let stops = { desk: 0, file: 0 };
try {
  const million = await opened();
  loads.push(await measure('100 万个单元格 / 1 M cells', million, () => audited(million, join(folder, 'million.xlsx'))));
  // The table of long tasks is told also where this could not be measured.
  cancelMs = await cancelled(million).catch(() => null);

  const broken = await another();
  loads.push(await measure('300 个单位，984 个错数 / 300 units, 984 wrong figures', broken, () => audited(broken, join(folder, 'broken.xlsx'))));
  loads.push(await measure('其中改一个数 / an edit in it', broken, async () => {
    await broken.getByTestId('grid').focus();
    await broken.keyboard.press('F8');
    await broken.keyboard.type('123');
    await broken.keyboard.press('Enter');
    await broken.waitForTimeout(4000);
  }));
  loads.push(await measure('其中走 100 行 / 100 rows of its list', broken, async () => {
    await broken.getByRole('tree').focus();
    for (let i = 0; i < 100; i++) await broken.keyboard.press('ArrowDown');
  }));

  let many = broken;
  for (const count of SUBMISSIONS) {
    many = await another();
    await watchListing(many, count);
    loads.push(await measure(`${count} 个文件 / files`, many, async () => {
      await many.getByTestId('folder').setInputFiles(join(folder, `submissions-${count}`));
      await many.getByTestId('desk').waitFor(patience);
      // Not by role: computing the names of all rows over and over is work of its own on the page's thread.
      await many.waitForFunction(() => ![...document.querySelectorAll('button')].some((button) => button.textContent === '停止审核'), null, { ...patience, polling: 200 });
    }));
    listed.push(`${count}: ${Math.round(await many.evaluate(() => (window as unknown as Watched).listed))} ms`);
  }
  const onDesk = await tabStops(many);
  await many.getByTestId('desk').focus();
  await many.keyboard.press('ArrowDown');
  await many.keyboard.press('Enter');
  await again(many).waitFor(patience);
  stops = { desk: onDesk, file: await tabStops(many) };
} finally {
  await browser.close();
  server.close();
}
console.log('页面线程上超过 50 ms 的任务（PerformanceObserver）/ Tasks over 50 ms on the page’s thread');
console.table(loads);
console.log(`列出文件 / Files listed: ${listed.join('; ')}`);
console.log(`Tab 键停留处 / Tab stops with that many files: ${stops.desk} on the desk, ${stops.file} with a file open`);
console.log(`取消 / Cancel answers within ${cancelMs === null ? '— (not measured)' : `${cancelMs} ms`}`);
