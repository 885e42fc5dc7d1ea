/** Forms as places print them, a few rows of each: what is whole is not accused, and one slip is found. */
import { describe, expect, it } from 'vitest';
import { auditOf } from '../support/ruleTester';
import type { Book, Change } from '../support/sheets';

const told = (book: Book, change: Change = {}): string[] =>
  auditOf({ name: '', book, change }).findings.filter((f) => f.severity !== 'hint').map((f) => `${f.severity} ${f.rule} ${f.cells.map((c) => `${c.sheet}!${c.address}`).join(' ')}`);

/** Basic expenditure by economic subject with a column for each of its two kinds. */
const basic: Book = {
  '6': [
    ['2024年一般公共预算基本支出表'], [null, null, null, null, '单位：万元'], ['科目编码', '科目名称', '合计', '人员经费', '公用经费'],
    [null, '合计', 70.11, 55.11, 15],
    ['301', '工资福利支出', 53.11, 53.11, null], ['30101', '基本工资', 43, 43, null], ['30108', '机关事业单位基本养老保险缴费', 10.11, 10.11, null],
    ['302', '商品和服务支出', 15, null, 15], ['30201', '办公费', 10.34, null, 10.34], ['30211', '差旅费', 2, null, 2], ['30217', '公务接待费', 2.66, null, 2.66],
    ['303', '对个人和家庭的补助', 2, 2, null], ['30302', '退休费', 2, 2, null],
  ],
};

const blank = (sheet: string, row: number, columns = 'ABCDE'): Change => Object.fromEntries([...columns].map((c) => [`${sheet}!${c}${row}`, null]));

describe('基本支出表 of three columns', () => {
  it('is whole as it is', () => expect(told(basic)).toEqual([]));
  it('lacks a row: the sum above it falls short in two columns, which is one fault', () => {
    expect(told(basic, blank('6', 9))).toEqual(['error N06.2 6!E8 6!E10 6!E11', 'error N06.2 6!C8 6!C10 6!C11']);
  });
});

/** 部门 and 政府 subjects beside each other: every row a detail, no classes. */
const beside: Book = {
  '7': [
    ['2024年一般公共预算基本支出表'], [null, null, null, null, null, null, '单位：万元'], ['部门预算经济分类', null, '政府预算经济分类', null, '合计', '人员经费', '公用经费'], ['编码', '名称', '编码', '名称'],
    ['合计', null, null, null, 70.11, 55.11, 15],
    ['30101', '基本工资', '50101', '工资奖金津补贴', 43, 43, null], ['30108', '机关事业单位基本养老保险缴费', '50102', '社会保障缴费', 10.11, 10.11, null],
    ['30201', '办公费', '50201', '办公经费', 10.34, null, 10.34], ['30211', '差旅费', '50201', '办公经费', 2, null, 2], ['30217', '公务接待费', '50206', '公务接待费', 2.66, null, 2.66],
    ['30302', '退休费', '50905', '离退休费', 2, 2, null],
  ],
};

describe('基本支出表 by both classifications', () => {
  it('is whole as it is', () => expect(told(beside)).toEqual([]));
  it('lacks a row: 合计 falls short by the same amount in two columns, while the third agrees', () => {
    expect(told(beside, blank('7', 9, 'ABCDEFG')).map((f) => f.split(' ').slice(0, 3).join(' '))).toEqual(['error N06.2 7!G5', 'error N06.2 7!E5']);
  });
});

/** 项目支出表 whose columns the vocabulary knows. */
const projects: Book = {
  '10': [
    ['项目支出表'], [null, null, null, null, null, null, '单位：万元'], ['类型', '项目名称', '项目单位', '合计', '本年拨款', null, '单位资金'], [null, null, null, null, '一般公共预算', '政府性基金预算', null],
    [null, '合计', null, 1234.5, 1150.5, 50, 34],
    ['特定目标类', '医院改革补助', '人民医院', 600.25, 600.25, null, null], ['特定目标类', '重点专科', '人民医院', 250.25, 250.25, null, null], ['特定目标类', '公共卫生服务', '人民医院', 300, 300, null, null],
    ['特定目标类', '养老设施', '人民医院', 50, null, 50, null], ['其他运转类', '设备运行维护', '人民医院', 34, null, null, 34],
  ],
};

