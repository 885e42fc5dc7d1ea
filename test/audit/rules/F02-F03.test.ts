import { accounts } from '../support/accountsBook';
import { testRule } from '../support/ruleTester';
import { without } from '../support/sheets';

const book = accounts;
const base = { name: 'the whole accounts', book };

testRule('F02.1', {
  holds: [base],
  fails: [{ name: 'a row', book, change: { '公开02表!H19': 1 }, findings: [{ cells: '公开02表!C19 D19 E19 F19 H19', difference: '-1.00' }] }],
  rounding: [{ name: '0.01 between two figures', book: without(book, '公开01表'), change: { '公开02表!D19': 4.99, '公开02表!D18': 4.99, '公开02表!D17': 4.99, '公开02表!D4': 99.99 }, cells: '公开02表!C4 C17 C18 C19' }],
  insufficient: [{ name: 'the table is missing', book: without(book, '公开02表'), reason: /“收入决算表”不在工作簿中/ }],
});
testRule('F02.2', {
  holds: [base],
  fails: [{ name: 'a 项 not in its 款', book, change: { '公开02表!D13': 9 }, findings: [{ cells: '公开02表!D11 D12 D13', difference: '1.00' }] }],
});
testRule('F02.3', {
  holds: [base],
  fails: [
    { name: '财政拨款收入', book, change: { '公开02表!D4': 99 }, findings: [{ cells: '公开02表!D4 公开01表!B5 B6 B7', difference: '-1.00' }] },
    { name: '其他收入', book, change: { '公开01表!B10': 2 }, findings: [{ cells: '公开02表!H4 公开01表!B10', difference: '-2.00' }] },
  ],
});
testRule('F02.4', {
  holds: [{ name: '教育收费 below 事业收入', book, change: { '公开02表!F6': 2, '公开02表!G6': 1 } }],
  fails: [{ name: '教育收费 above 事业收入', book, change: { '公开02表!F6': 2, '公开02表!G6': 3 }, findings: [{ cells: '公开02表!G6 F6', difference: '1.00' }] }],
  notApplicable: [{ ...base, name: 'both blank' }],
});

testRule('F03.1', {
  holds: [base],
  fails: [{ name: 'a row', book, change: { '公开03表!E9': 11 }, findings: [{ cells: '公开03表!C9 D9 E9 F9 G9 H9', difference: '-1.00' }] }],
  insufficient: [{ name: 'text in a row', book, change: { '公开03表!E9': '约10' }, reason: /公开03表 E9 .*不是数/ }],
});
testRule('F03.2', {
  holds: [base],
  fails: [{ name: '合计', book, change: { '公开03表!D4': 71 }, findings: [{ cells: '公开03表!D4 D5 D10 D14 D17', difference: '1.00' }] }],
});
testRule('F03.3', {
  holds: [base],
  fails: [
    { name: 'a class', book, change: { '公开01表!D9': null }, findings: [{ cells: '公开03表!C17 公开01表!D9', difference: '5.00' }] },
    { name: 'a class in one table only', book, change: { '公开01表!D5': 3 }, findings: [{ cells: '公开01表!D5', difference: '-3.00', message: /公开03表 中没有 201 行/ }] },
  ],
  rounding: [{ name: 'copies of one figure are two rounded figures', book, change: { '公开01表!D9': 5.01 }, cells: ['公开01表!D11', '公开03表!C17', '公开04表!D9'] }],
});
