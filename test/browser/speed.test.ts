import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WorkbookBuilder } from '../../src/audit/workbook';
import { writeWorkbookXlsx } from '../../src/files';
import { axeViolations } from './axe';
import { complaints, openBrowser, type Browser } from './chromium';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Longest time between two frames while something is done, in ms. */
async function longestFrame(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const state = { longest: 0, last: performance.now(), on: true };
    Object.assign(window, { frames: state });
    const tick = (now: number): void => {
      state.longest = Math.max(state.longest, now - state.last);
      state.last = now;
      if (state.on) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await work();
  return page.evaluate(() => (window as unknown as { frames: { longest: number } }).frames.longest);
}

describe('a list of 10,000 findings', () => {
  it('is drawn at once, scrolls, and has no violations', async () => {
    const page = await browser.page({ width: 320, height: 720 });
    const problems = complaints(page);
    await page.goto(`${pathToFileURL('test/artifacts/stage/stage.html').href}?scenario=many`);
    const start = Date.now();
    await page.getByRole('button', { name: '审核', exact: true }).click();
    await page.getByRole('treeitem').first().waitFor();
    expect(Date.now() - start).toBeLessThan(3000);
    expect(await page.getByRole('treeitem').count()).toBeLessThan(60);
    await page.getByRole('tree').focus();
    await page.keyboard.press('End');
    await page.locator('[role=treeitem][aria-posinset="10000"]').waitFor();
    const longest = await longestFrame(page, async () => {
      for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowUp');
    });
    console.log(`10,000 findings: longest frame while walking ${longest.toFixed(0)} ms`);
    expect(longest).toBeLessThan(1000);
    expect(await axeViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  });
});

describe('100 sheets × 2,000 rows', () => {
  it('opens, and the grid keeps up with hands', async () => {
    const builder = new WorkbookBuilder('大.xlsx');
    for (let s = 0; s < 100; s++) {
      const sheet = builder.sheet(`表${s + 1}`);
      for (let row = 0; row < 2000; row++) {
        sheet.text(row, 0, `${s}-${row % 100}`);
        for (let column = 1; column < 6; column++) sheet.number(row, column, row * column + 0.5, '#,##0.00');
      }
      builder.add(sheet.finish());
    }
    const bytes = Buffer.from(writeWorkbookXlsx(builder.finish()));
    const page = await browser.page({ width: 1400, height: 820 });
    const problems = complaints(page);
    await page.goto(pathToFileURL('dist/workbench.html').href);
    const start = Date.now();
    await page.getByTestId('picker').setInputFiles([{ name: '大.xlsx', mimeType: '', buffer: bytes }]);
    await page.getByRole('button', { name: '表100', exact: true }).waitFor({ timeout: 60_000 });
    console.log(`1,200,000 cells: shown after ${Date.now() - start} ms`);
    await page.getByRole('button', { name: '重新审核' }).waitFor({ timeout: 60_000 });
    console.log(`1,200,000 cells: audited after ${Date.now() - start} ms`);
    await page.getByTestId('grid').focus();
    const longest = await longestFrame(page, async () => {
      for (let i = 0; i < 30; i++) await page.keyboard.press('PageDown');
      for (let i = 0; i < 10; i++) await page.keyboard.press('Control+PageDown');
    });
    console.log(`1,200,000 cells: longest frame while paging ${longest.toFixed(0)} ms`);
    expect(longest).toBeLessThan(1500);
    expect(problems).toEqual([]);
    await page.close();
  }, 180_000);
});