describe('项目支出表, a row a project', () => {
  it('is whole as it is', () => expect(told(projects)).toEqual([]));
  it('has two figures exchanged: each row differs from its columns', () => {
    expect(told(projects, { '10!D7': 300, '10!D8': 250.25 }).map((f) => f.split(' ').slice(0, 3).join(' '))).toEqual(['error N13.1 10!D7', 'error N13.1 10!D8']);
  });
});

describe('项目支出预算总表 with 类 款 项 and the names of projects', () => {
  const byProject: Book = {
    '17': [
      ['2024年项目支出预算总表'], [null, null, null, null, null, null, '单位：万元'], ['功能科目', null, null, '单位代码', '单位名称（项目名称）', '资金总额', '一般公共预算拨款'], ['类', '款', '项'],
      [null, null, null, null, '合计', 120, 120], [null, null, null, '120001', '交通运输厅本级', 100, 100],
      ['214', '01', '04', '120001', '国道改造', 60, 60], ['214', '01', '06', '120001', '公路养护', 30, 30], ['214', '01', '01', '120001', '信息系统运行维护', 10, 10],
      [null, null, null, '120003', '公路事务中心', 20, 20], ['214', '01', '06', '120003', '公路养护', 12, 12], ['214', '01', '12', '120003', '公路运输管理', 8, 8],
    ],
  };
  it('takes no project for an account of a wrong name', () => expect(told(byProject)).toEqual([]));
  it('still knows a code that is none', () => expect(told(byProject, { '17!C7': '77' }).map((f) => f.split(' ')[1])).toContain('C1'));
});

describe('lines of basic and project expenditure, below each its economic subjects without a number', () => {
  const list: Book = {
    '3': [
      ['2024年部门支出总体情况表'], [null, '单位：万元'], ['项      目', '2024年预算'],
      ['一、基本支出', 122.83], ['    工资福利支出', 95.43], ['    商品和服务支出', 22.57], ['    对个人和家庭的补助', 4.83],
      ['二、项目支出', 221.13], ['    按项目管理的商品和服务支出', 167.43], ['    资本性支出', 53.7],
      ['三、事业单位经营支出', null], ['本年支出合计', 343.96], ['四、对附属单位补助支出', null], ['支出总计', 343.96],
    ],
  };
  const sides: Book = {
    '1': [
      ['2024年部门收支总表'], [null, null, null, '单位：万元'], ['收入', null, '支出'], ['项目', '2024年预算', '项目', '2024年预算'],
      ['一、一般公共预算拨款收入', 300, '一、人员类项目支出', 100.26], ['二、政府性基金预算拨款收入', null, '    工资福利支出', 95.43], ['三、其他收入', 43.96, '    对个人和家庭的补助', 4.83],
      [null, null, '二、公用经费项目支出', 22.57], [null, null, '    商品和服务支出', 20], [null, null, '    资本性支出', 2.57], [null, null, '三、其他运转类和特定目标类项目支出', 221.13],
      ['本年收入合计', 343.96, '本年支出合计', 343.96], ['收入总计', 343.96, '支出总计', 343.96],
    ],
  };
  it.each([['a list', list], ['two sides', sides]])('%s is whole as it is', (_, book) => expect(told(book)).toEqual([]));
  it.each<[string, Book, Change, string]>([
    ['a part of the list', list, { '3!B6': 27.57 }, 'error N03.2 3!B4'], ['a whole of the list', list, { '3!B8': 221.31 }, 'error N03.2 3!B8'],
    ['a part of a side', sides, { '1!D7': 8.43 }, 'error N01.1 1!D5'], ['a whole of a side', sides, { '1!D8': 225700 }, 'error N01.1 1!D8'],
  ])('%s that is wrong is seen', (_, book, change, expected) => expect(told(book, change).map((f) => f.split(' ').slice(0, 3).join(' '))).toContain(expected));
});

