import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorTexts } from '../../src/taskpane/text/errorTexts';
import { axeViolations } from './axe';
import { chineseIn, wordsOf } from './chinese';
import { type ExcelStage, type OpenPane, type Opening, openExcelStage } from './excelStage';

/** The built pane in Excel: the real office.js, a simulated workbook that holds test/fixtures/002.xlsx. */
let stage: ExcelStage;
beforeAll(async () => {
  stage = await openExcelStage();
});
afterAll(() => stage?.close());

async function opened(options: Opening = {}): Promise<OpenPane> {
  const open = await stage.open(options);
  await open.pane.getByText(/还没有审核|Not audited yet/).waitFor();
  return open;
}

async function audit({ pane }: OpenPane): Promise<void> {
  await pane.getByRole('button', { name: /^(审核|Audit)$/ }).click();
  await pane.getByRole('button', { name: /^(重新审核|Audit again)$/ }).waitFor();
}

async function chooseMark({ pane }: OpenPane, item: string): Promise<void> {
  await pane.getByRole('button', { name: /^标记/ }).click();
  await pane.getByRole('menuitem', { name: item }).click();
}

const wrong = ['表6 E16', '表6 H16', '表4 F8'];
const corrections = [['表6', 'E16', 425_400], ['表6', 'H16', 370_200], ['表4', 'F8', 55_200]] as const;
const originals = [['表6', 'E16', 405_200], ['表6', 'H16', 350_000], ['表4', 'F8', 65_200]] as const;
const settingsOf = ({ page }: OpenPane): Promise<number> => page.evaluate(() => window.simulation.excel.book.settings.size);
const valueOf = ({ page }: OpenPane, sheet: string, address: string): Promise<unknown> =>
  page.evaluate(([on, at]) => window.value(on, at), [sheet, address] as const);

describe('the pane in Excel', () => {
  it('says what the workbook is before anything is written', async () => {
    const open = await opened();
    const { pane } = open;
    await pane.getByRole('heading', { name: '子洲县医疗保险经办机构' }).waitFor();
    const what = pane.getByRole('button', { name: /表已识别/ });
    expect(await what.textContent()).toMatch(/单位综合预算公开报表\s· 2024 年\s· 15 张表已识别/);
    await what.click();
    await pane.getByText('工作簿中没有的表格').waitFor();
    expect(await pane.getByRole('listitem').filter({ hasText: '把握' }).count()).toBe(15);
    expect(await open.marked()).toEqual([]);
    expect(await settingsOf(open)).toBe(0);
    expect(open.problems).toEqual([]);
    await open.close();
  });

  it('audits, marks, goes to a term, follows corrections, clears', async () => {
    const open = await opened();
    const { page, pane } = open;
    const before = await open.visible();
    await audit(open);
    await pane.getByText('疑似原因').or(pane.getByRole('treeitem').filter({ hasText: 'E16' })).first().waitFor();
    await expect.poll(open.marked).toEqual(expect.arrayContaining(wrong));

    await pane.getByRole('combobox', { name: '排列' }).selectOption('table');
    await pane.getByRole('treeitem').filter({ hasText: '表1 F8' }).first().click();
    await pane.getByRole('button', { name: '转到 表1 F8' }).first().click();
    await expect.poll(() => page.evaluate(() => window.simulation.excel.selectedCell)).toBe('表1!F8');

    for (const [sheet, address, value] of corrections) await open.type(sheet, address, value);
    await pane.getByText('已改正').first().waitFor();
    // What is left: tables that the 目录 lists and the workbook does not hold.
    await expect.poll(() => pane.getByRole('tab', { name: /问题/ }).textContent(), { timeout: 8000 }).toMatch(/问题\s*3/);
    await pane.getByRole('combobox', { name: '排列' }).selectOption('cause');
    await expect.poll(() => pane.getByRole('treeitem').filter({ hasNotText: '目录' }).count(), { timeout: 8000 }).toBe(0);
    await expect.poll(async () => (await open.marked()).filter((cell) => !cell.startsWith('目录'))).toEqual([]);

    await chooseMark(open, '清除标记');
    await pane.getByText('标记已清除').waitFor();
    for (const [sheet, address, value] of originals) await open.type(sheet, address, value);
    expect(await open.visible()).toBe(before);
    expect(open.problems).toEqual([]);
    await open.close();
  });

  it('writes what it proposes, and what it has written is not taken for an edit', async () => {
    const open = await opened();
    const { pane } = open;
    await audit(open);
    await pane.getByRole('button', { name: '采用建议：把 表4 F8 改为 55,200.00' }).click();
    await expect.poll(() => valueOf(open, '表4', 'F8')).toBe(55_200);
    await pane.getByText(/已把 表4 F8 改为/).waitFor();
    expect(await open.page.evaluate(() => window.simulation.excel.selectedCell)).toBe('表4!F8');
    // Marks follow after a rest.
    await expect.poll(open.marked, { timeout: 15_000 }).not.toContain('表4 F8');
    expect(await open.marked()).toContain('表6 E16');
    expect(open.problems).toEqual([]);
    await open.close();
  });
});

