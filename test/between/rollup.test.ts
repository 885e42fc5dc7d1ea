import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAuditor } from '../../src/audit/audit';
import { factsOf, rollUp, type BetweenReport, type FactBook } from '../../src/audit/between';
import { auditSnapshot } from '../../src/audit/session';
import type { AuditState } from '../../src/audit/state';
import { cellAddress, withCells, type CellInput, type WorkbookSnapshot } from '../../src/audit/workbook';
import { readWorkbook } from '../../src/files';
import { freeze, Random, thaw } from '../generate';
import { makeDepartment } from './department';

const auditor = createAuditor();
const audited = (workbook: WorkbookSnapshot): AuditState => auditSnapshot(workbook, auditor);
const known = new Map<AuditState, FactBook>();
const facts = (state: AuditState): FactBook => known.get(state) ?? known.set(state, factsOf(state, state.workbook.name)).get(state) ?? expect.fail();

let department: AuditState;
let units: AuditState[];

beforeAll(() => {
  const made = makeDepartment({ seed: 11, year: 2024, units: 4 });
  department = audited(made.department);
  units = made.units.map(audited);
});

/** The roll-up with some of the unit workbooks replaced. */
const report = (changed: ReadonlyMap<number, AuditState> = new Map(), head = department): BetweenReport => rollUp(facts(head), units.map((u, i) => facts(changed.get(i) ?? u)), 'zh');

const withNumber = (state: AuditState, amount: number, value: number): AuditState => {
  const { sheet, row, column } = state.recognition.amounts;
  const content: CellInput = { kind: 'number', value };
  return audited(withCells(state.workbook, [{ cell: { sheet: sheet[amount], row: row[amount], column: column[amount] }, content }]));
};

const placeOf = ({ workbook, recognition: { amounts } }: AuditState, amount: number): string => `${workbook.sheets[amounts.sheet[amount]].name}!${cellAddress(amounts.row[amount], amounts.column[amount])}`;

/** Amounts that add up over units. */
const summable = ({ recognition: { amounts, owners, blocks } }: AuditState): number[] =>
  [...amounts.fen.keys()].filter((a) => {
    const { definition } = blocks[owners.block[a]].table;
    return amounts.fen[a] !== 0 && definition.repeat !== true && (definition.shape === 'coded' || definition.shape === 'blocks' || definition.shape === 'matrix') && blocks[owners.block[a]].rows[owners.row[a]].kind !== 'extra';
  });

/** The same workbook in 万元 with two decimals, each figure rounded by itself. */
function inWan(state: AuditState): WorkbookSnapshot {
  const book = thaw(state.workbook);
  const { amounts, owners, blocks } = state.recognition;
  for (let a = 0; a < amounts.count; a++) {
    const { table } = blocks[owners.block[a]];
    const cell = book.sheets[amounts.sheet[a]].get(amounts.row[a], amounts.column[a]);
    if (table.unit === 'yuan' && cell && blocks[owners.block[a]].columns[owners.column[a]].role !== 'quantity') book.sheets[amounts.sheet[a]].set(amounts.row[a], amounts.column[a], Math.round(amounts.fen[a] / 10_000) / 100);
  }
  for (const sheet of book.sheets) for (const { row, column, cell } of sheet.cells()) if (typeof cell.value === 'string' && /单位[：:]元/.test(cell.value)) sheet.set(row, column, cell.value.replace(/([：:])元/, '$1万元'));
  return freeze(book);
}

