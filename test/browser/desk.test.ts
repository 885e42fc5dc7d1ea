import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStaticServer, listen } from '../../src/build/serve.mjs';
import { axeViolations } from './axe';
import { complaints, openBrowser, type Browser } from './chromium';

/** The reviewer's desk as it is served: a folder of submissions, audited by workers while the table can be used. */
const pictures = 'test/artifacts/pictures';
let browser: Browser;
let server: Server;
let page: Page;
let problems: string[];
let address: string;
let folder: string;

/** 水利局: 20 workbooks, a third of them twice; 卫生局: a lock file, a picture, a file that is none, one workbook. */
function makeFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'gouji-desk-'));
  const [water, health] = ['水利局', '卫生局'].map((name) => join(root, name));
  for (const path of [water, health]) mkdirSync(path);
  const forms = readdirSync('test/fixtures/forms').filter((name) => name.endsWith('.xlsx')).slice(0, 15);
  for (const [i, name] of forms.entries()) {
    copyFileSync(`test/fixtures/forms/${name}`, join(water, name));
    if (i % 3 === 0) copyFileSync(`test/fixtures/forms/${name}`, join(water, `副本-${name}`));
  }
  for (const name of ['000.xlsx', '001.xlsx', '002.xlsx', '003.xlsx']) copyFileSync(`test/fixtures/${name}`, join(health, name));
  writeFileSync(join(health, '~$002.xlsx'), 'lock');
  writeFileSync(join(health, '照片.jpg'), 'picture');
  writeFileSync(join(health, '坏.xlsx'), '%PDF-1.7');
  return root;
}

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  folder = makeFolder();
  browser = await openBrowser();
  server = createStaticServer(`${process.cwd()}/dist`);
  address = `http://localhost:${await listen(server, 0)}/workbench.html`;
  page = await browser.page({ width: 1280, height: 800 });
  await page.context().setOffline(false);
  problems = complaints(page);
  await page.goto(address);
  await page.getByText('还没有审核').waitFor();
});
afterAll(async () => {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const table = () => page.getByTestId('desk');
const rows = () => table().locator('[role=row][aria-rowindex]:not([aria-rowindex="1"])');
const rowCount = async (): Promise<number> => Number(await table().getAttribute('aria-rowcount')) - 1;

it('lists a folder at once and fills it in while the page stays free; worst first', async () => {
  await page.evaluate(() => {
    const watched = window as unknown as { longest: number };
    watched.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.longest = Math.max(watched.longest, duration);
    }).observe({ type: 'longtask' });
  });
  const start = Date.now();
  await page.getByTestId('folder').setInputFiles(folder);
  await table().waitFor();
  await expect.poll(rowCount).toBe(25);
  console.log(`25 files: listed after ${Date.now() - start} ms`);
  await page.getByText('已审核 25/25 个文件').waitFor({ timeout: 60_000 });
  const longest = await page.evaluate(() => (window as unknown as { longest: number }).longest);
  console.log(`25 files: audited after ${Date.now() - start} ms; longest task of the page ${Math.round(longest)} ms`);
  expect(longest).toBeLessThan(500);
  await page.getByText('没有列入：正在被打开的锁定文件 1 个、其他文件 1 个。').waitFor();
  expect(await rows().first().textContent()).toContain('坏.xlsx');
  expect(await rows().first().textContent()).toContain('读不了');
  const causes = async (row: number): Promise<number> => Number(await rows().nth(row).locator('[aria-colindex="7"]').textContent());
  expect(await causes(1)).toBeGreaterThan(await causes(2));
  expect(await page.getByTestId('sums').textContent()).toContain('20 个文件，另有旧版和副本 5 个');
  // The example has stepped aside.
  expect(await page.getByText('示例').count()).toBe(0);
  await page.getByRole('button', { name: '图', exact: true }).click();
  await page.getByRole('img', { name: /各状态的文件数：读不了 1 个；审核中 19 个/ }).waitFor();
  await page.screenshot({ path: `${pictures}/desk.png` });
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: '图', exact: true }).click();
});

it('is sorted, filtered and searched', async () => {
  await page.getByRole('columnheader', { name: '文件' }).click();
  expect(await page.getByRole('columnheader', { name: '文件' }).getAttribute('aria-sort')).toBe('ascending');
  expect(await rows().first().textContent()).toContain('000.xlsx');
  await page.getByRole('combobox', { name: '按部门（文件夹）' }).selectOption({ label: `${folder.slice(folder.lastIndexOf('/') + 1)}/卫生局` });
  await expect.poll(rowCount).toBe(5);
  await page.getByRole('searchbox').fill('X5');
  await expect.poll(rowCount).toBe(1);
  expect(await rows().first().textContent()).toContain('002.xlsx');
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect.poll(rowCount).toBe(25);
  for (let i = 0; i < 2; i++) await page.getByRole('columnheader', { name: '文件' }).click();
  expect(await page.getByRole('columnheader', { name: '文件' }).getAttribute('aria-sort')).toBe('none');
});

