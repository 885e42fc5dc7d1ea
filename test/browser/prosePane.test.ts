import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from './axe';
import { type ExcelStage, openExcelStage } from './excelStage';

/** 公开说明 in the pane in Excel: the workbook is test/fixtures/002.xlsx, the text its own, as a Word file. */
let stage: ExcelStage;
beforeAll(async () => {
  stage = await openExcelStage();
});
afterAll(() => stage?.close());

const paragraphs = readFileSync('test/fixtures/narrative/002.txt', 'utf8').split('\n');
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const docx = Buffer.from(
  zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'word/document.xml': strToU8(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map((p) => `<w:p><w:r><w:t>${escaped(p)}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`),
  }),
);

describe('公开说明 in the pane', () => {
  it('marks every number of a Word file, goes to a cell, copies the sentence put right, checks again after an edit', async () => {
    const open = await stage.open();
    const { page, pane } = open;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await pane.getByRole('button', { name: '审核', exact: true }).click();
    await pane.getByRole('button', { name: '重新审核' }).waitFor();
    await pane.getByRole('button', { name: /^公开说明/ }).click();
    await pane.locator('input[type=file][accept*=".docx"]').setInputFiles({ name: '说明.docx', mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: docx });
    const counts = pane.getByRole('status').filter({ hasText: /^数 \d+ 个/ });
    await counts.waitFor();
    const before = await counts.textContent();
    expect(before).toMatch(/^数 \d+ 个：无误 \d+，有错 [1-9]\d*，没有核对 \d+/);
    for (const mark of ['核对无误', '有错', '没有核对']) expect(await pane.locator(`span[title^="${mark}"]`).count()).toBeGreaterThan(0);
    const panel = pane.locator('#gouji-panel');
    expect(await axeViolations(pane)).toEqual([]);

    const finding = panel.getByRole('listitem').filter({ hasText: '原因是是' });
    await finding.getByRole('button', { name: '复制改正后的句子' }).click();
    await finding.getByText('已复制').waitFor();
    const copied = await pane.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('原因是');
    expect(copied).not.toContain('原因是是');
    expect(paragraphs.some((p) => p.includes(copied.split('原因是')[0]))).toBe(true);

    const [, sheet, address] = /· ([^ ]+?)!([A-Z]+\d+)/.exec((await pane.locator('span[title*="!"]').first().getAttribute('title')) ?? '') ?? [];
    const link = panel.getByRole('listitem').getByRole('button', { name: /^表\S+ [A-Z]+\d+/ }).first();
    const [, toSheet, toAddress] = /^(\S+) ([A-Z]+\d+)/.exec((await link.textContent()) ?? '') ?? [];
    await link.click();
    await expect.poll(() => page.evaluate(() => window.simulation.excel.selectedCell)).toBe(`${toSheet}!${toAddress}`);

    await open.type(sheet, address, 1);
    await expect.poll(() => panel.textContent(), { timeout: 8000 }).toMatch(new RegExp(`${sheet} ${address}`));
    expect(open.problems).toEqual([]);
    await open.close();
  });
});