describe('a department against its units', () => {
  it('is silent where everything adds up', () => {
    const { findings, groups, outcomes, warning, notes } = report();
    expect({ findings, groups, warning, notes }).toEqual({ findings: [], groups: [], warning: null, notes: [] });
    expect(outcomes.consistent).toBeGreaterThan(700);
    expect(outcomes.inconsistent).toBe(0);
  });

  it('takes a department in 万元 and units in 元 by the rounding of both, and two units in 万元 among them', () => {
    const mixed = new Map([[1, audited(inWan(units[1]))], [3, audited(inWan(units[3]))]]);
    const { findings, outcomes } = report(mixed, audited(inWan(department)));
    expect(findings.map((f) => f.message)).toEqual([]);
    expect(outcomes.rounding).toBeGreaterThan(300);
  });

  it.each(Array.from({ length: 20 }, (_, i) => i + 1))('names unit, table, row and column of one changed figure (seed %i)', (seed) => {
    const random = new Random(`figure ${seed}`);
    const unit = random.int(0, units.length - 1);
    const amount = random.pick(summable(units[unit]));
    const yuan = units[unit].recognition.amounts.fen[amount] / 100;
    const value = random.pick([Math.round(yuan * 1000) / 100, yuan + random.int(1, 99_999), Math.round((yuan + 0.01) * 100) / 100]);
    const changed = withNumber(units[unit], amount, value);
    const { groups, findings } = report(new Map([[unit, changed]]));
    const place = placeOf(changed, amount);
    const named = groups.filter((g) => !g.ambiguous && g.suspects.some((s) => s.file === changed.workbook.name && `${s.sheet}!${s.address}` === place && Number(s.proposed) === yuan));
    expect(named.length, `${place} of ${changed.workbook.name}: ${yuan} → ${value}`).toBe(1);
    expect(named[0].findings.length).toBeGreaterThan(0);
    // Money paid within the department is said as a hint (seed 19: 上级补助收入).
    expect(findings.filter((f) => f.rule !== 'H1' || (f.severity !== 'error' && !f.message.includes('可能抵销'))).map((f) => f.message)).toEqual([]);
    // Nobody else is accused of anything.
    expect(groups.flatMap((g) => g.suspects).filter((s) => s.file !== changed.workbook.name)).toEqual([]);
  });

  it('names the cell of the department where that is wrong', () => {
    const amount = summable(department).find((a) => department.recognition.blocks[department.recognition.owners.block[a]].table.id === 'B06' && department.recognition.blocks[department.recognition.owners.block[a]].rows[department.recognition.owners.row[a]].code.length === 5) ?? -1;
    const yuan = department.recognition.amounts.fen[amount] / 100;
    const { groups, findings } = report(new Map(), withNumber(department, amount, yuan + 1234.5));
    expect(findings.map((f) => [f.rule, f.table, f.difference])).toEqual([['H1', 'B06', '1234.50']]);
    expect(groups.map((g) => [g.ambiguous, g.suspects.map((s) => [s.file, `${s.sheet}!${s.address}`, s.proposed])])).toEqual([[false, [[undefined, placeOf(department, amount), yuan.toFixed(2)]]]]);
  });

  it('says in words that hold where one unit, or none, has a figure', () => {
    const plain = facts(units[0]).tables.find((t) => t.id === 'B06') ?? expect.fail();
    const [block] = plain.blocks;
    const isWage = (i: number, columns: number): boolean => block.rows[Math.floor(i / block.columns.length)].code === '30101' && i % block.columns.length < columns;
    const book = (change: (fen: number, i: number) => number): FactBook => ({ ...facts(units[0]), tables: [{ ...plain, blocks: [{ ...block, asked: new Map(), fen: block.fen.map(change) }] }] });
    const heads = (of: FactBook, from: FactBook): string => rollUp(of, [from], 'zh').groups.map((g) => g.headline).join();
    const same = book((fen) => fen);
    expect(heads(book((fen, i) => (isWage(i, 1) ? fen + 123_457 : fen)), same)).toMatch(/^疑似 .* 有误，也可能是部门的数有误，可解释 1 处不符：请核对来源后改正其中一处$/);
    expect(heads(book((fen, i) => (isWage(i, 4) ? fen + 123_457 : fen)), same)).toMatch(/：只有 .* 在此有数，凭这些表不能确定是它还是部门有误，请核对来源$/);
    expect(heads(same, book((fen, i) => (isWage(i, 4) ? 0 : fen)))).toMatch(/：各单位都没有这个数，可能是部门多列，也可能是某个单位漏列，请核对来源$/);
  });

  it('writes a number of things without the unit of money', () => {
    const wan = audited(inWan(department));
    const { amounts, owners, blocks } = wan.recognition;
    const quantity = [...amounts.fen.keys()].find((a) => amounts.fen[a] !== 0 && blocks[owners.block[a]].columns[owners.column[a]].role === 'quantity') ?? expect.fail();
    const { findings, groups } = report(new Map(), withNumber(wan, quantity, amounts.fen[quantity] / 100 + 7));
    expect(findings.map(({ difference, cells }) => [difference, cells[0].value])).toEqual([['7.00', (amounts.fen[quantity] / 100 + 7).toFixed(2)]]);
    expect([...findings.map(({ message }) => message), ...groups.map(({ headline }) => headline)].join()).not.toMatch(/数量[^，]*万元|相差 [\d.]+ 万元/);
  });

  it('sets no figures against each other that have no word beside them', async () => {
    const book = facts(audited(await readWorkbook(new Uint8Array(readFileSync('test/fixtures/forms/suzhou-2026-b.xlsx')), 'x.xlsx')));
    const nameless = book.tables.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows)).filter(({ name }) => /^第\d+行$/.test(name));
    expect(nameless.length).toBeGreaterThan(10);
    expect(nameless.filter(({ kind }) => kind !== 'extra')).toEqual([]);
  });

  it('says once that units are missing, by the names in the department’s own list', () => {
    const { findings, groups } = rollUp(facts(department), units.slice(2).map(facts), 'zh');
    expect(findings.map((f) => [f.rule, f.severity])).toEqual([['H2', 'warning']]);
    expect(groups).toEqual([]);
    for (const { recognition } of units.slice(0, 2)) expect(findings[0].message).toContain(recognition.unitName);
    expect(findings[0].message).toMatch(/^缺少单位：/);
  });

  it('holds nothing against anyone that a workbook which could not be read may explain', () => {
    const lost = rollUp(facts(department), units.slice(1).map(facts), 'zh', ['坏.xlsx']);
    expect(lost.findings.map((f) => f.rule)).toEqual(['H2']);
    expect(lost.findings[0].message).toContain('坏.xlsx 没有读出');
  });

  it('says once that a unit lacks a table, accuses nobody of what it may hold, and still names what a workbook itself proves', () => {
    const without = { ...facts(units[1]), tables: facts(units[1]).tables.filter((t) => t.id !== 'B06') };
    const { findings, groups, notes, outcomes } = rollUp(facts(department), [facts(units[0]), without, ...units.slice(2).map(facts)], 'zh');
    expect(findings.map((f) => [f.rule, f.severity, f.table])).toEqual([['H2', 'warning', 'B06']]);
    expect(findings[0].message).toMatch(new RegExp(`^缺少表：${units[1].recognition.unitName} 的文件里没有认出部门的表6，`));
    expect({ groups, notes }).toEqual({ groups: [], notes: [] });
    expect(outcomes.insufficient).toBeGreaterThan(20);
    const codes = new Set(facts(units[1]).tables.filter((t) => t.id === 'B06').flatMap((t) => t.blocks[0].rows.map(({ code }) => code)));
    const { blocks, owners } = units[2].recognition;
    const amount = summable(units[2]).find((a) => blocks[owners.block[a]].table.id === 'B06' && !codes.has(blocks[owners.block[a]].rows[owners.row[a]].code)) ?? -1;
    const changed = withNumber(units[2], amount, units[2].recognition.amounts.fen[amount] / 100 - 12.34);
    const named = rollUp(facts(department), [facts(units[0]), without, facts(changed), facts(units[3])], 'zh').groups;
    expect(named.map((g) => g.suspects.map((s) => [s.file, `${s.sheet}!${s.address}`]))).toEqual([[[changed.workbook.name, placeOf(changed, amount)]]]);
  });

  it('says once that a unit is not in the department', () => {
    const other = makeDepartment({ seed: 12, year: 2024, units: 2 }).units[1];
    const { findings, notes } = rollUp(facts(department), [...units, audited(other)].map(facts), 'zh');
    expect(findings.map((f) => f.rule)).toEqual(['H2']);
    expect(findings[0].message).toMatch(new RegExp(`^部门的表可能没有汇入 .*${other.name}`));
    expect(notes.filter((n) => n.startsWith('部门的表没有列出'))).toHaveLength(1);
  });

  it('says once that another scope was summed, where most of a table is off without a pattern', () => {
    const random = new Random('scope');
    const edits = summable(department).filter((a) => department.recognition.blocks[department.recognition.owners.block[a]].table.id === 'B05').map((a) => {
      const { sheet, row, column, fen } = department.recognition.amounts;
      const content: CellInput = { kind: 'number', value: fen[a] / 100 + random.int(1, 99_999) };
      return { cell: { sheet: sheet[a], row: row[a], column: column[a] }, content };
    });
    const { findings, tables } = report(new Map(), audited(withCells(department.workbook, edits)));
    // Its own identities fail as well: the table proves nothing.
    expect(findings).toEqual([]);
    expect(tables.find((t) => t.id === 'B05')?.reason).toContain('多数勾稽不符');
  });

  it('takes no unit of another year, and says that nothing was compared where all are', () => {
    const last = makeDepartment({ seed: 11, year: 2023, units: 4 }).units.map((unit) => facts(audited(unit)));
    const { findings, notes, warning, outcomes } = rollUp(facts(department), last, 'zh');
    expect({ findings, compared: outcomes.consistent + outcomes.inconsistent }).toEqual({ findings: [], compared: 0 });
    expect(notes.filter((note) => note.endsWith('没有参加汇总：是 2023 年的，部门是 2024 年')).length).toBe(4);
    expect(warning).toContain('没有一个单位的文件参加汇总');
  });

  it('accuses nobody where the units are another department’s', () => {
    const others = makeDepartment({ seed: 12, year: 2024, units: 4 }).units.map((unit) => facts(audited(unit)));
    const { findings, groups } = rollUp(facts(department), others, 'zh');
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(groups).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toContain('H2');
  });

  it('uses a workbook once, whatever it is called, and never the department itself', () => {
    const again = { ...facts(units[0]), file: '副本.xlsx' };
    const { findings, notes, others } = rollUp(facts(department), [...units.map(facts), again, { ...facts(department), file: '另存.xlsx' }], 'zh');
    expect(findings).toEqual([]);
    expect(others).toHaveLength(units.length);
    expect(notes).toEqual([`“副本.xlsx”没有参加汇总：内容与“${units[0].workbook.name}”相同`, '“另存.xlsx”没有参加汇总：就是部门的文件']);
  });

  it('is the same, byte for byte, each time', () => {
    const changed = withNumber(units[2], summable(units[2])[40], 1);
    expect(JSON.stringify(report(new Map([[2, changed]])))).toBe(JSON.stringify(report(new Map([[2, changed]]))));
  });
});
