import { describe, expect, it, vi } from 'vitest';
import type { Mark } from '../../src/host/workbookHost';
import { fixtureWorkbook, workbookOf } from '../host/workbooks';
import { connectedExcel, type ExcelSetup } from './node/connect';
import { settled } from './node/settled';
import { reopened, visibleContent } from './sim/model/compare';
import { cellFor, newId, type SimWorkbook } from './sim/model/workbook';

const mark = (sheet: number, row: number, column: number, style: Mark['style'] = 'error', note = '不一致'): Mark => ({ cell: { sheet, row, column }, style, note });
const scattered = (count: number): Mark[] => Array.from({ length: count }, (_, i) => mark(0, i * 2, i % 3, i % 2 ? 'error' : 'hint'));

/** Adds what users have of their own: fills, rules of several kinds, comments and notes. */
function furnish(book: SimWorkbook): void {
  const [sheet] = book.sheets;
  cellFor(sheet, 0, 0).fill = '#FFFF00';
  cellFor(sheet, 9, 9).fill = '#FFFFFF';
  const area = { top: 0, left: 0, bottom: 20, right: 5 };
  const rule = (type: string, formula?: string) => ({ id: newId(book), type, areas: [area], settings: formula ? { 'Rule.Formula': formula } : {} });
  sheet.formats.push(rule('DataBar'), rule('Custom', '=$A1>0'), rule('CellValue'), rule('Custom', '=N("gouji-like")=0'));
  const remark = (row: number, content: string) => ({ id: newId(book), sheet, row, column: 0, content, replies: [] });
  book.comments.push(remark(3, '请核对 gouji'));
  book.notes.push(remark(4, '老批注'));
}

const levels: readonly ExcelSetup[] = [{ apiSet: '1.9' }, { apiSet: '1.14' }, { apiSet: '1.15' }, { apiSet: '1.18' }];

describe.each(levels)('marking without harm, ExcelApi $apiSet', (setup) => {
  it('leaves fills, rules and comments of the user alone, with and without explanations', async () => {
    const { host, excel } = connectedExcel(fixtureWorkbook('002.xlsx'), setup);
    furnish(excel.book);
    const before = structuredClone(visibleContent(excel.book));
    await host.snapshot();
    const marks = [mark(0, 0, 0), mark(0, 3, 0), mark(0, 4, 0, 'suspect'), mark(0, 5, 0, 'warning'), mark(1, 2, 2, 'hint')];
    for (const explanations of [false, true]) {
      expect((await host.mark(marks, { explanations })).markedCells).toBe(5);
      await host.clearMarks();
      expect(visibleContent(excel.book)).toEqual(before);
    }
  });

  it('finds its marks in a file that was saved and opened elsewhere', async () => {
    const first = connectedExcel(fixtureWorkbook('002.xlsx'), setup);
    furnish(first.excel.book);
    const before = structuredClone(visibleContent(first.excel.book));
    await first.host.mark([mark(0, 0, 0), mark(2, 1, 1, 'suspect')], { explanations: true });
    const second = connectedExcel(reopened(first.excel.book), setup);
    await second.host.clearMarks();
    expect(visibleContent(second.excel.book)).toEqual(before);
  });
});

describe.each(levels)('the ids of rules, ExcelApi $apiSet', (setup) => {
  const area = { top: 0, left: 0, bottom: 20, right: 5 };

  it.each(['DataBar', 'Custom'])('that shift below a new %s rule of the user do no harm to it', async (type) => {
    const { host, excel } = connectedExcel(workbookOf({ 甲: [[1]], 乙: [[1]] }), setup);
    excel.book.hasPositionalIds = true;
    await host.snapshot();
    await host.mark([mark(0, 0, 0), mark(0, 1, 0, 'hint'), mark(1, 0, 0)]);
    const own = { id: 'own', type, areas: [area], settings: type === 'Custom' ? { 'Rule.Formula': '=$A1>0' } : {} };
    // On top, in between and below: as many as ours, so that every id of ours is another's.
    const { formats } = excel.book.sheets[0];
    formats.splice(0, formats.length, own, formats[0], { ...own, id: 'own too' }, formats[1], { ...own, id: 'last' });
    expect((await host.mark([mark(0, 4, 0), mark(1, 0, 0)])).refused).toEqual([]);
    expect(excel.book.sheets[0].formats.map(({ id, areas }) => (id.startsWith('own') || id === 'last' ? id : areas[0].top))).toEqual([4, 'own', 'own too', 'last']);
    expect((await host.clearMarks()).removed).toBe(2);
    expect(excel.book.sheets.map((sheet) => sheet.formats.map(({ id }) => id))).toEqual([['own', 'own too', 'last'], []]);
  });

  it('of marks just placed are known: other marks take two round trips, also where the user has rules', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 甲: [[1]], 乙: [[1]] }), setup);
    excel.book.sheets[0].formats.push({ id: 'bar', type: 'DataBar', areas: [area], settings: {} }, { id: 'own', type: 'Custom', areas: [area], settings: { 'Rule.Formula': '=$A1>0' } });
    await host.mark([mark(0, 7, 0)]);
    for (const row of [0, 1, 2]) {
      excel.traffic.length = 0;
      await host.mark([mark(0, row, 0), mark(1, row, 0, 'hint'), mark(1, row, 1)]);
      expect(excel.traffic).toHaveLength(2);
    }
    expect(excel.book.sheets.map(({ formats }) => formats.length)).toEqual([3, 2]);
  });
});

