import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/host/workbookHost';
import { OwnWrites } from '../../src/excel/edits/ownWrites';
import { workbookOf } from '../host/workbooks';
import { connectedExcel, type ConnectedExcel, type ExcelSetup } from './node/connect';
import { settled } from './node/settled';
import { cellFor } from './sim/model/workbook';

const at = (sheet: number, row: number, column: number) => ({ sheet, row, column });
const single = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });
const number = (value: number) => ({ kind: 'number', value });

async function listening(setup: ExcelSetup = {}): Promise<ConnectedExcel & { edits: Edit[]; stop: () => Promise<void> }> {
  const workbook = workbookOf({ 表1: [['收入', 1, 2, ['SUM(B1:C1)', 3]]], 表2: [[['表1!D1', 3], ['"a"&"b"', 'ab']]], 表3: [[5]] });
  const connected = connectedExcel(workbook, setup);
  await connected.host.snapshot();
  const edits: Edit[] = [];
  const stop = await connected.host.onEdit((edit) => edits.push(edit));
  return { ...connected, edits, stop };
}

describe.each<ExcelSetup>([{ apiSet: '1.9' }, { apiSet: '1.15' }])('edits, ExcelApi $apiSet', (setup) => {
  it('brings the formulas that changed with the cell, on other sheets too, in one round trip', async () => {
    const { excel, edits } = await listening(setup);
    const before = excel.traffic.length;
    excel.userTypes('表1', 'B1', 10, [['表1', 'D1', 12], ['表2', 'A1', 12]]);
    await settled();
    expect(excel.traffic.length - before).toBe(1);
    expect(edits).toContainEqual({
      sheet: 0, areas: [single(0, 3), single(0, 1)], structural: false,
      cells: [{ cell: at(0, 0, 3), content: number(12), isResult: true }, { cell: at(0, 0, 1), content: number(10) }],
    });
    expect(edits).toContainEqual({ sheet: 1, areas: [single(0, 0)], structural: false, cells: [{ cell: at(1, 0, 0), content: number(12), isResult: true }] });
    expect(edits).toHaveLength(2);
  });

  it('tells by its fingerprint what Excel did not report, in one round trip', async () => {
    const { host, excel, edits } = await listening(setup);
    const before = await host.fingerprint();
    // Another add-in, a fill under a filter: no event comes.
    cellFor(excel.book.sheets[2], 0, 0).value = 6;
    const trips = excel.traffic.length;
    expect(await host.fingerprint()).not.toBe(before);
    expect([excel.traffic.length - trips, edits]).toEqual([1, []]);
  });

  it('reads a pasted block, and blanks', async () => {
    const { excel, edits } = await listening(setup);
    excel.userTypes('表3', 'A1:B2', [['', 7], ['新', true]]);
    await settled();
    expect(edits).toEqual([{
      sheet: 2, areas: [{ top: 0, left: 0, bottom: 1, right: 1 }], structural: false,
      cells: [
        { cell: at(2, 0, 0), content: null }, { cell: at(2, 0, 1), content: number(7) },
        { cell: at(2, 1, 0), content: { kind: 'text', value: '新' } }, { cell: at(2, 1, 1), content: { kind: 'boolean', value: true } },
      ],
    }]);
  });

  it('asks for a new snapshot after a new formula, moved cells, and a change of whole columns', async () => {
    const { excel, edits } = await listening(setup);
    excel.userTypes('表3', 'A1', '=1+1');
    await settled();
    excel.userInsertsRows('表1', '2:3');
    await settled();
    excel.userTypes('表3', 'B:B', null);
    await settled();
    expect(edits.map(({ sheet, cells, structural }) => [sheet, cells, structural])).toEqual([
      [2, undefined, false], [0, undefined, false], [2, undefined, false],
    ]);
  });

  it('tells of sheets that come and go', async () => {
    const { excel, edits } = await listening(setup);
    excel.userAddsSheet('表4');
    await settled();
    excel.userDeletesSheet('表3');
    await settled();
    excel.userTypes('表4', 'A1', 1);
    await settled();
    expect(edits.map(({ structural }) => structural)).toEqual([true, true, true]);
  });

  it('tells of a sheet that is renamed, where Excel does (ExcelApi 1.17)', async () => {
    for (const [apiSet, told] of [['1.14', []], ['1.17', [{ sheet: 0, areas: [], structural: true }]]] as const) {
      const { excel, edits } = await listening({ apiSet });
      excel.userRenamesSheet('表1', '表一');
      await settled();
      expect(edits).toEqual(told);
    }
  });

  it('does not take its own write for an edit, but the same cell edited afterwards', async () => {
    const { host, excel, edits } = await listening(setup);
    await host.writeNumber(at(2, 0, 0), 6);
    await settled();
    expect(edits).toEqual([]);
    excel.userTypes('表3', 'A1', 6);
    await settled();
    expect(edits).toHaveLength(1);
  });

  it('tells which formulas changed with its own write, and nothing of the write itself', async () => {
    const { host, excel, edits } = await listening(setup);
    cellFor(excel.book.sheets[0], 0, 3).value = 99;
    await host.writeNumber(at(0, 0, 1), 97);
    await settled();
    expect(edits).toEqual([{ sheet: 0, areas: [single(0, 3)], structural: false, cells: [{ cell: at(0, 0, 3), content: number(99), isResult: true }] }]);
  });

  it('tells of an edit even where the cell cannot be read now', async () => {
    const { excel, edits } = await listening(setup);
    excel.faults.isCellEdited = true;
    excel.userTypes('表3', 'A1', 6);
    await settled();
    expect(edits).toEqual([{ sheet: 2, areas: [single(0, 0)], cells: undefined, structural: false }]);
  });

  it('is silent after the listener left, and Excel no longer listens either', async () => {
    const { excel, edits, stop } = await listening(setup);
    await stop();
    expect(excel.events.isSilent).toBe(true);
    excel.userTypes('表3', 'A1', 6);
    await settled();
    expect(edits).toEqual([]);
  });
});

describe('writes of our own', () => {
  it('explain one change each, and are forgotten after a while', () => {
    let now = 0;
    const writes = new OwnWrites(() => now, 1_000);
    writes.expect('s1', 'B2', 5);
    expect([writes.take('s2', 'B2', 5), writes.take('s1', 'B2', 6), writes.take('s1', '$B$2', 5), writes.take('s1', 'B2', 5)]).toEqual([false, false, true, false]);
    writes.expect('s1', 'B2', 5);
    now = 1_001;
    expect(writes.take('s1', 'B2', 5)).toBe(false);
  });
});
