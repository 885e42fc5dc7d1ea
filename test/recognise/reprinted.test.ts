/** What the way from paper to a workbook leaves behind, kind by kind: words that were lost, torn or moved are made good, or what they leave open accuses nobody. */
import { expect, it } from 'vitest';
import { accusations, audit, type LiteralSheet } from './literal';

const sheet = (name: string, rows: LiteralSheet['rows'], merges: LiteralSheet['merges'] = null): LiteralSheet => ({ name, rows, merges });
const HEADER = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];

it('numbers below a blank header are no word: figures one column beside theirs have its word', () => {
  const income = (moved: boolean): LiteralSheet => sheet('表2', [
    ['收入预算总表'], ['单位：元'],
    moved ? ['科目编码', '科目名称', '合计', '一般公共预算拨款', '政府性基金预算拨款', null, '事业收入'] : ['科目编码', '科目名称', '合计', '一般公共预算拨款', '政府性基金预算拨款', '事业收入'],
    moved ? ['1', '2', '3', '4', '5', '6', '7'] : ['1', '2', '3', '4', '5', '6'],
    ...[['', '合计', 900, 500, 300, 100], ['213', '农林水支出', 600, 500, 0, 100], ['21303', '水利', 600, 500, 0, 100], ['2130301', '行政运行', 600, 500, 0, 100], ['229', '其他支出', 300, 0, 300, 0], ['22960', '彩票公益金安排的支出', 300, 0, 300, 0], ['2296002', '用于社会福利的彩票公益金支出', 300, 0, 300, 0]]
      .map((row) => (moved ? [...row.slice(0, 4), null, ...row.slice(4)] : row)),
  ]);
  const funds = sheet('表8', [['政府性基金预算支出表'], ['单位：元'], HEADER, [null, '合计', 300, null, 300], ['229', '其他支出', 300, null, 300], ['22960', '彩票公益金安排的支出', 300, null, 300], ['2296002', '用于社会福利的彩票公益金支出', 300, null, 300]]);
  const [plain, moved] = [audit(income(false), funds), audit(income(true), funds)];
  expect(accusations(moved)).toEqual([]);
  expect(moved.report.outcomes.consistent).toBe(plain.report.outcomes.consistent);
});

it('the unit above the number of the table', () => {
  const { report } = audit(sheet('附件1-7', [['单位：万元'], ['附件1-7'], ['2022年支', '出预算明细表'], ['单位名称：某县水利局'], HEADER, [null, '合计', 1.83, 1.44, 0.38], ['208', '社会保障和就业支出', 1.83, 1.44, 0.38], ['20805', '行政事业单位养老支出', 1.83, 1.44, 0.38], ['2080501', '行政单位离退休', 1.83, 1.44, 0.38]]));
  expect(report.tables.map((t) => t.unit)).toEqual(['wanyuan']);
});

it('a word lost from the second of two groups of columns is that of the first', () => {
  const parts = (group: string | null): (string | null)[] => ['合计', '因公出国（境）费用', '公务接待费', group, null, null];
  const rows = (second: string | null): LiteralSheet['rows'] => [
    ['一般公共预算“三公”经费支出情况表'], ['单位：万元'], ['上年预算数', null, null, null, null, null, '当年预算数'],
    [...parts('公务用车购置及运行费'), ...parts(second)], [null, null, null, '小计', '公务用车购置费', '公务用车运行费', null, null, null, '小计', '公务用车购置费', '公务用车运行费'],
    [521.01, 33.23, 59.13, 428.65, 317.9, 110.75, 558.49, 37.57, 109.4, 411.52, 287.08, 124.44],
  ];
  const [whole, lost] = [audit(sheet('表7', rows('公务用车购置及运行费'))), audit(sheet('表7', rows(null)))];
  expect(accusations(lost)).toEqual([]);
  expect(lost.report.outcomes).toEqual(whole.report.outcomes);
});