describe.each(levels)('marks in one round trip, ExcelApi $apiSet', (setup) => {
  const area = { top: 0, left: 0, bottom: 20, right: 5 };
  const two = workbookOf({ 甲: [[1]], 乙: [[1]] });
  const tripsOf = async (excel: { readonly traffic: unknown[] }, work: Promise<unknown>): Promise<number> => {
    excel.traffic.length = 0;
    await work;
    return excel.traffic.length;
  };

  it('behind reading, a fingerprint, an edit and a figure taken over, which take no more of them than before', async () => {
    const { host, excel } = connectedExcel(two, setup);
    excel.book.sheets[0].formats.push({ id: 'bar', type: 'DataBar', areas: [area], settings: {} });
    expect(await tripsOf(excel, host.snapshot())).toBe(3);
    await host.onEdit(() => undefined);
    expect(await tripsOf(excel, host.mark([mark(0, 0, 0), mark(1, 0, 0, 'hint')]))).toBe(1);
    expect(await tripsOf(excel, host.fingerprint())).toBe(1);
    expect(await tripsOf(excel, host.mark([mark(0, 1, 0), mark(1, 1, 0, 'hint')]))).toBe(1);
    const edited = async (): Promise<void> => {
      excel.userTypes('甲', 'A1', 5);
      await settled();
    };
    expect(await tripsOf(excel, edited())).toBe(1);
    expect(await tripsOf(excel, host.mark([mark(0, 2, 0), mark(1, 2, 0, 'hint')]))).toBe(1);
    expect(await tripsOf(excel, host.writeNumber({ sheet: 0, row: 0, column: 0 }, 7))).toBe(2);
    expect(await tripsOf(excel, host.mark([mark(0, 3, 0)]))).toBe(1);
    expect(excel.book.sheets.map(({ formats }) => formats.map(({ id, areas }) => (id === 'bar' ? id : areas[0].top)))).toEqual([[3, 'bar'], []]);
    expect((await host.clearMarks()).removed).toBe(1);
    expect(excel.book.sheets[0].formats.map(({ id }) => id)).toEqual(['bar']);
  });

  it('also beside rules of the user that were read once, whose ids shift with every mark', async () => {
    const { host, excel } = connectedExcel(two, setup);
    excel.book.hasPositionalIds = true;
    excel.book.sheets[0].formats.push(...[1, 2].map((n) => ({ id: `own ${n}`, type: 'Custom', areas: [area], settings: { 'Rule.Formula': `=$A1>${n}` } })));
    await host.snapshot();
    await host.mark([mark(0, 0, 0), mark(0, 0, 1, 'hint')]);
    for (const row of [1, 2, 3]) {
      await host.fingerprint();
      await host.mark([mark(0, row, 0), mark(0, row, 1, 'hint')].slice(row % 2));
    }
    expect(await host.clearMarks()).toEqual({ removed: 1, left: [] });
    expect(excel.book.sheets[0].formats.map(({ id }) => id)).toEqual(['own 1', 'own 2']);
  });

  it('but not on what was seen too long ago, or for another marking', async () => {
    const { host, excel } = connectedExcel(two, setup);
    excel.book.hasPositionalIds = true;
    await host.snapshot();
    await host.mark([mark(0, 0, 0)]);
    const own = { id: 'own', type: 'Custom', areas: [area], settings: { 'Rule.Formula': '=$A1>0' } };
    await host.fingerprint();
    const later = performance.now() + 6_000;
    const clock = vi.spyOn(performance, 'now').mockReturnValue(later);
    excel.book.sheets[0].formats.unshift(own);
    await host.mark([mark(0, 1, 0)]);
    clock.mockRestore();
    excel.book.sheets[0].formats.unshift({ ...own, id: 'second' });
    await host.mark([mark(0, 2, 0)]);
    expect(excel.book.sheets[0].formats.map(({ id, areas }) => (id === 'own' || id === 'second' ? id : areas[0].top))).toEqual([2, 'second', 'own']);
  });

  it('where a mark was removed or copied by hand: the fingerprint is told all the same, and every mark of ours found', async () => {
    const { host, excel } = connectedExcel(two, setup);
    await host.snapshot();
    await host.mark([mark(0, 0, 0), mark(1, 0, 0)]);
    const fingerprint = await host.fingerprint();
    const [copied] = structuredClone(excel.book.sheets[1].formats);
    excel.book.sheets[0].formats.pop();
    expect(await host.fingerprint()).toBe(fingerprint);
    await host.mark([mark(0, 1, 0), mark(1, 0, 0)]);
    excel.book.sheets[1].formats.push({ ...copied, id: 'copied' });
    expect(await host.fingerprint()).toBe(fingerprint);
    await host.mark([mark(0, 2, 0), mark(1, 2, 0)]);
    expect(excel.book.sheets.map(({ formats }) => formats.map(({ areas }) => areas[0].top))).toEqual([[2], [2]]);
  });

  it('where an explanation of ours is there, it is removed with the marks', async () => {
    const { host, excel } = connectedExcel(two, setup);
    await host.snapshot();
    await host.mark([mark(0, 0, 0)], { explanations: true });
    await host.fingerprint();
    await host.mark([mark(0, 1, 0)]);
    expect([excel.book.comments.length, excel.book.notes.length, excel.book.sheets[0].formats.length]).toEqual([0, 0, 1]);
  });
});

