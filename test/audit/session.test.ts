/** After any edits a session's report equals, byte for byte, that of a fresh audit of the edited workbook. */
import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit, type AuditSession, type CellEdit } from '../../src/audit/audit';
import { allSteps } from '../../src/audit/diagnosis';
import type { CellInput, WorkbookSnapshot } from '../../src/audit/workbook';
import { freeze, Random, thaw, type Workbook } from '../generate';
import { accounts } from './support/accountsBook';
import { budget } from './support/budgetBook';
import { EXAMPLES, example, generated } from './support/fixtures';
import { changed, placeOf, snapshotOf, type Change } from './support/sheets';

const auditor = createAuditor();
const TEXTS = ['十万', '1,234.50', '-', '合计', '208', '注：略', '单位：万元', '其中：', '2023年单位综合预算收支总表', '28万元', ' '];
const NUMBERS = [0, 1, 2, 3, 12, 99, 0.01, 0.004, -5, 55_200, 1e12, 123_456.789];

/** The edited workbook by another way than the session's own. */
function write(workbook: Workbook, edits: readonly CellEdit[]): void {
  for (const { cell, content } of edits) {
    const sheet = workbook.sheets[cell.sheet];
    const format = sheet.get(cell.row, cell.column)?.format;
    sheet.set(cell.row, cell.column, content === null ? null : content.kind === 'error' ? { error: content.value } : content.value, format);
  }
}

/** Numbers and texts; anything else becomes blank. */
function contentOf(value: unknown): CellInput | null {
  return typeof value === 'number' ? { kind: 'number', value } : typeof value === 'string' ? { kind: 'text', value } : null;
}

function expectFresh(session: AuditSession, workbook: Workbook): void {
  const fresh = openAudit(freeze(workbook), {}, auditor).report;
  expect(JSON.stringify(session.report)).toBe(JSON.stringify(fresh));
}