it('a name that breaks off behind 和 goes on in the row below', () => {
  const rows = (name: string, rest: LiteralSheet['rows']): LiteralSheet['rows'] => [
    ['财政拨款收入支出决算总表'], ['单位：万元'], ['收入', null, null, '支出'], ['项目', '行次', '金额', '项目', '行次', '合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'],
    ['一、一般公共预算财政拨款', 1, 50.4, '一、一般公共服务支出', 6, 56.12, 56.12], ['二、政府性基金预算财政拨款', 2, null, '二、外交支出', 7],
    ['本年收入合计', 3, 50.4, '本年支出合计', 8, 56.12, 56.12], [name, 4, 5.72, '年末财政拨款结转和结余', 9], ...rest, ['一般公共预算财政拨款', 4, 5.72], ['政府性基金预算财政拨款', 4], ['总计', 5, 56.12, '总计', 10, 56.12, 56.12],
  ];
  const torn = audit(sheet('公开04表', rows('年初财政拨款结转和', [['结余']])));
  expect(accusations(torn)).toEqual([]);
  expect(torn.report.outcomes).toEqual(audit(sheet('公开04表', rows('年初财政拨款结转和结余', []))).report.outcomes);
  // Where the line was not understood, the total is not held against those that were.
  expect(accusations(audit(sheet('公开04表', rows('年初滚存款', []))))).toEqual([]);
});

it('a title whose bracket closes in the next cell is the one that is printed again below', () => {
  const title = '支出预算分类汇总表（按部门预算经济分类）';
  const rows = (first: (string | null)[]): LiteralSheet['rows'] => [
    first, ['部门：某县审计局', null, null, null, '单位：万元'], HEADER, ['117', '某县审计局', 300, 100, 200], ['213', '农林水支出', 100, 100, null], ['21303', '水利', 100, 100, null], ['2130301', '行政运行', 100, 100, null],
    [title], ['部门：某县审计局', null, null, null, '单位：万元'], HEADER, ['229', '其他支出', 200, null, 200], ['22960', '彩票公益金安排的支出', 200, null, 200], ['2296002', '用于社会福利的彩票公益金支出', 200, null, 200],
  ];
  const torn = audit(sheet('5', rows(['支出预算分类汇总表（', '按部门预算经济分类）'])));
  expect(accusations(torn)).toEqual([]);
  expect(torn.report.tables.map((t) => t.id)).toEqual(['N03e']);
});

const ROWS: LiteralSheet['rows'] = [[null, '合计', 310, 110, 200], ['213', '农林水支出', 300, 100, 200], ['21303', '水利', 300, 100, 200], ['2130301', '行政运行', 100, 100, null], ['2130399', '其他水利支出', 200, null, 200], ['229', '其他支出', 10, 10], ['22999', '其他支出', 10, 10], ['2299999', '其他支出', 10, 10]];
const HEAD: LiteralSheet['rows'] = [['支出预算总表'], ['部门：某市水利局', null, null, null, '单位：万元']];

it.each<[string, LiteralSheet['rows']]>([
  ['its title lost, and printed again with the header', [['表3'], HEAD[1], HEADER, ...ROWS.slice(0, 4), ...HEAD, HEADER, ...ROWS.slice(4)]],
  ['its title begun in the row above, and printed whole again', [['某市水利局2'], ['024年支出预算总表'], HEAD[1], HEADER, ...ROWS.slice(0, 4), ['某市水利局2024年支出预算总表'], HEAD[1], HEADER, ...ROWS.slice(4)]],
  ['its title in two cells, the second a title by itself', [['单位支出', '预算总表'], HEAD[1], HEADER, ...ROWS.slice(0, 4), ['单位支出预算总表'], HEAD[1], HEADER, ...ROWS.slice(4)]],
  ['a word of the header printed again broken', [...HEAD, HEADER, ...ROWS.slice(0, 4), ['科目编码', '科目名', ...HEADER.slice(2)], [null, '称'], HEADER, ...ROWS.slice(4)]],
  ['numbers of columns, one of them written over', [...HEAD, [...HEADER, '上年结转', '备注'], ['1', '2', '其他来源', '4', '5', '6', '7'], ...ROWS]],
  ['the end of a bracket in the row below', [...HEAD, ['科目名称', ...HEADER.slice(2)], ...ROWS.flatMap(([code, name, ...figures], i): LiteralSheet['rows'][number][] => (i === 2 ? [[`${name}（213`, ...figures], ['03）']] : [[code ? `${name}（${code}）` : name, ...figures]]))]],
])('%s: read as one whole table', (_, rows) => {
  const { report } = audit(sheet('支出', rows));
  expect(accusations({ report } as ReturnType<typeof audit>)).toEqual([]);
  expect(report.tables.map((t) => t.id)).toEqual(['N03']);
  expect(report.outcomes.consistent).toBeGreaterThanOrEqual(15);
});

