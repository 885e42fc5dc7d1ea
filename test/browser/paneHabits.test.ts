import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from './axe';
import { complaints, openBrowser, type Browser } from './chromium';

/** Where the keyboard stands after each command, what small windows show, and what is printed. */
const address = pathToFileURL('dist/workbench.html').href;
/** A machine may be busy. */
const within = { timeout: 8000 };
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function audited(options: Parameters<Browser['page']>[0] = {}): Promise<{ page: Page; problems: string[] }> {
  const page = await browser.page({ width: 1400, height: 860, ...options });
  const problems = complaints(page);
  await page.goto(address);
  await page.getByText('还没有审核').waitFor();
  await page.getByRole('button', { name: '审核', exact: true }).click();
  await page.getByRole('button', { name: '重新审核' }).waitFor();
  page.setDefaultTimeout(10_000);
  return { page, problems };
}

/** What has the focus: a role or an element, and its name. */
const focus = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName.toLowerCase());
const stage = (query: Record<string, string>): string => `${pathToFileURL('test/artifacts/stage/stage.html').href}?${new URLSearchParams({ scenario: 'causes', audit: '1', ...query }).toString()}`;

async function openFirstFinding(page: Page): Promise<void> {
  await page.getByRole('tree').focus();
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await page.getByRole('button', { name: '写情况说明' }).first().waitFor();
}

describe('the keyboard after a command', () => {
  it('stays on the list after 采用建议, its undo, 写情况说明, saving, leaving and withdrawing; Ctrl+Z works from there', async () => {
    const { page, problems } = await audited();
    await page.getByRole('button', { name: /^采用建议：把 表4 F8/ }).click();
    await page.getByRole('main').getByRole('button', { name: '撤销', exact: true }).waitFor();
    await expect.poll(() => focus(page), within).toBe('tree');
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByRole('button', { name: /^采用建议：把 表4 F8/ }).count(), within).toBe(1);
    await page.getByRole('button', { name: /^采用建议：把 表4 F8/ }).click();
    await page.getByRole('main').getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByText(/已撤销/).waitFor();
    await expect.poll(() => focus(page), within).toBe('tree');
    await page.getByRole('main').getByRole('button', { name: '知道了' }).click();
    await expect.poll(() => focus(page), within).toBe('tree');

    await openFirstFinding(page);
    await page.getByRole('button', { name: '写情况说明' }).first().click();
    await expect.poll(() => focus(page), within).toBe('textarea');
    await page.keyboard.press('Escape');
    await expect.poll(() => focus(page), within).toBe('tree');
    await page.getByRole('button', { name: '写情况说明' }).first().click();
    await page.keyboard.type('上级已批复');
    await page.getByRole('button', { name: '保存说明' }).click();
    await expect.poll(() => focus(page), within).toBe('tree');
    await page.getByRole('tab', { name: /已说明 [1-9]/ }).click();
    expect(await focus(page)).toBe('tab');
    expect(problems).toEqual([]);
    await page.close();
  });

  it('goes from part to part with F6, and finds the search from the grid and on every tab', async () => {
    const { page, problems } = await audited();
    const part = () => page.evaluate(() => ['nav', '[data-part="sheets"]', 'main'].find((home) => document.activeElement?.closest(home)));
    await page.getByTestId('grid').focus();
    const seen: unknown[] = [];
    for (const key of ['F6', 'F6', 'F6', 'Shift+F6']) {
      await page.keyboard.press(key);
      seen.push(await part());
    }
    expect(seen).toEqual(['main', 'nav', '[data-part="sheets"]', 'nav']);
    await page.getByTestId('grid').focus();
    await page.keyboard.press('Control+f');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('search');
    for (const [tab, words, found] of [['未查', '三公', /三公/], ['已通过', '收支总表', /收支总表/]] as const) {
      await page.getByRole('tab', { name: new RegExp(tab) }).click();
      await page.keyboard.press('Control+f');
      await page.keyboard.type(words);
      await expect.poll(() => page.getByRole('treeitem').count(), within).toBeGreaterThan(0);
      await page.getByRole('treeitem').filter({ hasText: found }).first().waitFor();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('没有这样的行');
      await page.getByRole('button', { name: '清除筛选' }).click();
    }
    expect(problems).toEqual([]);
    await page.close();
  });

  it('opens 已通过 to the relation with its terms, which lead to their cells', async () => {
    const { page, problems } = await audited();
    await page.getByRole('tab', { name: '已通过' }).click();
    await page.getByRole('combobox', { name: '排列' }).selectOption('table');
    await page.getByRole('treeitem').filter({ hasText: '表1 单位综合预算收支总表' }).first().click();
    const relation = page.getByRole('treeitem').filter({ hasText: /^\W*表1 B36 收入总计 3,254,218\.00 = / }).first();
    await relation.click();
    await page.getByRole('button', { name: '转到 表1 B36' }).first().click();
    await expect.poll(() => page.locator('[data-cell="B36"]').first().getAttribute('aria-selected'), within).toBe('true');
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: /^标记/ }).click();
    await page.getByRole('menuitemcheckbox', { name: /核对标记/ }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('[data-cell="B36"]').first().getAttribute('data-mark'), within).toBe('tick');
    expect(await page.locator('[data-cell="B36"]').first().innerText()).toContain('✓');
    await page.getByRole('button', { name: /^标记/ }).click();
    await page.getByRole('menuitem', { name: '清除标记' }).click();
    await expect.poll(() => page.locator('[data-mark]').count(), within).toBe(0);
    expect(problems).toEqual([]);
    await page.close();
  });
});

