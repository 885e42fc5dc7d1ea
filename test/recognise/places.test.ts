/** Kinds of forms that generated workbooks of further places showed: small sheets, nothing accused, and a wrong figure still found. */
import { describe, expect, it } from 'vitest';
import { accusations, audit, shapes, type LiteralRow, type LiteralSheet } from './literal';
import { readingReport } from '../../src/audit/report/reading';

const sheet = (name: string, ...rows: LiteralRow[]): LiteralSheet => ({ name, rows: [[name], ['部门：某县水利局', null, null, '单位：万元'], ...rows], merges: null });

describe('收支总表', () => {
  it('a third list 按支出性质 is one of its own, with the same total', () => {
    const rows = (total: number): LiteralSheet => sheet('部门收支总体情况表', ['收入', null, '支出'], ['项目', '预算数', '项目（按功能分类）', '预算数', '项目（按支出性质）', '预算数'],
      ['一、财政拨款收入', 9, '一、农林水支出', 7, '一、基本支出', 6], ['二、单位资金', 1, '二、住房保障支出', 3, '二、项目支出', 4], ['本年收入合计', 10, '本年支出合计', 10, '本年支出合计', 10], ['收入总计', 10, '支出总计', 10, '支出总计', total]);
    expect(accusations(audit(rows(10)))).toEqual([]);
    expect(accusations(audit(rows(11))).join()).toContain('N01.5');
  });

  it('a list 按经济分类 is one more, and so is a list by nature whose last lines have no money', () => {
    const rows = (total: number): LiteralSheet => sheet('部门收支总体情况表', ['收入', null, '支出'], ['项目', '预算数', '项目（按功能分类）', '预算数', '项目（按支出性质）', '预算数', '项目（按经济分类）', '预算数'],
      ['一、财政拨款收入', 9, '一、农林水支出', 7, '一、基本支出', 6, '工资福利支出', 5], ['二、单位资金', 1, '二、住房保障支出', 3, '二、项目支出', 4, '商品和服务支出', 5], ['本年收入合计', 10, null, null, '三、上缴上级支出'], ['收入总计', 10, '支出总计', 10, '支出总计', 10, '支出总计', total]);
    expect(shapes(audit(rows(10)))).toEqual(['N01: 收入(合计)×4 支出(合计)×3 用途(合计)×4 部门经济(合计)×3']);
    expect(accusations(audit(rows(10)))).toEqual([]);
    expect(accusations(audit(rows(11))).join()).toContain('N01.');
  });

  it('a list of expenditure whose last lines have no money keeps its levels', () => {
    const list = (wages: number): LiteralSheet => sheet('支出预算经济分类总表', ['支出项目', '预算数'], ['一、基本支出', 6], ['工资福利支出', wages], ['商品和服务支出', 1], ['二、项目支出', 4], ['商品和服务支出', 3], ['资本性支出', 1], ['三、其他'], ['支出总计', 10]);
    expect(accusations(audit(list(5)))).toEqual([]);
    expect(accusations(audit(list(4))).length).toBeGreaterThan(0);
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

  it('教育收费 below 财政专户管理资金 is a part of it, in a list without any numbers', () => {
    const rows = (account: number): LiteralSheet => sheet('部门收支总体情况表', ['收入', null, '支出'], ['项目', '预算数', '项目', '预算数'], ['一般公共预算', 8, '农林水支出', 8], ['财政专户管理资金', account, '教育支出', 4], ['教育收费', 2], ['单位资金', 1], ['小计', 12, '小计', 12], ['收入总计', 12, '支出总计', 12]);
    expect(accusations(audit(rows(3)))).toEqual([]);
    expect(accusations(audit(rows(5))).join()).toContain('N01.1');
  });
});

describe('收入总表', () => {
  const summary = sheet('部门收支总表', ['收入', null, '支出'], ['项目', '预算数', '项目', '预算数'], ['一、一般公共预算', 8, '一、农林水支出', 12], ['二、事业收入', 1], ['三、其他收入', 3], ['收入总计', 12, '支出总计', 12]);

  it('其他收入 of a table that prints no 事业收入 comprises it', () => {
    expect(accusations(audit(summary, sheet('部门收入总表', ['单位名称', '合计', '一般公共预算', '其他收入'], ['合计', 12, 8, 4], ['水利局', 12, 8, 4])))).toEqual([]);
    expect(accusations(audit(summary, sheet('部门收入总表', ['单位名称', '合计', '一般公共预算', '事业收入', '其他收入'], ['合计', 12, 8, 1, 4], ['水利局', 12, 8, 1, 4]))).join()).toContain('N21c');
  });

  it('一般公共预算 {本年, 上年结转}: the fund of the year is not the fund', () => {
    const income = sheet('部门收入总表', ['科目编码', '科目名称', '合计', '一般公共预算', null, '单位资金'], [null, null, null, '本年', '上年结转'], ['213', '农林水支出', 12, 5, 3, 4], [null, '合计', 12, 5, 3, 4]);
    expect(accusations(audit(summary, income, sheet('一般公共预算支出表', ['科目编码', '科目名称', '合计'], ['213', '农林水支出', 8], [null, '合计', 8])))).toEqual([]);
  });

  it('小计 among words of one place alone is a row of the header; 公共财政预算 is 一般公共预算', () => {
    const rows = (grant: number): LiteralSheet => sheet('部门收入预算总表', ['单位名称', '合计', '公共财政预算拨款', null, null, '其他收入'], [null, null, '小计', '某项补助款', '县级统筹部分'], ['合  计', 12, 8, 6, 2, 4], ['水利局', 7, 5, grant, 2, 2], ['水利站', 5, 3, 3, null, 2]);
    const session = audit(rows(3), sheet('公共财政预算拨款支出表', ['科目编码', '科目名称', '合计'], ['213', '农林水支出', 8], [null, '合计', 8]));
    expect(shapes(session)).toEqual(['N02: (合计,一般公共预算,某项补助款,县级统筹部分,其他收入)×3', 'N05: (合计)×2']);
    expect(accusations(session)).toEqual([]);
    expect(accusations(audit(rows(30))).join()).toContain('N02.1');
  });
});

it('names of units as columns head a table of funds', () => {
  const rows = (a: number): LiteralSheet => sheet('部门收入总表', ['资金来源', '合计', '青山水利站', '白云水库', '沙河闸'], ['一般公共预算', 6, a, 2, 1], ['政府性基金', 1, null, 1, null], ['合计', 7, 3, 3, 1]);
  const session = audit(rows(3));
  expect(shapes(session)).toEqual(['N02: (合计,青山水利站,白云水库,沙河闸)×3']);
  expect(accusations(session)).toEqual([]);
  expect(accusations(audit(rows(30))).join()).toContain('N02.2');
});

it('上缴上级支出 on a line of its own below the classes is in none of them', () => {
  const summary = sheet('收支总体情况表', ['收入', null, '支出'], ['项目', '预算数', '项目', '预算数'], ['一、一般公共预算', 8, '一、教育支出', 4], ['二、其他收入', 2, '二、农林水支出', 4], [null, null, '三、住房保障支出', 1], ['本年收入合计', 10, '本年支出合计', 9], [null, null, '上缴上级支出', 1], ['收入总计', 10, '支出总计', 10]);
  const spending = sheet('支出总体情况表', ['科目编码', '科目名称', '合计', '基本支出', '上缴上级支出'], [null, '合计', 10, 9, 1], ['205', '教育支出', 4, 4], ['213', '农林水支出', 5, 4, 1], ['221', '住房保障支出', 1, 1]);
  expect(accusations(audit(summary, spending))).toEqual([]);
});

it('unit prices of a purchasing table add up to nothing', () => {
  const rows = (b: number): LiteralSheet => sheet('政府采购预算表', ['采购项目', '数量', '单价', '合计', '一般公共预算', '单位资金'], ['合计', null, null, 96, 94, 2], ['台式计算机', 20, 0.5, 10, 10], ['复印纸', 300, 0.02, 6, b, 1], ['物业服务', 1, 80, 80, 79, 1]);
  expect(accusations(audit(rows(5)))).toEqual([]);
  expect(accusations(audit(rows(16))).join()).toContain('N14.2');
});

describe('titles', () => {
  const body: LiteralRow[] = [['部门：某县水利局', null, '单位：万元'], ['科目编码', '科目名称', '合计'], [null, '合计', 9], ['213', '农林水支出', 9]];

  it.each([['over two rows', [['2024年度一般公共预'], ['算支出预算表']]], ['over two cells', [['一般公共预算', '支出预算表']]]])('a title %s whose end is a title by itself says of which money it is', (_, title) => {
    expect(shapes(audit({ name: '5', rows: [...title, ...body], merges: null }))).toEqual(['N05: (合计)×2']);
  });

  it('the number of a table printed again below the last line of a page begins no other table', () => {
    const head: LiteralRow[] = [['公开表1'], ['收支总体情况表'], ['收入', null, '支出'], ['项目', '预算数', '项目', '预算数']];
    const session = audit({ name: '1', rows: [...head, ['一、一般公共预算', 9, '一、农林水支出', 5], [null, null, '二、国土海洋气象等支出'], ...head, [null, null, '三、住房保障支出', 4], ['收入总计', 9, '支出总计', 9]], merges: null });
    expect(accusations(session)).toEqual([]);
    expect(session.report.outcomes.consistent).toBeGreaterThan(2);
  });
});

it('codes that stand twice nearly all are listed in parts that were not read: no error each', () => {
  const part: LiteralRow[] = [['205', '教育支出', 4], ['208', '社会保障和就业支出', 2], ['210', '卫生健康支出', 1], ['213', '农林水支出', 3]];
  const rows = (...more: LiteralRow[]): LiteralSheet => sheet('一般公共预算支出表', ['科目编码', '科目名称', '合计'], ...part, ...more);
  expect(accusations(audit(rows(...part)))).toEqual([]);
  expect(accusations(audit(rows(part[3]))).join()).toContain('列了两次');
});

describe('a table over two sheets', () => {
  const head = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
  const [first, second]: LiteralRow[][] = [[[null, '合计', 10, 7, 3], ['205', '教育支出', 4, 4], ['20502', '普通教育', 4, 4], ['213', '农林水支出', 6, 3, 3]], [['21303', '水利', 6, 3, 3], ['2130301', '行政运行', 3, 3], ['2130305', '水利工程建设', 3, null, 3]]];

  it.each([
    ['called 续表', [sheet('支出总表', head, ...first), sheet('支出总表（续表）', head, ...second)]],
    ['of which each is a page', [sheet('支出总表', head, ...first), { name: '第2页', rows: [head, ...second], merges: null }]],
    ['without its title and header on the next', [sheet('支出总表', head, ...first), { name: '第2页', rows: [['支出总表（续表）'], ...second], merges: null }]],
    ['over three of them', [sheet('支出总表', head, ...first), sheet('支出总表（续表1）', head, second[0]), sheet('支出总表（续表2）', head, ...second.slice(1))]],
  ])('%s: one table, and said', (_, sheets) => {
    const session = audit(...sheets);
    expect(accusations(session)).toEqual([]);
    expect(session.report.outcomes.consistent).toBe(audit(sheet('支出总表', head, ...first, ...second)).report.outcomes.consistent);
    expect(session.report.notes.join()).toContain('“支出总表”分在几张工作表上（支出总表、');
    expect(session.report.notes.join()).toContain('已合起来核对');
    expect(readingReport(session.state).sheets.map((s) => s.isKnown)).toEqual(sheets.map(() => true));
  });

  it('a wrong figure is named on its own sheet, also after an edit', () => {
    const wrong = second.map((row, i) => (i === 1 ? [...row.slice(0, 3), 2] : row));
    const session = audit(sheet('支出总表', head, ...first), { name: '第2页', rows: [head, ...wrong], merges: null });
    const cells = (of: typeof session): string[] => of.report.findings.filter((f) => f.severity === 'error').flatMap((f) => f.cells.map((c) => `${c.sheet}!${c.address}`));
    expect(new Set(cells(session))).toContain('第2页!D3');
    session.apply([{ cell: { sheet: 1, row: 2, column: 3 }, content: { kind: 'number', value: 3 } }]);
    expect(cells(session)).toEqual([]);
    session.apply([{ cell: { sheet: 0, row: 3, column: 2 }, content: { kind: 'number', value: 12 } }]);
    expect(new Set(cells(session))).toContain('支出总表!C4');
  });

  it('with other columns on the next: not checked, and said', () => {
    const session = audit(sheet('支出总表', head, ...first), sheet('支出总表（续表）', ['科目编码', '科目名称', '上年数', '合计', '基本支出', '项目支出'], ...second.map((row) => [...row.slice(0, 2), 5, ...row.slice(2)])));
    expect(accusations(session)).toEqual([]);
    expect(session.report.notes.join()).toContain('没有核对；请把它放回一张工作表再审核');
  });

  it('two whole tables of one title are no parts', () => {
    expect(audit(sheet('支出总表', head, ...first), sheet('支出总表', head, ...first)).report.notes.join()).not.toContain('分在几张工作表上');
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

it('a project that carries the code of the account on the line above it is not the name of that account', () => {
  const rows = (first: string): LiteralSheet => sheet('一般公共预算项目支出预算表', ['科目编码', null, null, '单位代码', '单位名称（科目）', '金额'], ['类', '款', '项'],
    [null, null, null, null, '合计', 8], [null, null, null, null, '某县水利局（本级）', 5], [null, null, null, null, first, 5], ['213', '03', '05', '137001', '规划编制', 5],
    [null, null, null, null, '某县水利站', 3], [null, null, null, null, '水利行业业务管理', 3], ['213', '03', '04', '137003', '法律顾问服务', 3]);
  const names = (first: string): string[] => audit(rows(first)).report.findings.filter(({ rule }) => rule === 'C2').map(({ message }) => message);
  expect(names('水利工程建设')).toEqual([]);
  expect(names('水利工程运行与维护')).toHaveLength(1);
});

it('three of seven 类 left out of an economic table are missed each', () => {
  const accounts = [['301', '工资福利支出', '30101', '基本工资'], ['302', '商品和服务支出', '30201', '办公费'], ['303', '对个人和家庭的补助', '30302', '退休费'], ['307', '债务利息及费用支出', '30701', '国内债务付息'],
    ['310', '资本性支出', '31002', '办公设备购置'], ['312', '对企业补助', '31204', '费用补贴'], ['399', '其他支出', '39999', '其他支出']];
  const left = ['303', '307', '312'];
  const session = audit(sheet('一般公共预算基本支出表', ['科目编码', '科目名称', '合计'], [null, '合计', 14],
    ...accounts.flatMap(([code, name, detail, what]): LiteralRow[] => [...(left.includes(code) ? [] : [[code, name, 2] as LiteralRow]), [detail, what, 2]])));
  expect(session.report.findings.filter(({ rule, message }) => rule === 'C3' && message.includes('缺少上级科目')).length).toBe(3);
});

it('a table that prints no 款 lacks none; one 款 left out is missed', () => {
  const names = [['教育管理事务', '行政运行'], ['普通教育', '学前教育'], ['职业教育', '初等职业教育'], ['特殊教育', '特殊学校教育']];
  const sections = ['20501', '20502', '20503', '20507'];
  const rows = (left: readonly string[]): LiteralSheet => sheet('支出总表', ['科目编码', '科目名称', '合计', '基本支出', '项目支出'], [null, '合计', 8, 8], ['205', '教育支出', 8, 8],
    ...sections.flatMap((code, i): LiteralRow[] => [...(left.includes(code) ? [] : [[code, names[i][0], 2, 2] as LiteralRow]), [`${code}01`, names[i][1], 2, 2]]));
  const said = (left: readonly string[]): number => audit(rows(left)).report.findings.filter(({ rule, message }) => rule === 'C3' && message.includes('缺少上级科目')).length;
  expect([said(sections), said(['20503'])]).toEqual([0, 1]);
});

describe('三公经费 by rows without numbers', () => {
  const rows = (...parts: LiteralRow[]): LiteralSheet => sheet('一般公共预算拨款“三公”经费预算表', ['项目', '2015年', '2016年'], ['因公出国（境）费', 2, 3], ['公务接待费', 1, 1], ['公务用车购置及运行费', 4, 16], ...parts, ['合计', 7, 20]);

  it('“其中：购置费” and 运行费 without 其中 are the two parts, also where a year buys nothing', () => {
    expect(accusations(audit(rows(['其中：购置费', null, 12], ['运行费', 4, 4])))).toEqual([]);
    expect(accusations(audit(rows(['其中：购置费', null, 12], ['运行费', 4, 5]))).join()).toContain('N09.2');
  });

  it('a lone 其中 below it is no more than a part', () => {
    expect(accusations(audit(rows(['其中：公务用车运行维护费', 4, 4])))).toEqual([]);
    expect(accusations(audit(rows(['其中：公务用车运行维护费', 4, 17]))).length).toBeGreaterThan(0);
  });

  it('“三公”经费合计 is the total of both years, also above 会议费 and 培训费', () => {
    const list = (reception: number, ...more: LiteralRow[]): LiteralSheet => sheet('一般公共预算“三公”经费支出情况表', ['项目', '2025年预算数', '2026年预算数', '增减额'], ['“三公”经费合计', 7, 20, 13], ['1.因公出国（境）费', 2, 3, 1], ['2.公务用车购置及运行维护费', 4, 16, 12], ['（1）公务用车购置', null, 12, 12], ['（2）公务用车运行维护', 4, 4, 0], ['3.公务接待费', reception, 1, 0], ...more);
    expect(accusations(audit(list(1)))).toEqual([]);
    expect(accusations(audit(list(1, ['会议费', 5, 6, 1], ['培训费', 5, 6, 1])))).toEqual([]);
    expect(accusations(audit(list(9))).join()).toContain('B5');
    expect(accusations(audit(list(9, ['会议费', 5, 6, 1], ['培训费', 5, 6, 1]))).join()).toContain('B5');
  });
});

it('一般公共预算财政拨款支出决算明细表 by economic class is no table by nature', () => {
  const rows = (wages: number): LiteralSheet => sheet('2025年度一般公共预算财政拨款支出决算明细表', ['科目编码', '科目名称', '合计', '工资福利支出', null, null], [null, null, null, '小计', '基本工资', '津贴补贴'], [null, '合计', 12, 12, 8, 4], ['213', '农林水支出', 12, 12, 8, 4], ['21303', '水利', 12, 12, 8, 4], ['2130301', '行政运行', 12, 12, wages, 4]);
  const session = audit(rows(8));
  expect(shapes(session)).toEqual(['F11g: (合计,工资福利支出,基本工资,津贴补贴)×4']);
  expect(accusations(session)).toEqual([]);
  expect(accusations(audit(rows(80))).join()).toContain('F11.3');
});
