import { expect, it } from 'vitest';
import { budget } from '../support/budgetBook';
import { auditOf, testRule } from '../support/ruleTester';
import { only, without, type Book, type Change } from '../support/sheets';

const book = only(budget, '表10');

testRule('B10.1', {
  holds: [{ name: '专项业务经费支出表', book }, { name: 'blank money of a level is no row of the tree', book, change: { '表10!C7': 300_000 } }],
  fails: [
    { name: '合计', book, change: { '表10!C4': 310_000 }, findings: [{ cells: '表10!C4 C5', difference: '10000.00' }] },
    { name: 'the unit against its projects', book, change: { '表10!C8': 210_000 }, findings: [{ cells: '表10!C7 C8 C9', difference: '-10000.00' }] },
  ],
  insufficient: [
    { name: 'a project whose money is no number', book, change: { '表10!C8': '二十万' }, reason: /表10 C8 .*不是数/ },
    { name: 'the table is missing', book: without(budget, '表10'), reason: /“专项业务经费支出表”不在工作簿中/ },
  ],
});

const levels: Book = {
  封面: [['2024年部门综合预算公开报表']],
  表10: [
    ['部门综合预算专项业务经费支出表'], ['单位：元'], ['单位编码', '单位（项目）名称', '项目金额', '项目简介'],
    [null, '合计', 300, null], ['101', '某局', 300, null], ['101001', '某单位', 300, null],
    [null, '专用项目', 300, null], [null, '其他履职专项', 300, null], [null, '检查经费', 100, null], [null, '宣传经费', 200, null],
  ],
};
it('an amount that cannot be read makes no level wrong', () => {
  const at = (change: Change): string[] => auditOf({ name: '', book: levels, change }).findings.filter((f) => f.rule === 'B10.1').map((f) => f.message);
  expect(at({})).toEqual([]);
  expect(at({ '表10!C9': '100.000,00' })).toEqual([]);
  expect(at({ '表10!C9': 150 })).not.toEqual([]);
});

const nested: Book = {
  封面: [['2024年部门综合预算公开报表']],
  表10: [
    ['部门综合预算专项业务经费支出表'], ['单位：元'], ['单位编码', '单位（项目）名称', '项目金额', '项目简介'],
    [null, '合计', 700, null], ['101001', '某单位', 700, null],
    [null, '通用项目', 85, null], [null, '大宗印刷', 30, null], [null, '专项购置', 55, null],
    [null, '专用项目', 615, null], [null, '部门项目', 215, null], [null, '展会', 90, null], [null, '论坛', 125, null],
    [null, '其他履职专项业务费', 400, null], [null, '检查经费', 140, null], [null, '宣传经费', 260, null],
  ],
};
it.each<[string, Change, string[]]>([
  ['a project', { '表10!C14': 141 }, ['C13 C14 C15']],
  ['a project, ten times', { '表10!C11': 900 }, ['C10 C11 C12']],
  ['a category of projects', { '表10!C13': 401 }, ['C13 C14 C15', 'C9 C10 C13']],
  ['a category of categories', { '表10!C9': 616 }, ['C5 C6 C9', 'C9 C10 C13']],
  ['a category without categories', { '表10!C6': 86 }, ['C5 C6 C9', 'C6 C7 C8']],
])('a wrong figure below categories of categories spoils the sums it stands in: %s', (name, change, expected) => {
  expect(auditOf({ name, book: nested, change }).findings.filter((f) => f.rule === 'B10.1').map((f) => f.cells.map((c) => c.address).join(' ')).sort()).toEqual(expected);
});

const carried: Book = {
  封面: [['2024年部门综合预算公开报表']],
  表11: [
    ['部门综合预算财政拨款结转资金支出表'], ['单位：元'],
    ['功能科目编码', '功能科目名称', '合计', '人员经费支出', '公用经费支出', '专项业务经费支出'],
    [null, '合计', 300, 100, null, 200],
    ['210', '卫生健康支出', 300, 100, null, 200],
    ['21015', '医疗保障管理事务', 300, 100, null, 200],
    ['2101501', '行政运行', 100, 100, null, null],
    ['2101502', '一般行政管理事务', 200, null, null, 200],
  ],
};

testRule('B11c.1', {
  holds: [{ name: '财政拨款结转资金支出表', book: carried }],
  fails: [{ name: 'a child', book: carried, change: { '表11!D7': 90 }, findings: [{ cells: '表11!D6 D7 D8', difference: '10.00' }, { cells: '表11!C7 D7 E7 F7', difference: '10.00' }] }],
  insufficient: [{ name: 'the table is missing', book: { ...carried, 表11: [['部门综合预算专项业务经费支出表'], ['单位：元'], ['单位编码', '单位（项目）名称', '项目金额'], [null, '合计', 5], ['101', '某局', 5]] }, reason: /“财政拨款结转资金支出表”不在工作簿中/ }],
});
