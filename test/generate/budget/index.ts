/**
 * Generates a 综合预算公开 workbook that is consistent to the 分: cover, 目录 and all 15 (单位) or 16 (部门) tables.
 * Every figure is a sum of the model's leaf items; nothing is taken from the audit.
 */
import type { WorkbookSnapshot } from '../../../src/audit/workbook';
import { freeze, Sheet } from '../grid';
import { generalByEconomicCode, generalByFunction } from './codes';
import { drawBudget } from './draw';
import type { Budget } from './model';
import { fullBudgetOptions, type BudgetOptions } from './options';
import { levelWord, nameLine, type Page } from './page';
import { carriedOver, procurement, specialProjects } from './projects';
import { blankTargets, projectTargets, wholeTargets } from './targets';
import { fiscalIncomeAndExpenditure, fundIncomeAndExpenditure, incomeAndExpenditure } from './totals';
import { expenditureByUnit, incomeByUnit, threePublicByUnit } from './units';

export { drawBudget } from './draw';
export * from './model';
export { fullBudgetOptions, type BudgetOptions } from './options';

interface Listed {
  readonly title: string;
  readonly empty: boolean;
  readonly sheets: (number: string) => Sheet[];
}

export function generateDepartmentBudget(options: BudgetOptions): WorkbookSnapshot {
  return budgetWorkbook(drawBudget(fullBudgetOptions(options)));
}

/** A 部门 workbook of about so many cells (3,000 to some millions), for measuring growth. */
export function generateBudgetOfCells(cells: number, seed: number | string): WorkbookSnapshot {
  // Measured: the trees and blocks take about 5,000 cells, a unit with five projects 372.
  const units = Math.max(2, Math.round((cells - 5_000) / 372));
  return generateDepartmentBudget({ seed, year: 2024, units, departments: Math.ceil(units / 900), projectsPerUnit: 5, targets: 'stacked' });
}

/** The workbook of a model; for tests that want to compare the two. */
export function budgetWorkbook(budget: Budget): WorkbookSnapshot {
  const tables = listTables(budget);
  const sheets = tables.flatMap((table, i) => table.sheets(`表${i + 1}`));
  return freeze({
    name: `${budget.options.year}年${levelWord(budget)}综合预算.xlsx`,
    sheets: [cover(budget), contents(budget, tables), ...sheets],
  });
}

function listTables(budget: Budget): Listed[] {
  const word = levelWord(budget);
  const has = (source: string): boolean => budget.items.some((i) => i.source === source);
  const table = (rest: string, make: (b: Budget, number: string, title: string) => Page, empty = false): Listed => {
    const title = `${word}综合预算${rest}`;
    return { title, empty, sheets: (number) => [make(budget, number, title).sheet] };
  };
  return [
    table('收支总表', incomeAndExpenditure),
    table('收入总表', incomeByUnit),
    table('支出总表', expenditureByUnit),
    table('财政拨款收支总表', fiscalIncomeAndExpenditure),
    table('一般公共预算支出明细表（按支出功能分类科目）', (b, n, t) => generalByFunction(b, n, t, false)),
    table('一般公共预算支出明细表（按支出经济分类科目）', (b, n, t) => generalByEconomicCode(b, n, t, false)),
    table('一般公共预算基本支出明细表（按支出功能分类科目）', (b, n, t) => generalByFunction(b, n, t, true)),
    table('一般公共预算基本支出明细表（按支出经济分类科目）', (b, n, t) => generalByEconomicCode(b, n, t, true)),
    table('政府性基金收支表', fundIncomeAndExpenditure, !has('fund')),
    table('专项业务经费支出表', specialProjects, budget.projects.length === 0),
    ...(budget.options.level === 'department' ? [table('财政拨款结转资金支出表', carriedOver, !has('generalCarry'))] : []),
    table('政府采购（资产配置、购买服务）预算表', procurement, budget.purchases.length === 0),
    table('一般公共预算拨款“三公”经费及会议费、培训费支出预算表', threePublicByUnit, !budget.options.threePublic),
    { title: `${word}专项业务经费绩效目标表`, empty: budget.projects.length === 0, sheets: (number) => projectTargets(budget, number) },
    { title: `${word}整体支出绩效目标表`, empty: false, sheets: (number) => [wholeTargets(budget, number).sheet] },
    { title: '专项资金总体绩效目标表', empty: true, sheets: (number) => [blankTargets(budget, number).sheet] },
  ];
}

function cover(budget: Budget): Sheet {
  const sheet = new Sheet('封面');
  sheet.set(5, 0, `${budget.options.year}年${levelWord(budget)}综合预算公开报表`);
  sheet.set(8, 0, nameLine(budget));
  sheet.set(10, 0, '保密审查情况：已审查');
  sheet.set(12, 0, `${levelWord(budget)}主要负责人审签情况：已审签`);
  return sheet;
}

function contents(budget: Budget, tables: readonly Listed[]): Sheet {
  const sheet = new Sheet('目录');
  sheet.set(0, 0, '报表目录');
  sheet.merge(0, 0, 0, 3);
  ['报表', '报表名称', '是否空表', '表格为空的理由'].forEach((text, i) => sheet.set(1, i, text));
  tables.forEach((table, i) => {
    sheet.set(2 + i, 0, `表${i + 1}`);
    sheet.set(2 + i, 1, table.title);
    if (table.empty) sheet.set(2 + i, 2, '是');
    else if (budget.options.style === 'plain') sheet.set(2 + i, 2, '否');
    if (table.empty) sheet.set(2 + i, 3, `本${levelWord(budget)}不涉及`);
  });
  return sheet;
}