it('the title and header of the sheet\'s first table within its second', () => {
  const first: LiteralSheet['rows'] = [['部门收支总表'], ['单位：万元'], ['收入', null, '支出'], ['项目', '预算数', '项目', '预算数']];
  const rows: LiteralSheet['rows'] = [...first, ['一、财政拨款收入', 310, '一、农林水支出', 300], [null, null, '二、其他支出', 10], ['收入总计', 310, '支出总计', 310], [], ...HEAD, HEADER, ...ROWS.slice(0, 4), ...first, ...ROWS.slice(4)];
  const { report } = audit(sheet('收支', rows));
  expect(accusations({ report } as ReturnType<typeof audit>)).toEqual([]);
  expect(report.tables.map((t) => t.id)).toEqual(['N01', 'N03']);
});

it('codes of units below no word, and the unit of the figures in the header', () => {
  const { report } = audit(sheet('2', [['部门收入预算总表'], [null, '单位名称', '合计（万元）', '一般公共预算拨款', '事业收入'], [null, '合计', 222.53, 202.32, 20.21], ['213001', '某县司法局', 89.25, 72.64, 16.61], ['213002', '某县司法信息中心', 81.45, 77.85, 3.6], ['213003', '某县司法学校', 51.83, 51.83, 0]]));
  expect(accusations({ report } as ReturnType<typeof audit>)).toEqual([]);
  expect(report.tables.map((t) => t.unit)).toEqual(['wanyuan']);
  expect(report.outcomes.consistent).toBeGreaterThanOrEqual(6);
});

it('the year above the first of two groups lost: its figures are held against no other year', () => {
  const parts = ['合计', '因公出国（境）费用', '公务接待费', '公务用车运行费'];
  const rows = (year: string | null): LiteralSheet => sheet('表7', [['一般公共预算“三公”经费支出情况表'], ['单位：万元'], [year, null, null, null, '当年预算数'], [...parts, ...parts], [17, 10, 7, 0, 40, 15, 14, 11]]);
  expect(accusations(audit(rows('上年预算数')))).toEqual([]);
  expect(accusations(audit(rows(null)))).toEqual([]);
});

it('the word above codes lost, a blank column between them and their names: still codes', () => {
  const rows = (word: string | null): LiteralSheet => sheet('公开06表', [
    ['一般公共预算财政拨款基本支出决算表'], ['单位：万元'], ['人员经费', null, null, null, null, '公用经费'], ['经济分类科目编码', null, '科目名称', null, '决算数', word, null, '科目名称', null, '决算数'],
    ['301', null, '工资福利支出', null, 50, '302', null, '商品和服务支出', null, 20], ['30101', null, '基本工资', null, 30, '30201', null, '办公费', null, 8], ['30102', null, '津贴补贴', null, 20, '30202', null, '印刷费', null, 7], [null, null, null, null, null, '30205', null, '水费', null, 5],
    ['人员经费合计', null, null, null, 50, '公用经费合计', null, null, null, 20],
  ]);
  expect(accusations(audit(rows(null)))).toEqual([]);
  expect(audit(rows(null)).report.outcomes).toEqual(audit(rows('经济分类科目编码')).report.outcomes);
});

it('only the header of the first table within another\'s rows', () => {
  const first: LiteralSheet['rows'] = [['收入', null, null, '支出'], ['项目', '行次', '金额', '项目', '行次', '金额'], ['栏次', null, 1, '栏次', null, 2]];
  const rows: LiteralSheet['rows'] = [['部门收支总表'], ['单位：万元'], ...first, ['一、财政拨款收入', 1, 310, '一、农林水支出', 1, 300], [null, null, null, '二、其他支出', 2, 10], ['收入总计', 3, 310, '支出总计', 3, 310], [], ...HEAD, HEADER, ...ROWS.slice(0, 4), ...first, ...ROWS.slice(4)];
  const { report } = audit(sheet('收支', rows));
  expect(accusations({ report } as ReturnType<typeof audit>)).toEqual([]);
  expect(report.tables.map((t) => t.id)).toEqual(['N01', 'N03']);
  expect(report.outcomes.consistent).toBeGreaterThanOrEqual(15);
});
