import { accounts } from '../support/accountsBook';
import { testRule } from '../support/ruleTester';
import { changed, without } from '../support/sheets';

const book = accounts;
const base = { name: 'the whole accounts', book };

testRule('F04.1', {
  holds: [base],
  fails: [{ name: 'a line', book, change: { '公开04表!E7': 60 }, findings: [{ cells: '公开04表!D7 E7 F7 G7', difference: '5.00' }] }],
  insufficient: [{ name: 'the table is missing', book: without(book, '公开04表'), reason: /“财政拨款收入支出决算总表”不在工作簿中/ }],
});
testRule('F04.2', {
  holds: [base],
  fails: [
    { name: 'a fund column', book, change: { '公开04表!F8': 9 }, findings: [{ cells: '公开04表!F10 F5 F6 F7 F8 F9', difference: '1.00' }] },
    { name: '本年收入合计', book, change: { '公开04表!B10': 90 }, findings: [{ cells: '公开04表!B10 B5 B6 B7', difference: '-10.00' }] },
  ],
});
testRule('F04.3', {
  holds: [{ name: 'balances and their parts', book, change: { '公开04表!B11': 3, '公开04表!B12': 2, '公开04表!B13': 1 } }],
  fails: [{ name: 'a part without its sum (as in 003 公开04表!B31)', book, change: { '公开04表!B12': 90 }, findings: [{ cells: '公开04表!B11 B12 B13', difference: '-90.00' }] }],
  notApplicable: [{ ...base, name: 'no balance' }],
});
const listed = changed(book, { '公开04表!C6': '其中：社会保险补助', '公开04表!C5': '二、社会保障和就业支出', '公开04表!D5': 20, '公开04表!E5': 20, '公开04表!D6': 8, '公开04表!E6': 8 });
testRule('F04.3a', {
  holds: [{ name: '其中 below its line', book: listed }],
  fails: [{ name: '其中 above its line', book: listed, change: { '公开04表!E6': 20.5 }, findings: [{ cells: '公开04表!E6 E5', difference: '0.50' }] }],
});
testRule('F04.4', {
  holds: [base],
  fails: [{ name: '收入总计', book, change: { '公开04表!B14': 10 }, findings: [{ cells: '公开04表!B14 B10 B11', difference: '-90.00' }, { cells: '公开04表!B14 D14', difference: '-90.00' }] }],
});
testRule('F04.4a', {
  holds: [base],
  fails: [{ name: 'a balance of one fund', book, change: { '公开04表!B13': 2 }, findings: [{ cells: '公开04表!B6 B13 F14', difference: '2.00' }] }],
});
testRule('F04.5', {
  holds: [base],
  fails: [{ name: '一般公共预算', book, change: { '公开01表!B5': 91 }, findings: [{ cells: '公开04表!B5 公开01表!B5', difference: '-1.00' }] }],
});
testRule('F04.6', {
  holds: [{ name: 'other income, and 公开04表 below', book, change: { '公开01表!B10': 1 } }],
  fails: [{ name: 'other income, and 公开04表 above', book, change: { '公开01表!B10': 1, '公开04表!D6': 21 }, findings: [{ cells: '公开04表!D6 公开01表!D6', difference: '1.00' }] }],
  notApplicable: [{ ...base, name: 'fiscal money only' }],
});
testRule('F04.7', {
  holds: [base],
  fails: [{ name: 'a class', book, change: { '公开01表!D9': null }, findings: [{ cells: '公开04表!D9 公开01表!D9', difference: '5.00' }] }],
  notApplicable: [{ name: 'other income', book, change: { '公开01表!B10': 1 } }],
  insufficient: [{ name: '公开01表 is missing', book: without(book, '公开01表'), reason: /“收入支出决算总表”不在工作簿中/ }],
});
