import { budget } from '../support/budgetBook';
import { testRule } from '../support/ruleTester';
import { changed, without } from '../support/sheets';

const base = { name: 'the whole budget', book: budget };
const book = budget;

testRule('X1', {
  holds: [base],
  fails: [
    { name: 'a kind of income in one table only', book, change: { '表1!B12': 7 }, findings: [{ cells: '表2!G6 表1!B12', difference: '-7.00' }] },
  ],
  insufficient: [{ name: '表2 is missing', book: without(book, '表2'), reason: /“收入总表”不在工作簿中/ }],
});

testRule('X1a', {
  holds: [base],
  fails: [{ name: '合计', book, change: { '表2!C6': 1_000_000 }, findings: [{ cells: '表2!C6 表1!B23', difference: '-100000.00', message: /表2 C6 .* 1,000,000\.00 ≠ 表1 B23 收入总计 1,100,000\.00，相差 -100,000\.00/ }] }],
  notApplicable: [{ name: 'there is a balance', book, change: { '表1!B19': 4 } }],
});

testRule('X1b', {
  holds: [{ name: '合计 without the balances', book, change: { '表1!B20': 40, '表1!B23': 1_100_040 } }, { name: '合计 with them', book, change: { '表1!B20': 40, '表1!B23': 1_100_040, '表2!C6': 1_100_040 } }],
  fails: [
    { name: 'above 收入总计', book, change: { '表1!B20': 40, '表1!B23': 1_100_040, '表2!C6': 1_100_041 }, findings: [{ cells: '表2!C6 表1!B23', difference: '1.00' }] },
    { name: 'below 本年收入合计', book, change: { '表1!B20': 40, '表1!B23': 1_100_040, '表2!C6': 1_099_999 }, findings: [{ cells: '表2!C6 表1!B17', difference: '-1.00' }] },
  ],
  notApplicable: [{ ...base, name: 'no balance' }],
});

testRule('X2b', {
  holds: [base],
  fails: [{ name: '政府性基金拨款', book, change: { '表3!F6': 1 }, findings: [{ cells: '表3!F6 表1!B9', difference: '-99999.00' }] }],
  notApplicable: [{ name: 'there is a carry-over', book, change: { '表1!B20': 4 } }],
});

testRule('X2c', {
  holds: [{ name: 'carry-over among the appropriations', book, change: { '表1!B20': 4, '表3!D6': 1_000_004 } }],
  fails: [{ name: 'less than 表1', book, change: { '表1!B20': 4, '表3!D6': 999_999 }, findings: [{ cells: '表3!D6 表1!B7', difference: '-1.00' }] }],
  notApplicable: [{ ...base, name: 'no carry-over' }],
});

testRule('X2', {
  holds: [base],
  fails: [{ name: '合计', book, change: { '表3!C6': 1 }, findings: [{ cells: '表3!C6 表1!D15', difference: '-1099999.00' }] }],
  notApplicable: [{ name: 'money is carried forward', book, change: { '表1!D13': 5 } }],
  insufficient: [{ name: '表3 is missing', book: without(book, '表3'), reason: /“支出总表”不在工作簿中/ }],
});

testRule('X2a', {
  holds: [{ name: '支出总表 below 支出总计', book, change: { '表1!D13': 5, '表1!D15': 1_100_005 } }],
  fails: [{ name: '支出总表 above 支出总计', book, change: { '表1!D13': 5, '表3!C6': 1_100_001 }, findings: [{ cells: '表3!C6 表1!D15', difference: '1.00' }] }],
  notApplicable: [{ ...base, name: 'nothing is carried forward' }],
});

testRule('X3', {
  holds: [base],
  fails: [{ name: '一般公共预算拨款', book, change: { '表4!B6': 1_000_010 }, findings: [{ cells: '表4!B6 表1!B7', difference: '10.00' }] }],
  insufficient: [{ name: '表4 is missing', book: without(book, '表4'), reason: /“财政拨款收支总表”不在工作簿中/ }],
});

