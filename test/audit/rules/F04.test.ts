import { accounts } from '../support/accountsBook';
import { byNature } from '../support/accountsByNature';
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

const third = { name: 'by nature and economic class', book: byNature };
testRule('F04.8', {
  holds: [third],
  fails: [
    { name: 'a fund of 项目支出', book: byNature, change: { '公开04表!K8': 11 }, findings: [{ cells: '公开04表!I8 J8 K8 L8', difference: '-1.00' }, { cells: '公开04表!K14 K5 K8', difference: '-1.00' }] },
    { name: '公用经费', book: byNature, change: { '公开04表!I7': 14, '公开04表!J7': 14 }, findings: [{ cells: '公开04表!I5 I6 I7', difference: '1.00' }, { cells: '公开04表!J5 J6 J7', difference: '1.00' }] },
    { name: '其中 above 项目支出', book: byNature, change: { '公开04表!I9': 31, '公开04表!J9': 31 }, findings: [{ cells: '公开04表!I9 I8', difference: '1.00' }, { cells: '公开04表!J9 J8', difference: '11.00' }] },
  ],
});
testRule('F04.9', {
  holds: [third],
  fails: [
    { name: 'a class', book: byNature, change: { '公开04表!J12': 36 }, findings: [{ cells: '公开04表!J10 J11 J12 J13', difference: '-1.00' }] },
    { name: 'the total of the classes', book: byNature, change: { '公开04表!K10': 9, '公开04表!K12': 9 }, findings: [{ cells: '公开04表!K10 K14', difference: '-1.00' }] },
  ],
});
testRule('F04.10', {
  holds: [third],
  fails: [
    { name: '本年支出合计', book: byNature, change: { '公开04表!J14': 91 }, findings: [{ cells: '公开04表!J14 E10', difference: '1.00' }] },
    { name: '年末结转和结余', book: byNature, change: { '公开04表!D11': 5, '公开04表!I15': 4 }, findings: [{ cells: '公开04表!I15 D11', difference: '-1.00' }] },
    { name: '总计', book: byNature, change: { '公开04表!I16': 99 }, findings: [{ cells: '公开04表!I16 D14', difference: '-1.00' }] },
  ],
});
testRule('F04.11', {
  holds: [third],
  fails: [
    { name: '人员经费', book: byNature, change: { '公开04表!I6': 56 }, findings: [{ cells: '公开04表!I6 公开01表!F6', difference: '1.00' }] },
    { name: '项目支出', book: byNature, change: { '公开01表!F8': 29 }, findings: [{ cells: '公开04表!I8 公开01表!F8', difference: '1.00' }] },
  ],
});
testRule('F03.4', {
  holds: [third],
  fails: [
    { name: '基本支出', book: byNature, change: { '公开01表!F5': 71 }, findings: [{ cells: '公开03表!D4 公开01表!F5', difference: '-1.00' }] },
    { name: '项目支出', book: byNature, change: { '公开03表!E4': 31 }, findings: [{ cells: '公开03表!E4 公开01表!F8', difference: '1.00' }] },
  ],
});
testRule('F05.10', {
  holds: [third],
  fails: [{ name: '项目支出', book: byNature, change: { '公开04表!J8': 21 }, findings: [{ cells: '公开05表!G5 公开04表!J8', difference: '-1.00' }] }],
});
