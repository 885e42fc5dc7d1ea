import { describe, expect, it } from 'vitest';
import { cellAt, fingerprintOf, type CellPosition, type WorkbookSnapshot } from '../../src/audit/workbook';
import { type Edit, HostError, type Mark, type WorkbookHost } from '../../src/host/workbookHost';
import { explanationOf } from '../../src/audit/report/explanations';
import { auditInPage } from '../../src/taskpane/auditInPage';
import { createPaneControl, type PaneControl } from '../../src/taskpane/control';
import { textsFor } from '../../src/taskpane/text';
import { memoryOwnStates } from '../taskpane/ownStates';
import { fixtureWorkbook, plain, workbookOf } from './workbooks';

/** A host under test, and what a user does in it. */
export interface HostUnderTest {
  readonly host: WorkbookHost;
  /** The user types a number. */
  typeNumber(cell: CellPosition, value: number): void;
  /** Everything a user would see in the workbook itself, marks and explanations included, settings aside. */
  visible(): unknown;
  selected(): CellPosition | null;
  /** Waits until events that are on their way have arrived. */
  settle(): Promise<void>;
  /** Round trips and bytes, there and back, since this was asked last; a workbook in memory has none. */
  exchanged(): { readonly roundTrips: number; readonly bytes: number };
  /** An undo brings the marks of a sheet back as Excel does: listed, and not to be removed. null where there is no such undo. */
  readonly orphan: ((sheet: number) => void) | null;
}

const at = (sheet: number, row: number, column: number): CellPosition => ({ sheet, row, column });
const mark = (cell: CellPosition, style: Mark['style'] = 'error', note = '不一致'): Mark => ({ cell, style, note });
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(() => 'no error', (error: unknown) => (error instanceof HostError ? error.code : `not a HostError: ${String(error)}`));

const small = workbookOf(
  {
    表1: [['收入', 1234.5, true, '#REF!'], [null, null, ['SUM(A1:B1)', 1234.5], '=不是公式'], []],
    空表: [],
    "O'Neil, 表!": [['x', -1]],
    隐藏: [[1]],
    保护: [[1, 2]],
  },
  {
    表1: { merges: [{ top: 0, left: 0, bottom: 1, right: 0 }], hiddenRows: [{ from: 1, to: 1 }], hiddenColumns: [{ from: 1, to: 2 }] },
    隐藏: { visibility: 'hidden' },
    保护: { isProtected: true },
  },
  '#,##0.00',
);

