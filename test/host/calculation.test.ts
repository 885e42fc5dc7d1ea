import { describe, expect, it } from 'vitest';
import { WorkbookBuilder } from '../../src/audit/workbook';
import type { Edit } from '../../src/host/workbookHost';
import { MemoryHost, typedEntry } from '../../src/host/memory';
import { workbookOf } from './workbooks';

const at = (row: number, column: number) => ({ sheet: 0, row, column });
const type = (host: MemoryHost, row: number, column: number, text: string) => host.enter([typedEntry(at(row, column), text, host.cell(at(row, column)))]);
const value = (host: MemoryHost, row: number, column: number) => host.cell(at(row, column))?.content.value ?? null;

describe('formulas in the workbook in memory', () => {
  it('are computed when typed, and follow what they hang on through other formulas', () => {
    const host = new MemoryHost(workbookOf({ 表1: [[1.1, 2.2, null], [['A1+B1', 3.3], 10, null]] }));
    expect(type(host, 0, 2, '=SUM(A1:B2)')).toEqual([]);
    expect(host.cell(at(0, 2))).toMatchObject({ content: { kind: 'number', value: 16.6 }, formula: 'SUM(A1:B2)' });
    host.edit(at(0, 0), { kind: 'number', value: 2 });
    expect([value(host, 1, 0), value(host, 0, 2)]).toEqual([4.2, 18.4]);
    host.undo();
    expect([value(host, 0, 0), value(host, 1, 0), value(host, 0, 2)]).toEqual([1.1, 3.3, 16.6]);
    host.undo();
    expect([host.cell(at(0, 2)), host.canUndo]).toEqual([null, false]);
    host.redo();
    expect(value(host, 0, 2)).toBe(16.6);
  });

  it('beyond the plain ones, in a circle or over an error are kept as text, and said', () => {
    const host = new MemoryHost(workbookOf({ 表1: [[1, null, '文字']] }));
    expect(type(host, 0, 1, '=IF(A1>0,1,2)')).toEqual([at(0, 1)]);
    expect(host.cell(at(0, 1))).toMatchObject({ content: { kind: 'text', value: '=IF(A1>0,1,2)' }, formula: null });
    for (const text of ['=B1+1', '=A1/0', '=C1*2']) {
      expect(type(host, 0, 1, text)).toEqual([at(0, 1)]);
      expect(host.cell(at(0, 1))).toMatchObject({ content: { kind: 'text', value: text }, formula: null });
    }
  });

  it('that cannot be computed keep what was read, and under manual calculation all do', () => {
    const host = new MemoryHost(workbookOf({ 表1: [[1, ['IF(A1>0,A1,0)', 1]]] }));
    host.edit(at(0, 0), { kind: 'number', value: 5 });
    expect(value(host, 0, 1)).toBe(1);
    const book = workbookOf({ 表1: [[1, ['A1*2', 2]]] });
    const manual = new MemoryHost({ ...book, calculation: { ...book.calculation, isManual: true } });
    manual.edit(at(0, 0), { kind: 'number', value: 5 });
    expect(value(manual, 0, 1)).toBe(2);
  });

  it('are news as results, so that they stay formulas; after a proposal only the results are news', async () => {
    const host = new MemoryHost(workbookOf({ 表1: [[1, 2, ['A1+B1', 3]]] }));
    const edits: Edit[] = [];
    await host.onEdit((edit) => edits.push(edit));
    host.edit(at(0, 0), { kind: 'number', value: 5 });
    expect(edits.map((edit) => edit.cells)).toEqual([[
      { cell: at(0, 0), content: { kind: 'number', value: 5 } },
      { cell: at(0, 2), content: { kind: 'number', value: 7 }, isResult: true },
    ]]);
    const takeBack = await host.writeNumbers([{ cell: at(0, 1), value: 4 }]);
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(edits.slice(1).map((edit) => edit.cells)).toEqual([[{ cell: at(0, 2), content: { kind: 'number', value: 9 }, isResult: true }]]);
    expect(await takeBack()).toEqual([
      { cell: at(0, 1), content: { kind: 'number', value: 2 } },
      { cell: at(0, 2), content: { kind: 'number', value: 7 }, isResult: true },
    ]);
  });

  it('takes digits as text where the cell holds text formatted as text', () => {
    const builder = new WorkbookBuilder();
    const sheet = builder.sheet('表1');
    sheet.text(0, 0, '0101', '@');
    sheet.number(0, 1, 5, '@');
    builder.add(sheet.finish());
    const host = new MemoryHost(builder.finish());
    type(host, 0, 0, '0202');
    type(host, 0, 1, '1,234.5');
    expect([value(host, 0, 0), value(host, 0, 1)]).toEqual(['0202', 1234.5]);
  });
});
