import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { overviewOf, writeFolderFile } from '../../src/desk';
import { summaryDocument } from '../../src/desk/checklist';
import { writePrinted } from '../../src/files/printed';
import { arrivalsOf, freePath } from '../../src/workbench/files/arrivals';
import { ownFiles, submissionsOf } from '../../src/workbench/files';
import { deskColumns } from '../../src/workbench/desk/columns';
import { createDeskStore, deskRows, initialDesk } from '../../src/workbench/desk/deskState';
import { nextWithProblems } from '../../src/workbench/view/nextFile';
import { workbenchTextsFor } from '../../src/workbench/workbenchTexts';
import { batchHere, fileStore, fixture } from './stores';

const incoming = (path: string) => ({ name: path.slice(path.lastIndexOf('/') + 1), path, bytes: async () => new Uint8Array() });

describe('what a drop holds', () => {
  it('is sorted by name: of a folder only workbooks, 公开说明 and the file of explanations; a file by itself is tried', () => {
    const paths = ['甲/~$a.xlsx', '甲/a.xlsx', '甲/照片.jpg', '甲/.DS_Store', '甲/a说明.docx', '甲/gouji-情况说明.json', 'b.pdf', 'c.dat'];
    const { workbooks, proses, folderFiles, ignored } = arrivalsOf(paths.map(incoming));
    const names = (files: readonly { path?: string }[]) => files.map(({ path }) => path);
    expect([names(workbooks), names(proses), names(folderFiles), ignored]).toEqual([['甲/a.xlsx', 'c.dat'], ['甲/a说明.docx', 'b.pdf'], ['甲/gouji-情况说明.json'], { lock: 1, temporary: 1, other: 1, checklists: 0 }]);
  });

  it('passes over what we have written that lies in a folder, not what is handed over by itself or is only called so', async () => {
    const made = { name: '汇总表.xlsx', bytes: async () => writePrinted(summaryDocument([], { lang: 'zh', reviewer: '', date: '' }, { roster: null, remarks: [] })) };
    const store = fileStore();
    await store.add([{ ...made, path: '局/汇总表-2.xlsx' }, fixture('000.xlsx', { path: '局/000.xlsx' }), fixture('002.xlsx', { path: '局/收支汇总表.xlsx' })]);
    expect([store.store.getState().files.map(({ submission }) => submission.file.path), store.store.getState().ignored.checklists]).toEqual([['局/000.xlsx', '局/收支汇总表.xlsx'], 1]);
    // What was listed on an earlier visit is listed again, at once: the keeper looks for what was chosen.
    const again = fileStore();
    const adding = again.add([{ ...made, path: '局/汇总表.xlsx', isKept: true }, fixture('000.xlsx', { path: '局/000.xlsx', isKept: true })]);
    expect(again.store.getState().files).toHaveLength(2);
    await adding;
    await store.add([made]);
    expect(store.store.getState().files.map(({ name, submission }) => [name, submission.state]).slice(2)).toEqual([['汇总表.xlsx', 'unknown']]);
  });

  it('has a path of its own for each file', () => {
    expect([freePath('a/b.xlsx', new Set()), freePath('a/b.xlsx', new Set(['a/b.xlsx', 'a/b (2).xlsx'])), freePath('a.b/c', new Set(['a.b/c']))]).toEqual(['a/b.xlsx', 'a/b (3).xlsx', 'a.b/c (2)']);
  });
});

