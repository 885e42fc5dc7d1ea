import { mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from './axe';
import { complaints, openBrowser, type Browser } from './chromium';

/** dist/workbench.html as a reviewer uses it: opened from disk, with no network. */
const address = pathToFileURL('dist/workbench.html').href;
const pictures = 'test/artifacts/pictures';
let browser: Browser;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function open(options: Parameters<Browser['page']>[0] = {}): Promise<{ page: Page; problems: string[] }> {
  const page = await browser.page({ width: 1400, height: 820, ...options });
  const problems = complaints(page);
  await page.goto(address);
  await page.getByRole('button', { name: '审核', exact: true }).waitFor();
  await page.getByText('还没有审核').waitFor();
  return { page, problems };
}

async function audit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '审核', exact: true }).click();
  await page.getByRole('button', { name: '重新审核' }).waitFor();
}

const cell = (page: Page, address: string) => page.locator(`[data-cell="${address}"]`);
const problemCount = async (page: Page): Promise<number> => Number(/\d+/.exec((await page.getByRole('tab', { name: /问题/ }).textContent()) ?? '')?.[0]);

async function goTo(page: Page, address: string): Promise<void> {
  await page.getByTestId('grid').focus();
  await page.keyboard.press('Control+g');
  await page.keyboard.type(address);
  await page.keyboard.press('Enter');
}

async function type(page: Page, address: string, value: string): Promise<void> {
  await goTo(page, address);
  await page.keyboard.type(value);
  await page.keyboard.press('Enter');
}

describe('the example workbook', () => {
  it('opens, is audited, marked, corrected and cleared', async () => {
    const { page, problems } = await open();
    await audit(page);
    expect(await problemCount(page)).toBeGreaterThan(3);
    await goTo(page, '表6!E16');
    await expect.poll(() => cell(page, 'E16').getAttribute('data-mark')).toBeTruthy();
    await goTo(page, '表6!H16');
    expect(await cell(page, 'H16').getAttribute('data-mark')).toBeTruthy();
    await page.screenshot({ path: `${pictures}/workbench-marked.png` });
    await goTo(page, '表4!F8');
    expect(await cell(page, 'F8').getAttribute('data-mark')).toBeTruthy();

    await type(page, '表6!E16', '425400');
    await page.getByText('已改正').first().waitFor();
    await page.screenshot({ path: `${pictures}/workbench-mended.png` });
    await type(page, '表6!H16', '370200');
    await type(page, '表4!F8', '55200');
    // What is left: tables that the 目录 lists and the workbook does not hold.
    await expect.poll(() => page.getByRole('treeitem').filter({ hasNotText: '目录' }).count(), { timeout: 8000 }).toBe(0);
    expect(await problemCount(page)).toBe(3);

    await page.getByRole('button', { name: /^标记/ }).click();
    await page.getByRole('menuitem', { name: '清除标记' }).click();
    await page.getByText('标记已清除').waitFor();
    await goTo(page, '目录!B4');
    expect(await cell(page, 'B4').getAttribute('data-mark')).toBeNull();
    expect(problems).toEqual([]);
    await page.close();
  });

  it('takes both proposals of a cause over at once, and one undo takes them back', async () => {
    const { page, problems } = await open();
    await audit(page);
    await page.getByRole('button', { name: '采用建议：把 表6 E16 改为 425,400.00，表6 H16 改为 370,200.00' }).click();
    await page.getByRole('main', { name: '勾稽审核窗格' }).getByRole('button', { name: '撤销', exact: true }).waitFor();
    expect(await cell(page, 'E16').textContent()).toContain('425400');
    await goTo(page, '表6!H16');
    expect(await cell(page, 'H16').textContent()).toContain('370200');
    await page.getByTitle('Ctrl+Z').click();
    await expect.poll(() => cell(page, 'E16').textContent()).toContain('405200');
    await goTo(page, '表6!H16');
    expect(await cell(page, 'H16').textContent()).toContain('350000');
    expect(await page.getByTitle('Ctrl+Z').isDisabled()).toBe(true);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('shows what passed by rule and leads from a rule to its problems', async () => {
    const { page, problems } = await open();
    await audit(page);
    await page.getByRole('tab', { name: '已通过' }).click();
    await page.getByText('核对一致的规则').waitFor();
    await page.screenshot({ path: `${pictures}/workbench-passed.png` });
    expect(await axeViolations(page)).toEqual([]);
    await page.getByText('核对一致的规则').click();
    await page.getByRole('treeitem').filter({ hasText: '财政拨款支出各行与收支总表相等' }).getByRole('button', { name: '看 1 项问题' }).click();
    expect(await page.getByRole('tab', { name: /问题/ }).getAttribute('aria-selected')).toBe('true');
    await page.getByText(/显示 1 项，共/).waitFor();
    await page.getByRole('tab', { name: '已通过' }).click();
    await page.getByRole('combobox', { name: '排列' }).selectOption('table');
    await page.getByText(/共 1,\d{3} 项核对一致/).waitFor();
    expect(problems).toEqual([]);
    await page.close();
  });

  it('is saved and listed only when asked, with what is not kept', async () => {
    const { page, problems } = await open();
    await audit(page);
    await page.getByRole('button', { name: '另存为…' }).click();
    await page.getByText('副本保留原文件的全部内容：格式、批注、图表、打印设置、保护和宏；没有改过单元格。原文件不变。').waitFor();
    await page.getByRole('checkbox', { name: '连同标记' }).waitFor();
    await page.screenshot({ path: `${pictures}/workbench-save.png` });
    expect(await axeViolations(page)).toEqual([]);
    // Who reviews is asked once; it may stay blank.
    await page.getByRole('button', { name: '导出检查表（.xlsx）' }).click();
    await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    await page.getByRole('button', { name: '审核人：不印' }).waitFor();
    for (const [button, name] of [['保存副本', '002-修改.xlsx'], ['导出检查表（.xlsx）', '勾稽检查表.xlsx'], ['导出报告（.json）', '勾稽审核报告.json']]) {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
      expect(file.suggestedFilename()).toBe(name);
    }
    expect(problems).toEqual([]);
    await page.close();
  });

  it('leads from a term of a ledger to its cell', async () => {
    const { page } = await open();
    await audit(page);
    await page.getByRole('combobox', { name: '排列' }).selectOption('table');
    // A figure below the account, no part of it, says what it is.
    const sum = page.getByRole('treeitem').filter({ hasText: '表6 E5 合计' }).first();
    await sum.click();
    await page.getByRole('treeitem').filter({ hasText: '表5 C4 合计 合计（另一张表的同一数）' }).waitFor();
    await sum.click();
    const finding = page.getByRole('treeitem').filter({ hasText: '表1 F8' }).first();
    await finding.click();
    await page.getByRole('button', { name: '复制说明' }).first().waitFor();
    await page.getByRole('button', { name: '转到 表1 F8' }).first().click();
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-label')).toBe('工作表 表1');
    expect(await cell(page, 'F8').getAttribute('aria-selected')).toBe('true');
    await page.close();
  });

  it('filters by outcome, table and words', async () => {
    const { page } = await open();
    await audit(page);
    await page.getByRole('searchbox').fill('没有这样的问题');
    await page.getByText('没有符合筛选条件的问题').waitFor();
    await page.getByRole('button', { name: '清除筛选' }).first().click();
    await page.getByRole('searchbox').fill('表4 F8');
    await expect.poll(() => page.getByText(/显示 \d+ 项，共/).count()).toBe(1);
    await page.getByRole('searchbox').fill('');
    await page.getByRole('tab', { name: /已通过/ }).click();
    expect(await page.getByRole('tab', { name: /已通过/ }).getAttribute('aria-selected')).toBe('true');
    await page.close();
  });

  it('takes back and repeats edits', async () => {
    const { page } = await open();
    await type(page, '表4!F8', '1234.5');
    expect(await cell(page, 'F8').textContent()).toContain('1,234.5');
    await page.keyboard.press('Control+z');
    expect(await cell(page, 'F8').textContent()).toContain('65,200');
    await page.keyboard.press('Control+y');
    expect(await cell(page, 'F8').textContent()).toContain('1,234.5');
    await page.keyboard.press('Delete');
    await expect.poll(() => cell(page, 'F8').textContent()).toBe('');
    await page.close();
  });
});

describe('with the keyboard alone', () => {
  it('audits, walks through the list, goes to a cell and comes back', async () => {
    const { page } = await open();
    const button = page.getByRole('button', { name: '审核', exact: true });
    for (let i = 0; i < 40 && !(await button.evaluate((node) => node === document.activeElement)); i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '重新审核' }).waitFor();
    // The focus stays where it was.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('重新审核');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('[role=treeitem][aria-expanded=true]').count()).toBeGreaterThan(0);
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('[role=treeitem][aria-expanded=true]').count()).toBe(0);
    await page.keyboard.press('F8');
    await page.keyboard.press('Shift+F8');
    expect(await page.locator('[role=treeitem][aria-selected=true]').count()).toBe(1);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tree');
    await page.keyboard.press('Control+f');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('search');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tree');
    await page.close();
  });
});

