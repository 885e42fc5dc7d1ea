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
