import { budget } from '../support/budgetBook';
import { testRule } from '../support/ruleTester';
import { only, without } from '../support/sheets';

const book = only(budget, '表4');
const base = { name: '财政拨款收支总表', book };

testRule('B04.1', {
  holds: [base],
  fails: [{ name: '一、 is not 1+2+3', book, change: { '表4!B9': 1 }, findings: [{ cells: '表4!B5 B6 B8 B9', difference: '-1.00' }] }],
  insufficient: [{ name: 'the table is missing', book: without(budget, '表4'), reason: /“财政拨款收支总表”不在工作簿中/ }],
});

testRule('B04.1a', {
  holds: [base],
  fails: [{ name: '其中 above its line', book, change: { '表4!B7': 2_000_000 }, findings: [{ cells: '表4!B7 B6', difference: '1000000.00' }] }],
});

testRule('B04.2', {
  holds: [base, { name: '上年结转 counts to 收入总计', book, change: { '表4!B11': 9, '表4!B12': 1_100_009 } }],
  fails: [{ name: '收入总计', book, change: { '表4!B12': 110_000 }, findings: [{ cells: '表4!B12 B10 B11', difference: '-990000.00' }] }],
});

testRule('B04.3', {
  holds: [base],
  fails: [{ name: 'a class left blank', book, change: { '表4!D8': null }, findings: [{ cells: '表4!D5 D6 D7 D8 D9 D10 D11', difference: '100000.00' }] }],
});

testRule('B04.4', {
  holds: [base],
  fails: [{ name: '(2)商品和服务支出 one digit wrong (as in 002 表4!F8)', book, change: { '表4!F8': 110_000 }, findings: [{ cells: '表4!F6 F7 F8 F9 F10', difference: '-10000.00' }] }],
});

testRule('B04.5', {
  holds: [base],
  fails: [{ name: '对个人和家庭的补助', book, change: { '表4!H11': 200_000 }, findings: [{ cells: '表4!H5 H6 H7 H8 H9 H10 H11', difference: '-180000.00' }] }],
});

testRule('B04.6', {
  holds: [base],
  fails: [{ name: '支出总计 of one block', book, change: { '表4!D14': 1 }, findings: [{ cells: '表4!B12 D14', difference: '1099999.00' }] }],
});

testRule('B04.7', {
  holds: [base],
  fails: [{ name: 'income and expenditure differ', book, change: { '表4!D12': 1_000_000 }, findings: [{ cells: '表4!B10 D12', difference: '100000.00' }] }],
  notApplicable: [{ name: 'there is a carry-over', book, change: { '表4!B11': 1 } }],
});
