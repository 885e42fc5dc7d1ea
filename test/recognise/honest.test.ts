import { describe, expect, it } from 'vitest';
import { accusations, audit, type LiteralRow, type LiteralSheet } from './literal';

/** Workbooks that look odd and are right. */

const functional = (...rows: LiteralRow[]): LiteralSheet => ({
  name: '表5',
  rows: [['2024年部门综合预算一般公共预算支出明细表（按支出功能分类科目）'], [null, null, null, null, null, null, '单位：元'], ['功能科目编码', '功能科目名称', '合计', '人员经费支出', '公用经费支出', '专项业务经费支出', '备注'], ...rows],
});
const PENSION: LiteralRow[] = [['208', '社会保障和就业支出', 10, 10], ['20805', '行政事业单位养老支出', 10, 10], ['2080505', '机关事业单位基本养老保险缴费支出', 10, 10]];
const HEALTH: LiteralRow[] = [['210', '卫生健康支出', 20, null, 10, 10], ['21015', '医疗保障管理事务', 20, null, 10, 10], ['2101501', '行政运行', 20, null, 10, 10]];

describe('coded tables', () => {
  it('units listed one after the other repeat their codes', () => {
    const rows: LiteralRow[] = [[null, '合计', 60, 20, 20, 20], [null, '某局（本级）', 30, 10, 10, 10], ...PENSION, ...HEALTH, [null, '某中心', 30, 10, 10, 10], ...PENSION, ...HEALTH];
    const session = audit(functional(...rows));
    expect(accusations(session)).toEqual([]);
    expect(session.report.unchecked.filter((u) => u.rule === 'C3')).toHaveLength(1);
  });

  it('a code that stands twice below one unit is still found', () => {
    expect(accusations(audit(functional(['合计', null, 40, null, 20, 20], ...HEALTH, ...HEALTH.slice(2)))).some((a) => a.startsWith('error C3'))).toBe(true);
  });

  it('小计 rows need no code', () => {
    expect(accusations(audit(functional(['合计', null, 30, 10, 10, 10], ...PENSION, [null, '小计', 10, 10], ...HEALTH, [null, '小  计', 20, null, 10, 10])))).toEqual([]);
  });
});

describe('政府采购预算表', () => {
  const head: LiteralRow[] = [
    ['单位综合预算政府采购（资产配置、购买服务）预算表'], ['单位：元'],
    ['科目编码', null, null, '单位编码', '采购项目', '采购目录', '数量', '部门预算支出经济科目编码', null, '政府预算支出经济科目编码', null, '预算金额'],
    ['类', '款', '项', null, null, null, null, '类', '款', '类', '款'],
  ];
  const row = (codes: LiteralRow, name: string, money: number, economic: LiteralRow = [null, null, null, null]): LiteralRow => [...codes, null, name, null, 1, ...economic, money];

  it('without unit codes, 类 > 款 > 项 add up', () => {
    const rows = [
      row([null, null, null], '合计', 50), row(['210', null, null], '卫生健康支出', 50), row(['210', '15', null], '医疗保障管理事务', 50), row(['210', '15', '01'], '行政运行', 50),
      row(['210', '15', '01'], '台式计算机', 20, ['310', '02', '503', '06']), row(['210', '15', '01'], '打印机', 30, ['310', '02', '503', '06']),
    ];
    expect(accusations(audit({ name: '表11', rows: [...head, ...rows] })).filter((a) => / B11/.test(a) && !/数量/.test(a))).toEqual([]);
  });
});

describe('绩效目标表', () => {
  it('a project may name another year', () => {
    const rows: LiteralRow[] = [['表13-1'], ['单位专项业务经费绩效目标表'], ['项目名称', null, '2022年结转信息化项目'], ['主管部门', null, '某局'], ['资金金额（万元）', null, '实施期资金总额：', 10], [null, null, '其中：财政拨款', 10]];
    expect(accusations(audit({ name: '封面', rows: [['2024年单位综合预算公开报表']] }, { name: '表13-1', rows }))).toEqual([]);
  });

  it('another year in the title is found', () => {
    const rows: LiteralRow[] = [['2022年单位专项业务经费绩效目标表'], ['项目名称', null, '信息化项目'], ['资金金额（万元）', null, '实施期资金总额：', 10], [null, null, '其中：财政拨款', 10]];
    expect(accusations(audit({ name: '封面', rows: [['2024年单位综合预算公开报表']] }, { name: '表13-1', rows })).map((a) => a.slice(0, 10))).toEqual(['warning M2']);
  });
});

describe('收支总表 and 收入总表 with last year’s balances', () => {
  const table1 = (carried: LiteralRow): LiteralSheet => ({
    name: '表1',
    rows: [
      ['2024年单位综合预算收支总表'], ['单位：元'], ['项目', '预算数'], ['一、单位预算', 100], ['1、财政拨款', 100], ['(1)一般公共预算拨款', 100], ['(2)政府性基金拨款'], ['(3)国有资本经营预算收入'],
      ['2、上级补助收入'], ['3、事业收入'], ['4、事业单位经营收入'], ['5、附属单位上缴收入'], ['6、其他收入'], ['本年收入合计', 100], ['使用非财政拨款结余'], ['上年实户资金余额'], ['上年结转', 30], carried, ['非财政拨款资金结余'], ['收入总计', 130],
    ],
  });
  const table2 = (total: number): LiteralSheet => ({ name: '表2', rows: [['2024年单位综合预算收入总表'], ['单位：元'], ['单位编码', '单位名称', '合计', '一般公共预算拨款', '事业收入', '其他收入'], ['合计', null, total, total], ['401001', '某中心', total, total]] });

  it('an income table without columns for balances shows the income of the year', () => {
    expect(accusations(audit(table1(['其中：财政拨款资金结转', 30]), table2(100)))).toEqual([]);
  });

  it('but not less', () => {
    expect(accusations(audit(table1(['其中：财政拨款资金结转', 30]), table2(90))).map((a) => a.split(' ')[1])).toContain('X1b');
  });

  it('the parts of 上年结转 may be left blank, not wrong', () => {
    expect(accusations(audit(table1(['其中：财政拨款资金结转'])))).toEqual([]);
    expect(accusations(audit(table1(['其中：财政拨款资金结转', 20]))).map((a) => a.split(' ')[1])).toEqual(['B01.2a']);
  });
});
