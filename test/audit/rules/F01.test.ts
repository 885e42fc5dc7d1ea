import { expect, it } from 'vitest';
import { accounts } from '../support/accountsBook';
import { byNature } from '../support/accountsByNature';
import { auditOf, testRule } from '../support/ruleTester';
import { changed, only, without, type Book, type Row } from '../support/sheets';

const book = only(accounts, '公开01表');
const base = { name: '收入支出决算总表', book };

testRule('F01.1', {
  holds: [base],
  fails: [{ name: 'outside n × s/2: 0.03 over four figures', book, change: { '公开01表!B5': 89.96, '公开01表!B9': 0.01 }, findings: [{ cells: '公开01表!B11 B5 B6 B7 B8 B9 B10', difference: '0.03' }] }],
  rounding: [{ name: 'inside n × s/2: 0.02 over four figures', book, change: { '公开01表!B5': 89.97, '公开01表!B9': 0.01 }, cells: '公开01表!B11' }],
  insufficient: [{ name: 'the table is missing', book: without(accounts, '公开01表'), reason: /“收入支出决算总表”不在工作簿中/ }],
});

testRule('F01.2', {
  holds: [base],
  fails: [{ name: 'a class left blank (as in 003 公开01表!D24)', book, change: { '公开01表!D9': null }, findings: [{ cells: '公开01表!D11 D5 D6 D7 D8 D9', difference: '5.00' }] }],
  // Blanks and zeros are known exactly: three figures and the total give 2 × 0.01.
  rounding: [{ name: 'zeros are no rounded figures', book, change: { '公开01表!D7': 64.98 }, cells: '公开01表!D11' }],
});
testRule('F01.2', {
  fails: [{ name: '0.03 over five figures, zeros not counted', book, change: { '公开01表!D7': 64.97, '公开01表!D5': 0 }, findings: [{ cells: '公开01表!D11 D5 D6 D7 D8 D9', difference: '0.03' }] }],
  insufficient: [{ name: 'a class that is no number', book, change: { '公开01表!D7': '六五' }, reason: /公开01表 D7 .*不是数/ }],
});

const older = changed(book, { '公开01表!A13': '年初结转和结余', '公开01表!B13': 5, '公开01表!A14': '其中：项目支出结转和结余', '公开01表!B14': 5, '公开01表!A15': '总计', '公开01表!B15': 105, '公开01表!C13': '年末结转和结余', '公开01表!D13': 5, '公开01表!C14': '其中：项目支出结转和结余', '公开01表!D14': 5, '公开01表!C15': '总计', '公开01表!D15': 105 });
testRule('F01.4', {
  holds: [{ name: 'parts of the balances (until 2019)', book: older }],
  fails: [{ name: 'a part above its balance', book: older, change: { '公开01表!D14': 7 }, findings: [{ cells: '公开01表!D13 D14', difference: '-2.00' }] }],
});

testRule('F01.3', {
  holds: [base, { name: 'balances', book, change: { '公开01表!B13': 5, '公开01表!B14': 105, '公开01表!D13': 5, '公开01表!D14': 105 } }],
  fails: [
    { name: '总计', book, change: { '公开01表!D14': 99 }, findings: [{ cells: '公开01表!D14 D11 D12 D13', difference: '-1.00' }, { cells: '公开01表!B14 D14', difference: '1.00' }] },
  ],
});

const third = only(byNature, '公开01表');
const whole = { name: 'by nature and economic class', book: third };