/** What every host owes the pane. */
export function hostContract(name: string, open: (workbook: WorkbookSnapshot) => HostUnderTest, { tellsMerges = true } = {}): void {
  describe(`the host contract: ${name}`, () => {
    it.each(['000.xlsx', '001.xlsx', '002.xlsx', '003.xlsx'])('hands out the workbook as it is: %s', async (file) => {
      const workbook = fixtureWorkbook(file);
      const snapshot = await open(workbook).host.snapshot();
      expect(plain(snapshot)).toEqual(plain(workbook));
      expect(snapshot.name).toBe(file);
    });

    it('keeps kinds, formulas, formats, hidden rows and columns, visibility and protection', async () => {
      const snapshot = await open(small).host.snapshot();
      expect(plain(snapshot)).toEqual(plain(small));
      expect(snapshot.sheets.map(({ merges }) => merges)).toEqual(small.sheets.map(({ merges }) => (tellsMerges ? merges : null)));
    });

    it('reports progress by sheets and can be cancelled', async () => {
      const seen: [number, number][] = [];
      await open(small).host.snapshot({ onProgress: (done, total) => seen.push([done, total]) });
      expect(seen[seen.length - 1]).toEqual([5, 5]);
      expect(await codeOf(open(small).host.snapshot({ signal: AbortSignal.abort() }))).toBe('cancelled');
    });

    it('leaves the workbook as it was after mark and clear', async () => {
      const subject = open(small);
      const before = structuredClone(subject.visible());
      await subject.host.snapshot();
      const marks = [mark(at(0, 0, 1)), mark(at(0, 1, 2), 'suspect'), mark(at(2, 0, 1), 'warning'), mark(at(1, 5, 5), 'hint')];
      expect(await subject.host.mark(marks, { explanations: true })).toEqual({ markedCells: 4, refused: [] });
      expect(subject.visible()).not.toEqual(before);
      expect((await subject.host.clearMarks()).removed).toBeGreaterThan(0);
      expect(subject.visible()).toEqual(before);
      expect(await subject.host.clearMarks()).toEqual({ removed: 0, left: [] });
    });

    it('replaces earlier marks, and counts a cell once', async () => {
      const subject = open(small);
      const other = open(small);
      await subject.host.mark([mark(at(0, 0, 0)), mark(at(0, 7, 7), 'hint')], { explanations: true });
      const twice = [mark(at(2, 0, 0), 'warning', '乙'), mark(at(2, 0, 0), 'error', '甲')];
      expect((await subject.host.mark(twice)).markedCells).toBe(1);
      await other.host.mark([mark(at(2, 0, 0), 'error', '乙\n甲')]);
      expect(subject.visible()).toEqual(other.visible());
    });

    it('marks what it can and names the protected sheet', async () => {
      const subject = open(small);
      const result = await subject.host.mark([mark(at(4, 0, 0)), mark(at(0, 0, 1))]);
      expect(result).toEqual({ markedCells: 1, refused: [{ sheet: '保护', code: 'protected' }] });
    });

    it('goes to a cell, not to one on a hidden or missing sheet', async () => {
      const subject = open(small);
      await subject.host.goTo(at(2, 15, 4));
      expect(subject.selected()).toEqual(at(2, 15, 4));
      expect(await codeOf(subject.host.goTo(at(3, 0, 0)))).toBe('hiddenSheet');
      expect(await codeOf(subject.host.goTo(at(99, 0, 0)))).toBe('sheetGone');
      expect(subject.selected()).toEqual(at(2, 15, 4));
    });

    it('writes a number, keeps the format, and refuses on a protected sheet', async () => {
      const { host } = open(small);
      await host.writeNumber(at(0, 0, 1), 425400);
      expect(await codeOf(host.writeNumber(at(4, 0, 0), 1))).toBe('protected');
      const after = plain(await host.snapshot()) as { cells: unknown[][] }[];
      expect(after[0].cells[1]).toEqual([0, 1, 1, 425400, '#,##0.00', null]);
      expect(after[4]).toEqual((plain(small) as unknown[])[4]);
    });

    it('writes several cells together, blanks among them, and none where one is refused', async () => {
      const subject = open(small);
      const { host } = subject;
      await host.snapshot();
      const edits: Edit[] = [];
      await host.onEdit((edit) => edits.push(edit));
      await host.writeNumbers([{ cell: at(0, 0, 1), value: 425400 }, { cell: at(2, 0, 1), value: 0 }, { cell: at(2, 0, 0), value: null }]);
      await subject.settle();
      const written = plain(await host.snapshot()) as { cells: unknown[][] }[];
      expect(written[0].cells[1]).toEqual([0, 1, 1, 425400, '#,##0.00', null]);
      expect(written[2].cells).toEqual([[0, 1, 1, 0, '#,##0.00', null]]);
      expect(await codeOf(host.writeNumbers([{ cell: at(0, 0, 1), value: 1 }, { cell: at(4, 0, 0), value: 1 }]))).toBe('protected');
      expect(await codeOf(host.writeNumbers([{ cell: at(0, 0, 1), value: 1 }, { cell: at(99, 0, 0), value: 1 }]))).toBe('sheetGone');
      expect(plain(await host.snapshot())).toEqual(written);
      await subject.settle();
      expect(edits).toEqual([]);
    });

    it('does not write over what is newer than it knew, nor over a formula unasked', async () => {
      const subject = open(small);
      const { host } = subject;
      await host.snapshot();
      const seen = { value: 1234.5, formula: null };
      subject.typeNumber(at(0, 0, 1), 123456);
      await subject.settle();
      const refused = await host.writeNumbers([{ cell: at(2, 0, 1), value: 0 }, { cell: at(0, 0, 1), value: 1, expected: seen }]).catch((error: unknown) => error);
      expect(refused).toMatchObject({ code: 'stale', cells: [{ cell: at(0, 0, 1), now: { value: 123456, formula: null } }] });
      // A host may have brought its result up to date after the edit above, or not.
      const sum = cellAt(await host.snapshot(), at(0, 1, 2));
      const formula = { cell: at(0, 1, 2), value: 7, expected: sum };
      expect(await host.writeNumbers([formula]).catch((error: unknown) => error)).toMatchObject({ code: 'formula', cells: [{ now: { formula: 'SUM(A1:B1)' } }] });
      const contents = async (): Promise<unknown> => {
        const sheets = plain(await host.snapshot()) as { cells: unknown[][] }[];
        // A simulated Excel calculates nothing: of a formula only its text is compared.
        return [sheets[0].cells.map(([row, column, , value, , formula]) => [row, column, formula ?? value]), sheets[2].cells];
      };
      const before = await contents();
      const takeBack = await host.writeNumbers([{ ...formula, overFormula: true }, { cell: at(2, 0, 0), value: null }]);
      expect(await contents()).not.toEqual(before);
      expect(await takeBack()).toEqual([{ cell: at(0, 1, 2), content: { kind: 'number', value: sum.value } }, { cell: at(2, 0, 0), content: { kind: 'text', value: 'x' } }]);
      expect(await contents()).toEqual(before);
    });

    it('writes a formula instead of its figure, and takes it back', async () => {
      const { host } = open(small);
      const before = await host.snapshot();
      const takeBack = await host.writeNumbers([{ cell: at(0, 0, 1), value: 5, formula: 'SUM(B2:B3)', expected: cellAt(before, at(0, 0, 1)) }]);
      expect(cellAt(await host.snapshot(), at(0, 0, 1)).formula).toBe('SUM(B2:B3)');
      await takeBack();
      expect(cellAt(await host.snapshot(), at(0, 0, 1))).toEqual(cellAt(before, at(0, 0, 1)));
    });

    it('takes nothing back that was typed over since', async () => {
      const subject = open(small);
      await subject.host.snapshot();
      const takeBack = await subject.host.writeNumber(at(0, 0, 1), 5);
      subject.typeNumber(at(0, 0, 1), 6);
      await subject.settle();
      expect(await codeOf(takeBack())).toBe('stale');
      expect((plain(await subject.host.snapshot()) as { cells: unknown[][] }[])[0].cells[1][3]).toBe(6);
    });

    it('tells of the edits of the user, never of its own writes, and stops when asked', async () => {
      const subject = open(small);
      await subject.host.snapshot();
      const edits: Edit[] = [];
      const stop = await subject.host.onEdit((edit) => edits.push(edit));
      subject.typeNumber(at(2, 0, 1), 7);
      await subject.settle();
      await subject.host.writeNumber(at(0, 0, 1), 5);
      await subject.host.mark([mark(at(0, 0, 1))]);
      await subject.host.clearMarks();
      await subject.settle();
      await stop();
      subject.typeNumber(at(2, 0, 1), 8);
      await subject.settle();
      const area = { top: 0, left: 1, bottom: 0, right: 1 };
      const content = { kind: 'number', value: 7 };
      expect(edits).toEqual([{ sheet: 2, areas: [area], cells: [{ cell: at(2, 0, 1), content }], structural: false }]);
    });

    it('tells its values by a fingerprint, the same as the snapshot has', async () => {
      const subject = open(small);
      const snapshot = await subject.host.snapshot();
      expect(await subject.host.fingerprint()).toBe(fingerprintOf(snapshot));
      subject.typeNumber(at(0, 0, 1), 123456);
      await subject.settle();
      expect(await subject.host.fingerprint()).not.toBe(fingerprintOf(snapshot));
      expect(await subject.host.fingerprint()).toBe(fingerprintOf(await subject.host.snapshot()));
    });

    it('asks for the fingerprint in one round trip, and follows an edit in one', async () => {
      const subject = open(small);
      const { host } = subject;
      await host.snapshot();
      await host.onEdit(() => undefined);
      subject.exchanged();
      await host.fingerprint();
      expect(subject.exchanged().roundTrips).toBeLessThanOrEqual(1);
      subject.typeNumber(at(2, 0, 1), 7);
      await subject.settle();
      const edit = subject.exchanged();
      expect(edit.roundTrips).toBeLessThanOrEqual(1);
      expect(edit.bytes).toBeLessThan(4000);
    });

    it('writes no mark after an edit that is no news, and says which mark it cannot remove', async () => {
      const subject = open(small);
      const { host } = subject;
      await host.snapshot();
      const marks = [mark(at(0, 0, 1)), mark(at(2, 0, 1), 'hint')];
      await host.mark(marks);
      const before = structuredClone(subject.visible());
      subject.exchanged();
      await host.mark(marks);
      const again = subject.exchanged();
      expect([again.roundTrips <= 1, again.bytes < 20_000]).toEqual([true, true]);
      expect(subject.visible()).toEqual(before);
      // One to look whose marks are there, one to write; the first is the fingerprint's where that was asked for just now.
      await host.mark(marks.slice(1));
      expect(subject.exchanged().roundTrips).toBeLessThanOrEqual(2);
      await host.fingerprint();
      subject.exchanged();
      await host.mark(marks.slice(0, 1));
      expect(subject.exchanged().roundTrips).toBeLessThanOrEqual(1);
      await host.mark(marks);
      if (subject.orphan === null) return;
      subject.orphan(2);
      expect(await host.clearMarks()).toEqual({ removed: 1, left: [{ sheet: "O'Neil, 表!", marks: 1 }] });
    });

    it('lets the pane notice on focus, in one round trip, what no edit told', async () => {
      const subject = open(small);
      const control = createPaneControl({ host: subject.host, openAudit: auditInPage, texts: textsFor('zh-CN'), ownStates: memoryOwnStates() });
      await control.audit();
      // Without 实时复核 the pane hears of no edit.
      await control.change({ live: false });
      subject.exchanged();
      await control.lookAgain();
      expect([control.store.getState().notice?.kind === 'changedOutside', subject.exchanged().roundTrips <= 1]).toEqual([false, true]);
      subject.typeNumber(at(0, 0, 1), 123456);
      await subject.settle();
      await control.lookAgain();
      expect(control.store.getState().notice).toEqual({ kind: 'changedOutside' });
      await control.dispose();
    });

    it('keeps 情况说明 with the figures they were given for: found again, lapsed when a figure is another', async () => {
      const subject = open(fixtureWorkbook('002.xlsx'));
      const ownStates = memoryOwnStates();
      const pane = (): PaneControl => createPaneControl({ host: subject.host, openAudit: auditInPage, texts: textsFor('zh-CN'), ownStates, today: () => '2026-03-01' });
      const first = pane();
      await first.audit();
      const wrong = first.store.getState().report?.findings.find(({ cells }) => cells.some(({ sheet, address }) => sheet === '表4' && address === 'F8'));
      if (!wrong) throw new Error('no finding at 表4 F8');
      await first.explain([wrong.id], { text: '已核实', by: '张三' });
      expect(JSON.parse((await subject.host.readState()) ?? '')).toMatchObject({ explained: { [wrong.id]: { text: '已核实', by: '张三', date: '2026-03-01' } } });
      await first.dispose();

      const second = pane();
      await second.start();
      await second.audit();
      const standing = (): unknown => {
        const { report, settings } = second.store.getState();
        return report?.findings.filter(({ id }) => id === wrong.id).map((finding) => explanationOf(finding, settings.explained)?.standing);
      };
      expect(standing()).toEqual(['own']);
      subject.typeNumber(at(fixtureWorkbook('002.xlsx').sheets.findIndex(({ name: sheet }) => sheet === '表4'), 7, 5), 65_201);
      await subject.settle();
      await expect.poll(standing).toEqual(['lapsed']);
      await second.dispose();
    });

    it('keeps a small state', async () => {
      const { host } = open(small);
      expect(await host.readState()).toBeNull();
      await host.writeState('{"family":"陕西"}');
      await host.writeState('{"family":"国家"}');
      expect(await host.readState()).toBe('{"family":"国家"}');
      expect(await codeOf(host.writeState('x'.repeat(300_000)))).toBe('tooLarge');
    });
  });
}
