import { THREE_PUBLIC_CODES, type Budget, type Source, type ThreePublic } from './model';
import { Page } from './page';

/** Tables with a row a unit: 收入总表, 支出总表, “三公”经费预算表. */

interface UnitRow {
  readonly code: string;
  readonly name: string;
  /** Indices of the units whose money stands in this row. */
  readonly units: ReadonlySet<number>;
}

type Column = { readonly name: string; readonly sources: readonly Source[]; readonly earmarked?: string };

export function incomeByUnit(budget: Budget, number: string, title: string): Page {
  return sourcesByUnit(budget, number, title, [
    { name: '公共预算拨款', sources: ['general'], earmarked: '其中：专项资金列入部门预算的项目' },
    { name: '政府性基金拨款', sources: ['fund'] },
    ...(budget.options.stateCapital ? [{ name: '国有资本经营预算收入', sources: ['capital'] as const }] : []),
    { name: '上级补助收入', sources: ['superior'] },
    { name: '事业收入', sources: ['institution'], earmarked: '其中：纳入财政专户管理的收费' },
    { name: '事业单位经营收入', sources: ['business'] },
    { name: '附属单位上缴收入', sources: ['affiliate'] },
    { name: budget.options.lineItems === '2024' ? '使用非财政拨款结余' : '用事业基金弥补收支差额', sources: ['savings'] },
    { name: '上年实户资金余额', sources: ['account'] },
    { name: '其他收入', sources: ['other'] },
    { name: '上年结转', sources: ['generalCarry', 'otherCarry'] },
  ]);
}

export function expenditureByUnit(budget: Budget, number: string, title: string): Page {
  const optional: Column[] = [
    { name: '国有资本经营预算收入', sources: ['capital'] },
    { name: '上级补助收入', sources: ['superior'] },
    { name: budget.options.lineItems === '2024' ? '使用非财政拨款结余' : '用事业基金弥补收支差额', sources: ['savings'] },
  ];
  return sourcesByUnit(budget, number, title, [
    { name: '公共预算拨款', sources: ['general'], earmarked: '其中：专项资金列入部门预算的项目' },
    { name: '政府性基金拨款', sources: ['fund'] },
    { name: '事业收入', sources: ['institution'] },
    { name: '事业单位经营收入', sources: ['business'] },
    { name: '对附属单位上缴收入', sources: ['affiliate'] },
    { name: '上年实户资金余额', sources: ['account'] },
    { name: '其他收入', sources: ['other'] },
    { name: '上年结转', sources: ['generalCarry', 'otherCarry'] },
    ...optional.filter((c) => budget.items.some((i) => c.sources.includes(i.source))),
  ]);
}

export function threePublicByUnit(budget: Budget, number: string, title: string): Page {
  const page = new Page(budget, number, 28);
  page.heading(number, title);
  const top = page.row;
  page.header(top, 0, top + 3, 0, '单位编码');
  page.header(top, 1, top + 3, 1, '单位名称');
  ['上年', '当年', '增减变化情况'].forEach((group, g) => {
    const c = 2 + g * 9;
    page.header(top, c, top, c + 8, group);
    page.header(top + 1, c, top + 3, c, '合计');
    page.header(top + 1, c + 1, top + 1, c + 6, '一般公共预算拨款安排的“三公”经费预算');
    page.header(top + 2, c + 1, top + 3, c + 1, '小计');
    page.header(top + 2, c + 2, top + 3, c + 2, '因公出国（境）费用');
    page.header(top + 2, c + 3, top + 3, c + 3, '公务接待费');
    page.header(top + 2, c + 4, top + 2, c + 6, '公务用车购置及运行维护费');
    ['小计', '公务用车购置费', '公务用车运行维护费'].forEach((name, i) => page.label(top + 3, c + 4 + i, name));
    page.header(top + 1, c + 7, top + 3, c + 7, '会议费');
    page.header(top + 1, c + 8, top + 3, c + 8, '培训费');
  });
  page.row = top + 4;
  const kinds = Object.keys(THREE_PUBLIC_CODES) as (keyof ThreePublic)[];
  // Per unit once: a department's row is a sum of its units' rows.
  const current = budget.units.map((): Record<keyof ThreePublic, number> => ({ abroad: 0, reception: 0, purchase: 0, running: 0, meeting: 0, training: 0 }));
  for (const item of budget.items) {
    if (item.source !== 'general' && item.source !== 'generalCarry') continue;
    for (const kind of kinds) if (item.economicCode === THREE_PUBLIC_CODES[kind]) current[item.unit][kind] += item.cents;
  }
  for (const row of unitRows(budget)) {
    const add = (of: readonly ThreePublic[]): number[] => grid(kinds.map((kind) => [...row.units].reduce((s, u) => s + of[u][kind], 0)));
    const before = add(budget.lastYear);
    const now = add(current);
    writeUnit(page, row);
    [...before, ...now, ...now.map((cents, i) => cents - before[i])].forEach((cents, i) => page.amount(page.row, 2 + i, cents));
    page.row++;
  }
  return page;
}

