/** N43: what is called 其中 is not more than what it is a part of. */
import { describe, expect, it } from 'vitest';
import { accusations, audit, type LiteralRow, type LiteralSheet } from '../../recognise/literal';

const sheet = (name: string, ...rows: LiteralRow[]): LiteralSheet => ({ name, rows: [[name], ['部门：某县水利局', null, null, '单位：万元'], ...rows], merges: null });
const n43 = (...sheets: LiteralSheet[]): string[] => accusations(audit(...sheets)).filter((text) => text.includes('N43'));

describe('其中', () => {
  it('a line of 收支总表', () => {
    const summary = (part: number): LiteralSheet => sheet('部门收支总表', ['收入', null, '支出'], ['项目', '预算数', '项目', '预算数'], ['一、一般公共预算', 8, '一、农林水支出', 12], ['二、事业收入', 1], ['其中：纳入财政专户管理的收费', part], ['三、其他收入', 3], ['本年收入合计', 12, '本年支出合计', 12], ['收入总计', 12, '支出总计', 12]);
    expect(n43(summary(1))).toEqual([]);
    expect(n43(summary(5))).toEqual(['error N43 部门收支总表 B7 其中：纳入财政专户管理的收费 5.00 万元 > 部门收支总表 B6 二、事业收入 1.00 万元，相差 4.00 万元']);
  });

  it('a column of 支出总表', () => {
    const rows = (part: number): LiteralSheet => sheet('部门支出总表', ['科目编码', '科目名称', '合计', '基本支出', '项目支出', null], [null, null, null, null, '小计', '其中：专项资金'], [null, '合计', 22, 13, 9, 4 + part], ['213', '农林水支出', 12, 8, 4, part], ['21303', '水利', 12, 8, 4, part], ['2130301', '行政运行', 12, 8, 4, part], ['221', '住房保障支出', 10, 5, 5, 4], ['22102', '住房改革支出', 10, 5, 5, 4], ['2210201', '住房公积金', 10, 5, 5, 4]);
    expect(n43(rows(2))).toEqual([]);
    expect(n43(rows(6)).length).toBeGreaterThan(0);
  });

  it('a row of 三公, but not of its changes', () => {
    const rows = (part: number): LiteralSheet => sheet('“三公”经费预算表', ['项目', '2025年预算数', '2026年预算数', '增减额'], ['合计', 7, 6, -1], ['一、因公出国（境）费', 2, 2, 0], ['二、公务接待费', 1, 1, 0], ['三、公务用车购置及运行费', 4, 3, -1], ['其中：公务用车购置费', 1, part, part - 1]);
    expect(n43(rows(1))).toEqual([]);
    expect(n43(rows(4)).join()).toContain('C8 其中：公务用车购置费 合计 4.00 万元');
  });
});
