import { total, type Budget } from './model';
import { Page } from './page';
import { unitRows } from './units';

/** Tables of projects and purchases: B10, B11c, B11. */

/** Money of each project, in 分. */
export function projectMoney(budget: Budget): number[] {
  const money = budget.projects.map(() => 0);
  for (const item of budget.items) if (item.project !== null) money[item.project] += item.cents;
  return money;
}

export function specialProjects(budget: Budget, number: string, title: string): Page {
  const page = new Page(budget, number, 3);
  page.heading(number, title);
  ['单位编码', '单位（项目）名称', '项目金额', '项目简介'].forEach((text, i) => page.label(page.row, i, text));
  page.row++;
  const money = projectMoney(budget);
  const line = (level: number, code: string, name: string, cents: number, note = ''): void => {
    if (code !== '') page.label(page.row, 0, code);
    page.label(page.row, 1, (budget.options.indent ? '  '.repeat(level) : '') + name);
    page.amount(page.row, 2, cents);
    if (note !== '') page.label(page.row, 3, note);
    page.row++;
  };
  const ofUnit = budget.units.map((): number[] => []);
  budget.projects.forEach((project, p) => ofUnit[project.unit].push(p));
  for (const row of unitRows(budget)) {
    const own = [...row.units].flatMap((u) => ofUnit[u]);
    const sumOf = (list: readonly number[]): number => list.reduce((all, p) => all + money[p], 0);
    if (own.length === 0 && row.code !== '') continue;
    line(row.code.length === 6 ? 2 : row.code.length === 3 ? 1 : 0, row.code, row.name, sumOf(own));
    if (row.code.length !== 6) continue;
    for (const kind of ['专用项目', '履职项目'] as const) {
      const list = own.filter((p) => budget.projects[p].kind === kind);
      if (list.length === 0) continue;
      line(3, '', kind, sumOf(list));
      for (const p of list) {
        if (budget.options.projectGroups === 1) line(4, '', budget.projects[p].group, money[p]);
        line(4 + budget.options.projectGroups, '', budget.projects[p].name, money[p], '保障工作正常开展。');
      }
    }
  }
  return page;
}

/** 财政拨款结转资金支出表: an item a row, below its unit. */
export function carriedOver(budget: Budget, number: string, title: string): Page {
  const page = new Page(budget, number, 9);
  page.heading(number, title);
  const heads = ['单位编码', '单位（项目）名称', '功能科目编码', '功能科目名称', '部门经济科目编码', '部门经济科目名称', '政府经济科目编码', '政府经济科目名称', '金额', '备注'];
  heads.forEach((text, i) => page.label(page.row, i, text));
  page.row++;
  const carried = budget.items.filter((i) => i.source === 'generalCarry');
  for (const row of unitRows(budget)) {
    const own = carried.filter((i) => row.units.has(i.unit));
    if (own.length === 0) continue;
    if (row.code !== '') page.label(page.row, 0, row.code);
    page.label(page.row, 1, row.name);
    page.amount(page.row++, 8, total(own, () => true));
    if (row.code.length !== 6) continue;
    for (const item of own) {
      if (item.project !== null) page.label(page.row, 1, budget.projects[item.project].name);
      [item.functionCode, item.economicCode, item.governmentCode].forEach((code, i) => {
        page.label(page.row, 2 + 2 * i, code);
        page.label(page.row, 3 + 2 * i, budget.chart.name(code));
      });
      page.amount(page.row++, 8, item.cents);
    }
  }
  return page;
}

/** 政府采购: per functional code its 全额 row, then its units, then the purchases. */
export function procurement(budget: Budget, number: string, title: string): Page {
  const page = new Page(budget, number, 15);
  page.heading(number, title);
  const top = page.row;
  page.header(top, 0, top, 2, '科目编码');
  ['类', '款', '项'].forEach((text, i) => page.label(top + 1, i, text));
  ['单位编码', '采购项目', '采购目录', '购买服务内容', '规格型号', '数量'].forEach((text, i) => page.header(top, 3 + i, top + 1, 3 + i, text));
  page.header(top, 9, top, 10, '部门预算支出经济科目编码');
  page.header(top, 11, top, 12, '政府预算支出经济科目编码');
  ['类', '款', '类', '款'].forEach((text, i) => page.label(top + 1, 9 + i, text));
  ['实施采购时间', '预算金额', '说明'].forEach((text, i) => page.header(top, 13 + i, top + 1, 13 + i, text));
  page.row = top + 2;
  const { purchases } = budget;
  const line = (code: string, unit: string, name: string, list: typeof purchases): void => {
    if (code !== '') [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)].forEach((part, i) => page.sheet.set(page.row, i, part));
    if (unit !== '') page.label(page.row, 3, unit);
    page.label(page.row, 4, name);
    page.sheet.set(page.row, 8, list.reduce((all, p) => all + p.quantity, 0), '0');
    page.amount(page.row, 14, list.reduce((all, p) => all + p.cents, 0));
  };
  if (purchases.length > 0) {
    line('', '', '合计', purchases);
    page.row++;
  }
  for (const code of [...new Set(purchases.map((p) => p.functionCode))].sort()) {
    const ofCode = purchases.filter((p) => p.functionCode === code);
    line(code, '1', '全额', ofCode);
    page.row++;
    for (const u of [...new Set(ofCode.map((p) => p.unit))].sort((a, b) => a - b)) {
      const ofUnit = ofCode.filter((p) => p.unit === u);
      line(code, budget.units[u].code, budget.units[u].name, ofUnit);
      page.row++;
      for (const p of ofUnit) {
        line(code, '', budget.projects[p.project].name, [p]);
        page.label(page.row, 5, p.economicCode.startsWith('310') ? 'A02010000信息化设备' : 'C23990000其他商务服务');
        page.label(page.row, 7, '按需');
        [p.economicCode.slice(0, 3), p.economicCode.slice(3), p.governmentCode.slice(0, 3), p.governmentCode.slice(3)].forEach((part, i) => page.label(page.row, 9 + i, part));
        page.label(page.row, 13, `${budget.options.year}年`);
        page.row++;
      }
    }
  }
  return page;
}