/** 合计, 小计, 出国, 接待, 用车小计, 购置, 运行, 会议, 培训. */
function grid([abroad, reception, purchase, running, meeting, training]: readonly number[]): number[] {
  const cars = purchase + running;
  const three = abroad + reception + cars;
  return [three + meeting + training, three, abroad, reception, cars, purchase, running, meeting, training];
}

function sourcesByUnit(budget: Budget, number: string, title: string, columns: readonly Column[]): Page {
  const last = 2 + columns.reduce((n, c) => n + (c.earmarked === undefined ? 1 : 2), 0);
  const page = new Page(budget, number, last);
  page.heading(number, title);
  const top = page.row;
  page.header(top, 0, top + 2, 0, '单位编码');
  page.header(top, 1, top + 2, 1, '单位名称');
  page.header(top, 2, top, last, '部门预算');
  page.header(top + 1, 2, top + 2, 2, '合计');
  const slots: { column: number; sources: readonly Source[]; earmarked: boolean }[] = [];
  let c = 3;
  for (const column of columns) {
    slots.push({ column: c, sources: column.sources, earmarked: false });
    if (column.earmarked === undefined) page.header(top + 1, c, top + 2, c, column.name);
    else {
      page.header(top + 1, c, top + 1, c + 1, column.name);
      page.label(top + 2, c, '小计');
      page.label(top + 2, c + 1, column.earmarked);
      slots.push({ column: c + 1, sources: column.sources, earmarked: true });
    }
    c += column.earmarked === undefined ? 1 : 2;
  }
  page.row = top + 3;
  const perUnit = budget.units.map(() => slots.map(() => 0));
  for (const item of [...budget.items, ...budget.unspent.map((u) => ({ ...u, earmarked: false }))]) {
    slots.forEach((slot, s) => {
      if (slot.sources.includes(item.source) && (!slot.earmarked || item.earmarked)) perUnit[item.unit][s] += item.cents;
    });
  }
  for (const row of unitRows(budget)) {
    writeUnit(page, row);
    const cents = slots.map((_, s) => [...row.units].reduce((all, u) => all + perUnit[u][s], 0));
    page.amount(page.row, 2, cents.reduce((all, x, s) => all + (slots[s].earmarked ? 0 : x), 0));
    slots.forEach((slot, s) => page.amount(page.row, slot.column, cents[s]));
    page.row++;
  }
  return page;
}

/** 合计, then each 主管部门 with its units. */
export function unitRows(budget: Budget): UnitRow[] {
  const rows: UnitRow[] = [{ code: '', name: '合计', units: new Set(budget.units.keys()) }];
  budget.departments.forEach((department, d) => {
    const members = [...budget.units.keys()].filter((u) => budget.units[u].department === d);
    rows.push({ code: department.code, name: department.name, units: new Set(members) });
    for (const u of members) rows.push({ code: budget.units[u].code, name: budget.units[u].name, units: new Set([u]) });
  });
  return rows;
}

function writeUnit(page: Page, row: UnitRow): void {
  if (row.code !== '') page.label(page.row, 0, row.code);
  page.label(page.row, 1, row.name);
}

