import type { LiteralRow, LiteralSheet } from './literal';

/** The 26 functional lines of the national form of 2020 and after, with their numbers as printed. */
const LINES = [
  '一、一般公共服务支出', '二、外交支出', '三、国防支出', '四、公共安全支出', '五、教育支出', '六、科学技术支出', '七、文化旅游体育与传媒支出', '八、社会保障和就业支出',
  '九、卫生健康支出', '十、节能环保支出', '十一、城乡社区支出', '十二、农林水支出', '十三、交通运输支出', '十四、资源勘探工业信息等支出', '十五、商业服务业等支出', '十六、金融支出',
  '十七、援助其他地区支出', '十八、自然资源海洋气象等支出', '十九、住房保障支出', '二十、粮油物资储备支出', '二十一、国有资本经营预算支出', '二十二、灾害防治及应急管理支出',
  '二十三、其他支出', '二十四、债务还本支出', '二十五、债务付息支出', '二十六、抗疫特别国债安排的支出',
];

const INCOME: readonly (readonly [string, number | null])[] = [
  ['一、一般公共预算财政拨款收入', 100], ['二、政府性基金预算财政拨款收入', 20], ['三、国有资本经营预算财政拨款收入', null], ['四、上级补助收入', null], ['五、事业收入', 30],
  ['六、经营收入', null], ['七、附属单位上缴收入', null], ['八、其他收入', 5],
];

const MONEY: Readonly<Record<string, number>> = { '八、社会保障和就业支出': 13, '九、卫生健康支出': 112, '十一、城乡社区支出': 20, '十九、住房保障支出': 7 };

/** 收入支出决算总表 with 行次, and the sub-lines that some years print below 结余分配 and the balances. */
export function incomeAndSpending(title = '收入支出决算总表', subLines = false): LiteralSheet {
  const rows: LiteralRow[] = [
    [title], [null, null, null, null, null, '公开01表'], ['公开部门：某市水利局', null, null, null, null, '金额单位：万元'],
    ['收入', null, null, '支出'], ['项目', '行次', '金额', '项目', '行次', '金额'], ['栏次', null, '1', '栏次', null, '2'],
  ];
  LINES.forEach((line, i) => rows.push([INCOME[i]?.[0] ?? null, String(i + 1), INCOME[i]?.[1] ?? null, line, String(i + 32), MONEY[line] ?? null]));
  rows.push(['本年收入合计', '27', 155, '本年支出合计', '58', 152]);
  rows.push(['使用非财政拨款结余（含专用结余）', '28', 1, '结余分配', '59', 2]);
  if (subLines) rows.push([null, '29', null, '    提取职工福利基金', '60', 1.5], [null, '30', null, '    转入事业基金', '61', 0.5]);
  rows.push(['年初结转和结余', '29', 6, '年末结转和结余', '60', 8]);
  if (subLines) rows.push(['    基本支出结转', '31', 2, '    基本支出结转', '62', 3], ['    项目支出结转和结余', '32', 4, '    项目支出结转和结余', '63', 5], ['    经营结余', '33', null, '    经营结余', '64', null]);
  rows.push([null, '30', null, null, '61', null]);
  rows.push(['总计', '31', 162, '总计', '62', 162]);
  rows.push(['注：1.本表反映部门本年度的总收支和年末结转结余情况。'], ['    2.本套报表金额单位转换时可能存在尾数误差。']);
  return { name: '收入支出决算总表', rows };
}

/** Codes and their names; money by column. */
const CODES: readonly (readonly [string, string])[] = [
  ['208', '社会保障和就业支出'], ['20805', '行政事业单位养老支出'], ['2080505', '机关事业单位基本养老保险缴费支出'],
  ['210', '卫生健康支出'], ['21015', '医疗保障管理事务'], ['2101501', '行政运行'], ['2101550', '事业运行'],
  ['212', '城乡社区支出'], ['21208', '国有土地使用权出让收入安排的支出'], ['2120899', '其他国有土地使用权出让收入安排的支出'],
  ['221', '住房保障支出'], ['22102', '住房改革支出'], ['2210201', '住房公积金'],
];

function tree(leaves: Readonly<Record<string, readonly (number | null)[]>>, width: number): LiteralRow[] {
  const sum = (prefix: string): (number | null)[] =>
    Array.from({ length: width }, (_, c) => {
      const own = Object.entries(leaves).filter(([code, money]) => code.startsWith(prefix) && money[c] !== null).map(([, money]) => Number(money[c]));
      return own.length === 0 ? null : own.reduce((a, b) => a + b, 0);
    });
  const rows: LiteralRow[] = [['合计', null, null, null, ...sum('')]];
  for (const [code, name] of CODES) if (Object.keys(leaves).some((leaf) => leaf.startsWith(code))) rows.push([code, null, null, name, ...sum(code)]);
  return rows;
}