describe('in a small window', () => {
  for (const [width, height] of [[320, 700], [450, 800], [320, 400]] as const) {
    it(`shows the list and the whole form at ${width} × ${height}`, async () => {
      const page = await browser.page({ width, height });
      const problems = complaints(page);
      await page.goto(stage({ scenario: 'many' }));
      await page.getByRole('treeitem').first().waitFor();
      const list = await page.getByRole('tree').boundingBox();
      expect(list?.y).toBeLessThan(height === 800 ? 330 : 215);
      const inView = await page.getByRole('treeitem').evaluateAll((nodes) => nodes.filter((node) => node.getBoundingClientRect().bottom <= window.innerHeight).length);
      expect(inView).toBeGreaterThanOrEqual(height === 400 ? 2 : 4);
      // 实时复核 in the line of the buttons.
      const [audit, live] = [await page.getByRole('button', { name: '重新审核' }).boundingBox(), await page.getByRole('switch').boundingBox()];
      expect(Math.abs((audit?.y ?? 0) + (audit?.height ?? 0) / 2 - (live?.y ?? 0) - (live?.height ?? 0) / 2)).toBeLessThan(8);
      await page.getByRole('tree').focus();
      for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
      if ((await page.getByRole('button', { name: '写情况说明' }).count()) === 0) await page.keyboard.press('ArrowRight');
      await page.getByRole('button', { name: '写情况说明' }).first().click();
      await page.waitForTimeout(250);
      for (const part of [page.getByRole('textbox', { name: /情况说明/ }), page.getByRole('button', { name: '保存说明' })]) {
        const box = await part.boundingBox();
        const tree = await page.getByRole('tree').boundingBox();
        expect(box && tree && box.y >= tree.y - 1 && box.y + box.height <= Math.min(height, tree.y + tree.height) + 1, JSON.stringify([box, tree])).toBe(true);
      }
      expect(await focus(page)).toBe('textarea');
      expect(await axeViolations(page)).toEqual([]);
      expect(problems).toEqual([]);
      await page.close();
    });
  }

  it('folds the head away while the list is scrolled, and unfolds it at the top', async () => {
    const page = await browser.page({ width: 450, height: 800 });
    await page.goto(stage({ scenario: 'many' }));
    await page.getByRole('treeitem').first().waitFor();
    const overview = page.getByRole('button', { name: /概况/ });
    expect(await overview.getAttribute('aria-expanded')).toBe('true');
    await page.getByRole('tree').hover();
    await page.mouse.wheel(0, 600);
    await expect.poll(() => overview.getAttribute('aria-expanded'), within).toBe('false');
    await page.mouse.wheel(0, -2000);
    await expect.poll(() => overview.getAttribute('aria-expanded'), within).toBe('true');
    await overview.click();
    expect(await overview.getAttribute('aria-expanded')).toBe('false');
    await page.close();
  });
});

describe('Ctrl+P', () => {
  it('prints a page to be filed: unit, year, date, causes, findings, explanations, what was not checked', async () => {
    const page = await browser.page({ width: 450, height: 800 });
    await page.goto(stage({}));
    await page.getByRole('treeitem').first().waitFor();
    await openFirstFinding(page);
    await page.getByRole('button', { name: '写情况说明', exact: true }).last().click();
    await page.keyboard.type('上级已批复');
    await page.getByRole('button', { name: '保存说明' }).click();
    await page.getByRole('tab', { name: '已说明 1' }).waitFor();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const paper = await page.locator('.gouji-print').evaluate((node) => node.textContent ?? '');
    for (const words of ['勾稽审核记录', '子洲县医疗保险经办中心', '2024 年', `${new Date().getFullYear()}-`, '个原因', '漏计 30228 工会经费', '问题 ', '错误 · ', '已说明的问题', '上级已批复', '未查', '表2 不在工作簿中', '审核人']) expect(paper).toContain(words);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await page.locator('.gouji-print').count()).toBe(0);
    await page.close();
  });
});