interface Place {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** Mostly amount cells; sometimes any cell of the workbook, or a blank one beside it. */
function drawPlace(session: AuditSession, random: Random): Place {
  const { amounts } = session.state.recognition;
  if (amounts.count > 0 && random.next() < 0.75) {
    const a = random.int(0, amounts.count - 1);
    return { sheet: amounts.sheet[a], row: amounts.row[a], column: amounts.column[a] };
  }
  const sheet = random.int(0, session.snapshot.sheets.length - 1);
  const { rowNumbers } = session.snapshot.sheets[sheet];
  return { sheet, row: rowNumbers.length > 0 ? random.pick([...rowNumbers]) : 0, column: random.int(0, 8) };
}

function drawContent(session: AuditSession, at: Place, random: Random): CellInput | null {
  const chance = random.next();
  if (chance < 0.1) return null;
  if (chance < 0.2) return { kind: 'text', value: random.pick(TEXTS) };
  if (chance < 0.23) return { kind: 'error', value: '#REF!' };
  if (chance < 0.25) return { kind: 'boolean', value: true };
  if (chance < 0.5) return { kind: 'number', value: random.pick(NUMBERS) };
  const old = session.state.grids[at.sheet];
  const value = old.sheet.numbers[old.at(at.row, at.column)];
  return { kind: 'number', value: Number.isFinite(value) ? Math.round(value * random.pick([10, 0.1, -1, 1.1, 1]) * 100) / 100 : random.int(0, 1_000_000) / 100 };
}

/** Every walk begins at the workbook itself: one with many faults costs more time than it tells. */
function walks(snapshot: WorkbookSnapshot, seed: string, count: number): void {
  for (let k = 0; k < count; k++) walk(snapshot, `${seed} ${k}`, 4);
}

function walk(snapshot: WorkbookSnapshot, seed: string, steps: number): void {
  const random = new Random(seed);
  const session = openAudit(snapshot, {}, auditor);
  const workbook = thaw(snapshot);
  for (let step = 0; step < steps; step++) {
    const edits: CellEdit[] = Array.from({ length: random.next() < 0.7 ? 1 : random.int(2, 6) }, () => {
      const cell = drawPlace(session, random);
      return { cell, content: drawContent(session, cell, random) };
    });
    const back: CellEdit[] = edits.map(({ cell }) => ({ cell, content: contentOf(workbook.sheets[cell.sheet].get(cell.row, cell.column)?.value) }));
    write(workbook, edits);
    // All at once, or what depends on the cells first and then the causes, begun twice.
    if (step % 2 === 0) session.apply(edits);
    else {
      session.recheck(edits);
      session.diagnose().next();
      allSteps(session.diagnose());
    }
    expectFresh(session, workbook);
    if (random.next() < 0.4) {
      session.apply(back);
      write(workbook, back);
      expectFresh(session, workbook);
    }
  }
}

describe('random edits, one after the other', () => {
  it.each(EXAMPLES)('of %s', async (name) => walks(await example(name), `edits ${name}`, 2));
  it.each(generated(11))('of a generated $name', ({ name, snapshot }) => walks(snapshot, `edits ${name}`, 2));
  it.each([['budget', budget], ['accounts', accounts]] as const)('of the small %s', (name, book) => walks(snapshotOf(book), `edits ${name}`, 6));
});

describe('figures that become text, blank, zero and figures again', () => {
  /** One after the other in the same cells, half of them as they come while the causes are looked for later. */
  function turn(snapshot: WorkbookSnapshot, seed: string, cells: number): void {
    const random = new Random(seed);
    const session = openAudit(snapshot, {}, auditor);
    const workbook = thaw(snapshot);
    let kept = 0;
    for (let k = 0; k < cells; k++) {
      const { amounts } = session.state.recognition;
      const a = random.int(0, amounts.count - 1);
      const cell = { sheet: amounts.sheet[a], row: amounts.row[a], column: amounts.column[a] };
      for (const content of [{ kind: 'text', value: random.pick(TEXTS) }, { kind: 'number', value: random.pick(NUMBERS) }, null, { kind: 'number', value: amounts.fen[a] / 100 }] as const) {
        write(workbook, [{ cell, content }]);
        const { compiled } = session.state;
        session.recheck([{ cell, content }]);
        if (session.state.compiled === compiled) kept++;
        if (random.next() < 0.5) continue;
        allSteps(session.diagnose());
        expectFresh(session, workbook);
      }
    }
    allSteps(session.diagnose());
    expectFresh(session, workbook);
    // Most of them leave the tables what they are: no relation is compiled anew.
    expect(kept / (4 * cells)).toBeGreaterThan(0.5);
  }
  it.each(['001', '002'] as const)('in %s', async (name) => turn(await example(name), `kinds ${name}`, 3));
  it.each(generated(12).slice(0, 2))('in a generated $name', ({ name, snapshot }) => turn(snapshot, `kinds ${name}`, 2));
  it.each([['budget', budget], ['accounts', accounts]] as const)('in the small %s', (name, book) => turn(snapshotOf(book), `kinds ${name}`, 8));
});

describe('codes, labels, headings and figures that become something else and what they were', () => {
  const OTHERS: readonly (CellInput | null)[] = [
    { kind: 'text', value: '=SUM(C5:C9)' }, { kind: 'text', value: '2101550' }, { kind: 'text', value: '合计' }, { kind: 'text', value: '2019年12月底前完成' }, { kind: 'text', value: '时效指标' },
    { kind: 'text', value: '社会效益指标' }, { kind: 'text', value: '指标值' }, { kind: 'text', value: '……' }, { kind: 'text', value: '单位：万元' }, { kind: 'number', value: 20_801 }, { kind: 'number', value: -7 }, null,
  ];

  /** Cells in which a table's rows say what they are, and cells anywhere on a sheet, titles and forms among them. */
  function cellOfWords(session: AuditSession, random: Random): CellEdit['cell'] {
    const { tables, blocks } = session.state.recognition;
    const named = random.pick(blocks.filter(({ rows }) => rows.length > 0));
    const { codeCell, labelCell } = random.pick([...named.rows]);
    const { sheet } = random.pick([...tables]);
    const { rowNumbers, rowStart, columns } = session.snapshot.sheets[sheet];
    const at = random.int(0, columns.length - 1);
    const row = rowNumbers[rowNumbers.findIndex((_, i) => rowStart[i + 1] > at)];
    const anywhere = { sheet, row, column: columns[at] };
    return (random.next() < 0.4 ? codeCell : random.next() < 0.4 ? labelCell : null) ?? anywhere;
  }

  function turn(snapshot: WorkbookSnapshot, seed: string, cells: number): void {
    const random = new Random(seed);
    const session = openAudit(snapshot, {}, auditor);
    const workbook = thaw(snapshot);
    for (let k = 0; k < cells; k++) {
      const cell = cellOfWords(session, random);
      const was = contentOf(workbook.sheets[cell.sheet].get(cell.row, cell.column)?.value);
      // Two others, one after the other; every other cell stays what it became.
      for (const content of [random.pick(OTHERS), random.pick(OTHERS), ...(k % 2 === 0 ? [was] : [])]) {
        write(workbook, [{ cell, content }]);
        session.apply([{ cell, content }]);
        expectFresh(session, workbook);
      }
    }
  }
  it.each(['000', '003'] as const)('in %s', async (name) => turn(await example(name), `words ${name}`, 6));
  it.each(generated(14).slice(0, 2))('in a generated $name', ({ name, snapshot }) => turn(snapshot, `words ${name}`, 4));
  it.each([['budget', budget], ['accounts', accounts]] as const)('in the small %s', (name, book) => turn(snapshotOf(book), `words ${name}`, 24));

  it('in a small budget whose sums are formulas, which are typed over', () => {
    const sum = (column: string, value: number): Change => ({ [`表5!${column}11`]: { formula: `SUM(${column}12:${column}13)`, value }, [`表7!${column}11`]: { formula: `${column}12+${column}13`, value } });
    const snapshot = snapshotOf(changed(budget, { ...sum('C', 800_000), ...sum('D', 500_000) }));
    const session = openAudit(snapshot, {}, auditor);
    const workbook = thaw(snapshot);
    for (const [place, value] of [['表5!C12', '=SUM(C13:C14)'], ['表5!C11', '见附件'], ['表7!C11', null], ['表5!D11', '=SUM(D12:D13)'], ['表7!C12', '十万'], ['表5!C11', 800_000], ['表7!D11', '208']] as const) {
      const { sheet, row, column } = placeOf(place);
      const cell = { sheet: snapshot.sheets.findIndex(({ name }) => name === sheet), row, column };
      const content = contentOf(value);
      write(workbook, [{ cell, content }]);
      session.apply([{ cell, content }]);
      expectFresh(session, workbook);
    }
    expect(session.snapshot.sheets.reduce((n, { formulas }) => n + formulas.size, 0)).toBe(0);
  });
});

describe('figures of 表10, from whose sums its levels follow', () => {
  it.each(generated(13).slice(0, 2))('are audited afresh in a $name only where the levels are others', ({ name, snapshot }) => {
    const random = new Random(`projects ${name}`);
    const session = openAudit(snapshot, {}, auditor);
    const workbook = thaw(snapshot);
    let kept = 0;
    for (let step = 0; step < 8; step++) {
      const { amounts, blocks, owners } = session.state.recognition;
      const own = Array.from({ length: amounts.count }, (_, a) => a).filter((a) => blocks[owners.block[a]].table.id === 'B10' && amounts.fen[a] !== 0);
      const a = random.pick(own);
      // The same wrong figure with another one: whatever fits the sums did not before.
      const edit: CellEdit = { cell: { sheet: amounts.sheet[a], row: amounts.row[a], column: amounts.column[a] }, content: { kind: 'number', value: amounts.fen[a] / 100 + random.pick([1, -1, 0.5, 1000]) } };
      const { compiled } = session.state;
      session.apply([edit]);
      if (session.state.compiled === compiled) kept++;
      write(workbook, [edit]);
      expectFresh(session, workbook);
    }
    expect(kept).toBeGreaterThan(2);
  });
});

describe('edits that change what a table or a rule is', () => {
  const cases: readonly { readonly name: string; readonly steps: readonly Change[] }[] = ([
    ['a condition comes into force', { '表4!B11': 300 }],
    ['a condition, from number to number', { '表4!B11': 300 }, { '表4!B11': 0 }],
    ['levels of 表10', { '表10!C8': 100_000, '表10!C9': 200_000 }],
    ['a project becomes a group of the next', { '表10!C8': 100_000 }],
    ['a figure and the text of a title', { '表5!C4': 7, '表7!A1': '别的表' }],
    ['a code', { '表5!A12': '2101550' }],
    ['a name', { '表13-1!D2': '别的项目' }],
    ['a table’s unit line', { '表5!A2': '单位：万元' }],
    ['a year', { '封面!A1': '2020年单位综合预算公开报表' }],
    ['money becomes zero, zero becomes money', { '表5!E12': 0 }, { '表5!E12': 5 }],
    ['a figure gets digits below the 分', { '表5!E12': 5.001 }, { '表5!E12': 5 }],
    ['a figure becomes negative', { '表5!E12': -5 }],
    ['a figure becomes infinite', { '表5!E12': Infinity }, { '表5!E12': 1 }],
    ['three at once and one of them twice', { '表5!E12': 1, '表5!E4': 2, '表6!E4': 3 }],
    ['a cell far away', { '表5!Z400': 5 }],
  ] as const).map(([name, ...steps]) => ({ name, steps }));
  it.each(cases)('$name', ({ steps }) => {
    let book = budget;
    const session = openAudit(snapshotOf(book), {}, auditor);
    for (const change of steps) {
      session.apply(Object.entries(change).map(([place, value]) => {
        const { sheet, row, column } = placeOf(place);
        return { cell: { sheet: session.snapshot.sheets.findIndex((s) => s.name === sheet), row, column }, content: contentOf(value) };
      }));
      book = changed(book, change);
      expect(JSON.stringify(session.report)).toBe(JSON.stringify(openAudit(snapshotOf(book), {}, auditor).report));
    }
  });

  it('目录 flags', async () => {
    const snapshot = await example('000');
    const sheet = snapshot.sheets.findIndex((s) => s.name === '目录');
    const session = openAudit(snapshot, {}, auditor);
    const workbook = thaw(snapshot);
    for (let row = 3; row < 18; row++) {
      const edits: CellEdit[] = [{ cell: { sheet, row, column: 2 }, content: { kind: 'text', value: row % 2 ? '是' : '否' } }];
      session.apply(edits);
      write(workbook, edits);
      expectFresh(session, workbook);
    }
  });

  it('figures of a total that is printed again at the foot', () => {
    let book = changed(budget, { '表5!B18': '总计', '表5!C18': 1_000_000, '表5!D18': 700_000, '表5!E18': 100_000, '表5!F18': 200_000 });
    const session = openAudit(snapshotOf(book), {}, auditor);
    const sheet = session.snapshot.sheets.findIndex((s) => s.name === '表5');
    for (const [i, column] of ['C', 'D', 'E', 'F'].entries()) {
      session.apply([{ cell: { sheet, row: 3, column: 2 + i }, content: { kind: 'number', value: 17 + i } }]);
      book = changed(book, { [`表5!${column}4`]: 17 + i });
      expect(JSON.stringify(session.report)).toBe(JSON.stringify(openAudit(snapshotOf(book), {}, auditor).report));
    }
  });

  it('figures whose size decides the unit', () => {
    // 表5 says 万元 and holds figures of 元 size: read as 元, until its figures become those of 万元.
    const book = changed(budget, { '表5!A2': '单位：万元', '表6!A2': '单位：万元', '表7!A2': '单位：元' });
    const session = openAudit(snapshotOf(book), {}, auditor);
    const small: Change = Object.fromEntries([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16].flatMap((row) => ['C', 'D', 'E', 'F'].map((column) => [`表5!${column}${row}`, 12.5] as const)));
    const places = Object.entries(small).filter(([place]) => {
      const { row, column } = placeOf(place);
      return typeof book.表5[row][column] === 'number';
    });
    session.apply(places.map(([place, value]) => {
      const { row, column } = placeOf(place);
      return { cell: { sheet: session.snapshot.sheets.findIndex((s) => s.name === '表5'), row, column }, content: { kind: 'number', value: Number(value) } };
    }));
    const edited = changed(book, Object.fromEntries(places));
    expect(JSON.stringify(session.report)).toBe(JSON.stringify(openAudit(snapshotOf(edited), {}, auditor).report));
  });

  it('figures that look like a row of column numbers', () => {
    const book = changed(accounts, { '公开07表!A6': 5, '公开07表!F6': null, '公开07表!G6': 6, '公开07表!I6': null, '公开07表!K6': null, '公开07表!L6': null, '公开07表!C6': null, '公开07表!E6': null });
    const session = openAudit(snapshotOf(changed(book, { '公开07表!A6': 7 })), {}, auditor);
    session.apply([{ cell: { sheet: session.snapshot.sheets.findIndex((s) => s.name === '公开07表'), row: 5, column: 0 }, content: { kind: 'number', value: 5 } }]);
    expect(JSON.stringify(session.report)).toBe(JSON.stringify(openAudit(snapshotOf(book), {}, auditor).report));
  });

  it('no edits change nothing; the snapshot before stays as it was', () => {
    const snapshot = snapshotOf(budget);
    const before = JSON.stringify(openAudit(snapshot, {}, auditor).report);
    const session = openAudit(snapshot, {}, auditor);
    expect(JSON.stringify(session.apply([]))).toBe(before);
    session.apply([{ cell: { sheet: 5, row: 3, column: 2 }, content: { kind: 'number', value: 1 } }]);
    expect(JSON.stringify(session.report)).not.toBe(before);
    expect(JSON.stringify(openAudit(snapshot, {}, auditor).report)).toBe(before);
  });
});