describe('the menu of the marks', () => {
  it('leaves the pane in view', async () => {
    const open = await opened({ width: 320 });
    await open.pane.getByRole('button', { name: /^标记/ }).click();
    await open.pane.getByRole('menuitem', { name: '清除标记' }).waitFor();
    const below = await open.pane.evaluate(() => document.elementFromPoint(20, window.innerHeight - 40)?.closest('main') !== null);
    expect(below).toBe(true);
    await open.close();
  });
});

describe('where Excel refuses', () => {
  it('a protected sheet: says so, marks the others, lists the findings', async () => {
    const open = await opened({ protect: ['表6'] });
    await audit(open);
    await open.pane.getByText(errorTexts.protected.zh).waitFor();
    const marked = await open.marked();
    expect(marked.filter((cell) => cell.startsWith('表6'))).toEqual([]);
    expect(marked).toContain('表4 F8');
    expect(await open.pane.getByRole('treeitem').filter({ hasText: '表6' }).count()).toBeGreaterThan(0);
    await open.close();
  });

  it('a cell under edit: says so; afterwards the audit goes through', async () => {
    const open = await stage.open({ isCellEdited: true });
    await open.pane.getByText(errorTexts.cellEditMode.zh).waitFor();
    await open.page.evaluate(() => void (window.simulation.excel.faults.isCellEdited = false));
    await audit(open);
    await expect.poll(open.marked).toEqual(expect.arrayContaining(wrong));
    await open.close();
  });

  it('a read-only file: says so, lists the findings', async () => {
    const open = await opened({ readOnly: true });
    await open.page.evaluate(() => {
      window.simulation.excel.faults.refuse = (member) => (member === 'ConditionalFormatCollection.Add' ? 'PermissionDenied' : null);
    });
    await audit(open);
    await open.pane.getByText(errorTexts.readOnly.zh).waitFor();
    expect(await open.pane.getByRole('treeitem').count()).toBeGreaterThan(0);
    await open.close();
  });

  it('ExcelApi 1.9: does all of it, and says what it cannot', async () => {
    const open = await opened({ apiSet: '1.9' });
    await audit(open);
    await expect.poll(open.marked).toEqual(expect.arrayContaining(wrong));
    await open.pane.getByRole('button', { name: /^标记/ }).click();
    await open.pane.getByText('此版本的 Excel 不能写批注').waitFor();
    await open.close();
  });

  it('an Excel older than that: says which one is needed', async () => {
    const open = await stage.open({ apiSet: '1.8' });
    await open.pane.getByText(errorTexts.oldOffice.zh).waitFor();
    await open.close();
  });

  it.each([
    ['zh-CN', '没有连接上 Excel：office.js 没有加载。'],
    ['en-US', 'Excel could not be reached: office.js did not load.'],
  ])('office.js not reachable (%s): says what to do', async (locale, sentence) => {
    const open = await stage.open({ pane: '/cdn.html', locale });
    await open.pane.getByText(sentence).waitFor();
    expect(await open.pane.locator('#boot').textContent()).toContain('https://appsforoffice.microsoft.com/lib/1/hosted/office.js');
    await open.close();
  });
});

