/** Layouts of budgets of other places: small sheets, what is read of them, and that nothing is accused. */
import { describe, expect, it } from 'vitest';
import { accusations, audit, shapes, type LiteralRow, type LiteralSheet } from './literal';

const sheet = (name: string, ...rows: LiteralRow[]): LiteralSheet => ({ name, rows: [[name], ['部门：某省水利厅', null, null, '单位：万元'], ...rows], merges: null });

describe('headers', () => {
  it('numbers of columns that say what they sum are no figures', () => {
    const session = audit(sheet('2024年部门支出预算表', ['科目编码', '科目名称', '合计', '基本支出', '项目支出'], ['1', '2', '3=4+5', '4', '5'], ['213', '农林水支出', 7, 5, 2], ['21303', '水利', 7, 5, 2], ['2130301', '行政运行', 7, 5, 2], ['合计', null, 7, 5, 2]));
    expect(shapes(session)).toEqual(['N03: (合计,基本支出,项目支出)×4']);
    expect(accusations(session)).toEqual([]);
  });

  it('合计 beside 类 款 项 and further words is a word of the header', () => {
    const session = audit(sheet('政府性基金预算支出表', ['科目编码', null, null, '科目名称', '本年政府性基金预算支出'], ['类', '款', '项', null, '合计', '基本支出', '项目支出'], [null, null, null, '合计', 3, null, 3], ['212', null, null, '城乡社区支出', 3, null, 3], ['212', '08', null, '国有土地使用权出让收入安排的支出', 3, null, 3], ['212', '08', '16', '农业农村生态环境支出', 3, null, 3]));
    expect(shapes(session)).toEqual(['N07: (合计,基本支出,项目支出)×4']);
    expect(accusations(session)).toEqual([]);
  });

  it('names of subjects head the columns of a wide table; those below 人员经费 are no 人员经费', () => {
    const session = audit(sheet('一般公共预算支出表', ['功能科目编码', '科目名称', '合计', '工资福利支出', null, null, '公用经费'], [null, null, null, '小计', '工资奖金津补贴', '住房公积金'], [null, '合计', 9, 7, 5, 2, 2], ['213', '农林水支出', 9, 7, 5, 2, 2], ['21303', '水利', 9, 7, 5, 2, 2], ['2130301', '行政运行', 9, 7, 5, 2, 2]));
    expect(shapes(session)).toEqual(['N05: (合计,合计2,工资奖金津补贴,住房公积金,公用经费)×4']);
    expect(accusations(session)).toEqual([]);
    const split = audit(sheet('一般公共预算支出表', ['功能科目编码', '科目名称', '合计', '人员经费', null, '公用经费'], [null, null, null, '工资福利支出', '对个人和家庭的补助'], [null, '合计', 9, 5, 2, 2], ['213', '农林水支出', 9, 5, 2, 2], ['21303', '水利', 9, 5, 2, 2]));
    expect(shapes(split)).toEqual(['N05: (合计,工资福利支出,对个人和家庭的补助,公用经费)×3']);
  });

  it('a plan that names three years says no wrong year', () => {
    const session = audit(sheet('2024年部门收支总体情况表', ['收入', null, '支出'], ['项目', '预算数', '功能分类', '预算数'], ['一般公共预算', 5, '213 农林水支出', 5], ['收入总计', 5, '支出总计', 5]), sheet('2024年部门项目中期规划预算表', ['项目名称', '2024年', '2025年', '2026年'], ['水利工程维修', 1, 2, 3], ['水资源管理', 1, 2, 3]));
    expect(accusations(session)).toEqual([]);
  });
});

describe('rows', () => {
  const head: LiteralRow[] = [['科目编码', null, null, '单位代码', '单位名称（科目）', '合计'], ['类', '款', '项']];

  it('the same subject under two units, told by a column of units', () => {
    const session = audit(sheet('政府性基金支出预算表', ...head, [null, null, null, null, '合计', 5], [null, null, null, null, '水利厅本级', 3], ['212', '08', '16', '301001', '农业农村生态环境支出', 3], [null, null, null, null, '监测中心', 2], ['212', '08', '16', '301002', '农业农村生态环境支出', 2]));
    expect(accusations(session)).toEqual([]);
    expect(session.report.outcomes.consistent).toBeGreaterThan(2);
  });

  it('unit > subject > projects, only the projects with codes', () => {
    const unit = (code: string, name: string, a: number): LiteralRow[] => [[null, null, null, null, name, a + 2], [null, null, null, null, '水利工程建设', a], ['213', '03', '05', code, '堤防维修', a - 1], ['213', '03', '05', code, '水库维修', 1], [null, null, null, null, '防汛', 2], ['213', '03', '14', code, '防汛物资', 2]];
    const rows = [...head, [null, null, null, null, '合计', 14], ...unit('301001', '水利厅本级', 6), ...unit('301002', '监测中心', 4)];
    expect(accusations(audit(sheet('一般公共预算项目支出预算表', ...rows)))).toEqual([]);
    const wrong = rows.map((row) => (row[4] === '堤防维修' && row[3] === '301002' ? [...row.slice(0, 5), 30] : row));
    expect(accusations(audit(sheet('一般公共预算项目支出预算表', ...wrong))).join()).toContain('N13.2');
  });
});

