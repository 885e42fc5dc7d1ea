/** Kinds of forms that generated workbooks of further places showed: small sheets, nothing accused, and a wrong figure still found. */
import { describe, expect, it } from 'vitest';
import { accusations, audit, type LiteralRow, type LiteralSheet } from './literal';

const sheet = (name: string, ...rows: LiteralRow[]): LiteralSheet => ({ name, rows: [[name], ['部门：某县水利局', null, null, '单位：万元'], ...rows], merges: null });

describe('收支总表', () => {
  it('a third list 按支出性质 is one of its own, with the same total', () => {
    const rows = (total: number): LiteralSheet => sheet('部门收支总体情况表', ['收入', null, '支出'], ['项目', '预算数', '项目（按功能分类）', '预算数', '项目（按支出性质）', '预算数'],
      ['一、财政拨款收入', 9, '一、农林水支出', 7, '一、基本支出', 6], ['二、单位资金', 1, '二、住房保障支出', 3, '二、项目支出', 4], ['本年收入合计', 10, '本年支出合计', 10, '本年支出合计', 10], ['收入总计', 10, '支出总计', 10, '支出总计', total]);
    expect(accusations(audit(rows(10)))).toEqual([]);
    expect(accusations(audit(rows(11))).join()).toContain('N01.5');
  });

  it('expenditure by nature alone has no classes to compare with; carry-over on a line of its own may be in the fiscal table', () => {
    const classes: LiteralRow[] = [['一般公共预算', 9, '农林水支出', 4], ['政府性基金', 1, '教育支出', 3], [null, null, '住房保障支出', 3], ['收入合计', 10, '支出合计', 10]];
    const book = (general: number): LiteralSheet[] => [
      sheet('部门收支总体情况表', ['收入', null, '支出'], ['项目', '金额', '项目', '金额'], ['一般公共预算', general, '一、基本支出', 6], ['政府性基金', 1, '二、项目支出', 4], ['上年结转结余', 9 - general], ['收入合计', 10, '支出合计', 10]),
      sheet('财政拨款收支总体情况表', ['收入', null, '支出'], ['项目', '金额', '项目', '金额'], ...classes),
    ];
    expect(accusations(audit(...book(8)))).toEqual([]);
    const [summary, fiscal] = book(8);
    expect(accusations(audit(summary, { ...fiscal, rows: fiscal.rows.map((r) => (r[0] === '一般公共预算' ? [r[0], 7, ...r.slice(2)] : r)) })).join()).toContain('N25b');
  });

  it('a line without a number below a numbered one is not added again, though the figures are rounded', () => {
    const session = audit(sheet('收支总表', ['收入', null, '支出'], ['项目', '预算数', '项目', '预算数'], ['一、一般公共预算', 8.34, '一、农林水支出', 9.34], ['二、财政专户管理资金收入', 1, '二、住房保障支出', 1.01], ['教育收费收入', 1], ['三、其他收入', 1], ['本年收入合计', 10.35, '本年支出合计', 10.35], ['收入总计', 10.35, '支出总计', 10.35]));
    expect(accusations(session)).toEqual([]);
  });
});

it('final accounts before 2019: 其中：政府性基金预算财政拨款 is a part of 财政拨款收入; 国土海洋气象等支出 is 220', () => {
  const rows = (year: number): LiteralSheet[] => [
    sheet('收入支出决算总表', ['收入', null, '支出'], ['项目', '决算数', '项目', '决算数'], ['一、财政拨款收入', 9, '一、农林水支出', 8], ['其中：政府性基金预算财政拨款', 2, '二、国土海洋气象等支出', 2], ['二、事业收入', 1], ['本年收入合计', year, '本年支出合计', 10], ['总计', 10, '总计', 10]),
    sheet('收入决算表', ['功能分类科目编码', '科目名称', '本年收入合计', '财政拨款收入', '事业收入'], [null, '合计', 10, 9, 1], ['213', '农林水支出', 8, 7, 1], ['220', '国土海洋气象等支出', 2, 2]),
    sheet('支出决算表', ['功能分类科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'], [null, '合计', 10, 7, 3], ['213', '农林水支出', 8, 7, 1], ['220', '国土海洋气象等支出', 2, null, 2]),
  ];
  expect(accusations(audit(...rows(10)))).toEqual([]);
  expect(accusations(audit(...rows(11))).join()).toContain('F01.1');
});