describe('“三公”经费 line by line', () => {
  const below: Book = {
    '8': [
      ['2024年财政拨款安排的行政经费及“三公”经费预算表'], [null, '单位：万元'], ['项      目', '2024年预算'], ['行政经费', 117.35], ['“三公”经费', 7.99],
      ['    其中：（一）因公出国（境）支出', null], ['          （二）公务用车购置及运行维护支出', 1.2], ['                1.公务用车购置', null], ['                2.公务用车运行维护费', 1.2], ['          （三）公务接待费支出', 6.79],
    ],
  };
  const above: Book = {
    '9': [
      ['2024年“三公”经费预算财政拨款情况统计表'], [null, null, '单位：万元'], ['项目', '2024年预算数', '备注'], ['因公出国（境）费用', null], ['公务接待费', 6.79],
      ['公务用车购置及运行维护费', 4], ['其中：公务用车运行维护费', 1.2], ['      公务用车购置费', 2.8], ['合计', 10.79],
    ],
  };
  it.each([['the items below it', below], ['the total last', above]])('%s: whole as it is', (_, book) => expect(told(book)).toEqual([]));
  it.each<[string, Book, Change, string]>([
    ['the sum', below, { '8!B5': 7.39 }, '8!B5'], ['the cars', below, { '8!B7': 12 }, '8!B5'], ['the running of cars', below, { '8!B9': 1.6 }, '8!B7'],
    ['the sum', above, { '9!B9': 1079 }, '9!B9'], ['the cars', above, { '9!B6': 40 }, '9!B6'], ['their purchase', above, { '9!B8': 8.2 }, '9!B6'],
  ])('%s that is wrong is seen', (_, book, change, cell) => expect(told(book, change).join()).toContain(`error N09.2 ${cell}`));
});

describe('收支总表 of 2017 with the sources of the general budget below it', () => {
  const sources: Book = {
    '1': [
      ['某县水务局2017年部门收支总表'], [null, null, null, '单位：万元'], ['收入', null, '支出'], ['项目', '预算数', '项目（按功能分类）', '预算数'],
      ['一、公共财政预算拨款', 5734.97, '社会保障和就业支出', 154.32], ['    经费拨款（补助）', 5734.97, '农林水支出', 5559.61], ['    纳入预算管理的行政事业性收费', null, '住房保障支出', 82.45],
      ['二、政府性基金拨款', null], ['三、其他收入', 61.41], ['本年收入合计', 5796.38, '本年支出合计', 5796.38], ['收入总计', 5796.38, '支出总计', 5796.38],
    ],
  };
  it('is whole as it is', () => expect(told(sources)).toEqual([]));
  it.each<[string, Change]>([['the total', { '1!B10': 5996.38 }], ['a line', { '1!B5': 5733.97 }]])('%s that is wrong is seen', (_, change) => expect(told(sources, change).join()).toContain('error N01.1 1!B10'));
});

it('a unit bears no code in front of its name, whatever joins the two', () => {
  const named = (text: string): Book => ({ ...basic, '6': basic['6'].map((row, i) => (i === 1 ? [text, ...row.slice(1)] : row)) });
  for (const text of ['部门：120_交通运输厅', '部门：[120]交通运输厅', '部门：120-交通运输厅']) expect(auditOf({ name: '', book: named(text) }).unit).toBe('交通运输厅');
});

it('the day on which a table was filled in says nothing of its year', () => {
  const signed = (text: string): Book => ({ 表: [['一般公共预算基本支出表'], [text], ...basic['6'].slice(1)] });
  expect(auditOf({ name: '', book: signed('填报日期：2024年2月5日') }).year).toBeNull();
  expect(auditOf({ name: '', book: signed('2024年预算') }).year).toBe(2024);
});

describe('收支总表 with a numbered list by government subject beside that by function', () => {
  const byBoth: Book = {
    '1': [
      ['2024年收支总表'], [null, null, null, null, null, '单位：万元'], ['收入', null, '支出'], ['项目', '本年预算', '项目（按功能分类）', '本年预算', '项目（按政府预算经济分类）', '本年预算'],
      ['一、一般公共预算拨款收入', 343.96, '一、教育支出', 122.83, '一、机关工资福利支出', 93.2], ['二、其他收入', null, '二、农林水支出', 221.13, '二、机关商品和服务支出', 250.76],
      ['本年收入合计', 343.96, '本年支出合计', 343.96, '本年支出合计', 343.96], ['收入总计', 343.96, '支出总计', 343.96, '支出总计', 343.96],
    ],
  };
  it('is whole as it is', () => expect(told(byBoth)).toEqual([]));
  it('a wrong line of it is seen', () => expect(told(byBoth, { '1!F6': 520.76 }).join()).toContain('error N01.4 1!F7'));
});