describe('收支总表', () => {
  const lists = (income: LiteralRow[], spending: LiteralRow[]): LiteralRow[] => income.map((row, i) => [...row, ...(spending[i] ?? [])]);

  it('codes in front of the classes; 小计 above 总计 is that of the year', () => {
    const session = audit(sheet('2024年部门收支总体情况表', ['收入', null, '支出'], ['项目', '预算数', '功能分类', '预算数'], ...lists([['一般公共预算', 5], ['事业收入', 1], ['小计', 6], ['单位上年结余（包括结转）', 2], ['收入总计', 8]], [['201 一般公共服务支出', null], ['213 农林水支出', 8], ['小计', 8], [null, null], ['支出总计', 8]])));
    expect(accusations(session)).toEqual([]);
    expect(session.state.recognition.blocks.map((b) => b.rows.map((r) => r.key))).toEqual([['一般公共预算', '事业收入', '本年合计', '上年结转', '总计'], ['201', '213', '本年合计', '总计']]);
  });

  it('lists by economic classification beside it have the same total; lines below a numbered one are not added again', () => {
    const rows = (total: number): LiteralSheet => sheet('收支总表', ['收入', null, '支出'], ['项目', '本年预算', '项目（按功能分类）', '本年预算', '项目（按部门预算经济分类）', '本年预算', '项目（按政府预算经济分类）', '本年预算'],
      ...[['一、一般公共预算拨款收入', 5], ['二、上级财政补助收入', 3], ['一般公共预算补助', 1], ['政府性基金补助', 2], ['三、事业收入', 1], ['本年收入合计', 9], ['收入总计', 9]].map((row, i) => [
        ...row, ...[['一、一般公共服务支出', null], ['二、农林水支出', 9], [null, null], [null, null], [null, null], ['本年支出合计', 9], ['支出总计', 9]][i],
        ...[['一、基本支出', 6], ['工资福利支出', 4], ['商品和服务支出', 2], ['二、项目支出', 3], [null, null], ['本年支出合计', total], ['支出总计', total]][i], ...[['一、机关工资福利支出', 4], ['二、机关商品和服务支出', 5], [null, null], [null, null], [null, null], ['本年支出合计', 9], ['支出总计', 9]][i],
      ]));
    expect(accusations(audit(rows(9)))).toEqual([]);
    expect(accusations(audit(rows(8))).join()).toContain('N01.5');
  });
});