/** 情况说明 leave the workbook as the file that workbench and command line read, and come back from it. */
describe('the file of explanations', () => {
  it('is saved, and read again into a workbook that has none', async () => {
    const open = await opened({ width: 320 });
    const { page, pane } = open;
    await audit(open);
    await pane.getByRole('button', { name: '写情况说明' }).first().click();
    await pane.getByRole('textbox', { name: /情况说明/ }).fill('上年结转');
    await pane.getByRole('button', { name: '保存说明' }).click();
    await pane.getByRole('tab', { name: /已说明/ }).click();
    const [saved] = await Promise.all([page.waitForEvent('download'), pane.getByRole('button', { name: '导出情况说明' }).click()]);
    expect(saved.suggestedFilename()).toBe('gouji-情况说明.json');
    const text = readFileSync(await saved.path(), 'utf8');
    const count = Object.keys((JSON.parse(text) as { workbooks: Record<string, object> }).workbooks['002.xlsx']).length;
    expect(count).toBeGreaterThan(0);
    await open.close();

    const fresh = await opened({ width: 320 });
    await audit(fresh);
    await fresh.pane.getByRole('tab', { name: /已说明/ }).click();
    const give = (content: string): Promise<void> => fresh.pane.getByTestId('explanations-picker').setInputFiles({ name: 'gouji-情况说明.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    await give('{}');
    await fresh.pane.getByText('这不是情况说明文件', { exact: false }).waitFor();
    await give(text);
    await fresh.pane.getByText(`已导入 ${count} 条情况说明。`).waitFor();
    await fresh.pane.getByRole('treeitem').filter({ hasText: '上年结转' }).first().waitFor();
    expect(await axeViolations(fresh.pane)).toEqual([]);
    expect(fresh.problems).toEqual([]);
    await fresh.close();
  });
});

describe('in English', () => {
  it('has no Chinese in it but the words of the workbook, once English is chosen', async () => {
    const open = await opened();
    const { pane } = open;
    await audit(open);
    await pane.getByRole('button', { name: '帮助' }).click();
    await pane.getByRole('combobox', { name: /语言/ }).selectOption('en');
    await pane.getByRole('button', { name: 'Audit again' }).waitFor();
    const words = await wordsOf('002.xlsx');
    const left: string[] = [];
    const look = async (): Promise<void> => void left.push(...(await chineseIn(pane, words)));
    await look();
    await pane.getByRole('button', { name: 'Close', exact: true }).first().click();
    await pane.getByRole('tree').focus();
    for (let i = 0; i < 4; i++) await open.page.keyboard.press('ArrowRight');
    await look();
    for (const name of [/^Unchecked/, /^Passed/, /^Explained/]) {
      await pane.getByRole('tab', { name }).click();
      await look();
    }
    await pane.getByRole('button', { name: /tables recognised/ }).click();
    await look();
    expect([...new Set(left)]).toEqual([]);
    await open.close();
  });

  it('speaks English in an English Excel, in one line of tabs at 320 px', async () => {
    const open = await opened({ locale: 'en-US', width: 320 });
    await audit(open);
    expect(await open.pane.evaluate(() => document.documentElement.lang)).toBe('en');
    const tops = await open.pane.getByRole('tab').evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().top));
    expect([tops.length, new Set(tops).size]).toEqual([4, 1]);
    await expect.poll(open.marked).toEqual(expect.arrayContaining(wrong));
    expect(open.problems).toEqual([]);
    await open.close();
  });
});

describe('for everybody', () => {
  // Both themes of every state are looked at on the stage (states.test.ts).
  it('has no violations of WCAG 2.2 AA and fits 320 px in forced colours', async () => {
    const open = await opened({ forcedColors: true, width: 320 });
    await audit(open);
    await open.page.keyboard.press('F8');
    expect(await axeViolations(open.pane)).toEqual([]);
    expect(await open.pane.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await open.close();
  });
});