describe('files', () => {
  it('lists several, says why one cannot be read, and audits the rest', async () => {
    const { page, problems } = await open();
    await page.getByTestId('picker').setInputFiles([
      { name: '000.xlsx', mimeType: '', buffer: (await import('node:fs')).readFileSync('test/fixtures/000.xlsx') },
      { name: '坏文件.xlsx', mimeType: '', buffer: Buffer.from('%PDF-1.7 not a workbook') },
      { name: '003.xlsx', mimeType: '', buffer: (await import('node:fs')).readFileSync('test/fixtures/003.xlsx') },
    ]);
    await page.getByText('已审核 3/3 个文件').waitFor();
    await page.getByText('坏文件.xlsx').click();
    await page.getByRole('status').filter({ hasText: 'PDF' }).waitFor();
    await page.screenshot({ path: `${pictures}/workbench-files.png` });
    await page.getByText('003.xlsx').click();
    await page.getByRole('button', { name: '重新审核' }).waitFor();
    expect(problems).toEqual([]);
    await page.close();
  });
});

describe('for everybody', () => {
  const looks = [
    { name: 'light', options: {} },
    { name: 'dark', options: { dark: true } },
    { name: 'forced colours', options: { forcedColors: true } },
    { name: 'narrow', options: { width: 320, height: 900 } },
  ];
  for (const { name, options } of looks) {
    it(`has no violations of WCAG 2.2 AA: ${name}`, async () => {
      const { page } = await open(options);
      await audit(page);
      await page.keyboard.press('F8');
      await page.screenshot({ path: `${pictures}/workbench-${name.replace(' ', '-')}.png` });
      expect(await axeViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      await page.close();
    });
  }
});
