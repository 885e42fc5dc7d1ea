import { describe, expect, it } from 'vitest';
import { WorkbookBuilder, type WorkbookSnapshot } from '../../src/audit/workbook';
import { fixtureWorkbook, type LiteralCell, plain, workbookOf } from '../host/workbooks';
import { connectedExcel } from './node/connect';

const MB = 1_000_000;

function manyCells(rows: number, columns: number, cell: (row: number, column: number) => LiteralCell): WorkbookSnapshot {
  return workbookOf({ 大表: Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (__, c) => cell(r, c))) });
}

describe('reading in few round trips', () => {
  it.each(['000.xlsx', '001.xlsx', '002.xlsx', '003.xlsx'])('%s in three, on an Excel with and without merge questions', async (file) => {
    for (const apiSet of ['1.9', '1.14']) {
      const { host, excel } = connectedExcel(fixtureWorkbook(file), { apiSet, payloadLimit: 5 * MB });
      await host.snapshot();
      expect(excel.traffic).toHaveLength(3);
    }
  });

  it('a hundred sheets in three as well', async () => {
    const tables = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`表${i}`, [['项目', i], [null, i + 0.5]]]));
    const workbook = workbookOf(tables);
    const { host, excel } = connectedExcel(workbook);
    expect(plain(await host.snapshot())).toEqual(plain(workbook));
    expect(excel.traffic).toHaveLength(3);
  });

  it('200,000 cells in row blocks, each below 5 MB', async () => {
    const workbook = manyCells(10_000, 20, (r, c) => (c === 0 ? `科目 ${r}` : r * 100 + c / 100));
    const { host, excel } = connectedExcel(workbook, { payloadLimit: 5 * MB });
    const read = await host.snapshot();
    expect(plain(read)).toEqual(plain(workbook));
    expect(excel.traffic).toHaveLength(4);
    for (const { bytesDown } of excel.traffic) expect(bytesDown).toBeLessThan(5 * MB);
  });

  it('halves a block that Excel refuses as too large, and goes on with smaller ones', async () => {
    const workbook = manyCells(2_000, 10, (r, c) => `很长的说明文字，第${r}行第${c}栏，重复到足够长为止`.repeat(2));
    const { host, excel } = connectedExcel(workbook, { payloadLimit: 1 * MB });
    expect(plain(await host.snapshot())).toEqual(plain(workbook));
    const refused = excel.traffic.filter(({ bytesDown }) => bytesDown > 1 * MB);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(6);
  });

  it('cuts a row that is too large by itself into columns, and gives up at a single cell', async () => {
    const wide = manyCells(1, 64, (_, c) => `${c}`.repeat(1_000));
    const { host } = connectedExcel(wide, { payloadLimit: 60_000 });
    expect(plain(await host.snapshot())).toEqual(plain(wide));
    const hopeless = connectedExcel(manyCells(1, 1, () => 'x'.repeat(32_000)), { payloadLimit: 30_000 });
    await expect(hopeless.host.snapshot()).rejects.toMatchObject({ code: 'tooLarge' });
  });

  it('takes null instead of values for a refusal', async () => {
    const workbook = manyCells(40, 4, (r, c) => r * c + 1);
    const { host, library } = connectedExcel(workbook);
    let nulls = 1;
    const values = Object.getOwnPropertyDescriptor(library.Excel.Range.prototype, 'values') as PropertyDescriptor;
    Object.defineProperty(library.Excel.Range.prototype, 'values', {
      ...values,
      get(this: Excel.Range) {
        return nulls-- > 0 ? null : (values.get as () => unknown).call(this);
      },
    });
    expect(plain(await host.snapshot())).toEqual(plain(workbook));
  });

  it('reads a stray value in the last cell of the sheet without reading 17 billion cells', async () => {
    const builder = new WorkbookBuilder('x.xlsx');
    const sheet = builder.sheet('表1');
    sheet.text(0, 0, '收入');
    sheet.number(40, 7, 1);
    sheet.number(1_048_575, 16_383, 2);
    builder.add(sheet.finish());
    const workbook = builder.finish();
    const { host, excel } = connectedExcel(workbook);
    expect(plain(await host.snapshot())).toEqual(plain(workbook));
    expect(excel.traffic.length).toBeLessThanOrEqual(5);
  });

  it('refuses a sheet that is in use from end to end', async () => {
    const builder = new WorkbookBuilder('x.xlsx');
    const sheet = builder.sheet('散布');
    for (let i = 0; i < 3_000; i++) sheet.number(i * 349, (i * 5) % 16_384, 1);
    builder.add(sheet.finish());
    await expect(connectedExcel(builder.finish()).host.snapshot()).rejects.toMatchObject({ code: 'tooLarge', detail: expect.stringContaining('散布') });
  });
});