describe('columns and titles', () => {
  it('last year and percentages on both sides of 收支总表 are no further totals', () => {
    const years = (side: string): string[] => [`${side}项目`, '2023年预算数', '2024年预算数', '2024年比2023年增减%'];
    const summary = sheet('部门收支总表', [...years('收入'), ...years('支出')], ['一、一般公共预算', 4, 5, 25, '一、农林水支出', 4, 6, 50], ['二、单位资金', 1, 1, 0, null], ['本年收入合计', 5, 6, 20, '本年支出合计', 4, 6, 50], ['收入总计', 5, 6, 20, '支出总计', 4, 6, 50]);
    const income = sheet('部门收入总表', ['科目编码', '科目名称', '合计', '一般公共预算', '单位资金'], ['合计', null, 6, 5, 1], ['2130301', '行政运行', 6, 5, 1]);
    expect(accusations(audit(summary, income))).toEqual([]);
    expect(accusations(audit(summary, { ...income, rows: income.rows.map((row) => (row[0] === '合计' ? ['合计', null, 7, 6, 1] : row)) })).join()).toContain('N20');
  });

  it('收入总体情况表 as one list of lines with two totals', () => {
    const rows: LiteralRow[] = [['一、一般公共预算财政拨款收入', 5], ['　　经费拨款', 5], ['二、事业收入（不含非税收入）', 1], ['本年收入合计', 6], ['三、上年结转', 2], ['收入总计', 8]];
    const book = (total: number, year = 6): LiteralSheet[] => [sheet('部门收支总体情况表', ['收入', null, '支出'], ['项目', '预算数', '项目', '预算数'], ['一、一般公共预算财政拨款收入', 5, '一、农林水支出', 8], ['二、事业收入', 1], ['本年收入合计', 6, '本年支出合计', 8], ['三、上年结转', 2], ['收入总计', 8, '支出总计', 8]), sheet('部门收入总体情况表', ['项目', '2024年预算数'], ...rows.slice(0, 3), ['本年收入合计', year], rows[4], ['收入总计', total])];
    expect(accusations(audit(...book(8)))).toEqual([]);
    expect(accusations(audit(...book(9))).join()).toContain('N20');
    expect(accusations(audit(...book(8, 7))).join()).toContain('N21b');
  });

  it('an income table that folds the carry-over into its funds is not compared fund by fund', () => {
    const session = audit(
      sheet('部门收支总表', ['收入', null, '支出'], ['项目', '预算数', '项目', '预算数'], ['一、一般公共预算', 5, '一、农林水支出', 7], ['本年收入合计', 5, '本年支出合计', 7], ['上年结转', 2], ['收入总计', 7, '支出总计', 7]),
      sheet('部门收入总表', ['科目编码', '科目名称', '合计', '一般公共预算', '政府性基金'], ['合计', null, 7, 7], ['213', '农林水支出', 7, 7]),
    );
    expect(accusations(session)).toEqual([]);
  });

  it('a title without 表 above the lines of unit and name', () => {
    const session = audit({ name: 'Sheet9', rows: [[null, null, '预算11表'], ['机关运行经费'], ['部门名称：某省水利厅', null, null, '单位：万元'], ['类', '款', '科目名称', '合计'], [null, null, '合计', 3], ['302', null, '商品和服务支出', 3], ['302', '01', '办公费', 3]], merges: [] });
    expect(shapes(session)).toEqual(['N12: (合计)×3']);
    expect(accusations(session)).toEqual([]);
  });
});

it('words that head a second part below the figures are no damaged amounts', () => {
  const head: LiteralRow = ['合计', '因公出国（境）费', '公务用车购置及运行维护费', '公务接待费'];
  const session = audit({ name: '公开07表', rows: [['一般公共预算财政拨款“三公”经费支出决算表'], ['部门：某省水利厅', null, null, '单位：万元'], ['预算数'], head, [6, 1, 3, 2], ['决算数'], head, [5, 1, 3, 1]], merges: [{ top: 2, left: 0, bottom: 2, right: 3 }, { top: 5, left: 0, bottom: 5, right: 3 }] });
  // Purchase and running costs are indeed in one column.
  expect(accusations(session).map((a) => a.slice(0, 11))).toEqual(['warning M16']);
});

it('projects with long codes below their units: the codes of projects are no amounts, each unit is the sum of its items', () => {
  const item = (unit: string, code: string, subject: string, a: number): LiteralRow => [`  ${unit}`, code, '人员工资支出', subject, subject === '2130301' ? '行政运行' : '住房公积金', a, a === 70 ? 7 : a, null, a === 70 ? 7 : a];
  const rows = (a: number): LiteralSheet => sheet('2024年部门基本支出预算表', ['单位名称', '项目代码', '项目名称', '功能科目编码', '功能科目名称', '总计', '一般公共预算'], [null, null, null, null, null, null, '全年数', '已提前安排', '本次下达'],
    ['某省水利厅', null, null, null, null, 21, 21, null, 21], ['水利厅本级', null, null, null, null, 11, 11, null, 11], item('水利厅本级', '530000210000000018001', '2130301', 8), item('水利厅本级', '530000210000000018002', '2210201', 3),
    ['监测中心', null, null, null, null, 10, 10, null, 10], item('监测中心', '530000210000000018003', '2130301', a), item('监测中心', '530000210000000018004', '2210201', 3), ['合计', null, null, null, null, 21, 21, null, 21]);
  const session = audit(rows(7));
  expect(shapes(session)).toEqual(['N16: (合计,一般公共预算,已提前安排,本次下达)×8']);
  expect(accusations(session)).toEqual([]);
  expect(accusations(audit(rows(70))).join()).toContain('N16.2');
});