describe('Excel as it is at times', () => {
  it('clears nobody else\'s rules where ids of conditional formats shift', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 表1: [[1]] }));
    excel.book.hasPositionalIds = true;
    furnish(excel.book);
    const before = structuredClone(visibleContent(excel.book));
    const marks = [mark(0, 0, 0), mark(0, 1, 0, 'hint'), mark(0, 2, 0, 'warning')];
    await host.mark(marks);
    // The user adds a rule on top of ours.
    const [, own] = excel.book.sheets[0].formats.slice(-3);
    excel.book.sheets[0].formats.unshift({ ...structuredClone(own), id: 'later' });
    await host.mark(marks);
    await host.clearMarks();
    expect(excel.book.sheets[0].formats.shift()?.id).toBe('later');
    expect(visibleContent(excel.book)).toEqual(before);
  });

  it('finds its marks among rules that Excel lists and cannot read', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 表1: [[1]], 表2: [[1]] }));
    const area = { top: 0, left: 0, bottom: 9, right: 9 };
    for (const id of ['甲', '乙']) excel.book.sheets[0].formats.push({ id, type: 'Custom', areas: [area], settings: {}, isUnreadable: true });
    const before = structuredClone(visibleContent(excel.book));
    await host.mark([mark(0, 0, 0), mark(1, 0, 0)]);
    expect((await host.mark([mark(0, 1, 0), mark(1, 0, 0)])).refused).toEqual([]);
    expect(excel.book.sheets.map(({ formats }) => formats.length)).toEqual([3, 1]);
    expect((await host.clearMarks()).removed).toBe(2);
    expect(visibleContent(excel.book)).toEqual(before);
  });

  it('tries one by one what is refused together', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 表1: [[1]] }));
    await host.mark([mark(0, 0, 0), mark(0, 1, 0, 'hint'), mark(0, 2, 0, 'warning')]);
    excel.faults.refuse = (member, nth) => (member === 'ConditionalFormat.Delete' && nth === 2 ? 'ItemNotFound' : null);
    await host.clearMarks();
    expect(excel.book.sheets[0].formats).toEqual([]);
  });
});