testRule('X3a', {
  holds: [base],
  fails: [
    { name: 'a class', book, change: { '表4!D8': 90_000 }, findings: [{ cells: '表4!D8 表1!D8', difference: '-10000.00' }] },
    { name: 'a class that one of the tables does not list', book, change: { '表4!C11': null, '表4!D11': null }, findings: [{ cells: '表1!D11', difference: '-50000.00', message: /没有 221 行/ }] },
    { name: 'an economic line', book, change: { '表4!F17': 1 }, findings: [{ cells: '表4!F17 表1!F17', difference: '-49999.00' }] },
  ],
  notApplicable: [{ name: 'there is other income', book, change: { '表1!B16': 1 } }],
});

testRule('X3b', {
  holds: [{ name: 'other income, and 表4 below 表1', book, change: { '表1!B16': 10, '表1!D8': 100_010 } }],
  fails: [{ name: '表4 above 表1', book, change: { '表1!B16': 10, '表4!H7': 350_001 }, findings: [{ cells: '表4!H7 表1!H7', difference: '1.00' }] }],
  notApplicable: [{ ...base, name: 'fiscal money only' }],
});

testRule('X4', {
  holds: [base],
  fails: [{ name: '表5 合计', book, change: { '表5!C4': 1_000_000.5 }, findings: [{ cells: '表5!C4 表4!B6', difference: '0.50' }] }],
  notApplicable: [{ name: 'there is a carry-over', book, change: { '表4!B11': 3 } }, { name: 'money is carried forward', book, change: { '表4!D13': 3 } }],
  insufficient: [
    { name: '表5 is missing', book: without(book, '表5'), reason: /“一般公共预算支出明细表（按支出功能分类科目）”不在工作簿中/ },
    { name: 'the carry-over is no number', book, change: { '表4!B11': '待定' }, reason: /前提条件读不出来/ },
  ],
});

const carried = changed(budget, { '表4!B11': 300 });
testRule('X4a', {
  holds: [{ name: 'between the appropriation and it plus carry-over', book: carried, change: { '表5!C4': 1_000_300 } }],
  fails: [
    { name: 'above both', book: carried, change: { '表5!C4': 1_000_301 }, findings: [{ cells: '表5!C4 表4!B6 B11', difference: '1.00' }] },
    { name: 'below the appropriation', book: carried, change: { '表5!C4': 999_999 }, findings: [{ cells: '表5!C4 表4!B6', difference: '-1.00', message: / < / }] },
  ],
  notApplicable: [{ ...base, name: 'no carry-over' }],
});

testRule('X4b', {
  holds: [base, { name: 'without 表9, where 表4 has no fund money', book: without(book, '表9'), change: { '表4!D10': null } }],
  fails: [
    { name: 'a class', book, change: { '表5!C8': 840_000 }, findings: [{ cells: '表5!C8 表4!D9', difference: '-10000.00' }] },
    { name: 'a class with money in 表4 only (both ways)', book, change: { '表4!D7': 3_360 }, findings: [{ cells: '表4!D7', difference: '-3360.00', message: /表5 中没有 205 行/ }] },
    { name: 'the fund part is taken off', book, change: { '表9!D6': 90_000 }, findings: [{ cells: '表4!D10 表9!D6', difference: '-10000.00' }] },
  ],
  notApplicable: [{ name: '国有资本经营预算 in 表4', book, change: { '表4!B9': 1 } }],
  insufficient: [{ name: 'the condition is no number and 表9 is missing', book: without(book, '表9'), change: { '表4!B11': '待定', '表5!C8': 1 }, reason: /前提条件读不出来/ }],
});

testRule('X4c', {
  holds: [{ name: 'with a carry-over 表5 is below', book: carried }],
  fails: [{ name: '表5 above 表4', book: carried, change: { '表5!C5': 100_001 }, findings: [{ cells: '表5!C5 表4!D8', difference: '1.00' }] }],
  notApplicable: [{ ...base, name: 'no carry-over' }],
});