const HEAD = (title: string, number: string, last: number): LiteralRow[] => [
  [title], [...Array<null>(last).fill(null), number], ['公开部门：某市水利局', ...Array<null>(last - 1).fill(null), '金额单位：万元'],
];

export function incomeTable(title = '收入决算表'): LiteralSheet {
  return {
    name: title,
    rows: [
      ...HEAD(title, '公开02表', 11),
      ['项目', null, null, null, '本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', null, '经营收入', '附属单位上缴收入', '其他收入'],
      ['功能分类科目编码', null, null, '科目名称', null, null, null, '小计', '其中：教育收费'],
      ['栏次', null, null, null, '1', '2', '3', '4', '5', '6', '7', '8'],
      ...tree({ '2080505': [13, 13, null, null, null, null, null, null], '2101501': [80, 80, null, null, null, null, null, null], '2101550': [35, null, null, 30, null, null, null, 5], '2120899': [20, 20, null, null, null, null, null, null], '2210201': [7, 7, null, null, null, null, null, null] }, 8),
      ['注：本表反映部门本年度取得的各项收入情况。'],
    ],
    merges: [
      { top: 3, left: 0, bottom: 3, right: 3 }, { top: 3, left: 4, bottom: 4, right: 4 }, { top: 3, left: 5, bottom: 4, right: 5 }, { top: 3, left: 6, bottom: 4, right: 6 }, { top: 3, left: 7, bottom: 3, right: 8 },
      { top: 3, left: 9, bottom: 4, right: 9 }, { top: 3, left: 10, bottom: 4, right: 10 }, { top: 3, left: 11, bottom: 4, right: 11 }, { top: 4, left: 0, bottom: 4, right: 2 },
    ],
  };
}

