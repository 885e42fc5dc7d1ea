import { mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from './axe';
import { complaints, openBrowser, type Browser } from './chromium';

/** The grid of the workbench as hands know it from Excel: ranges, the clipboard, formulas, frozen panes. */
const address = pathToFileURL('dist/workbench.html').href;
const pictures = 'test/artifacts/pictures';
let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await openBrowser();
  page = await browser.page({ width: 1400, height: 820 });
  problems = complaints(page);
  await page.goto(address);
  await page.getByText('还没有审核').waitFor();
  page.setDefaultTimeout(10_000);
});
afterAll(() => browser.close());

const cell = (at: string) => page.locator(`[data-cell="${at}"]`).first();
const text = (at: string) => cell(at).innerText();
const content = () => page.getByLabel('单元格内容').inputValue();
async function goTo(at: string): Promise<void> {
  await page.getByTestId('grid').focus();
  await page.keyboard.press('Control+g');
  await page.keyboard.type(at);
  await page.keyboard.press('Enter');
}
/** A real paste event with what another program has put on the clipboard. */
const paste = (data: { readonly text: string; readonly html?: string }) =>
  page.evaluate(({ text: plain, html }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    if (html !== undefined) clipboardData.setData('text/html', html);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);
const copied = (key: 'copy' | 'cut') =>
  page.evaluate((type) => {
    const clipboardData = new DataTransfer();
    document.activeElement?.dispatchEvent(new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true }));
    return { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') };
  }, key);