describe('the desk', () => {
  it('keeps what is being typed when other files come: the example stays, edited', async () => {
    const store = fileStore();
    await store.add([fixture('002.xlsx', { isExample: true })]);
    const [{ id }] = store.store.getState().files;
    const cell = { sheet: 1, row: 90, column: 0 };
    store.open(id)?.host.hold({ cell, content: { kind: 'number', value: 7 } });
    expect(store.isTyping()).toBe(true);
    await store.add([fixture('000.xlsx')]);
    expect([store.isTyping(), store.store.getState().files.map(({ name, edited }) => [name, edited])]).toEqual([false, [['002.xlsx', true], ['000.xlsx', false]]]);
    expect(store.open(id)?.host.cell(cell)?.content).toEqual({ kind: 'number', value: 7 });
    // Of a file of one's own it is kept with what was entered.
    const own = store.store.getState().files[1].id;
    store.open(own)?.host.hold({ cell, content: { kind: 'number', value: 8 } });
    expect(store.sources().map(({ edits }) => edits)).toEqual([[{ cell, content: { kind: 'number', value: 8 } }]]);
  });

  it('audits a folder to rows and reports, lets cells go, and tells copies and what cannot be read', async () => {
    const store = fileStore();
    await store.add([fixture('002.xlsx', { path: '甲/002.xlsx', isExample: true })]);
    await store.add([
      fixture('000.xlsx', { path: '甲/000.xlsx' }),
      fixture('002.xlsx', { path: '甲/002.xlsx', changed: '2026-01-01T00:00:00.000Z' }),
      fixture('002.xlsx', { path: '乙/副本.xlsx' }),
      { name: '坏.xlsx', path: '乙/坏.xlsx', bytes: async () => strToU8('%PDF') },
    ]);
    const state = store.store.getState();
    // The example has stepped aside, counts nowhere, and takes no name from a file of one's own.
    expect([state.view, ownFiles(state).length, state.files.length, state.run]).toEqual(['desk', 4, 4, null]);
    expect(state.files.every(({ id }) => store.open(id) === null)).toBe(true);
    const { shown, sums } = deskRows(state, initialDesk);
    expect(shown.map(({ submission }) => [submission.file.path, submission.state, submission.verdict?.errorCauses ?? null, submission.standing.kind])).toEqual([
      ['乙/坏.xlsx', 'unreadable', null, 'leading'],
      ['乙/副本.xlsx', 'reviewing', 5, 'leading'],
      ['甲/000.xlsx', 'reviewing', 1, 'leading'],
      ['甲/002.xlsx', 'reviewing', 5, 'copy'],
    ]);
    expect([sums.files, sums.setAside, sums.withErrors, overviewOf(shown.map(({ submission }) => submission)).tables.find(({ id }) => id === 'B06')?.name]).toEqual([4, 1, 2, '一般公共预算支出明细表（按支出经济分类科目）']);
    const stateColumn = deskColumns(workbenchTextsFor('zh-CN')).find(({ id }) => id === 'state');
    expect(shown.map((row) => stateColumn?.text(row))).toEqual(['读不了', '审核中', '审核中', '副本']);
    expect(shown.map((_, i) => nextWithProblems(shown, shown[i].entry.id, 1))).toEqual([shown[1].entry.id, shown[2].entry.id, shown[3].entry.id, null]);
  });

  it('opens a file from its row, keeps what is decided with the bytes, and explanations with the folder', async () => {
    const store = fileStore();
    await store.add([fixture('000.xlsx', { path: '甲/000.xlsx' }), fixture('002.xlsx', { path: '甲/002.xlsx' })]);
    const [first, second] = store.store.getState().files;
    store.decide([second.id], 'toReturn');
    const states = () => submissionsOf(store.store.getState()).map(({ state }) => state);
    expect(states()).toEqual(['reviewing', 'toReturn']);
    store.decide([second.id], null);
    expect(states()).toEqual(['reviewing', 'reviewing']);
    await store.walkTo(second.id, 1);
    const open = store.open(second.id);
    const report = open?.control.store.getState().report;
    expect(open?.control.store.getState().view.active).not.toBeNull();
    await open?.control.explain([report?.findings[0].id ?? ''], { text: '已另行报送', by: '张三' });
    expect(Object.keys(store.store.getState().folder.workbooks)).toEqual(['甲/002.xlsx']);
    expect(store.store.getState().files[1].submission.verdict?.explained).toBe(1);
    // The same folder on another desk, with the file that went with it.
    const again = fileStore();
    await again.add([fixture('002.xlsx', { path: '甲/002.xlsx' }), fixture('000.xlsx'), { ...incoming('gouji-情况说明.json'), bytes: async () => (await store.explanations()).bytes }]);
    expect(again.store.getState().files.map(({ submission }) => submission.verdict?.explained)).toEqual([1, 0]);
    // And where the file comes later.
    const later = fileStore();
    await later.add([fixture('002.xlsx', { path: '甲/002.xlsx' }), fixture('000.xlsx')]);
    await later.add([{ ...incoming('gouji-情况说明.json'), bytes: async () => strToU8(writeFolderFile(store.store.getState().folder)) }]);
    expect(later.store.getState().files.map(({ submission }) => submission.verdict?.explained)).toEqual([1, 0]);
    expect(first.status).toBe('audited');
    // Also into a workbook that stands open, and under the name of the English page.
    const alone = fileStore();
    await alone.add([fixture('002.xlsx', { path: '甲/002.xlsx' })]);
    await alone.add([{ ...incoming('gouji-explanations (1).json'), bytes: async () => strToU8(writeFolderFile(store.store.getState().folder)) }]);
    const [one] = alone.store.getState().files;
    expect(one.submission.verdict?.explained).toBe(1);
    expect(Object.values(alone.open(one.id)?.control.store.getState().settings.explained ?? {})).toEqual([expect.objectContaining({ text: '已另行报送', by: '张三', isTheirs: false })]);
    expect(await alone.open(one.id)?.host.readState()).toContain('已另行报送');
  });

  it('stops when it is told to, and goes on', async () => {
    let left = 1;
    const store = fileStore({
      batch: {
        size: 1,
        run: (task, signal) => (left-- > 0 ? batchHere.run(task, signal) : new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))),
      },
    });
    const running = store.add([fixture('000.xlsx'), fixture('002.xlsx'), fixture('003.xlsx')]);
    await expect.poll(() => store.store.getState().run?.done).toBe(1);
    store.cancel();
    await running;
    expect([store.store.getState().run, store.store.getState().files.map(({ status }) => status)]).toEqual([null, ['audited', 'waiting', 'waiting']]);
    left = 9;
    await store.resume();
    expect(store.store.getState().files.map(({ status }) => status)).toEqual(['audited', 'audited', 'audited']);
  });

  it('opens a file again with what was typed over it', async () => {
    const edits = [{ cell: { sheet: 0, row: 80, column: 0 }, content: { kind: 'text', value: '备注' } as const }];
    const store = fileStore();
    await store.add([fixture('000.xlsx', { edits }), fixture('002.xlsx')]);
    expect(store.store.getState().files.map(({ edited, status }) => [edited, status])).toEqual([[true, 'audited'], [false, 'audited']]);
    expect(store.sources().map((source) => source.edits)).toEqual([edits, []]);
  });
});

describe('how it is looked at', () => {
  it('numbers are sorted from the largest; the third time the worst stand first again', () => {
    const desk = createDeskStore();
    const sorted = () => {
      desk.dispatch({ type: 'sorted', by: 'warnings' });
      const { order, descending } = desk.getState();
      return [order, descending];
    };
    expect([sorted(), sorted(), sorted()]).toEqual([['warnings', true], ['warnings', false], ['worst', false]]);
  });
});
