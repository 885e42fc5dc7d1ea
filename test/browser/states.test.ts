import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeViolations, faintTexts } from './axe';
import { complaints, openBrowser, type Browser } from './chromium';
import { suspicionReport } from './suspicion';

/** Every state the pane can be in, as pictures.ts draws them: a name, what the stage is asked for, whether it audits, what stands there then. */
const states = [
  ['first opening', 'causes', false, '还没有审核'],
  ['loading', 'reading', true, '7'],
  ['auditing', 'auditing', true, '取消'],
  ['no findings', 'none', true, '没有发现问题'],
  ['three causes', 'causes', true, '3 个原因'],
  ['1,800 findings', 'manyReal', true, '1,800'],
  ['an unknown workbook', 'unknown', true, '没有认出'],
  ['partly read', 'partial', true, '只认出 2 张'],
  ['a blank form', 'blank', true, '空表'],
  ['a protected sheet', 'protected', true, '表6'],
  ['an old Office', 'oldOffice', false, 'ExcelApi 1.9'],
  ['an error', 'error', true, '诊断'],
] as const;

let browser: Browser;
let page: Page;
let problems: string[];
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.page({ width: 320, height: 720 });
  problems = complaints(page);
});
afterAll(() => browser.close());

async function open(scenario: string, audited: boolean): Promise<void> {
  const query = new URLSearchParams({ scenario, ...(audited ? { audit: '1' } : {}) });
  await page.goto(`${pathToFileURL('test/artifacts/stage/stage.html').href}?${query.toString()}`);
}

const draw = (dark: boolean): Promise<void> => page.evaluate((given) => (window as unknown as { stage: { draw(dark: boolean): void } }).stage.draw(given), dark);

/** Whole at both widths: nothing beyond the edge, no command cut. */
async function expectWhole(): Promise<void> {
  for (const width of [450, 320]) {
    await page.setViewportSize({ width, height: 720 });
    expect(await page.evaluate(() => [...document.querySelectorAll('main button, main h1')].filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1).map((one) => one.outerHTML))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }
}

/** No violations in light at either width; what a theme can change, in dark and in forced colours. */
async function expectFine(): Promise<void> {
  await page.setViewportSize({ width: 450, height: 720 });
  expect(await axeViolations(page)).toEqual([]);
  await expectWhole();
  expect(await axeViolations(page)).toEqual([]);
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await axeViolations(page)).toEqual([]);
  await expectWhole();
  await page.emulateMedia({ forcedColors: 'none' });
  await draw(true);
  await page.waitForFunction(() => getComputedStyle(document.querySelector('main') ?? document.body).backgroundColor === 'rgb(41, 41, 41)');
  expect(await faintTexts(page)).toEqual([]);
  await expectWhole();
  expect(problems).toEqual([]);
}

it.each(states)('%s has no violations of WCAG 2.2 AA at 320 and 450 px, in light, dark and forced colours', async (_, scenario, audited, words) => {
  await open(scenario, audited);
  await page.getByText(words).first().waitFor();
  await expectFine();
});

it('an open explanation has none either, and its buttons are in sight', async () => {
  await open('causes', true);
  await page.getByRole('tree').focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('button', { name: /写情况说明/ }).first().click();
  const bottom = await page.getByRole('button', { name: '保存说明' }).evaluate((button) => button.getBoundingClientRect().bottom);
  expect(bottom).toBeLessThanOrEqual(720);
  await expectFine();
});

it('neither have the other tabs and the panels', async () => {
  await open('causes', true);
  for (const [role, name] of [['tab', /未查/], ['tab', /已通过/], ['button', /表已识别/], ['button', '帮助']] as const) {
    await page.getByRole(role, { name }).click();
    for (const forcedColors of ['active', 'none'] as const) {
      await page.emulateMedia({ forcedColors });
      expect(await axeViolations(page)).toEqual([]);
      await expectWhole();
    }
  }
  expect(problems).toEqual([]);
});

it('neither have suspected figures, of which none is counted as 不一致 that only an inferred sum accuses', async () => {
  const staged = await suspicionReport();
  page = await browser.page({ width: 450, height: 720 });
  problems = complaints(page);
  await page.addInitScript((given) => Object.assign(window, { stagedReport: given }), staged);
  await open('causes', true);
  await page.getByText('2 个原因，共 2 项').waitFor();
  await page.getByText('关系是推断的，不算差错').waitFor();
  await page.getByRole('button', { name: '不一致 1' }).click();
  await page.getByText('显示 1 项，共 2 项').waitFor();
  expect(await page.getByRole('treeitem').count()).toBe(1);
  await page.getByRole('button', { name: '不一致 1' }).click();
  await expectFine();
});
