import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openAudit } from '../../src/audit/audit';
import { allSteps } from '../../src/audit/diagnosis';
import { parseCellAddress, WorkbookBuilder, withCells, type WorkbookSnapshot } from '../../src/audit/workbook';
import { readWorkbook } from '../../src/files';
import { createAnswering } from '../../src/taskpane/thread/answering';
import { auditInThreads, type Thread } from '../../src/taskpane/thread/auditThread';
import { Gathered, partsOf } from '../../src/files/reading/parts';
import { arraysOf, GatheredWorkbook, ownParts, workbookParts } from '../../src/files/reading/workbookParts';
import type { ToThread } from '../../src/taskpane/thread/model';
import { generateBudgetOfCells } from '../generate';

const name = '002.xlsx';
const read = () => readWorkbook(new Uint8Array(readFileSync(`test/fixtures/${name}`)), name);

/** Threads that stand in this one; messages are copied as between real ones. */
function threads() {
  const started: { ended: boolean; messages: ToThread[] }[] = [];
  const start = (): Thread => {
    const own: { ended: boolean; messages: ToThread[] } = { ended: false, messages: [] };
    started.push(own);
    let take: Parameters<Thread['listen']>[0] = () => undefined;
    const answer = createAnswering((message) => {
      if (!own.ended) take(structuredClone(message));
    });
    return {
      post(message) {
        own.messages.push(message);
        void answer(structuredClone(message));
      },
      listen: (listener) => void (take = listener),
      end: () => void (own.ended = true),
    };
  };
  return { start, started };
}

describe('an audit in a thread of its own', () => {
  it('answers as the audit in the page does, also after edits', async () => {
    const snapshot = await read();
    const { start, started } = threads();
    const session = await auditInThreads(start)(snapshot, { lang: 'zh' });
    const here = openAudit(snapshot, { lang: 'zh' });
    expect(session.report).toEqual(here.report);
    const at = parseCellAddress('E16');
    if (!at) throw new Error('E16');
    const cell = { sheet: snapshot.sheets.findIndex((sheet) => sheet.name === '表6'), ...at };
    expect(await session.cellAt(cell)).toEqual({ value: 405200, formula: null });
    const before = session.report.findings;
    const edits = [{ cell, content: { kind: 'number', value: 425400 } as const }];
    expect(await session.apply(edits)).toEqual(here.recheck(edits));
    expect(await session.diagnose()).toEqual(allSteps(here.diagnose()));
    expect(session.report).toEqual(here.report);
    expect(await session.holds(before)).toEqual(before.filter((finding) => here.holds(finding)).map(({ id }) => id));
    expect(await session.fingerprint()).toBe(here.fingerprint());
    const text = { file: 'a.txt', paragraphs: ['2024年收入预算100万元。'] };
    expect(await session.readProse(text, 'zh')).toEqual(await here.readProse(text, 'zh'));
    session.close();
    expect(started.map(({ ended }) => ended)).toEqual([true]);
    await expect(session.fingerprint()).rejects.toThrow('closed');
  });

  it('leaves the causes off when the next edit comes, and finds them after it', async () => {
    const snapshot = generateBudgetOfCells(6_000, 1);
    const { amounts } = openAudit(snapshot).state.recognition;
    const filled = Array.from({ length: amounts.count }, (_, a) => a).filter((a) => amounts.fen[a] !== 0);
    const edit = (a: number, by: number) => ({ cell: { sheet: amounts.sheet[a], row: amounts.row[a], column: amounts.column[a] }, content: { kind: 'number', value: amounts.fen[a] / 100 + by } as const });
    const wrong = filled.filter((_, i) => i % 19 === 0).map((a, i) => edit(a, 1000 + i));
    const session = await auditInThreads(threads().start)(withCells(snapshot, wrong), {});
    await session.apply([edit(filled[1], 5)]);
    const first = session.diagnose();
    const quick = await session.apply([edit(filled[2], 7)]);
    expect(await first).toBeNull();
    expect(session.report).toBe(quick);
    const fresh = openAudit(withCells(snapshot, [...wrong, edit(filled[1], 5), edit(filled[2], 7)])).report;
    expect(quick.findings).toEqual(fresh.findings);
    expect(await session.diagnose()).toEqual(fresh);
  });

  it('ends its thread at once when it is cancelled, and rejects', async () => {
    const { start, started } = threads();
    const cancelled = new AbortController();
    const opening = auditInThreads(start)(await read(), {}, cancelled.signal);
    cancelled.abort(new DOMException('cancelled', 'AbortError'));
    await expect(opening).rejects.toThrow('cancelled');
    expect(started[0].ended).toBe(true);
  });

  it('rejects where the thread fails', async () => {
    const failing: Thread = { post: () => undefined, listen: (_, failed) => queueMicrotask(() => failed(new Error('out of memory'))), end: () => undefined };
    await expect(auditInThreads(() => failing)(await read(), {})).rejects.toThrow('out of memory');
  });
});

