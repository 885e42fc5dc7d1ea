/** Tails that are nobody's mistake: exports of ten digits, and totals of rounded rows. */
import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import type { Finding } from '../../src/audit/report/model';
import type { WorkbookSnapshot } from '../../src/audit/workbook';
import { freeze, thaw } from '../generate';
import { generateDepartmentBudget } from '../generate/budget';
import { snapshotOf, type Book } from './support/sheets';

const auditor = createAuditor();
const findings = (snapshot: WorkbookSnapshot): readonly Finding[] => openAudit(snapshot, {}, auditor).report.findings;

/** A consistent budget of some 亿元; every figure of the sheets that `cut` names keeps ten digits. */
function large(cut: (sheet: string) => boolean, change: (workbook: ReturnType<typeof thaw>) => void = () => undefined): WorkbookSnapshot {
  const workbook = thaw(generateDepartmentBudget({ seed: 11, year: 2024, units: 3 }));
  for (const sheet of workbook.sheets) {
    for (const { row, column, cell } of [...sheet.cells()]) {
      if (typeof cell.value !== 'number' || cell.value === 0) continue;
      const value = Math.round(cell.value * 100 * 1009) / 100;
      sheet.set(row, column, cut(sheet.name) ? Number(value.toPrecision(10)) : value, cell.format);
    }
  }
  change(workbook);
  return freeze(workbook);
}

describe('exports that keep ten digits', () => {
  const before = findings(large(() => false)).filter((f) => f.severity === 'error').map((f) => f.id);

  it.each([['表2, 表5 and 表6', (name: string) => /^(表2|表5|表6)$/.test(name)], ['all sheets', () => true]])('%s: one hint a table, no error', (_, cut) => {
    const after = findings(large(cut));
    expect(after.filter((f) => f.severity === 'error').map((f) => f.id)).toEqual(before);
    const hints = after.filter((f) => f.outcome === 'rounding' && f.message.includes('只保留了十位数字'));
    expect(hints.length).toBeGreaterThan(0);
    expect(new Set(hints.map((f) => f.table)).size).toBe(hints.length);
  });

  it('still report a difference that cut digits do not explain', () => {
    let place = '';
    const after = findings(large(() => true, (workbook) => {
      const sheet = workbook.sheets.find((s) => s.name === '表5');
      const [first] = [...(sheet?.cells() ?? [])].filter(({ cell }) => typeof cell.value === 'number' && cell.value >= 1e8);
      if (!sheet || typeof first?.cell.value !== 'number') return;
      place = `${first.row}`;
      sheet.set(first.row, first.column, first.cell.value + 0.2, first.cell.format);
    }));
    expect(place).not.toBe('');
    expect(after.filter((f) => f.severity === 'error').length).toBeGreaterThan(before.length);
  });

  it('are seen in large figures alone, where those of several lengths all end at their tenth digit', () => {
    const row = (code: string | null, name: string, value: number): (string | number | null)[] => [code, name, value, value, null, null, null];
    const long: Book = { 封面: [['2024年部门预算']], 表5: [
      ['2024年部门综合预算一般公共预算支出明细表（按支出功能分类科目）'], [null, null, null, null, null, null, '单位：元'],
      ['功能科目编码', '功能科目名称', '合计', '人员经费支出', '公用经费支出', '专项业务经费支出', '备注'],
      row(null, '合计', 231_098_461_200),
      row('201', '一般公共服务支出', 216_955_178_200), row('20108', '审计事务', 216_955_178_200), row('2010801', '行政运行', 216_955_178_200),
      row('204', '公共安全支出', 1_797_604_133), row('20402', '公安', 1_797_604_133), row('2040201', '行政运行', 1_797_604_133),
      row('205', '教育支出', 12_345_678_910), row('20502', '普通教育', 12_345_678_910), row('2050201', '学前教育', 12_345_678_910),
    ] };
    expect(findings(snapshotOf(long)).filter((f) => f.rule.startsWith('B05')).map((f) => `${f.severity} ${f.outcome}`)).toEqual(['hint rounding']);
  });

  it('are not seen in figures that happen to end in 0', () => {
    const one: Book = { 封面: [['2024年部门预算']], 表5: [
      ['2024年部门综合预算一般公共预算支出明细表（按支出功能分类科目）'], [null, null, null, null, null, null, '单位：元'],
      ['功能科目编码', '功能科目名称', '合计', '人员经费支出', '公用经费支出', '专项业务经费支出', '备注'],
      [null, '合计', 480544221.6, 480544221.62, null, null, null],
      ['201', '一般公共服务支出', 480544221.6, 480544221.62, null, null, null],
      ['20108', '审计事务', 480544221.62, 480544221.62, null, null, null],
      ['2010801', '行政运行', 480544221.62, 480544221.62, null, null, null],
    ] };
    expect(findings(snapshotOf(one)).filter((f) => f.severity === 'error' && f.rule === 'B05.1')).toHaveLength(2);
  });
});

/** 合计 of 表5 and 表6 in 万元: 表5 adds the rounded rows, 表6 rounds the exact sum. */
function twoTotals(five: number, six: number): Book {
  return {
    封面: [['2022年部门综合预算']],
    表5: [
      ['2022年部门综合预算一般公共预算支出明细表（按支出功能分类科目）'], [null, null, null, null, null, null, '单位：万元'],
      ['功能科目编码', '功能科目名称', '合计', '人员经费支出', '公用经费支出', '专项业务经费支出', '备注'],
      [null, '合计', five, five, null, null, null], ['201', '一般公共服务支出', five, five, null, null, null],
      ['20108', '审计事务', five, five, null, null, null], ['2010801', '行政运行', five, five, null, null, null],
    ],
    表6: [
      ['2022年部门综合预算一般公共预算支出明细表（按支出经济分类科目）'], [null, null, null, null, null, null, null, null, '单位：万元'],
      ['部门经济科目编码', '部门经济科目名称', '政府经济科目编码', '政府经济科目名称', '合计', '人员经费支出', '公用经费支出', '专项业务经费支出', '备注'],
      [null, '合计', null, null, six, six, null, null, null], ['301', '工资福利支出', null, null, six, six, null, null, null],
      ...['30101', '30102', '30103', '30108', '30113'].map((code, i) =>
        [code, ['基本工资', '津贴补贴', '奖金', '机关事业单位基本养老保险缴费', '住房公积金'][i], '50101', '工资奖金津补贴', six / 5, six / 5, null, null, null]),
    ],
  };
}

it.each([[100.02, 100, 0], [100.03, 100, 0], [100.04, 100, 2], [110, 100, 2]])('%d against a sum of five rounded rows of %d: %d errors', (five, six, errors) => {
  expect(findings(snapshotOf(twoTotals(five, six))).filter((f) => f.severity === 'error' && f.rule === 'X7')).toHaveLength(errors);
});