describe('what an Excel can tell', () => {
  it('that it calculates on demand only, in the same three round trips', async () => {
    const workbook = fixtureWorkbook('000.xlsx');
    const { host, excel } = connectedExcel({ ...workbook, calculation: { ...workbook.calculation, isManual: true } });
    expect((await host.snapshot()).calculation.isManual).toBe(true);
    expect(excel.traffic).toHaveLength(3);
    expect((await connectedExcel(workbook).host.snapshot()).calculation.isManual).toBe(false);
  });

  it('has no merges below ExcelApi 1.13', async () => {
    const workbook = workbookOf({ 表1: [['x']] }, { 表1: { merges: [{ top: 0, left: 0, bottom: 1, right: 1 }] } });
    const old = await connectedExcel(workbook, { apiSet: '1.9' }).host.snapshot();
    expect(old.sheets[0].merges).toBeNull();
  });

  it('finds all merges where a sheet has more than Excel hands out at once', async () => {
    const merges = Array.from({ length: 1_500 }, (_, i) => ({ top: i * 2, left: 0, bottom: i * 2 + 1, right: 1 }));
    const table = Array.from({ length: 3_000 }, (_, r) => [r]);
    const workbook = workbookOf({ 目录: [[1]], 明细: table, 封面: [[1]] }, { 明细: { merges }, 封面: { merges: merges.slice(0, 1) } });
    const read = await connectedExcel(workbook).host.snapshot();
    const sorted = [...(read.sheets[1].merges ?? [])].sort((a, b) => a.top - b.top);
    expect(sorted).toEqual(merges);
    expect([read.sheets[0].merges, read.sheets[2].merges]).toEqual([[], merges.slice(0, 1)]);
  });

  it('sees hidden rows only where it looks, and whole hidden tables at no cost', async () => {
    const table = Array.from({ length: 50 }, (_, r) => [r, r]);
    const workbook = workbookOf(
      { 部分: table, 全部: table },
      { 部分: { hiddenRows: [{ from: 3, to: 5 }, { from: 20, to: 20 }] }, 全部: { hiddenRows: [{ from: 0, to: 49 }] } },
    );
    const { host, excel } = connectedExcel(workbook);
    expect(plain(await host.snapshot())).toEqual(plain(workbook));
    expect(excel.traffic).toHaveLength(3);
  });

  it('says which Excel this is', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 表1: [] }), { apiSet: '1.14' });
    expect(await host.capabilities()).toEqual({ name: 'excel', apiSet: '1.14', explanations: 'comments', writable: true });
    excel.book.readOnly = true;
    expect((await host.capabilities()).writable).toBe(false);
    expect((await connectedExcel(workbookOf({ 表1: [] }), { apiSet: '1.9' }).host.capabilities()).explanations).toBe('none');
    expect((await connectedExcel(workbookOf({ 表1: [] }), { apiSet: '1.18' }).host.capabilities()).explanations).toBe('notes');
  });

  it('writes nothing and keeps no references', async () => {
    const { host, excel } = connectedExcel(fixtureWorkbook('002.xlsx'));
    await host.snapshot();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(excel.references.size).toBe(0);
    expect(excel.book.settings.size).toBe(0);
  });
});