describe('parts', () => {
  it('of an object put together again are the object; long lists come in runs', () => {
    const whole = { a: 1, short: [1, 2], long: [1, 2, 3, 4, 5], none: [] };
    const parts = [...partsOf(whole, { long: 2, none: 2 })];
    expect(parts).toEqual([{ head: { a: 1, short: [1, 2], long: [], none: [] } }, { key: 'long', items: [1, 2] }, { key: 'long', items: [3, 4] }, { key: 'long', items: [5] }]);
    const gathered = new Gathered<typeof whole>();
    expect(gathered.whole()).toBeNull();
    for (const part of parts) gathered.add(part);
    expect(gathered.whole()).toEqual(whole);
  });

  it('of a workbook put together again are the workbook; 6,000 formulas, 11,000 merged areas and 21,000 hidden rows of a sheet come in runs', () => {
    const builder = new WorkbookBuilder('大.xlsx');
    for (const name of ['一', '二']) {
      const sheet = builder.sheet(name);
      for (let row = 0; row < 6_000; row++) sheet.number(row, 0, row, 'General', `A${row}+1`);
      const merges = Array.from({ length: 11_000 }, (_, row) => ({ top: row, left: 2, bottom: row, right: 3 }));
      builder.add({ ...sheet.finish(), merges, hiddenRows: Array.from({ length: 21_000 }, (_, i) => ({ from: 2 * i, to: 2 * i })) });
    }
    const whole = builder.finish();
    const gathered = new GatheredWorkbook();
    let parts = 0;
    for (const part of workbookParts(whole)) {
      gathered.add(structuredClone(part));
      parts++;
    }
    // Head, texts and number formats; of each sheet itself, two runs of formulas, of merged areas and of hidden rows.
    expect(parts).toBe(1 + (whole.strings.length > 0 ? 1 : 0) + (whole.numberFormats.length > 0 ? 1 : 0) + 2 * 7);
    const again = gathered.whole();
    expect(again && plain(again)).toEqual(whole);
    const [{ formulas }] = again?.sheets ?? [];
    expect([formulas.size, formulas.get(5_000), formulas.get(6_000), formulas.has(0), formulas.has(-1), [...formulas.keys()].length]).toEqual([6_000, 'A5000+1', undefined, true, false, 6_000]);
  });

  it('of their own leave the workbook whole; an array of 450,000 cells comes in three pieces', () => {
    const builder = new WorkbookBuilder('大.xlsx');
    const sheet = builder.sheet('一');
    for (let row = 0; row < 450_000; row++) sheet.number(row, 0, row, 'General');
    builder.add(sheet.finish());
    const whole = builder.finish();
    const gathered = new GatheredWorkbook();
    let pieces = 0;
    for (const part of workbookParts(whole)) {
      for (const own of ownParts(part)) {
        if ('piece' in own && own.piece === 'numbers') pieces++;
        gathered.add(structuredClone(own, { transfer: arraysOf(own) as ArrayBuffer[] }));
      }
    }
    const names = ['rowNumbers', 'rowStart', 'columns', 'kinds', 'numbers', 'texts', 'formats'] as const;
    const bytes = ({ sheets: [one] }: WorkbookSnapshot): Buffer[] => names.map((name) => Buffer.from(one[name].slice().buffer));
    const again = gathered.whole();
    expect(again && bytes(again).map((own, i) => own.equals(bytes(whole)[i]))).toEqual(names.map(() => true));
    expect(whole.sheets[0].numbers.length).toBe(450_000);
    expect(pieces).toBe(3);
  });
});

/** With formulas in a table, as they are before they are handed over. */
const plain = (workbook: WorkbookSnapshot): WorkbookSnapshot => ({ ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, formulas: new Map(sheet.formulas) })) });