it('takes keys, one tab stop for all of it, and decisions for what is selected', async () => {
  await table().focus();
  for (const key of ['ArrowDown', 'ArrowDown', ' ', 'ArrowDown', ' ']) await page.keyboard.press(key);
  await page.getByText('已选 2 个').waitFor();
  await page.getByRole('button', { name: '设为待退回' }).click();
  await page.getByText('2 个文件：待退回').waitFor();
  await expect.poll(() => rows().filter({ hasText: '待退回' }).count()).toBe(2);
  const stops = await page.evaluate(() => document.querySelectorAll('[data-testid=desk] [tabindex="0"], [data-testid=desk] button:not([tabindex="-1"])').length);
  expect(stops).toBe(0);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出情况说明（.json）' }).click()]);
  expect(file.suggestedFilename()).toBe('gouji-情况说明.json');
  // Who reviews is asked once.
  await page.getByRole('button', { name: '导出检查表' }).click();
  await page.getByLabel('审核人（印在检查表上').fill('张三');
  const [checklist] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(checklist.suggestedFilename()).toBe('勾稽检查表.xlsx');
  await page.getByRole('button', { name: '审核人：张三' }).waitFor();
});

it('leaves the keys where they are of use when a file is opened and left again', async () => {
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? document.activeElement?.tagName);
  await table().focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('grid').waitFor();
  await expect.poll(focused).toBe('grid');
  await page.getByRole('button', { name: '全部文件（表格）' }).press('Enter');
  await expect.poll(focused).toBe('desk');
});

