import { describe, expect, it } from 'vitest';
import { WorkbookBuilder } from '../../src/audit/workbook';
import { MemoryHost } from '../../src/host/memory';
import { adoptable } from '../../src/taskpane/state';
import { E16, F8, H16, pane } from './handPane';
import { group, suspect } from './reports';

describe('re-checking while the user types', () => {
  it('writes no mark after an edit that changes none, and waits for a rest before it does', async () => {
    const { control, host, waiting, tick, settled, state } = pane();
    await control.start();
    await control.audit();
    let marked = 0;
    const mark = host.mark.bind(host);
    host.mark = (...given) => {
      marked++;
      return mark(...given);
    };
    host.edit({ sheet: 0, row: 40, column: 0 }, { kind: 'text', value: '备注' });
    await settled();
    expect(waiting.map(({ ms }) => ms)).toEqual([1500]);
    await tick();
    expect(marked).toBe(0);
    host.edit(F8, { kind: 'number', value: 55200 });
    await settled();
    await tick();
    expect([marked, state().report?.groups.length]).toEqual([1, 1]);
    await control.change({ autoMark: false });
    host.edit(F8, { kind: 'number', value: 1 });
    await tick();
    expect(marked).toBe(1);
  });

  it('notices on focus and before marking what no edit told, and nothing else', async () => {
    const { control, host, state } = pane();
    await control.start();
    await control.audit();
    host.edit(F8, { kind: 'number', value: 70000 });
    await control.lookAgain();
    expect(state().notice).toBeNull();
    await control.change({ live: false });
    host.edit(F8, { kind: 'number', value: 123456 });
    await control.lookAgain();
    expect(state().notice).toEqual({ kind: 'changedOutside' });
    control.store.dispatch({ type: 'noticed', notice: null });
    const marks = host.marks();
    await control.markNow();
    expect([state().notice, host.marks()]).toEqual([{ kind: 'changedOutside' }, marks]);
    await control.audit();
    await control.lookAgain();
    expect(state().notice).toBeNull();
  });

  it('moves no mark after a decision in the pane where the workbook is another than was audited', async () => {
    const { control, host, state, tick } = pane();
    await control.start();
    await control.audit();
    await control.change({ live: false });
    const marks = host.marks();
    const findings = state().report?.findings ?? [];
    host.edit(F8, { kind: 'number', value: 123456 });
    await control.explain(findings.map(({ id }) => id), { text: '系统导出口径不同。', by: '张三' });
    await tick();
    expect([state().notice, host.marks()]).toEqual([{ kind: 'changedOutside' }, marks]);
    await control.audit();
    await control.explain(findings.map(({ id }) => id), null);
    await tick();
    expect([state().notice, host.marks().length > 0]).toEqual([null, true]);
  });

  it('strikes a finding through for three seconds, then lets it go; marks follow', async () => {
    const { control, host, state, tick, settled, waiting } = pane();
    await control.start();
    await control.audit();
    host.edit(F8, { kind: 'number', value: 55200 });
    await settled();
    expect(state().mended.findings.map(({ finding }) => finding.id)).toEqual(['f3']);
    expect(waiting.map(({ ms }) => ms)).toContain(3000);
    await tick();
    expect(state().mended.findings).toEqual([]);
    expect(host.markAt(F8)).toBeNull();
  });

  it('does nothing when it is switched off', async () => {
    const { control, host, state } = pane();
    await control.start();
    await control.audit();
    await control.change({ live: false });
    host.edit(F8, { kind: 'number', value: 55200 });
    expect(state().report?.findings).toHaveLength(5);
  });

  it('takes a proposal over as one undoable step and re-checks it, once', async () => {
    const { control, host, settled, state } = pane();
    await control.start();
    await control.audit();
    const group = state().report?.groups[1];
    if (!group) throw new Error('no group');
    await control.adopt(group);
    expect(host.cell(F8)?.content).toEqual({ kind: 'number', value: 55200 });
    expect(state().notice).toMatchObject({ kind: 'adopted', changes: [{ cell: '表4 F8', value: '55200' }] });
    await settled();
    expect(state().mended.groups).toHaveLength(1);
    host.undo();
    await settled();
    expect(state().report?.groups).toHaveLength(2);
    expect(state().notice).toBeNull();
  });

  it('takes all proposals of a cause over as one undoable step', async () => {
    const { control, host, settled, state } = pane();
    await control.start();
    await control.audit();
    const group = state().report?.groups[0];
    if (!group) throw new Error('no group');
    await control.adopt(group);
    expect([E16, H16].map((at) => host.cell(at)?.content)).toEqual([{ kind: 'number', value: 70200 }, { kind: 'number', value: 20200 }]);
    expect(state().notice).toMatchObject({ kind: 'adopted', changes: [{ cell: '表6 E16', value: '70200' }, { cell: '表6 H16', value: '20200' }] });
    await control.takeBack();
    expect(state().notice).toEqual({ kind: 'takenBack', cells: ['表6 E16', '表6 H16'] });
    expect([host.edits(), host.canUndo]).toEqual([[], false]);
    await settled();
    expect(state().report?.groups).toHaveLength(2);
  });

  it('does not write over a value that is newer than the audit', async () => {
    const { control, host, state } = pane();
    await control.start();
    await control.audit();
    const group = state().report?.groups[1];
    if (!group) throw new Error('no group');
    await control.change({ live: false });
    host.edit(F8, { kind: 'number', value: 123456 });
    await control.adopt(group);
    expect(host.cell(F8)?.content).toEqual({ kind: 'number', value: 123456 });
    expect(state().notice).toEqual({ kind: 'stale', cells: [{ cell: '表4 F8', value: '123456' }] });
  });

  it('asks before a figure replaces a formula', async () => {
    const builder = new WorkbookBuilder('002.xlsx');
    for (const name of ['表4', '表6', '目录', '表1']) {
      const sheet = builder.sheet(name);
      sheet.number(7, 5, 65200, 'General', 'SUM(F9:F11)');
      builder.add(sheet.finish());
    }
    const { control, host, state } = pane(new MemoryHost(builder.finish()));
    await control.start();
    await control.audit();
    const group = state().report?.groups[1];
    if (!group) throw new Error('no group');
    await control.adopt(group);
    expect(host.cell(F8)?.formula).toBe('SUM(F9:F11)');
    expect(state().notice).toMatchObject({ kind: 'overFormula', cells: [{ cell: '表4 F8', value: '=SUM(F9:F11)' }] });
    await control.adopt(group, true);
    expect(host.cell(F8)).toMatchObject({ content: { kind: 'number', value: 55200 }, formula: null });
    await control.takeBack();
    expect(host.cell(F8)).toMatchObject({ content: { kind: 'number', value: 65200 }, formula: 'SUM(F9:F11)' });
  });

  it('blanks the cell where that is the proposal', async () => {
    const { control, host } = pane();
    await control.start();
    await control.adopt(group('g', ['f1'], [suspect('表6', 'E16', '50000', '')]));
    expect(host.cell(E16)).toBeNull();
  });

  it('writes the formula that yields the figure, and reads the workbook again', async () => {
    const { control, host, state, waiting } = pane();
    await control.start();
    await control.adopt(group('g', ['f1'], [suspect('表6', 'E16', '50000', '70200', { formula: 'SUM(E17:E17)', proposedFormula: 'SUM(E17:E19)' })]));
    expect(host.cell(E16)).toMatchObject({ content: { kind: 'number', value: 70200 }, formula: 'SUM(E17:E19)' });
    expect(state().notice).toMatchObject({ kind: 'adopted', changes: [{ cell: '表6 E16', value: '=SUM(E17:E19)' }] });
    expect(waiting.map(({ ms }) => ms)).toEqual([400]);
  });

  it('offers no proposal where one of the cells has none, or the cause is ambiguous', async () => {
    const { control, host } = pane();
    await control.start();
    const [e16, h16] = [suspect('表6', 'E16', '1', '2'), suspect('表6', 'H16', '1', null)];
    await control.adopt(group('g', ['f1'], [e16, h16]));
    await control.adopt(group('g', ['f1'], [e16], { ambiguous: true }));
    expect([adoptable(group('g', ['f1'], [e16, h16])), host.edits()]).toEqual([[], []]);
  });
});
