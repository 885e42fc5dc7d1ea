/** What reviewers look for beyond arithmetic, in the Ministry's forms for budgets and final accounts. */
import { describe, expect, it } from 'vitest';
import { accounts } from '../support/accountsBook';
import { auditOf, testRule } from '../support/ruleTester';
import { only, type Book, type Change } from '../support/sheets';

/** 部门预算 of 100.00 万元 by hand. */
const budget: Book = {
  封面: [['2024年部门预算公开'], ['保密审查情况：已审查']],
  目录: [['目录'], ['表1', '部门收支总表'], ['表2', '部门支出总表'], ['表3', '一般公共预算基本支出表'], ['表4', '一般公共预算“三公”经费支出表']],
  '1': [
    ['表1'], ['部门收支总表'], [null, null, null, '单位：万元'], ['收入', null, '支出'], ['项目', '预算数', '项目', '预算数'],
    ['一、一般公共预算拨款收入', 100, '一、社会保障和就业支出', 20], ['二、政府性基金预算拨款收入', null, '二、卫生健康支出', 80],
    ['本年收入合计', 100, '本年支出合计', 100], ['收入总计', 100, '支出总计', 100],
  ],
  '2': [
    ['表2'], ['部门支出总表'], ['单位：万元'], ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    [null, '合计', 100, 70.11, 29.89],
    ['208', '社会保障和就业支出', 20, 10.11, 9.89], ['20805', '行政事业单位养老支出', 10.11, 10.11, null], ['2080505', '机关事业单位基本养老保险缴费支出', 10.11, 10.11, null],
    ['20820', '临时救助', 9.89, null, 9.89], ['2082001', '临时救助支出', 9.89, null, 9.89],
    ['210', '卫生健康支出', 80, 60, 20], ['21015', '医疗保障管理事务', 80, 60, 20], ['2101501', '行政运行', 60, 60, null], ['2101502', '一般行政管理事务', 20, null, 20],
  ],
  '3': [
    ['表3'], ['一般公共预算基本支出表'], ['单位：万元'], ['科目编码', '科目名称', '合计', '人员经费', '公用经费'],
    [null, '合计', 70.11, 55.11, 15],
    ['301', '工资福利支出', 53.11, 53.11, null], ['30101', '基本工资', 43, 43, null], ['30108', '机关事业单位基本养老保险缴费', 10.11, 10.11, null],
    ['302', '商品和服务支出', 15, null, 15], ['30201', '办公费', 12.34, null, 12.34], ['30217', '公务接待费', 2.66, null, 2.66],
    ['303', '对个人和家庭的补助', 2, 2, null], ['30302', '退休费', 2, 2, null],
  ],
  '4': [
    ['表4'], ['一般公共预算“三公”经费支出表'], ['单位：万元'],
    ['2023年预算数', null, null, null, null, null, '2024年预算数'],
    ['合计', '因公出国（境）费', '公务用车购置及运行费', null, null, '公务接待费', '合计', '因公出国（境）费', '公务用车购置及运行费', null, null, '公务接待费'],
    [null, null, '小计', '公务用车购置费', '公务用车运行费', null, null, null, '小计', '公务用车购置费', '公务用车运行费', null],
    [5, 0, 2, 0, 2, 3, 4.66, 0, 2, 0, 2, 2.66],
  ],
};

/** 三公 as lines, the years as columns. */
const lines: Book = {
  ...budget,
  '4': [['表4'], ['一般公共预算“三公”经费支出表'], ['单位：万元'], ['项目', '上年预算数', '本年预算数', '比上年增减'], ['合计', 5, 4.66, -0.34], ['1、因公出国（境）费', 0, 0, 0], ['2、公务接待费', 3, 2.66, -0.34], ['3、公务用车购置及运行费', 2, 2, 0], ['其中：公务用车购置费', 0, 0, 0], ['公务用车运行费', 2, 2, 0]],
};

const withRunning: Book = { ...accounts, 公开07表: accounts.公开07表.map((row, i) => (i === 2 ? [...row, '机关运行经费'] : i === 5 ? [...row, 14.5] : row)) };

const form: Book = {
  自评: [
    ['项目支出绩效自评表'], ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'], [null, '年度资金总额', 25, 25, 20, 10, '80%', 8],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'], ['产出指标', '数量指标', '救助人次', '≥100人次', '120人次', 50, 50], ['效益指标', '社会效益指标', '生活改善', '明显', '明显', 40, 38],
    ['总分', null, null, null, null, 100, 96],
  ],
};

const goals: Book = {
  绩效: [
    ['项目绩效目标表'], ['项目名称', '临时救助'], ['资金总额（万元）', 9.89], ['财政拨款', 9.89], ['其他资金', 0],
    ['一级指标', '二级指标', '三级指标', '指标值'], ['产出指标', '数量指标', '救助人次', '≥100人次'], [null, '时效指标', '完成时间', '2024年12月底前完成'], ['效益指标', '社会效益指标', '生活改善', '明显'],
  ],
};

