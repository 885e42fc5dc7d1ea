import { GENERAL, type Budget, type Nature } from './model';
import { Page } from './page';

/** 一般公共预算(基本)支出明细表 by functional and by economic codes: B05–B08. */

const COLUMNS: readonly (readonly [Nature, string])[] = [
  ['personnel', '人员经费支出'],
  ['public', '公用经费支出'],
  ['special', '专项业务经费支出'],
];

type Amounts = Record<'personnel' | 'public' | 'special', number>;

export function generalByFunction(budget: Budget, number: string, title: string, basicOnly: boolean): Page {
  const rows = functionTree(budget.items);
  const columns = basicOnly ? COLUMNS.slice(0, 2) : COLUMNS;
  const page = new Page(budget, number, 3 + columns.length);
  page.heading(number, title);
  ['功能科目编码', '功能科目名称', '合计', ...columns.map((c) => c[1]), '备注'].forEach((text, i) => page.label(page.row, i, text));
  page.row++;
  page.label(page.row, 1, '合计');
  amounts(page, 2, columns, grandTotal(rows));
  const write = (tree: ReadonlyMap<string, Amounts>): void => {
    for (const code of [...tree.keys()].sort()) {
      page.label(page.row, 0, code);
      page.label(page.row, 1, budget.chart.name(code));
      amounts(page, 2, columns, tree.get(code) ?? zero());
    }
  };
  if (!budget.options.unitRows) write(rows);
  else {
    budget.units.forEach((unit, u) => {
      const tree = functionTree(budget.items.filter((i) => i.unit === u));
      page.label(page.row, 0, unit.code);
      page.label(page.row, 1, unit.name);
      amounts(page, 2, columns, grandTotal(tree));
      write(tree);
    });
  }
  return page;
}

/** Amounts of 一般公共预算 by 类, 款 and 项. */
function functionTree(items: Budget['items']): Map<string, Amounts> {
  const rows = new Map<string, Amounts>();
  for (const item of items) {
    if (!GENERAL.includes(item.source)) continue;
    const { functionCode: code } = item;
    for (const key of new Set([code.slice(0, 3), code.slice(0, 5), code])) add(rows, key, item.nature, item.cents);
  }
  return rows;
}

export function generalByEconomicCode(budget: Budget, number: string, title: string, basicOnly: boolean): Page {
  const rows = new Map<string, Amounts>();
  for (const item of budget.items) {
    if (!GENERAL.includes(item.source)) continue;
    add(rows, item.economicCode.slice(0, 3), item.nature, item.cents);
    add(rows, `${item.economicCode} ${item.governmentCode}`, item.nature, item.cents);
  }
  const columns = basicOnly ? COLUMNS.slice(0, 2) : COLUMNS;
  const word = budget.options.style === 'plain' && budget.options.level === 'unit' ? '单位' : '部门';
  const page = new Page(budget, number, 5 + columns.length);
  page.heading(number, title);
  const heads = [`${word}经济科目编码`, `${word}经济科目名称`, '政府经济科目编码', '政府经济科目名称', '合计', ...columns.map((c) => c[1]), '备注'];
  heads.forEach((text, i) => page.label(page.row, i, text));
  page.row++;
  page.label(page.row, 3, '合计');
  amounts(page, 4, columns, grandTotal(rows));
  for (const key of [...rows.keys()].sort()) {
    const [code, government] = key.split(' ');
    page.label(page.row, 0, code);
    page.label(page.row, 1, budget.chart.name(code));
    if (government !== undefined) {
      page.label(page.row, 2, government);
      page.label(page.row, 3, budget.chart.name(government));
    }
    amounts(page, 4, columns, rows.get(key) ?? zero());
  }
  return page;
}

function zero(): Amounts {
  return { personnel: 0, public: 0, special: 0 };
}

function add(rows: Map<string, Amounts>, key: string, nature: Nature, cents: number): void {
  const row = rows.get(key) ?? zero();
  if (nature === 'personnel' || nature === 'public' || nature === 'special') row[nature] += cents;
  rows.set(key, row);
}

function grandTotal(rows: ReadonlyMap<string, Amounts>): Amounts {
  const all = zero();
  for (const [key, row] of rows) {
    if (key.length !== 3) continue;
    for (const [nature] of COLUMNS) all[nature as keyof Amounts] += row[nature as keyof Amounts];
  }
  return all;
}

function amounts(page: Page, column: number, columns: typeof COLUMNS, row: Amounts): void {
  const cents = columns.map(([nature]) => row[nature as keyof Amounts]);
  [cents.reduce((a, b) => a + b, 0), ...cents].forEach((x, i) => page.amount(page.row, column + i, x));
  page.row++;
}
