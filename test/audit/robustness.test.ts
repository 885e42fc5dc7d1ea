/** Odd workbooks: the audit never throws, takes little time, and never passes in silence what it did not recognise. */
import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { WorkbookBuilder, type SheetBuilder, type WorkbookSnapshot } from '../../src/audit/workbook';
import families from '../../src/generated/families';
import { Random, thaw } from '../generate';
import { budget } from './support/budgetBook';
import { cpuTime } from './support/cpuTime';
import { accounts } from './support/accountsBook';
import { generated } from './support/fixtures';
import { snapshotOf, type Row } from './support/sheets';

const auditor = createAuditor();

/** Titles, headers and labels of the real forms, so that junk comes close to them. */
const WORDS: readonly string[] = [
  ...new Set(
    [budget, accounts].flatMap((book) => Object.values(book)).flat(2).filter((v): v is string => typeof v === 'string'),
  ),
  ...families.flatMap((f) => f.tables.map((t) => t.name)),
  '', ' ', '　', '合计', '总计', '其中：', '=1+1', '<b>', '\u0000', '\ud83d', '😀', 'constructor', '__proto__', '‮', '注：', 'x'.repeat(5000), '1'.repeat(400), '-', '——', '1e400', '-0', '(1)', '一、', '00000', '208', '2080505', '208|05',
];
const NUMBERS: readonly number[] = [0, -0, 1, 2, 3, 208, 20_805, 2_080_505, 30_101, 0.1, 1e-320, 1e308, -1e308, 9e15, 2 ** 53, NaN, Infinity, -Infinity, 2024, 1_100_000];

function junkCell(sheet: SheetBuilder, row: number, column: number, random: Random): void {
  const chance = random.next();
  if (chance < 0.55) sheet.text(row, column, random.pick(WORDS));
  else if (chance < 0.9) sheet.number(row, column, random.pick(NUMBERS), 'General', random.chance(0.1) ? random.pick(['SUM(A1:A9)', 'SUM(', 'A1', 'SUM(XFD1048576:A1)']) : undefined);
  else if (chance < 0.95) sheet.error(row, column, '#REF!');
  else sheet.boolean(row, column, true);
}

function junk(seed: string): WorkbookSnapshot {
  const random = new Random(seed);
  const builder = new WorkbookBuilder('junk.xlsx');
  for (let s = random.int(0, 4); s >= 0; s--) {
    const sheet = builder.sheet(random.pick(['__proto__', 'constructor', '目录', '表5', 'Sheet1', '封面', '']) + String(s));
    const height = random.int(0, 40);
    const width = random.int(1, 12);
    for (let row = 0; row < height; row++) for (let column = 0; column < width; column++) if (random.chance(0.5)) junkCell(sheet, row, column, random);
    const merges = random.chance(0.3) ? null : [{ top: 0, left: 0, bottom: random.int(0, 1_048_575), right: random.int(0, 16_383) }];
    builder.add(sheet.finish({ merges, visibility: random.pick(['visible', 'hidden', 'veryHidden']), hiddenRows: [{ from: 0, to: random.int(0, 9) }] }));
  }
  return builder.finish();
}

/** A real workbook with junk written over some of its cells. */
function spoilt(seed: string, snapshot: WorkbookSnapshot): WorkbookSnapshot {
  const random = new Random(seed);
  const builder = new WorkbookBuilder('spoilt.xlsx');
  for (const from of thaw(snapshot).sheets) {
    const sheet = builder.sheet(from.name);
    const share = random.pick([0, 0.01, 0.1, 0.4]);
    for (const { row, column, cell } of from.cells()) {
      if (random.chance(share)) junkCell(sheet, row, column, random);
      else if (typeof cell.value === 'number') sheet.number(row, column, cell.value);
      else if (typeof cell.value === 'string') sheet.text(row, column, cell.value);
    }
    builder.add(sheet.finish({ merges: from.merges }));
  }
  return builder.finish();
}

/** Processor time of an audit and its report as text. */
function timed(snapshot: WorkbookSnapshot): number {
  return cpuTime(() => expect(JSON.stringify(openAudit(snapshot, {}, auditor).report).length).toBeGreaterThan(0));
}

describe('junk', () => {
  it('250 workbooks of chance', () => {
    for (let seed = 0; seed < 250; seed++) expect(timed(junk(`junk ${seed}`)), `seed ${seed}`).toBeLessThan(3_000);
  });

  it('50 workbooks with junk in them', () => {
    const sources = [snapshotOf(budget), snapshotOf(accounts), ...generated(3).slice(1).map((g) => g.snapshot)];
    for (let seed = 0; seed < 50; seed++) expect(timed(spoilt(`spoilt ${seed}`, sources[seed % sources.length])), `seed ${seed}`).toBeLessThan(5_000);
  });

  it('edits of junk are like a fresh audit', () => {
    for (let seed = 0; seed < 20; seed++) {
      const random = new Random(`edit junk ${seed}`);
      const session = openAudit(junk(`junk ${seed}`), {}, auditor);
      for (let step = 0; step < 3; step++) {
        session.apply([{ cell: { sheet: random.int(0, session.snapshot.sheets.length - 1), row: random.int(0, 30), column: random.int(0, 10) }, content: { kind: 'number', value: random.pick(NUMBERS) } }]);
        expect(JSON.stringify(session.report), `seed ${seed}`).toBe(JSON.stringify(openAudit(session.snapshot, {}, auditor).report));
      }
    }
  });
});

