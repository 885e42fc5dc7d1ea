/** Whose workbook it is, where no line 单位名称：… says so: titles, the heading of the 目录, the name of the file. */
import { expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { snapshotOf, type Book } from '../audit/support/sheets';

const table = (title: string, ...lines: (string | null)[][]): Book => ({
  收支: [[title], ...lines, ['单位：万元'], ['科目编码', '科目名称', '合计', '基本支出', '项目支出'], [null, '合计', 30, 10, 20], ['213', '农林水支出', 30, 10, 20], ['21303', '水利', 30, 10, 20], ['2130301', '行政运行', 10, 10, null], ['2130399', '其他水利支出', 20, null, 20]],
});

const auditor = createAuditor();
const read = (book: Book, name = 'a.xlsx'): [string | null, string | null] => {
  const { report } = openAudit({ ...snapshotOf(book), name }, {}, auditor);
  return [report.unit, report.level];
};

it.each([
  ['云南省水利厅2026年部门支出预算总表', '云南省水利厅', 'department'],
  ['附件2：云南省水利厅部门支出预算总表', '云南省水利厅', 'department'],
  ['第二部分云南省水利厅2026年部门支出预算总表', '云南省水利厅', 'department'],
  ['中共某某市委办公室2026年支出预算总表', '中共某某市委办公室', null],
  ['2026年某某市医疗保障经办中心单位支出预算总表', '某某市医疗保障经办中心', 'unit'],
  ['2026年市级部门支出预算总表', null, 'department'],
  ['一般公共预算支出预算总表', null, null],
])('title %s', (title, unit, level) => {
  expect(read(table(title))).toEqual([unit, level]);
});

it('a line 单位名称 stands above the tables of departments too', () => {
  expect(read(table('支出预算总表', ['单位名称：云南省水利厅']))).toEqual(['云南省水利厅', null]);
  expect(read(table('部门支出预算总表', ['单位名称：云南省水利厅']))).toEqual(['云南省水利厅', 'department']);
});

it.each([
  ['云南省水利厅2026年部门预算公开表.xlsx', '云南省水利厅'],
  ['2026年云南省水利厅部门预算.xlsx', '云南省水利厅'],
  ['03_云南省水利厅.xlsx', '云南省水利厅'],
  ['2026年部门预算公开表（定稿）.xlsx', null],
  ['附件.xlsx', null],
])('the name of the file comes last: %s', (name, unit) => {
  expect(read(table('支出预算总表'), name)[0]).toBe(unit);
  expect(read(table('支出预算总表', ['单位名称：某市审计局']), name)[0]).toBe('某市审计局');
});

it.each([
  ['2025年预算数        2026年预算数', 2026],
  ['2026年预算数        2025年执行数', 2026],
  ['2025年预算数', 2025],
])('years that head columns, torn off above the table: %s', (line, year) => {
  const { report } = openAudit(snapshotOf({ 附: [[line]], ...table('一般公共预算支出预算表', [line]) }), {}, auditor);
  expect(report.year).toBe(year);
});
