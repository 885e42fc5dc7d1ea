/**
 * Generates a 部门决算公开 workbook (公开01表–公开09表, 万元): every figure is rounded by itself from exact 分,
 * so that sums show the rounding tails of real workbooks and nothing else.
 */
import type { WorkbookSnapshot } from '../../../src/audit/workbook';
import { freeze, Sheet } from '../grid';
import { capitalTable, fundTable, generalSpendingTable, incomeTable, spendingTable } from './coded';
import { basicSpendingTable, threePublicTable } from './economic';
import { drawFinalAccounts, fullFinalAccountsOptions, type FinalAccounts, type FinalAccountsOptions } from './model';
import type { AccountsPage } from './page';
import { fiscalIncomeAndSpending, incomeAndSpending } from './totals';

export * from './model';

export function generateFinalAccounts(options: FinalAccountsOptions): WorkbookSnapshot {
  return finalAccountsWorkbook(drawFinalAccounts(fullFinalAccountsOptions(options)));
}

/** The workbook of given accounts; for tests that want to compare the two. */
export function finalAccountsWorkbook(accounts: FinalAccounts): WorkbookSnapshot {
  const pages: AccountsPage[] = [
    incomeAndSpending(accounts), incomeTable(accounts), spendingTable(accounts), fiscalIncomeAndSpending(accounts), generalSpendingTable(accounts),
    basicSpendingTable(accounts), threePublicTable(accounts), fundTable(accounts), capitalTable(accounts),
  ];
  const sheets = pages.map((page) => page.sheet);
  return freeze({
    name: `${accounts.options.year}年部门决算.xlsx`,
    sheets: [cover(accounts), ...(accounts.options.contents ? [contents(accounts, sheets)] : []), ...sheets],
  });
}

function cover(accounts: FinalAccounts): Sheet {
  const sheet = new Sheet('封面');
  sheet.set(5, 0, `${accounts.name}${accounts.options.year}年度部门决算公开`);
  sheet.set(8, 0, '保密审查情况：已审查');
  sheet.set(10, 0, '部门主要负责人审签情况：已审签');
  return sheet;
}

function contents(accounts: FinalAccounts, sheets: readonly Sheet[]): Sheet {
  const sheet = new Sheet('目录');
  sheet.set(0, 0, `第二部分 ${accounts.options.year}年度部门决算表`);
  sheet.merge(0, 0, 0, 3);
  ['序号', '内容', '是否空表', '表格为空的理由'].forEach((text, i) => sheet.set(1, i, text));
  sheets.forEach((table, i) => {
    const empty = ![...table.cells()].some(({ cell }) => typeof cell.value === 'number' && cell.value !== 0);
    sheet.set(2 + i, 0, `表${i + 1}`);
    sheet.set(2 + i, 1, table.text(0, 0));
    sheet.set(2 + i, 2, empty ? '是' : '否');
    if (empty) sheet.set(2 + i, 3, '本年度无此项收支');
  });
  return sheet;
}
