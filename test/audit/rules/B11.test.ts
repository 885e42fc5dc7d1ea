import { budget } from '../support/budgetBook';
import { testRule } from '../support/ruleTester';
import { only, without } from '../support/sheets';

const book = only(budget, '表11');
const base = { name: '政府采购预算表', book };

testRule('B11.1', {
  holds: [base],
  fails: [
    { name: 'an item', book, change: { '表11!K8': 6_000 }, findings: [{ cells: '表11!K6 K7 K8', difference: '-1000.00' }] },
    { name: '合计', book, change: { '表11!K5': 54_000 }, findings: [{ cells: '表11!K5 K6', difference: '9000.00' }] },
  ],
  insufficient: [{ name: 'the table is missing', book: without(budget, '表11'), reason: /“政府采购（资产配置、购买服务）预算表”不在工作簿中/ }],
});

testRule('B11.2', {
  holds: [base],
  fails: [{ name: '数量', book, change: { '表11!F6': 13 }, findings: [{ cells: '表11!F6 F7 F8', difference: '1.00', severity: 'warning' }, { cells: '表11!F5 F6', difference: '-1.00', severity: 'warning' }] }],
  notApplicable: [{ name: 'no quantities at all', book, change: { '表11!F5': null, '表11!F6': null, '表11!F7': null, '表11!F8': null } }],
});
