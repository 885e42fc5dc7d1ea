import { describe, expect, it } from 'vitest';
import { MemoryHost, type MemoryChange, typedContent } from '../../src/host/memory';
import { fixtureWorkbook, plain, workbookOf } from './workbooks';

const at = (sheet: number, row: number, column: number) => ({ sheet, row, column });

describe('the workbook in memory', () => {
  it('hands out the very snapshot it was given while nothing is edited', async () => {
    const snapshot = fixtureWorkbook('002.xlsx');
    const host = new MemoryHost(snapshot);
    expect(await host.snapshot()).toBe(snapshot);
  });

  it('shows an edit in the snapshot, and the original again after undo', async () => {
    const before = workbookOf({ 表1: [['收入', 1, 2], [null, 3]], 表2: [['x']] }, {}, '#,##0.00');
    const host = new MemoryHost(before);
    host.edit(at(0, 0, 1), { kind: 'number', value: 9 });
    host.edit(at(0, 5, 0), { kind: 'text', value: '新' });
    host.edit(at(0, 1, 1), null);
    const after = await host.snapshot();
    expect(plain(after)).toMatchObject([
      { cells: [[0, 0, 2, '收入', 'General', null], [0, 1, 1, 9, '#,##0.00', null], [0, 2, 1, 2, '#,##0.00', null], [5, 0, 2, '新', 'General', null]] },
      {},
    ]);
    expect(after.sheets[1]).toBe(before.sheets[1]);
    expect(host.edits()).toHaveLength(3);
    expect([host.undo(), host.undo(), host.undo(), host.undo()]).toEqual([at(0, 1, 1), at(0, 5, 0), at(0, 0, 1), null]);
    expect(await host.snapshot()).toBe(before);
    expect(host.redo()).toEqual(at(0, 0, 1));
    expect(host.cell(at(0, 0, 1))?.content).toEqual({ kind: 'number', value: 9 });
  });

  it('takes back together what was written together, and tells of it sheet by sheet', async () => {
    const before = workbookOf({ 表1: [[1, 2]], 表2: [[3]] });
    const host = new MemoryHost(before);
    const edits: unknown[] = [];
    await host.onEdit(({ sheet, areas }) => edits.push([sheet, areas.length]));
    await host.writeNumbers([{ cell: at(0, 0, 0), value: 7 }, { cell: at(1, 0, 0), value: null }, { cell: at(0, 0, 1), value: 0 }]);
    expect(host.edits()).toHaveLength(3);
    expect([host.undo(), host.canUndo]).toEqual([at(0, 0, 0), false]);
    expect(await host.snapshot()).toBe(before);
    expect(edits).toEqual([[0, 2], [1, 1]]);
    host.redo();
    expect(host.edits()).toHaveLength(3);
    await host.writeNumbers([]);
    expect(host.undo()).toEqual(at(0, 0, 0));
  });

  it('forgets what was undone after a new edit', () => {
    const host = new MemoryHost(workbookOf({ 表1: [[1]] }));
    host.edit(at(0, 0, 0), { kind: 'number', value: 2 });
    host.undo();
    expect([host.canUndo, host.canRedo]).toEqual([false, true]);
    host.edit(at(0, 0, 0), { kind: 'number', value: 3 });
    expect([host.canUndo, host.canRedo, host.redo()]).toEqual([true, false, null]);
  });

  it('replaces a formula by what is typed, and undo brings it back', () => {
    const host = new MemoryHost(workbookOf({ 表1: [[['SUM(B1:B9)', 5]]] }));
    host.edit(at(0, 0, 0), { kind: 'number', value: 5 });
    expect(host.cell(at(0, 0, 0))?.formula).toBeNull();
    host.undo();
    expect(host.cell(at(0, 0, 0))?.formula).toBe('SUM(B1:B9)');
  });

  it('tells the grid about cells, marks and selection, and is silent after unsubscribing', async () => {
    const host = new MemoryHost(workbookOf({ 表1: [[1]] }));
    const seen: MemoryChange[] = [];
    const stop = host.subscribe((change) => seen.push(change));
    host.edit(at(0, 0, 0), { kind: 'number', value: 2 });
    host.undo();
    await host.mark([{ cell: at(0, 0, 0), style: 'error', note: '不符' }]);
    await host.goTo(at(0, 3, 3));
    host.select(at(0, 0, 0));
    stop();
    host.redo();
    expect(seen).toEqual([
      { kind: 'cell', cell: at(0, 0, 0) },
      { kind: 'cell', cell: at(0, 0, 0) },
      { kind: 'marks' },
      { kind: 'selection', cell: at(0, 3, 3), by: 'goTo' },
      { kind: 'selection', cell: at(0, 0, 0), by: 'user' },
    ]);
    expect(host.markAt(at(0, 0, 0))?.style).toBe('error');
  });

  it('refuses edits of protected sheets and of a workbook opened read-only', () => {
    const host = new MemoryHost(workbookOf({ 表1: [[1]] }, { 表1: { isProtected: true } }));
    expect(() => host.edit(at(0, 0, 0), null)).toThrow(expect.objectContaining({ code: 'protected' }));
    const closed = new MemoryHost(workbookOf({ 表1: [[1]] }), { writable: false });
    expect(() => closed.edit(at(0, 0, 0), null)).toThrow(expect.objectContaining({ code: 'readOnly' }));
  });

  it('measures a sheet for the grid', () => {
    const host = new MemoryHost(workbookOf({ 表1: [[1], [null, null, 2]], 空: [] }));
    expect(host.sheets.map((sheet) => sheet.extent())).toEqual([{ rows: 2, columns: 3 }, { rows: 0, columns: 0 }]);
    host.edit(at(1, 9, 4), { kind: 'number', value: 1 });
    expect(host.sheets[1].extent()).toEqual({ rows: 10, columns: 5 });
  });
});

describe('typing into a cell', () => {
  it.each([
    ['425400', 425400], ['425,400.00', 425400], ['-1.5', -1.5], ['(1,200)', -1200], ['12%', 0.12], ['１２３．４', 123.4], ['¥3', 3], ['1e3', 1000], ['.5', 0.5],
  ])('%s is a number', (typed, value) => expect(typedContent(typed)).toEqual({ kind: 'number', value }));

  it.each(['1,2', '1-2', '.', '-', 'e3', '2024年', '(-1)', '12a'])('%s is a text', (typed) =>
    expect(typedContent(typed)).toEqual({ kind: 'text', value: typed }));

  it('knows blanks, booleans and forced texts', () => {
    expect([typedContent(''), typedContent('true'), typedContent("'001")]).toEqual([
      null, { kind: 'boolean', value: true }, { kind: 'text', value: '001' },
    ]);
  });
});