export function spendingTable(title = '支出决算表'): LiteralSheet {
  return {
    name: title,
    rows: [
      ...HEAD(title, '公开03表', 9),
      ['项目', null, null, null, '本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
      ['功能分类科目编码', null, null, '科目名称'],
      ['类', '款', '项', '栏次', '1', '2', '3', '4', '5', '6'],
      ...tree({ '2080505': [13, 13, null, null, null, null], '2101501': [80, 60, 20, null, null, null], '2101550': [32, 30, 2, null, null, null], '2120899': [20, null, 20, null, null, null], '2210201': [7, 7, null, null, null, null] }, 6),
      ['注：本表反映部门本年度各项支出情况。'],
    ],
  };
}

export function fiscalSummary(title = '财政拨款收入支出决算总表'): LiteralSheet {
  const income: readonly (readonly [string, number | null])[] = [['一、一般公共预算财政拨款', 100], ['二、政府性基金预算财政拨款', 20], ['三、国有资本经营预算财政拨款', null]];
  const money: Readonly<Record<string, readonly (number | null)[]>> = { '八、社会保障和就业支出': [13, 13, null, null], '九、卫生健康支出': [80, 80, null, null], '十一、城乡社区支出': [20, null, 20, null], '十九、住房保障支出': [7, 7, null, null] };
  const rows: LiteralRow[] = [
    ...HEAD(title, '公开04表', 8),
    ['收  入', null, null, '支  出'],
    ['项目', '行次', '金额', '项目', '行次', '合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'],
    ['栏次', null, '1', '栏次', null, '2', '3', '4', '5'],
  ];
  LINES.forEach((line, i) => rows.push([income[i]?.[0] ?? null, String(i + 1), income[i]?.[1] ?? null, line, String(i + 33), ...(money[line] ?? [null, null, null, null])]));
  rows.push(['本年收入合计', '27', 120, '本年支出合计', '59', 120, 100, 20, null]);
  rows.push(['年初财政拨款结转和结余', '28', 1, '年末财政拨款结转和结余', '60', 1, 1, null, null]);
  rows.push(['    一般公共预算财政拨款', '29', 1], ['    政府性基金预算财政拨款', '30', null], ['    国有资本经营预算财政拨款', '31', null]);
  rows.push(['总计', '32', 121, '总计', '64', 121, 101, 20, null]);
  rows.push(['注：本表反映部门本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支和年末结转结余情况。']);
  return { name: title, rows };
}

export function generalSpending(title = '一般公共预算财政拨款支出决算表'): LiteralSheet {
  return {
    name: title,
    rows: [
      ...HEAD(title, '公开05表', 6),
      ['项目', null, null, null, '本年支出'],
      ['功能分类科目编码', null, null, '科目名称', '小计', '基本支出', '项目支出'],
      ['栏次', null, null, null, '1', '2', '3'],
      ...tree({ '2080505': [13, 13, null], '2101501': [80, 60, 20], '2210201': [7, 7, null] }, 3),
      ['注：本表反映部门本年度一般公共预算财政拨款支出情况。'],
    ],
    merges: [{ top: 3, left: 0, bottom: 3, right: 3 }, { top: 3, left: 4, bottom: 3, right: 6 }, { top: 4, left: 0, bottom: 4, right: 2 }],
  };
}

export function basicSpending(title = '一般公共预算财政拨款基本支出决算明细表'): LiteralSheet {
  return {
    name: title,
    rows: [
      ...HEAD(title, '公开06表', 8),
      ['人员经费', null, null, '公用经费'],
      ['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数'],
      ['301', '工资福利支出', 66, '302', '商品和服务支出', 9, '307', '债务利息及费用支出', null],
      ['30101', '  基本工资', 46, '30201', '  办公费', 7, '30701', '  国内债务付息', null],
      ['30108', '  机关事业单位基本养老保险缴费', 13, '30217', '  公务接待费', 0.5, '30702', '  国外债务付息', null],
      ['30113', '  住房公积金', 7, '30231', '  公务用车运行维护费', 1.5, '310', '资本性支出', 3],
      ['303', '对个人和家庭的补助', 2, '30239', '  其他交通费用', null, '31002', '  办公设备购置', 3],
      ['30302', '  退休费', 2, null, null, null, '399', '其他支出', null],
      [null, null, null, null, null, null, '39999', '  其他支出', null],
      ['人员经费合计', null, 68, '公用经费合计', null, null, null, null, 12],
      ['注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。'],
    ],
  };
}

export function threePublic(title = '财政拨款“三公”经费支出决算表'): LiteralSheet {
  return {
    name: title,
    rows: [
      ...HEAD(title, '公开07表', 11),
      ['预算数', null, null, null, null, null, '决算数'],
      ['合计', '因公出国（境）费', '公务用车购置及运行维护费', null, null, '公务接待费', '合计', '因公出国（境）费', '公务用车购置及运行维护费', null, null, '公务接待费'],
      [null, null, '小计', '公务用车购置费', '公务用车运行维护费', null, null, null, '小计', '公务用车购置费', '公务用车运行维护费'],
      ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
      [3, null, 2, null, 2, 1, 2, null, 1.5, null, 1.5, 0.5],
      ['注：本表反映部门本年度“三公”经费支出预决算情况。'],
    ],
    merges: [
      { top: 3, left: 0, bottom: 3, right: 5 }, { top: 3, left: 6, bottom: 3, right: 11 }, { top: 4, left: 0, bottom: 5, right: 0 }, { top: 4, left: 1, bottom: 5, right: 1 }, { top: 4, left: 2, bottom: 4, right: 4 }, { top: 4, left: 5, bottom: 5, right: 5 },
      { top: 4, left: 6, bottom: 5, right: 6 }, { top: 4, left: 7, bottom: 5, right: 7 }, { top: 4, left: 8, bottom: 4, right: 10 }, { top: 4, left: 11, bottom: 5, right: 11 },
    ],
  };
}

export function fundTable(title = '政府性基金预算财政拨款收入支出决算表'): LiteralSheet {
  return {
    name: title.slice(0, 31),
    rows: [
      ...HEAD(title, '公开08表', 9),
      ['项目', null, null, null, '年初结转和结余', '本年收入', '本年支出', null, null, '年末结转和结余'],
      ['功能分类科目编码', null, null, '科目名称', null, null, '小计', '基本支出', '项目支出'],
      ['栏次', null, null, null, '1', '2', '3', '4', '5', '6'],
      ...tree({ '2120899': [null, 20, 20, null, 20, null] }, 6),
    ],
    merges: [{ top: 3, left: 0, bottom: 3, right: 3 }, { top: 3, left: 4, bottom: 4, right: 4 }, { top: 3, left: 5, bottom: 4, right: 5 }, { top: 3, left: 6, bottom: 3, right: 8 }, { top: 3, left: 9, bottom: 4, right: 9 }, { top: 4, left: 0, bottom: 4, right: 2 }],
  };
}

export function capitalTable(title = '国有资本经营预算财政拨款支出决算表'): LiteralSheet {
  return {
    name: title,
    rows: [
      ...HEAD(title, '公开09表', 6),
      ['项目', null, null, null, '本年支出'],
      ['功能分类科目编码', null, null, '科目名称', '合计', '基本支出', '项目支出'],
      ['栏次', null, null, null, '1', '2', '3'],
      ['合计', null, null, null, null, null, null],
      [null, null, null, null, null, null, null],
      ['注：本部门没有使用国有资本经营预算安排的支出，故本表为空。'],
    ],
  };
}

export const COVER: LiteralSheet = { name: '封面', rows: [[null], ['某市水利局'], ['2022年度部门决算公开']] };

/** All nine tables, one a sheet. */
export function nationalBook(): LiteralSheet[] {
  return [COVER, incomeAndSpending(), incomeTable(), spendingTable(), fiscalSummary(), generalSpending(), basicSpending(), threePublic(), fundTable(), capitalTable()];
}