testRule('F01.5', {
  holds: [whole],
  fails: [
    { name: '项目支出', book: third, change: { '公开01表!F8': 31 }, findings: [{ cells: '公开01表!F14 F5 F8', difference: '-1.00' }] },
    { name: '人员经费', book: third, change: { '公开01表!F6': 54 }, findings: [{ cells: '公开01表!F5 F6 F7', difference: '1.00' }] },
    { name: '其中 above 项目支出', book: third, change: { '公开01表!F9': 32 }, findings: [{ cells: '公开01表!F9 F8', difference: '2.00' }] },
  ],
});
testRule('F01.6', {
  holds: [whole, { name: 'remittances have no economic class', book: third, change: { '公开01表!E9': '三、上缴上级支出', '公开01表!F9': 10, '公开01表!F8': 20, '公开01表!F10': 90, '公开01表!F12': 35 } }],
  fails: [
    { name: 'a class', book: third, change: { '公开01表!F12': 46 }, findings: [{ cells: '公开01表!F10 F11 F12 F13', difference: '-1.00' }] },
    { name: 'less than basic and project', book: third, change: { '公开01表!F10': 99, '公开01表!F12': 44 }, findings: [{ cells: '公开01表!F10 F5 F8', difference: '-1.00' }] },
    { name: 'more than expenditure of the year', book: third, change: { '公开01表!F10': 101, '公开01表!F12': 46 }, findings: [{ cells: '公开01表!F10 F14', difference: '1.00' }] },
  ],
});
testRule('F01.7', {
  holds: [whole, { name: 'a balance on one side is read on both', book: third, change: { '公开01表!D13': 5, '公开01表!F16': 5 } }],
  fails: [
    { name: '本年支出合计', book: third, change: { '公开01表!F14': 101 }, findings: [{ cells: '公开01表!F14 D11', difference: '1.00' }] },
    { name: '年末结转和结余', book: third, change: { '公开01表!D13': 5, '公开01表!F16': 6 }, findings: [{ cells: '公开01表!F16 D13', difference: '1.00' }] },
    { name: '总计', book: third, change: { '公开01表!F17': 99 }, findings: [{ cells: '公开01表!F17 D14', difference: '-1.00' }] },
  ],
});

// 年初预算数 90 and 全年预算数 95 beside each 决算数 of 100: columns B C D | F G H, and the third part J K L.
const BUDGETS = [0.9, 0.95, 1] as const;
const withBudgets = (rows: readonly Row[]): Row[] => rows.map((row, r) => {
  const groups = Array.from({ length: Math.ceil(row.length / 2) }, (_, i) => [row[2 * i] ?? null, row[2 * i + 1] ?? null]);
  return groups.flatMap(([label, value]): Row => (r < 3 ? [label, value, null, null] : r === 3 ? [label, '年初预算数', '全年预算数', '决算数'] : [label, ...BUDGETS.map((share) => (typeof value === 'number' ? Math.round(value * share * 100) / 100 : value))]));
});
const budgets: Book = { ...third, 公开01表: withBudgets(third.公开01表) };
const beside = { name: 'budgets beside the accounts', book: budgets };

testRule('F01.8', {
  holds: [beside],
  fails: [
    { name: '年初预算数 of the year', book: budgets, change: { '公开01表!B11': 91 }, findings: [{ cells: '公开01表!B11 B5 B6 B7 B8 B9 B10', difference: '1.00', severity: 'error' }, { cells: '公开01表!B14 B11 B12 B13', difference: '-1.00' }] },
    { name: '全年预算数 of a class', book: budgets, change: { '公开01表!G7': 60 }, findings: [{ cells: '公开01表!G11 G5 G6 G7 G8 G9', difference: '1.75' }] },
    { name: '全年预算数 of 项目支出', book: budgets, change: { '公开01表!K8': 27 }, findings: [{ cells: '公开01表!K14 K5 K8', difference: '1.50' }] },
  ],
});
testRule('F01.9', {
  holds: [beside],
  fails: [{ name: '年初预算数 that do not balance', book: budgets, change: { '公开01表!F14': 91, '公开01表!F13': 1, '公开01表!J17': 91, '公开01表!J16': 1 }, findings: [{ cells: '公开01表!B14 F14', difference: '-1.00', severity: 'warning' }] }],
});
testRule('F01.1', {
  holds: [beside],
  fails: [{ name: '决算数 is what the others are compared with', book: budgets, change: { '公开01表!D11': 101 }, findings: [{ cells: '公开01表!D11 D5 D6 D7 D8 D9 D10', difference: '1.00' }] }],
});
testRule('F03.3', { holds: [{ name: 'budgets are not compared with 支出决算表', book: { ...byNature, 公开01表: withBudgets(byNature.公开01表) } }] });

it('决算数 whose word is lost is not the budget beside it', () => {
  const report = auditOf({ name: '', book: changed({ ...accounts, 公开01表: withBudgets(accounts.公开01表) }, { '公开01表!D4': null, '公开01表!H4': null }) });
  expect(report.findings.filter((f) => f.severity === 'error').map((f) => f.message)).toEqual([]);
});
