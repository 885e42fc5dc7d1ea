/** A government's own budget: stated sums are checked as the table obeys them, and nothing else. */
import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { thaw, freeze } from '../generate/grid';
import { FORMS, makeForm } from '../generate/places';
import { accusations, audit, type LiteralRow, type LiteralSheet } from './literal';

const HEAD: LiteralRow[] = [['某某县2025年一般公共预算收入表'], ['单位：万元'], ['项目', '2024年执行数', '2025年预算数', '预算数为执行数的%']];
const LINES: readonly (readonly [string, number, number])[] = [
  ['一、税收收入', 601, 702], ['    增值税', 301, 352], ['    企业所得税', 200, 230], ['    个人所得税', 100, 120], ['二、非税收入', 155, 166], ['    专项收入', 55, 60], ['    罚没收入', 60, 66], ['    其他收入', 40, 40],
  ['本年收入合计', 756, 868], ['转移性收入', 344, 355], ['  上级补助收入', 300, 310], ['    返还性收入', 100, 104], ['    一般性转移支付收入', 150, 152], ['    专项转移支付收入', 50, 54], ['  上年结余收入', 30, 31], ['  调入资金', 14, 14], ['收入总计', 1100, 1223],
];
const rate = (a: number, b: number): number => Math.round((b / a) * 1000) / 10;
const sheet = (lines: readonly (readonly [string, number, number])[], years = 2): LiteralSheet => ({ name: '表1', merges: null, rows: years === 2 ? [...HEAD, ...lines.map(([t, a, b]): LiteralRow => [t, a, b, rate(a, b)])] : [HEAD[0], HEAD[1], ['项目', '2025年预算数'], ...lines.map(([t, , b]): LiteralRow => [t, b])] });
const changed = (row: number, value: number): (readonly [string, number, number])[] => LINES.map((line, i) => (i === row ? [line[0], line[1], value] : line));
const flush = LINES.map(([t, a, b]) => [t.trim(), a, b] as const);

describe.each([['with room in front of the parts', LINES], ['all flush', flush]] as const)('一般公共预算收入表 %s', (_, lines) => {
  it('all lines are checked and nothing is accused', () => {
    const session = audit(sheet(lines));
    expect(accusations(session)).toEqual([]);
    expect(session.report.coverage.uncovered).toEqual([]);
  });
});

it.each<[string, number, number]>([['a tax', 1, 362], ['非税收入', 4, 176], ['转移性收入', 9, 365], ['a transfer', 12, 162], ['本年收入合计', 8, 878], ['收入总计', 16, 1233]])('a wrong figure is found: %s', (_, row, value) => {
  const found = audit(sheet(changed(row, value))).report.findings.filter((f) => f.severity === 'error').flatMap((f) => f.cells.map((c) => c.address));
  expect(found).toContain(`C${row + 4}`);
});

it('a line whose parts are not all printed, in either year, is no sum of them', () => {
  expect(accusations(audit(sheet(LINES.filter(([t]) => !t.includes('罚没收入')))))).toEqual([]);
  expect(accusations(audit(sheet(LINES.filter(([t]) => !t.includes('专项转移支付')))))).toEqual([]);
});

it('of one year alone: what fits is checked, what does not is left', () => {
  expect(accusations(audit(sheet(LINES, 1)))).toEqual([]);
  expect(accusations(audit(sheet(LINES.filter(([t]) => !t.includes('罚没收入')), 1)))).toEqual([]);
});

it('funds by name side by side', () => {
  const rows = (total: number): LiteralSheet => ({ name: '表8', merges: null, rows: [['某某县2025年政府性基金预算收支表'], ['单位：万元'], ['收入', null, null, '支出'], ['项目', '上年执行数', '预算数', '项目', '上年执行数', '预算数'],
    ['国有土地使用权出让收入', 300, 310, '国有土地使用权出让相关支出', 280, 290], ['城市基础设施配套费收入', 20, 21, '城市基础设施配套费相关支出', 18, 19], ['污水处理费收入', 7, 8, '污水处理费相关支出', 6, 7], ['本年收入合计', 327, total, '本年支出合计', 304, 316]] });
  expect(accusations(audit(rows(339)))).toEqual([]);
  expect(audit(rows(339)).report.coverage.uncovered).toEqual([]);
  expect(accusations(audit(rows(340))).join()).toContain('N41.1');
});

it('the whole of a county: nearly all figures are checked', () => {
  const form = FORMS.find((f) => f.id === 'county');
  if (!form) throw new Error('no form');
  const { coverage, findings } = openAudit(freeze(thaw(makeForm(form, 'government'))), {}, createAuditor()).report;
  expect(findings.filter((f) => f.severity !== 'hint')).toEqual([]);
  expect(coverage.coveredCells).toBeGreaterThan(coverage.amountCells * 0.9);
});

it('an edit says what a fresh audit says: what comprises what hangs on the figures', () => {
  const session = audit(sheet(LINES));
  const told = ({ findings, outcomes }: typeof session.report): unknown => [findings.map((f) => `${f.severity} ${f.rule} ${f.message}`), outcomes];
  for (const [row, value] of [[1, 362], [4, 176], [1, 352], [4, 166], [12, 999], [16, 1], [12, 152], [16, 1223]] as const) {
    session.apply([{ cell: { sheet: 0, row: row + 3, column: 2 }, content: { kind: 'number', value } }]);
    const lines = LINES.map((line, i): LiteralRow => [line[0], line[1], session.state.grids[0].sheet.numbers[session.state.grids[0].at(i + 3, 2)], rate(line[1], line[2])]);
    expect(told(session.report)).toEqual(told(audit({ name: '表1', merges: null, rows: [...HEAD, ...lines] }).report));
  }
});