it('asks once for the folder that explanations are written to', async () => {
  // Stands in for the dialogue, which no test can answer: a folder of that name in the browser's own file system.
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  await page.evaluate((own) => {
    const asked = window as unknown as { asked: number; showDirectoryPicker: () => Promise<FileSystemDirectoryHandle> };
    asked.asked = 0;
    asked.showDirectoryPicker = async () => {
      asked.asked++;
      return (await navigator.storage.getDirectory()).getDirectoryHandle(own, { create: true });
    };
  }, name);
  await page.getByRole('button', { name: '情况说明写回文件夹…' }).click();
  await page.getByText(`已写入“${name}/gouji-情况说明.json”`).waitFor();
  await page.getByRole('button', { name: '情况说明写回文件夹…' }).click();
  await page.getByText(`已与“${name}/gouji-情况说明.json”里原有的合在一起`).waitFor();
  expect(await page.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(1);
});

it('opens a folder by its button and, where the browser can hold it, writes explanations back to it without another choice', async () => {
  // Files of the other page come back in this browser's pages: a browser of its own has none.
  const own = await openBrowser();
  const other = await own.page({ width: 1280, height: 800 });
  await other.context().setOffline(false);
  await other.goto(address);
  await other.getByText('还没有审核').waitFor();
  const workbooks = ['002', '003'].map((name) => ({ name: `${name}.xlsx`, bytes: [...readFileSync(`test/fixtures/${name}.xlsx`)] }));
  // Stands in for the dialogue: a folder in the browser's own file system, with a subfolder.
  await other.evaluate(async (files) => {
    const asked = window as unknown as { asked: string[]; showDirectoryPicker: (options: { mode: string }) => Promise<FileSystemDirectoryHandle> };
    asked.asked = [];
    const submitted = await (await navigator.storage.getDirectory()).getDirectoryHandle('送审 2026', { create: true });
    const water = await submitted.getDirectoryHandle('水利局', { create: true });
    for (const { name, bytes } of files) {
      const file = await (await water.getFileHandle(name, { create: true })).createWritable();
      await file.write(new Uint8Array(bytes));
      await file.close();
    }
    asked.showDirectoryPicker = async ({ mode }) => {
      asked.asked.push(mode);
      return submitted;
    };
  }, workbooks);
  await other.getByRole('button', { name: '打开文件夹…' }).click();
  await other.getByText('已审核 2/2 个文件').waitFor({ timeout: 60_000 });
  await other.getByRole('button', { name: '情况说明写回文件夹…' }).click();
  await other.getByText('已写入“送审 2026/gouji-情况说明.json”').waitFor();
  expect(await other.evaluate(() => (window as unknown as { asked: string[] }).asked)).toEqual(['read']);
  // Whoever closes the dialogue wants nothing; a refusal is said.
  for (const [error, said] of [['AbortError', 0], ['SecurityError', 1]] as const) {
    await other.evaluate((name) => {
      (window as unknown as { showDirectoryPicker: () => Promise<never> }).showDirectoryPicker = async () => Promise.reject(new DOMException('', name));
    }, error);
    await other.getByRole('button', { name: '打开文件夹…' }).click();
    await expect.poll(() => other.getByText('这个文件夹没有打开').count()).toBe(said);
  }
  await own.close();
});

it('says who of a roster has not handed in, and why a roster is none', async () => {
  const csv = (text: string) => ({ name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByTestId('roster-picker').setInputFiles(csv('甲,乙\n1,2\n'));
  await page.getByText('名册里没有“单位名称”或“单位编码”一栏（只有：甲、乙）。').waitFor();
  await page.getByTestId('roster-picker').setInputFiles(csv('单位名称\n子洲县医疗保险经办机构\n子洲县水利局\n'));
  await page.getByText('名册 2 个单位中，1 个没有报送').click();
  await page.getByTestId('roster').getByText('子洲县水利局').waitFor();
});

it('sets two files against each other, opens a cell from the result, and comes back to it', async () => {
  await page.getByRole('button', { name: '文件之间的对照…' }).click();
  await page.getByRole('menuitem', { name: '比较两个版本' }).click();
  const view = page.getByTestId('between');
  const choose = async (label: string, file: string): Promise<void> => {
    const field = view.getByRole('combobox', { name: label });
    await field.selectOption((await field.locator('option', { hasText: file }).first().getAttribute('value')) ?? '');
  };
  await choose('原来的', '卫生局/003.xlsx');
  await choose('改后的', '卫生局/002.xlsx');
  await view.getByRole('button', { name: '开始对照' }).click();
  await page.getByTestId('between-verdict').getByText('新出现').waitFor({ timeout: 30_000 });
  expect(await axeViolations(page)).toEqual([]);
  await view.getByRole('button', { name: '表6!', exact: false }).first().click();
  await page.getByTestId('grid').waitFor();
  await page.getByRole('button', { name: '全部文件（表格）' }).click();
  await page.getByTestId('between-verdict').waitFor();
  await page.keyboard.press('Escape');
  await table().waitFor();
});

it('saves marked copies of what is shown as one .zip; on a narrow page filters and actions are folded', async () => {
  await page.getByRole('searchbox').fill('X5');
  await expect.poll(rowCount).toBe(1);
  await page.getByRole('button', { name: '另存带标记的副本…' }).click();
  const [zip] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '存为一个 .zip' }).click()]);
  expect(zip.suggestedFilename()).toBe('带标记的副本.zip');
  await page.getByText(/已另存 1 份，标记 \d+ 个单元格。/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: '关闭' }).click();
  await page.getByRole('button', { name: '清除筛选' }).click();
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.getByRole('searchbox').isVisible()).toBe(false);
  expect((await table().boundingBox())?.y).toBeLessThan(330);
  await page.getByRole('button', { name: '筛选和操作' }).click();
  await page.getByRole('searchbox').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.getByRole('button', { name: '筛选和操作' }).click();
  // What stands there of a submission is seen without scrolling to the side.
  for (const width of [320, 450]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await table().evaluate((grid) => [grid.scrollWidth - grid.clientWidth, ...[...grid.querySelectorAll('[aria-rowindex="2"] [role=gridcell]')].filter((cell) => cell.getBoundingClientRect().right > window.innerWidth)])).toEqual([0]);
    expect(await rows().first().locator('[role=gridcell]').allTextContents()).toEqual(['', '（没有读出单位）', '读不了', '坏.xlsx', '', '']);
    expect((await rows().nth(1).locator('[role=gridcell]').allTextContents()).map((text) => text !== '').slice(1, 5)).toEqual([true, true, true, true]);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
});

