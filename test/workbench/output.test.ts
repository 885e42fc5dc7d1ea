import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checklistRows } from '../../src/audit/report/checklist';
import { checklistWorkbook } from '../../src/audit/report/checklistWorkbook';
import type { AuditReport } from '../../src/audit/report/model';
import { readWorkbook, writeWorkbookXlsx } from '../../src/files';
import { MemoryHost } from '../../src/host/memory';
import { losesEdits, savedName } from '../../src/workbench/files';
import { plain } from '../host/workbooks';
import { fileStore } from './stores';
import { finding, report, threeCauses } from '../taskpane/reports';

const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/fixtures/${name}`));
const batch = (...workbooks: AuditReport['workbooks']): AuditReport => ({ tool: { name: 'gouji', version: '0' }, workbooks, errors: [] });

describe('the 检查表', () => {
  it('has one row a finding, with the cells complained about and plain amounts', () => {
    const rows = checklistRows(batch(threeCauses()), 'zh');
    expect(rows).toHaveLength(5);
    expect(rows[2].map((value) => ('text' in value ? value.text : Number(value.amount)))).toEqual([
      '002.xlsx', '子洲县医疗保险经办中心', '表4 部门综合预算财政拨款收支总表', '表4!F8', '表4 F8 商品和服务支出与表1 不一致', 65200, 55200, 10000, '错误', 'X01-04', '',
    ]);
    expect(rows[4][8]).toEqual({ text: '舍入' });
  });

  it('puts what was found in the prose after the tables, with paragraph and phrase', () => {
    const text = { file: '说明.docx', paragraph: 12, quote: '原因是是', start: 0, end: 4, right: null };
    const rows = checklistRows(batch(report({ findings: [finding('p', { text, cells: [] }), finding('t', {})] })), 'zh');
    expect(rows.map((row) => row[2])).toEqual([expect.anything(), { text: '公开说明 说明.docx' }]);
    expect(rows[1][3]).toEqual({ text: '第 12 段“原因是是”' });
  });

  it('names a workbook without findings and a file that could not be read', () => {
    const made = { ...batch(report()), errors: [{ file: '坏.xlsx', code: 'failed', message: '不是工作簿' }] };
    expect(checklistRows(made, 'zh').map((row) => [row[0], row[4]])).toEqual([
      [{ text: '002.xlsx' }, { text: '没有发现问题' }],
      [{ text: '坏.xlsx' }, { text: '未能读取：不是工作簿' }],
    ]);
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-1+1', '@SUM(A1)'])('keeps %s a text, in the file and when it is edited', async (text) => {
    const made = report({ file: text, unit: text, findings: [finding('f', { message: text })] });
    const sheet = (await readWorkbook(writeWorkbookXlsx(checklistWorkbook(batch(made), 'zh', 'x.xlsx')), 'x.xlsx')).sheets;
    expect(sheet[0].formulas.size).toBe(0);
    const { cells } = (plain(await readWorkbook(writeWorkbookXlsx(checklistWorkbook(batch(made), 'zh', 'x.xlsx')), 'x.xlsx')) as { cells: unknown[][] }[])[0];
    const row = cells.filter(([r]) => r === 1);
    expect([row[0], row[4]].map((each) => each.slice(3))).toEqual([[text, '@', null], [text, '@', null]]);
    expect(row.slice(5, 8).map((each) => each.slice(3, 5))).toEqual([[350000, '#,##0.00####'], [370200, '#,##0.00####'], [-20200, '#,##0.00####']]);
  });

  it('does not round an amount that no number holds', () => {
    const made = report({ findings: [finding('f', { left: '12345678901234567.89', right: '1', difference: '2' })] });
    const [, row] = [0, 1].map((r) => (plain(checklistWorkbook(batch(made), 'zh', 'x')) as { cells: unknown[][] }[])[0].cells.filter(([at]) => at === r));
    expect(row[5][3]).toBe('12345678901234567.89');
  });
});

describe('what leaves the workbench', () => {
  it('is the edited workbook, when asked for', async () => {
    const files = fileStore();
    await files.add([{ name: '002.xlsx', bytes: async () => bytes('002.xlsx') }]);
    const open = files.open(1);
    const sheet = open?.host.sheets.findIndex(({ name }) => name === '表6') ?? -1;
    open?.host.edit({ sheet, row: 15, column: 4 }, { kind: 'number', value: 425400 });
    const saved = await files.saveAs(1);
    expect(saved?.name).toBe('002-修改.xlsx');
    const again = new MemoryHost(await readWorkbook(saved?.bytes ?? new Uint8Array(), '002.xlsx'));
    expect(again.cell({ sheet, row: 15, column: 4 })?.content).toEqual({ kind: 'number', value: 425400 });
    expect(plain(await again.snapshot())).toEqual(plain((await open?.host.snapshot()) ?? (await again.snapshot())));
    expect(await files.saveAs(99)).toBeNull();
  });

  it('is asked about before the page is closed, where something was typed', async () => {
    const files = fileStore();
    await files.add([{ name: '002.xlsx', bytes: async () => bytes('002.xlsx') }]);
    expect(losesEdits(files.store.getState())).toBe(false);
    files.open(1)?.host.edit({ sheet: 0, row: 80, column: 0 }, { kind: 'text', value: '备注' });
    expect(losesEdits(files.store.getState())).toBe(true);
    files.open(1)?.host.undo();
    expect(losesEdits(files.store.getState())).toBe(false);
  });

  it('is one report and one 检查表 of all files, those that failed among them', async () => {
    const files = fileStore();
    await files.add([
      { name: '000.xlsx', bytes: async () => bytes('000.xlsx') },
      { name: '002.xlsx', bytes: async () => bytes('002.xlsx') },
      { name: '坏.xlsx', bytes: async () => new TextEncoder().encode('%PDF') },
    ]);
    const json = JSON.parse(new TextDecoder().decode((await files.jsonReport()).bytes)) as AuditReport;
    expect(json.workbooks.map(({ file }) => file)).toEqual(['000.xlsx', '002.xlsx']);
    expect(json.errors).toEqual([{ file: '坏.xlsx', code: 'failed', message: '不是工作簿' }]);
    const sheet = (await readWorkbook((await files.checklist()).bytes, 'x.xlsx')).sheets[0];
    expect(sheet.name).toBe('检查表');
    expect(sheet.rowNumbers).toHaveLength(1 + checklistRows(json, 'zh').length);
  });

  it('is named after the file it came from', () => {
    expect([savedName('2024.预算.xls', '-修改'), savedName('预算', '-修改')]).toEqual(['2024.预算-修改.xlsx', '预算-修改.xlsx']);
  });
});