describe('odd shapes', () => {
  it('sheets called __proto__, constructor and nothing', () => {
    const builder = new WorkbookBuilder('odd.xlsx');
    const five = snapshotOf({ 表5: budget.表5 });
    for (const name of ['__proto__', 'constructor', '', 'toString']) {
      const sheet = builder.sheet(name);
      for (const { row, column, cell } of thaw(five).sheets[0].cells()) {
        if (typeof cell.value === 'number') sheet.number(row, column, name === 'toString' && row === 7 ? 5 : cell.value);
        else sheet.text(row, column, String(cell.value));
      }
      builder.add(sheet.finish());
    }
    const { report } = openAudit(builder.finish(), {}, auditor);
    expect(report.tables.map((t) => t.sheet)).toEqual(['__proto__', 'constructor', '', 'toString']);
    expect(report.findings.filter((f) => f.severity === 'error').every((f) => f.cells.some((c) => c.sheet === 'toString'))).toBe(true);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it('10,000 empty sheets', () => {
    const builder = new WorkbookBuilder('empty.xlsx');
    for (let i = 0; i < 10_000; i++) builder.add(builder.sheet(`Sheet${i}`).finish());
    expect(timed(builder.finish())).toBeLessThan(4_000);
  });

  it('10,000 sheets that hold a table each', () => {
    const builder = new WorkbookBuilder('tables.xlsx');
    for (let i = 0; i < 10_000; i++) {
      const sheet = builder.sheet(`Sheet${i}`);
      sheet.text(0, 0, '单位专项业务经费绩效目标表');
      sheet.text(1, 0, '项目名称');
      sheet.text(1, 3, `项目${i}`);
      sheet.text(2, 3, '实施期资金总额：');
      sheet.number(2, 4, i);
      builder.add(sheet.finish());
    }
    expect(timed(builder.finish())).toBeLessThan(10_000);
  });

  it('a lone cell at XFD1048576', () => {
    for (const value of ['单位综合预算收支总表', '208', '合计', 5]) {
      const builder = new WorkbookBuilder('far.xlsx');
      const sheet = builder.sheet('Sheet1');
      if (typeof value === 'number') sheet.number(1_048_575, 16_383, value);
      else sheet.text(1_048_575, 16_383, value);
      builder.add(sheet.finish({ merges: [{ top: 0, left: 0, bottom: 1_048_575, right: 16_383 }] }));
      expect(timed(builder.finish())).toBeLessThan(2_000);
    }
  });

  it('a real table and a lone cell at XFD1048576', () => {
    const snapshot = snapshotOf({ 封面: budget.封面, 表5: budget.表5 });
    const session = openAudit(snapshot, {}, auditor);
    const time = cpuTime(() => session.apply([{ cell: { sheet: 1, row: 1_048_575, column: 16_383 }, content: { kind: 'text', value: '备注' } }]));
    expect(time).toBeLessThan(3_000);
    expect(session.report.findings.filter((f) => f.severity === 'error')).toEqual([]);
  });

  const repeated: readonly (readonly [string, Row])[] = [
    ['one title', ['单位综合预算收支总表']],
    ['one title of a form that may repeat', ['单位专项业务经费绩效目标表']],
    ['a header', ['功能科目编码', '功能科目名称', '合计', '人员经费支出', '公用经费支出', '专项业务经费支出']],
    ['a unit line', ['单位：万元']],
    ['one code', ['208', '社会保障和就业支出', 5, 5]],
    ['合计', [null, '合计', 5, 5]],
    ['column numbers', [1, 2, 3]],
  ];
  it.each(repeated)('100,000 rows of %s', (_, row) => {
    const rows = Array.from({ length: 100_000 }, () => row);
    expect(timed(snapshotOf({ Sheet1: rows }))).toBeLessThan(8_000);
  });

  it.each(repeated)('500 rows of %s inside three tables', (_, row) => {
    const rows = Array.from({ length: 500 }, () => row);
    expect(timed(snapshotOf({ 封面: budget.封面, 表5: [...budget.表5, ...rows], 表6: [...budget.表6, ...rows], 表1: [...budget.表1, ...rows] }))).toBeLessThan(8_000);
  });

  it('two titles in turn, 20,000 times', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [i % 2 ? '单位综合预算收支总表' : '单位综合预算收入总表']);
    expect(timed(snapshotOf({ Sheet1: rows }))).toBeLessThan(8_000);
  });

  it('rows listed twice under a wrong total, 4,000 of them', () => {
    const rows = Array.from({ length: 4_000 }, (_, i) => [`${208 + (i % 20)}`, '名称', 1.01, 0.5, 0.5]);
    expect(timed(snapshotOf({ 封面: accounts.封面, 表: [['支出决算表'], ['单位：万元'], ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'], [null, '合计', 5, 5, null], ...rows] }))).toBeLessThan(6_000);
  });
});