const told = (book: Book, change: Change, rule: string): string[] => auditOf({ name: rule, book, change }).findings.filter((f) => f.rule === rule).map((f) => `${f.severity} ${f.cells.map((c) => `${c.sheet}!${c.address}`).join(' ')}`);

describe('honest workbooks', () => {
  it.each([['budget', budget], ['三公 as lines', lines], ['final accounts', withRunning], ['budget with goals', { ...budget, ...goals }], ['final accounts with 自评表', { ...accounts, ...form }]])('%s: nothing is said', (_, book) => {
    expect(auditOf({ name: '', book }).findings.map((f) => `${f.rule} ${f.message}`)).toEqual([]);
  });
});

testRule('M13', {
  holds: [{ name: 'less than the year before, in blocks of columns', book: budget }, { name: 'the same with a line for each', book: lines }],
  fails: [
    { name: 'more than the year before', book: budget, change: { '4!G7': 6, '4!L7': 4 }, findings: [{ cells: '4!G7 A7', severity: 'hint', message: /大于上年/ }] },
    { name: 'the same with a line for each', book: lines, change: { '4!C5': 6, '4!C7': 4, '4!D5': 1, '4!D7': 1 }, findings: [{ cells: '4!C5 B5' }] },
  ],
  notApplicable: [{ name: 'one year only', book: { 封面: budget.封面, '4': budget['4'].map((row, i) => (i < 3 ? row : i === 3 ? [null] : row.slice(6))) } }],
});

testRule('M14', {
  holds: [{ name: 'a part of the operating costs', book: withRunning }],
  fails: [{ name: 'more than the operating costs', book: withRunning, change: { '公开07表!M6': 15.5 }, findings: [{ cells: '公开07表!M6 公开06表!E4', severity: 'hint', message: /口径不同/ }] }],
});

describe('one thing wrong', () => {
  it.each<[name: string, book: Book, change: Change, rule: string, findings: string[]]>([
    ['1 final 三公 above their budget', accounts, { '公开07表!A6': 2 }, 'F07.3', ['warning 公开07表!G6 公开07表!A6']],
    ['2 a rate that is not what it is made of', form, { '自评!G3': '90%' }, 'M10', ['warning 自评!G3 自评!E3 自评!D3']],
    ['2 weights that are not 100', form, { '自评!F5': 55, '自评!G5': 50 }, 'M10', ['warning 自评!F3 自评!F5 自评!F6']],
    ['2 scores that do not add up', form, { '自评!G6': 37 }, 'M10', ['warning 自评!G7 自评!H3 自评!G5 自评!G6']],
    ['2 an indicator without a value', { ...budget, ...goals }, { '绩效!D7': null }, 'M6a', ['warning 绩效!D7']],
    ['2 funds that are not their sources', { ...budget, ...goals }, { '绩效!B4': 8 }, 'N36', ['warning 绩效!B3 绩效!B4 绩效!B5']],
    ['2 a time before the year', { ...budget, ...goals }, { '绩效!D8': '2023年12月底前完成' }, 'M6b', ['hint 绩效!D8']],
    ['3 a 款 without its 项, budget', only(budget, '2'), { '2!A8': null, '2!B8': null, '2!C8': null, '2!D8': null }, 'C7', ['warning 2!A7']],
    ['3 basic expenditure by 类, final accounts', only(accounts, '公开06表'), { '公开06表!A12': null, '公开06表!B12': null, '公开06表!C12': null, '公开06表!D12': null }, 'C7', ['warning 公开06表!A11']],
    ['6 not signed', budget, { '封面!A2': '保密审查情况：' }, 'M7', ['warning 封面!A2']],
    ['6 a table with the number of another', budget, { '2!A1': '表3' }, 'M8', ['warning 2!A1 目录!B3']],
    ['7 totals of zero', only(budget, '1'), Object.fromEntries(['B6', 'D6', 'D7', 'B8', 'D8', 'B9', 'D9'].map((a) => [`1!${a}`, 0])), 'M9', ['warning 1!B9 1!D9']],
    ['8 wages and no pension, budget', budget, { '3!A8': '30107', '3!B8': '绩效工资' }, 'X18', ['hint 3!C7']],
    ['9 a row that repeats the one above', budget, { '3!C10': 12.34, '3!E10': 12.34, '3!C11': 12.34, '3!E11': 12.34 }, 'M11', ['hint 3!C11 3!C10']],
  ])('%s', (_, book, change, rule, findings) => {
    expect(told(book, change, rule)).toEqual(findings);
  });
});
