import { accounts } from '../support/accountsBook';
import { testRule } from '../support/ruleTester';
import { only, without } from '../support/sheets';

const book = accounts;
const base = { name: 'the whole accounts', book };
const alone = only(accounts, '公开06表');

testRule('F06.1', {
  holds: [base],
  fails: [{ name: 'a row', book, change: { '公开06表!C10': 3 }, findings: [{ cells: '公开06表!C10 D10 E10', difference: '1.00' }] }],
  rounding: [{ name: '0.01 (as in 003 rows 6, 7, 16)', book: alone, change: { '公开06表!C10': 2.01 }, cells: '公开06表!C10 C8' }],
  insufficient: [{ name: 'the table is missing', book: without(book, '公开06表'), reason: /“一般公共预算财政拨款基本支出决算表”不在工作簿中/ }],
});
testRule('F06.2', {
  holds: [base],
  fails: [{ name: '款 not in its 类', book, change: { '公开06表!E9': 14 }, findings: [{ cells: '公开06表!E8 E9 E10', difference: '-1.00' }] }],
});
testRule('F06.3', {
  holds: [base],
  fails: [{ name: '公用 of the 合计 row', book, change: { '公开06表!E4': 16 }, findings: [{ cells: '公开05表!D5 公开06表!D4 E4', difference: '-1.00' }, { cells: '公开06表!E4 公开05表!F5', difference: '1.00' }] }],
  insufficient: [{ name: '公开05表 is missing', book: without(book, '公开05表'), reason: /不在工作簿中/ }],
});
testRule('F06.4', {
  holds: [base],
  fails: [{ name: '30201 under 人员经费', book, change: { '公开06表!D9': 1 }, findings: [{ cells: '公开06表!D9', severity: 'warning', message: /公用经费/ }] }],
});
