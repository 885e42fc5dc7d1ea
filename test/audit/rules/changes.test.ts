/** N44, M15: changes and their rates, as amounts and in percent. */
import { describe, expect, it } from 'vitest';
import { accusations, audit, type LiteralRow, type LiteralSheet } from '../../recognise/literal';

const RATES = ['25.00%', '25.00%', '25.00%', '25.00%', '-10.00%', '-10.00%', '-10.00%'];
const table = (changes: (number | null)[], rates: (number | string)[], unit = '元'): LiteralSheet => {
  const rows: LiteralRow[] = [['213', '农林水支出', 400, 500], ['21303', '水利', 400, 500], ['2130301', '行政运行', 160, 200], ['2130305', '水利工程建设', 240, 300], ['221', '住房保障支出', 100, 90], ['22102', '住房改革支出', 100, 90], ['2210201', '住房公积金', 100, 90]];
  return { name: '一般公共预算支出表', rows: [['一般公共预算支出表'], ['部门：某县水利局', null, null, null, null, `单位：${unit}`], ['科目编码', '科目名称', '2025年预算数', '2026年预算数', '增减额', '增减（%）'], [null, '合计', 500, 590, 90, typeof rates[0] === 'number' ? 0.18 : '18.00%'], ...rows.map((row, i): LiteralRow => [...row, changes[i], rates[i]])], merges: null };
};
const CHANGES = [100, 100, 40, 60, -10, -10, -10];
const found = (sheet: LiteralSheet): string[] => accusations(audit(sheet)).filter((text) => /N44|M15/.test(text));

describe('changes against last year', () => {
  it('hold, printed as percents or as shares of one', () => {
    expect(found(table(CHANGES, RATES))).toEqual([]);
    expect(found(table(CHANGES, [0.25, 0.25, 0.25, 0.25, -0.1, -0.1, -0.1]))).toEqual([]);
    expect(found(table(CHANGES, RATES, '万元'))).toEqual([]);
  });

  it('a wrong amount of change is an error', () => {
    expect(found(table([100, 100, 4, 60, -10, -10, -10], RATES)).join()).toContain('error N44 一般公共预算支出表 E7');
  });

  it('a wrong rate is a warning with the right one; a sign, a digit', () => {
    expect(found(table(CHANGES, ['25.00%', '25.00%', '52.00%', '25.00%', '-10.00%', '-10.00%', '-10.00%']))).toEqual(['warning M15 一般公共预算支出表 F7 行政运行(2130301) 的增减比例是 52.00%，按本年、上年数计算是 25.00%；请核对']);
    expect(found(table(CHANGES, ['25.00%', '25.00%', '25.00%', '25.00%', '-10.00%', '-10.00%', '10.00%'])).join()).toContain('-10.00%');
  });

  it('a column of percentages that is something else says nothing', () => {
    expect(found(table(CHANGES, ['80.00%', '80.00%', '32.00%', '48.00%', '20.00%', '20.00%', '20.00%']))).toEqual([]);
  });
});
