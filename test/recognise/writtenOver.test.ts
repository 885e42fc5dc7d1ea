/** Words of the header written over, and tables printed twice: what is left tells what they were. */
import { expect, it } from 'vitest';
import { accusations, audit, type LiteralSheet } from './literal';

type Rows = LiteralSheet['rows'];
const sheet = (rows: Rows): LiteralSheet => ({ name: '附表5', rows, merges: null });

/** 类 | 款 | 项 in columns of their own; the parts' words stand in the row that numbers the columns. */
const expenditure = (first: string, second: string): Rows => [
  ['支出决算表'], [null, null, null, null, null, null, null, null, null, '单位：万元'],
  ['支出功能分类科目编码', null, null, '科目名称', '本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
  [first, second, '项', '栏次', 1, 2, 3, 4, 5, 6],
  ['合计', null, null, null, 30, 20, 10],
  ['201', null, null, '一般公共服务支出', 12, 8, 4], ['201', '03', null, '政府办公厅（室）及相关机构事务', 12, 8, 4], ['201', '03', '01', '行政运行', 8, 8], ['201', '03', '02', '一般行政管理事务', 4, null, 4],
  ['208', null, null, '社会保障和就业支出', 18, 12, 6], ['208', '05', null, '行政事业单位养老支出', 18, 12, 6], ['208', '05', '01', '行政单位离退休', 12, 12], ['208', '05', '02', '事业单位离退休', 6, null, 6],
];

it('words in front of 栏次 written over: the numbers still number the columns, and two digits right of a code go on with it', () => {
  const [whole, over] = [audit(sheet(expenditure('类', '款'))), audit(sheet(expenditure('某某部分', '其他来源')))];
  expect(accusations(over)).toEqual([]);
  expect(whole.report.outcomes.consistent).toBeGreaterThan(20);
  expect(over.report.outcomes.consistent).toBe(whole.report.outcomes.consistent);
});

const SUMMARY: Rows = [['部门收支总表'], ['单位：万元'], ['收入', null, '支出'], ['项目', '预算数', '项目', '预算数']];
const LINES: Rows = [
  ['一、一般公共预算拨款收入', 222.21, '一、一般公共服务支出', 225.31], ['二、政府性基金预算拨款收入', 0.33, '二、城乡社区支出', 5.18], ['三、其他收入', 4.54, '三、住房保障支出', 4.94],
  ['本年收入合计', 227.08, '本年支出合计', 235.43], ['四、上年结转', 8.35], ['收入总计', 235.43, '支出总计', 235.43],
];
const spaced = (rows: Rows): Rows => rows.flatMap((row) => [row, []]);

it('a table printed twice is no longer table, whichever of the two has blank rows', () => {
  for (const twice of [[...SUMMARY, ...LINES, [], ...SUMMARY, ...LINES], [...SUMMARY, ...spaced(LINES), [], ...spaced(SUMMARY), ...spaced(LINES)], [...spaced(SUMMARY), ...LINES, [], ...SUMMARY, ...spaced(LINES)]]) {
    const result = audit(sheet(twice));
    expect(accusations(result)).toEqual([]);
    expect(result.report.tables.map((t) => t.id)).toEqual(['N01', 'N01']);
  }
});

it('the word above 1, 2, 3 in front of names lost: they count the names and are no figures', () => {
  const rows = (word: string | null): Rows => [
    [null, null, null, null, null, '单位：万元'], [word, '单位名称', '合计', '因公出国（境）费', '公务用车运行费', '公务接待费'],
    [1, '某市总工会', 1.44, null, 1.44, null], [2, '某市总工会培训中心', 2.49, 1.02, 0.82, 0.65], [3, '某市总工会事务中心', 16.39, 1.69, 1.7, 13], [null, '合计', 20.32, 2.71, 3.96, 13.65],
  ];
  const [whole, lost] = [audit(sheet(rows('序号'))), audit(sheet(rows(null)))];
  expect(accusations(lost)).toEqual([]);
  expect(whole.report.outcomes.consistent).toBeGreaterThan(5);
  expect(lost.report.outcomes).toEqual(whole.report.outcomes);
});

it('“三公”经费合计 beside 会议费 and 培训费 is the sum of what it names', () => {
  const blanks = (n: number): null[] => Array.from({ length: n }, () => null);
  const parts = ['“三公”经费合计', '因公出国（境）费', '公务用车购置及运行维护费', null, null, '公务接待费', '会议费', '培训费'];
  const cars = [null, null, '小计', '公务用车购置费', '公务用车运行维护费', null, null, null];
  const figures = [120.51, 2.55, 109.79, 9.79, 100, 8.17, 55.1, 18.8];
  const result = audit(sheet(expenditure('类', '款')), {
    name: '公开09表', merges: null,
    rows: [[], [...blanks(15), '公开09表'], ['部门名称：某县气象局', ...blanks(14), '单位：万元'], ['预算数', ...blanks(7), '决算数'], [...parts, ...parts], [...cars, ...cars], [...figures, ...figures],
      ['相关统计数：'], ['项目', null, null, '统计数', '项目', null, null, '统计数'], ['因公出国（境）团组数（个）', null, null, 1, '公务用车购置数（辆）', null, null, 2], ['国内公务接待批次（个）', null, null, 35, '国内公务接待人次（人）', null, null, 420]],
  });
  expect(accusations(result)).toEqual([]);
  expect(result.report.tables.map((t) => t.id)).toEqual(['F03', 'G']);
});
