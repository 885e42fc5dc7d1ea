/** Checks that are no equations, where a workbook holds the tables of several bodies: each is made with the tables of its own body. */
import { describe, expect, it } from 'vitest';
import type { WorkbookReport } from '../../src/audit/report/model';
import { accounts } from './support/accountsBook';
import { budget } from './support/budgetBook';
import { auditOf } from './support/ruleTester';
import { changed, without, type Book, type Change } from './support/sheets';

/** The sheets of one book after those of another, with twice its figures and a mark behind their names. */
const after = (first: Book, second: Book): Book => ({
  ...first,
  ...Object.fromEntries(Object.entries(second).map(([name, rows]) => [`${name}_2`, rows.map((row) => row.map((value) => (typeof value === 'number' ? value * 2 : value)))])),
});

const found = ({ findings }: WorkbookReport, ...rules: readonly string[]): string[] =>
  findings.filter((f) => rules.includes(f.rule)).map((f) => `${f.rule} ${[...new Set(f.cells.map((c) => `${c.sheet}!${c.address}`))].join(' ')}`);

const RULES = ['X12', 'X13a', 'X15', 'X18', 'C4a', 'C4b', 'M1', 'M14'];
const noFund = without(budget, '表9');
/** With a 目录 that says of each table whether it is empty. */
function withList(book: Book, empty: readonly string[]): Book {
  const rows = Object.entries(budget).filter(([name]) => !name.includes('-') && name !== '封面').map(([name, [[title]]]) => [name, title, empty.includes(name) ? '是' : '否', empty.includes(name) ? '没有这类收支' : null]);
  return { 封面: book.封面, 目录: [['目录'], ['序号', '报表', '是否空表', '公开空表理由'], ...rows, ['表13', '单位专项业务经费绩效目标表', '否', null]], ...without(book, '封面') };
}

describe('what the first body has right does not cover the second', () => {
  const second = (change: Change): string[] => found(auditOf({ name: '', book: after(noFund, changed(noFund, change)) }), ...RULES);

  it('whole', () => expect(second({})).toEqual([]));
  it.each<[string, Change, string[]]>([
    ['X13a: the task for personnel', { '表14!D5': 70.02 }, ['X13a 表14_2!D5 表5_2!D4']],
    ['X12: the money of a project and of its form', { '表13-2!E4': 11 }, ['X12 表10_2!C9 表13-2_2!E4 表10_2!B9 表13-2_2!D2']],
    ['X15: a functional code that 表5 does not have', { '表11!C7': '21' }, ['X15 表11_2!K7 表11_2!C7']],
    ['X18: wages without pension', { '表6!A8': '30109', '表6!B8': '职业年金缴费', '表8!A8': '30109', '表8!B8': '职业年金缴费' }, ['X18 表6_2!E6']],
  ])('%s', (_, change, expected) => expect(second(change)).toEqual(expected));

  it('final accounts: M14 with the body’s own 公用经费', () => {
    const withCosts = (book: Book, costs: number): Book => ({ ...book, 公开10表: [['机关运行经费及国有资产占用情况表'], ['单位：万元'], ['项目', '决算数'], ['机关运行经费', costs], ['车辆数', 2]] });
    const larger: Change = { '公开06表!E4': 15, '公开06表!D4': 55 };
    const both = after(withCosts(changed(accounts, larger), 14), withCosts(accounts, 16));
    expect(found(auditOf({ name: '', book: both }), 'M14').every((line) => line.includes('_2!'))).toBe(true);
  });
});

describe('目录 of several bodies', () => {
  it('what one body declares empty may be filled by the next', () => {
    expect(found(auditOf({ name: '', book: after(withList(noFund, ['表9']), budget) }), 'M1')).toEqual([]);
  });

  it('each body’s list is held against its own tables', () => {
    const wrong = after(withList(budget, []), withList(budget, ['表9']));
    expect(found(auditOf({ name: '', book: wrong }), 'M1')).toEqual([expect.stringMatching(/^M1 目录_2!C11 表9_2!/)]);
  });
});

it('says whose checks could not be made', () => {
  const { unchecked } = auditOf({ name: '', book: after(budget, without(budget, '表13-1', '表13-2')) });
  expect(unchecked.filter((u) => u.rule === 'X12').map((u) => u.reason)).toEqual(['某市民政局（第 2 套表）：没有填写的项目绩效目标表']);
});

it('performance tables of all bodies behind the last one’s tables accuse nobody', () => {
  const forms = ['表13-1', '表13-2'];
  const renamed = changed(budget, { '表10!B8': '助学经费', '表13-1!D2': '助学经费', '表11!E7': '助学经费', '表11!E8': '助学经费' });
  const { 封面, ...tables } = after(without(budget, ...forms), renamed);
  const book: Book = { 封面, ...tables, ...Object.fromEntries(forms.map((name) => [name, budget[name]])) };
  const report = auditOf({ name: '', book });
  expect(found(report, 'X12')).toEqual([]);
  expect(report.unchecked.filter((u) => u.rule === 'X12').map((u) => u.reason).join()).toMatch(/分不清是哪个单位的/);
});