describe.each(levels)('only what has changed, ExcelApi $apiSet', (setup) => {
  it('writes nothing where nothing changed, and only the sheet whose marks did', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 甲: [[1]], 乙: [[1]] }), setup);
    await host.snapshot();
    const marks = [mark(0, 0, 0), mark(1, 0, 0), mark(1, 3, 0, 'hint')];
    await host.mark(marks);
    const [first, second] = excel.book.sheets.map(({ formats }) => [...formats]);
    const before = excel.traffic.length;
    expect((await host.mark([...marks].reverse())).markedCells).toBe(3);
    expect(excel.book.sheets.map(({ formats }) => formats)).toEqual([first, second]);
    expect(excel.traffic.length - before).toBe(1);
    await host.mark([mark(0, 0, 0), mark(1, 5, 0)]);
    expect(excel.traffic.length - before).toBe(3);
    expect(excel.book.sheets[0].formats[0]).toBe(first[0]);
    expect(excel.book.sheets[1].formats.map(({ areas }) => areas[0].top)).toEqual([5]);
  });

  it('places again what the user has removed', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 甲: [[1]] }), setup);
    await host.mark([mark(0, 0, 0)]);
    excel.book.sheets[0].formats.pop();
    await host.mark([mark(0, 0, 0)]);
    expect(excel.book.sheets[0].formats).toHaveLength(1);
  });

  it('names a mark that an undo has brought back and nobody can remove', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 甲: [[1]], 乙: [[1]] }), setup);
    await host.mark([mark(0, 0, 0), mark(1, 0, 0), mark(1, 3, 0, 'hint')]);
    excel.book.sheets[1].formats[0].isOrphan = true;
    expect(await host.clearMarks()).toEqual({ removed: 2, left: [{ sheet: '乙', marks: 1 }] });
    excel.faults.refuse = (member) => (member === 'ConditionalFormat.Delete' ? 'ItemNotFound' : null);
    expect(await host.clearMarks()).toEqual({ removed: 0, left: [{ sheet: '乙', marks: 1 }] });
  });
});

describe('marking at any size', () => {
  it('joins neighbours: a column of 5,000 cells is one rectangle', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 表1: [] }));
    await host.mark(Array.from({ length: 5_000 }, (_, row) => mark(0, row, 4)));
    expect(excel.book.sheets[0].formats.map(({ areas }) => areas)).toEqual([[{ top: 0, left: 4, bottom: 4_999, right: 4 }]]);
  });

  it.each([[300, 4], [5_000, 4], [50_000, 4]])('%i scattered cells in at most %i round trips below 5 MB', async (count, trips) => {
    const { host, excel } = connectedExcel(workbookOf({ 表1: [] }), { payloadLimit: 5_000_000 });
    expect((await host.mark(scattered(count))).markedCells).toBe(count);
    expect(excel.traffic.length).toBeLessThanOrEqual(trips);
    const marked = excel.book.sheets[0].formats.flatMap(({ areas }) => areas);
    expect(marked.reduce((sum, { top, bottom, left, right }) => sum + (bottom - top + 1) * (right - left + 1), 0)).toBe(count);
    await host.clearMarks();
    expect(excel.book.sheets[0].formats).toEqual([]);
  });

  it('styles differ by more than colour', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 表1: [] }));
    await host.mark([mark(0, 0, 0, 'error'), mark(0, 1, 0, 'suspect'), mark(0, 2, 0, 'warning'), mark(0, 3, 0, 'hint')]);
    const withoutColour = excel.book.sheets[0].formats.map(({ settings }) =>
      JSON.stringify(Object.entries(settings).filter(([path]) => !path.endsWith('Color') && path !== 'Rule.Formula')));
    expect(new Set(withoutColour).size).toBe(4);
  });

  it('writes 1,200 comments, and keeps one that somebody answered', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 表1: [] }), { payloadLimit: 5_000_000 });
    await host.mark(scattered(1_200), { explanations: true });
    expect(excel.book.comments).toHaveLength(1_200);
    excel.book.comments[7].replies.push('已改');
    await host.clearMarks();
    expect(excel.book.comments.map(({ replies }) => replies)).toEqual([['已改']]);
  });
});

describe('explanations beside the remarks of users', () => {
  it('skips their cells without a second try', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 表1: [] }));
    const [sheet] = excel.book.sheets;
    for (let i = 0; i < 40; i++) excel.book.comments.push({ id: newId(excel.book), sheet, row: i * 10, column: (i * 5) % 3, content: '甲', replies: [] });
    await host.mark(scattered(300), { explanations: true });
    expect(excel.book.comments).toHaveLength(300 + 40 - 40);
    expect(excel.traffic.length).toBeLessThanOrEqual(6);
  });

  it('finds out about notes that an old Excel does not tell of', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 表1: [] }), { apiSet: '1.14' });
    const [sheet] = excel.book.sheets;
    excel.book.notes.push({ id: newId(excel.book), sheet, row: 4, column: 2, content: '老批注', replies: [] });
    await host.mark(scattered(8), { explanations: true });
    expect(excel.book.comments.map(({ row }) => row).sort((a, b) => a - b)).toEqual([0, 2, 6, 8, 10, 12, 14]);
  });
});

