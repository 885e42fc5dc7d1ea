import type { Sheet } from '../grid';
import { wanyuan } from '../money';
import { GENERAL, total, type Budget } from './model';
import { AMOUNT, Page, levelWord, publisherName } from './page';
import { projectMoney } from './projects';

/** 绩效目标表: one a project (B13), the whole agency's (B14), the blank form of B15. All in 万元. */

const INDICATORS: readonly (readonly [string, readonly (readonly [string, string, string])[]])[] = [
  ['产出指标', [['数量指标', '开展工作次数', '≥12次'], ['质量指标', '任务完成率', '100%'], ['时效指标', '完成时限', '12月底前'], ['成本指标', '支出控制', '不超预算']]],
  ['效益指标', [['经济效益指标', '', ''], ['社会效益指标', '服务保障水平', '逐步提高'], ['生态效益指标', '', ''], ['可持续影响指标', '作用年限', '≥1年']]],
  ['满意度指标', [['服务对象满意度指标', '服务对象满意度', '≥95%']]],
];

/** One 绩效目标表 a project, on its own sheet or a hundred to a sheet. */
export function projectTargets(budget: Budget, number: string): Sheet[] {
  const sheets: Sheet[] = [];
  const money = projectMoney(budget);
  budget.projects.forEach((project, p) => {
    const stacked = budget.options.targets === 'stacked';
    const below = stacked && p % 100 !== 0 ? sheets[sheets.length - 1] : undefined;
    const department = budget.departments[budget.units[project.unit].department].name;
    const page = new Page(budget, stacked ? `${number}-${Math.floor(p / 100) + 1}组` : `${number}-${p + 1}`, 5, below);
    form(page, `${number}-${p + 1}`, `${levelWord(budget)}专项业务经费绩效目标表`, project.name, department, money[p]);
    if (!below) sheets.push(page.sheet);
  });
  return sheets;
}

export function wholeTargets(budget: Budget, number: string): Page {
  const page = new Page(budget, number, 5);
  const { items } = budget;
  page.heading(number, `${levelWord(budget)}整体支出绩效目标表`, null);
  page.label(page.row, 0, `${levelWord(budget)}${levelWord(budget) === '部门' ? '（单位）' : ''}名称`);
  page.label(page.row++, 2, publisherName(budget));
  const top = page.row;
  page.header(top, 1, top + 1, 1, '任务名称');
  page.header(top, 2, top + 1, 2, '主要内容');
  page.header(top, 3, top, 5, '预算金额（万元）');
  ['总额', '财政拨款', '其他资金'].forEach((text, i) => page.label(top + 1, 3 + i, text));
  page.row = top + 2;
  const general = (nature: string): number => total(items, (i) => GENERAL.includes(i.source) && i.nature === nature);
  const fiscal = (...sources: string[]): number => total(items, (i) => sources.includes(i.source));
  const others = total(items, (i) => !GENERAL.includes(i.source) && i.source !== 'fund' && i.source !== 'capital');
  const kept = (own: boolean): number => budget.unspent.reduce((all, u) => all + ((u.source === 'generalCarry') === own ? u.cents : 0), 0);
  const tasks: [string, string, number, number][] = [
    ['人员经费', '保障人员工资福利', general('personnel'), 0],
    ['公用经费', '保障机构正常运转', general('public'), 0],
    ['项目经费', '完成专项业务工作', general('special'), 0],
    ['政府性基金项目', '政府性基金安排的支出', fiscal('fund'), 0],
    ['国有资本经营预算项目', '国有资本经营预算安排的支出', fiscal('capital'), 0],
    ['非财政拨款支出', '事业收入等安排的支出', 0, others],
    ['结转下年', '结转下年及未安排的资金', kept(true), kept(false)],
  ];
  const shown = tasks.filter(([, , a, b]) => a + b > 0);
  page.header(top, 0, page.row + shown.length, 0, '年度主要任务');
  for (const [name, content, own, other] of [...shown, ['金额合计', '', shown.reduce((s, t) => s + t[2], 0), shown.reduce((s, t) => s + t[3], 0)] as const]) {
    page.label(page.row, 1, name);
    if (content !== '') page.label(page.row, 2, content);
    tenThousands(page, page.row, 3, own + other);
    tenThousands(page, page.row, 4, own);
    tenThousands(page, page.row++, 5, other);
  }
  page.label(page.row, 0, '年度总体目标');
  page.label(page.row++, 1, '围绕年度工作要点，完成各项任务。');
  indicators(page, ['一级指标', '二级指标', '指标内容', '', '指标值'], true);
  return page;
}

export function blankTargets(budget: Budget, number: string): Page {
  const page = new Page(budget, number, 5);
  form(page, number, '专项资金总体绩效目标表', '', '', null);
  return page;
}

function form(page: Page, number: string, title: string, name: string, department: string, cents: number | null): void {
  page.heading(number, title, null);
  const row = (label: string, value: string): void => {
    page.header(page.row, 0, page.row, 2, label);
    if (value !== '') page.label(page.row, 3, value);
    page.row++;
  };
  row('项目名称', name);
  row('主管部门', department);
  page.header(page.row, 0, page.row + 2, 2, '资金金额 (万元)');
  ['实施期资金总额：', '其中：财政拨款', '其他资金'].forEach((text, i) => {
    page.label(page.row + i, 3, text);
    if (cents !== null && i < 2) tenThousands(page, page.row + i, 4, cents);
  });
  page.row += 3;
  page.label(page.row, 0, '总体目标');
  if (cents !== null) page.label(page.row, 1, '保障工作顺利开展，资金及时足额到位。');
  page.row++;
  indicators(page, ['一级指标', '二级指标', '指标内容', '指标值', '备注'], cents !== null);
}

function indicators(page: Page, heads: readonly string[], filled: boolean): void {
  page.label(page.row, 0, '年度绩效指标');
  heads.forEach((text, i) => text !== '' && page.label(page.row, 1 + i, text));
  const value = 1 + heads.indexOf('指标值');
  page.row++;
  for (const [first, seconds] of INDICATORS) {
    page.header(page.row, 1, page.row + seconds.length - 1, 1, first);
    for (const [second, content, wanted] of seconds) {
      page.label(page.row, 2, second);
      if (filled && content !== '') page.label(page.row, 3, content);
      if (filled && wanted !== '') page.label(page.row, value, wanted);
      page.row++;
    }
  }
}

function tenThousands(page: Page, row: number, column: number, cents: number): void {
  if (cents !== 0) page.sheet.set(row, column, wanyuan(cents), AMOUNT);
}