describe('the grid', () => {
  it('opens past the blank cover and, once audited, on the first finding, in the middle below its heading', async () => {
    await page.getByRole('button', { name: '审核', exact: true }).click();
    await page.getByRole('button', { name: '重新审核' }).waitFor();
    await expect.poll(() => page.locator('[data-mark]').count()).toBeGreaterThan(0);
    const grid = await page.getByTestId('grid').evaluate((node) => ({ top: node.getBoundingClientRect().top, height: node.clientHeight, label: node.getAttribute('aria-label'), scrolled: node.scrollTop }));
    expect(grid.label).not.toBe('工作表 封面');
    const active = await page.locator('#gouji-cell-active').boundingBox();
    expect(active).not.toBeNull();
    await goTo('表6!E40');
    // Headings of the file's panes stay above; the cell stands halfway down the rest.
    const at = await cell('E40').boundingBox();
    const below = await page.locator('[data-cell]').evaluateAll((nodes) => Math.max(...nodes.filter((node) => /^[A-Z]+[1-4]$/.test(node.getAttribute('data-cell') ?? '')).map((node) => node.getBoundingClientRect().bottom)));
    expect(below).toBeLessThan(grid.top + grid.height / 2);
    expect(Math.abs((at?.y ?? 0) - (below + grid.top + grid.height) / 2)).toBeLessThan(60);
    await page.screenshot({ path: `${pictures}/grid-middle.png` });
  });

  it('selects ranges with Shift, the mouse, heads and Ctrl+A', async () => {
    await goTo('表1!B8');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    expect((await copied('copy')).text.split('\r\n')).toHaveLength(2);
    const selected = () => page.locator('[role=gridcell][aria-selected=true]').evaluateAll((nodes) => [...new Set(nodes.map((node) => node.getAttribute('data-cell')))].sort());
    await expect.poll(selected).toEqual(['B8', 'B9', 'C8', 'C9']);
    await cell('A8').click();
    await cell('B10').click({ modifiers: ['Shift'] });
    await expect.poll(selected).toEqual(['A10', 'A8', 'A9', 'B10', 'B8', 'B9']);
    const [from, to] = [await cell('A9').boundingBox(), await cell('B11').boundingBox()];
    await page.mouse.move((from?.x ?? 0) + 5, (from?.y ?? 0) + 5);
    await page.mouse.down();
    await page.mouse.move((to?.x ?? 0) + 5, (to?.y ?? 0) + 5, { steps: 4 });
    await page.mouse.up();
    await expect.poll(selected).toEqual(['A10', 'A11', 'A9', 'B10', 'B11', 'B9']);
    await page.keyboard.press('Shift+ ');
    expect((await copied('copy')).text.split('\r\n')).toHaveLength(3);
    await page.keyboard.press('Control+a');
    expect((await copied('copy')).text.split('\r\n').length).toBeGreaterThan(10);
    await page.screenshot({ path: `${pictures}/grid-range.png` });
    expect(await axeViolations(page)).toEqual([]);
  });

  it('copies values in full as tabs and as a table, and pastes what Excel and WPS give, codes as text, in one step', async () => {
    await goTo('表1!A60');
    await paste({
      text: '0201\t行政运行\t1,234.50\n201\t合计\t99\n',
      html: '<html><head><style>.xl65{mso-number-format:"\\@";} .xl66{mso-number-format:"#,##0.00";}</style></head><body><table><tr><td class=xl65>0201</td><td>行政运行</td><td class=xl66 x:num="1234.567">1,234.57</td></tr><tr><td class=xl65>201</td><td>合&lt;计</td><td>99</td></tr></table></body></html>',
    });
    expect([await text('A60'), await text('C60'), await text('A61'), await text('B61')]).toEqual(['0201', '1234.567', '201', '合<计']);
    const { text: tabs, html } = await copied('copy');
    expect(tabs).toBe('0201\t行政运行\t1234.567\r\n201\t合<计\t99');
    expect(html).toContain('x:num="1234.567"');
    expect(html).toContain(`mso-number-format:'\\@'">0201`);
    await goTo('A70');
    await paste({ text: tabs, html });
    await goTo('A71');
    // 201 was a text and is one again: its cell is not aligned as a number.
    expect(await cell('A71').evaluate((node) => getComputedStyle(node).justifyContent)).toBe('normal');
    await page.keyboard.press('Control+z');
    expect(await text('A70')).toBe('');
    await goTo('A60');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    expect((await copied('cut')).text).toBe(tabs);
    expect([await text('A60'), await text('C61')]).toEqual(['', '']);
    await page.keyboard.press('Control+z');
    expect(await text('C61')).toBe('99');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    expect(await text('A60')).toBe('');
  });

  it('pastes plain text with quotes and line ends, and fills a range with one value', async () => {
    await goTo('表1!A60');
    await paste({ text: '0301\t"一\n二""三"\r\n5%\t(1,200)\r\n' });
    expect([await text('A60'), await text('A61'), await text('B61')]).toEqual(['0301', '0.05', '-1200']);
    await goTo('B60');
    expect(await content()).toBe('一\n二"三'.replace('\n', ''));
    await goTo('A63');
    await page.keyboard.press('Shift+ArrowDown');
    await paste({ text: '7' });
    expect([await text('A63'), await text('A64')]).toEqual(['7', '7']);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    expect([await text('A60'), await text('A63')]).toEqual(['', '']);
  });

  it('copies and pastes with the keys themselves', async () => {
    await goTo('表1!A60');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+v');
    expect(await text('A61')).toBe('12');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    expect(await text('A60')).toBe('');
  });

  it('computes what is typed, keeps it up to date, and says what it cannot', async () => {
    await goTo('表1!A60');
    for (const typed of ['1.1', '2.2', '=SUM(A60:A61)']) {
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
    }
    expect(await text('A62')).toBe('3.3');
    await goTo('A60');
    await page.keyboard.type('10');
    await page.keyboard.press('Enter');
    expect(await text('A62')).toBe('12.2');
    await goTo('A62');
    expect(await content()).toBe('=SUM(A60:A61)');
    await page.getByLabel('单元格内容').fill('=A60*2');
    await page.keyboard.press('Enter');
    expect(await text('A62')).toBe('20');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
    await page.keyboard.type('=IF(A60>1,1,2)');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toContain('A62 的公式这里算不出来');
    for (let i = 0; i < 6; i++) await page.keyboard.press('Control+z');
    expect(await text('A60')).toBe('');
  });

  it('takes over what is typed where it was typed, also after a click elsewhere', async () => {
    await goTo('表1!A60');
    await page.keyboard.type('77');
    await cell('C62').click();
    expect([await text('A60'), await text('C62')]).toEqual(['77', '']);
    await page.getByLabel('单元格内容').fill('88');
    await cell('A61').click();
    await expect.poll(() => text('C62')).toBe('88');
    expect(await text('A61')).toBe('');
    await page.getByTestId('grid').focus();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    expect([await text('A60'), await text('C62')]).toEqual(['', '']);
    expect(problems).toEqual([]);
  });
});