it('opens a file from its row; F8 goes on in the next file; an edit comes back after a reload', async () => {
  await rows().filter({ hasText: '002.xlsx' }).first().click();
  await page.getByRole('button', { name: '重新审核' }).waitFor();
  await page.getByText('5 个原因', { exact: false }).first().waitFor();
  // However many files and sheets: one tab stop for each list.
  expect(await page.locator('[data-file]:not([tabindex="-1"])').count()).toBe(1);
  const stop = page.getByRole('toolbar', { name: '工作表' }).locator('button:not([tabindex="-1"])');
  expect(await stop.count()).toBe(1);
  const before = await stop.textContent();
  await stop.press('ArrowRight');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-pressed'))).toBe('true');
  expect(await stop.textContent()).not.toBe(before);
  for (let i = 0; i < 6; i++) await page.keyboard.press('F8');
  await page.getByRole('main', { name: '勾稽审核窗格' }).getByRole('heading', { name: '西安市长安区医疗保险经办机构' }).waitFor();
  await expect.poll(() => page.locator('[role=treeitem][aria-selected=true]').count()).toBe(1);
  expect(await axeViolations(page)).toEqual([]);
  await page.screenshot({ path: `${pictures}/desk-file.png` });
  await page.getByTestId('grid').focus();
  await page.keyboard.type('7');
  // An open editor is asked about, too.
  page.once('dialog', (dialog) => void dialog.dismiss());
  await page.evaluate(() => location.reload());
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
  await page.locator('[aria-current=true]').getByText('有改动').waitFor();
  await page.waitForTimeout(1500); // what is kept is written after a rest
  // What is being typed is entered where another file is shown, …
  const typedAt = await page.getByLabel('单元格地址').inputValue();
  const sheet = (await page.getByTestId('grid').getAttribute('aria-label'))?.replace('工作表 ', '') ?? '';
  const shown = async (): Promise<string> => {
    await page.getByLabel('单元格地址').fill(`${sheet}!${typedAt}`);
    await page.keyboard.press('Enter');
    return page.locator(`[data-cell="${typedAt}"]`).first().innerText();
  };
  await page.keyboard.type('1357');
  const current = await page.locator('[data-file][aria-current=true]').getAttribute('data-file');
  const files = page.locator('[data-file]').filter({ hasNotText: '坏' });
  for (const other of [`:not([data-file="${current}"])`, `[data-file="${current}"]`]) {
    await files.and(page.locator(other)).first().evaluate((node: HTMLElement) => node.click());
    await page.getByTestId('grid').waitFor();
  }
  await expect.poll(shown, { timeout: 20_000 }).toContain('1357');
  // … and comes back after a reload.
  await page.getByTestId('grid').focus();
  await page.keyboard.type('8642');
  await expect.poll(() => page.getByTestId('grid').locator('input, textarea').first().inputValue()).toBe('8642');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.getByText('已恢复上次的 25 个文件').waitFor();
  await page.locator('[aria-current=true]').getByText('有改动').waitFor({ timeout: 30_000 });
  await page.getByTestId('grid').focus();
  await expect.poll(shown, { timeout: 20_000 }).toContain('8642');
  // The file shown last is shown again, however soon the page is left.
  const nameOfShown = async (): Promise<string> => (await page.locator('[data-file][aria-current=true]').innerText()).split('\n')[0];
  const shownFirst = await nameOfShown();
  await files.and(page.locator('[data-file]:not([aria-current=true])')).first().evaluate((node: HTMLElement) => node.click());
  await page.getByTestId('grid').waitFor();
  await expect.poll(nameOfShown).not.toBe(shownFirst);
  const last = await nameOfShown();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.getByTestId('grid').waitFor();
  await expect.poll(nameOfShown, { timeout: 20_000 }).toBe(last);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: '清空' }).click();
  await page.getByText('从左边选择或拖入工作簿').waitFor();
  // What was deleted is gone, however soon the page is left.
  await page.reload();
  await page.getByText('还没有审核').waitFor();
  expect(await page.getByText('已恢复上次的').count()).toBe(0);
  expect(problems).toEqual([]);
}, 120_000);

it('keeps what is typed over the example over a reload', async () => {
  const own = await browser.page({ width: 1280, height: 800 });
  await own.context().setOffline(false);
  await own.goto(address);
  await own.getByText('还没有审核').waitFor();
  const at = async (cell: string): Promise<void> => {
    await own.getByLabel('单元格地址').fill(cell);
    await own.keyboard.press('Enter');
  };
  await at('表4!F8');
  await own.keyboard.type('1234.5');
  await own.keyboard.press('Enter');
  await own.getByText('有改动').first().waitFor();
  own.on('dialog', (dialog) => void dialog.accept());
  await own.reload();
  await own.getByText('已恢复上次的 1 个文件').waitFor();
  await at('表4!F8');
  await expect.poll(() => own.locator('[data-cell="F8"]').first().innerText()).toContain('1,234.5');
  expect(await own.getByText('示例').count()).toBeGreaterThan(0);
  await own.close();
});