describe('sheets that refuse', () => {
  it('marks a protected sheet that allows formatting', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 保护: [[1]] }, { 保护: { isProtected: true } }));
    excel.book.sheets[0].protection = { allowFormatCells: true, allowEditObjects: false };
    expect(await host.mark([mark(0, 0, 0)], { explanations: true })).toEqual({ markedCells: 1, refused: [] });
    expect(excel.book.comments).toEqual([]);
  });

  it('marks all of a hundred sheets where an action fails once in the middle of the batch', async () => {
    const names = Array.from({ length: 100 }, (_, i) => `表${i}`);
    const { host, excel } = connectedExcel(workbookOf(Object.fromEntries(names.map((name) => [name, [[1]]]))));
    await host.snapshot();
    // One action fails once, after forty sheets were written: what was written must not stay twice.
    excel.faults.refuse = (member, nth) => (member === 'ConditionalFormatCollection.Add' && nth === 41 ? 'GeneralException' : null);
    const result = await host.mark(names.map((_, i) => mark(i, 0, 0)));
    expect(result).toEqual({ markedCells: 100, refused: [] });
    expect(excel.book.sheets.map(({ formats }) => formats.length)).toEqual(names.map(() => 1));
  });

  it('reports a sheet that fails every time, leaves nothing half-done on it, and clears the rest', async () => {
    const names = ['甲', '乙', '丙'];
    const { host, excel } = connectedExcel(workbookOf(Object.fromEntries(names.map((name) => [name, [[1]]]))));
    await host.snapshot();
    // 乙 takes the rule but not its border, whenever it is asked.
    excel.faults.refuse = (member) => (member === 'ConditionalRangeBorder.Style' ? 'InvalidOperation' : null);
    const result = await host.mark([mark(0, 0, 0), mark(1, 0, 0, 'suspect'), mark(2, 0, 0)]);
    expect(result).toEqual({ markedCells: 2, refused: [{ sheet: '乙', code: 'failed' }] });
    expect(excel.book.sheets.map(({ formats }) => formats.length)).toEqual([1, 0, 1]);
    excel.faults.refuse = null;
    await host.clearMarks();
    expect(excel.book.sheets.map(({ formats }) => formats.length)).toEqual([0, 0, 0]);
  });

  it('clears the sheets it may and names the one it may not', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 甲: [[1]], 乙: [[1]] }));
    await host.mark([mark(0, 0, 0), mark(1, 0, 0)]);
    excel.book.sheets[1].protection = { allowFormatCells: false, allowEditObjects: false };
    await expect(host.clearMarks()).rejects.toMatchObject({ code: 'protected', detail: expect.stringContaining('乙') });
    expect(excel.book.sheets.map(({ formats }) => formats.length)).toEqual([0, 1]);
  });

  it('reports a sheet deleted since it was read, and clears marks on a copy made since', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 甲: [[1]], 乙: [[1]] }));
    await host.snapshot();
    await host.mark([mark(1, 0, 0)]);
    const copy = excel.userAddsSheet('乙 (2)');
    copy.formats.push(...structuredClone(excel.book.sheets[1].formats));
    excel.userDeletesSheet('甲');
    expect(await host.mark([mark(0, 0, 0)])).toEqual({ markedCells: 0, refused: [{ sheet: '甲', code: 'sheetGone' }] });
    expect(excel.book.sheets.map(({ formats }) => formats.length)).toEqual([0, 0]);
  });

  it('keeps to sheets by identity when tabs are moved after reading', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 甲: [[1]], 乙: [[1]] }));
    await host.snapshot();
    excel.book.sheets.reverse();
    await host.mark([mark(0, 0, 0)]);
    expect(excel.book.sheets.map(({ name, formats }) => [name, formats.length])).toEqual([['乙', 0], ['甲', 1]]);
  });

  it('stops before anything is written when cancelled', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 甲: [[1]] }));
    await expect(host.mark([mark(0, 0, 0)], { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    expect(excel.traffic).toHaveLength(0);
  });
});
