import { accounts } from '../support/accountsBook';
import { testRule } from '../support/ruleTester';
import { only, without, type Book, type Row } from '../support/sheets';

const book = accounts;
const base = { name: 'the whole accounts', book };
const alone = only(accounts, '公开05表');

testRule('F05.1', {
  holds: [base],
  fails: [{ name: 'a row', book, change: { '公开05表!G10': null }, findings: [{ cells: '公开05表!C10 D10 G10', difference: '10.00' }] }],
  insufficient: [{ name: 'the table is missing', book: without(book, '公开05表'), reason: /“一般公共预算财政拨款支出决算表”不在工作簿中/ }],
});
testRule('F05.2', {
  holds: [base],
  fails: [{ name: 'outside: 0.02 over three figures', book: alone, change: { '公开05表!F13': 15.02 }, findings: [{ cells: '公开05表!D13 E13 F13', difference: '-0.02' }] }],
  rounding: [{ name: 'inside: 0.01 over three figures, several places, one hint (as in 003 rows 6, 13, 18)', book: alone, change: { '公开05表!F13': 15.01, '公开05表!E8': 10.01 }, cells: '公开05表!D8 D13 E7 F12' }],
  notApplicable: [{ name: 'no basic expenditure at all', book: { 封面: alone.封面, 公开05表: alone.公开05表.map((row, r) => (r < 4 ? row : [row[0], row[1], row[6], null, null, null, row[6]])) } }],
});
testRule('F05.3', {
  holds: [base],
  fails: [{ name: 'a class', book, change: { '公开05表!E15': 6 }, findings: [{ cells: '公开05表!E15 E16', difference: '1.00' }, { cells: '公开05表!E5 E6 E11 E15', difference: '-1.00' }] }],
});
testRule('F05.4', {
  holds: [base],
  fails: [
    { name: '合计', book, change: { '公开05表!C5': 91 }, findings: [{ cells: '公开05表!C5 公开04表!E10', difference: '1.00' }] },
    { name: 'a class', book, change: { '公开04表!E7': 66 }, findings: [{ cells: '公开05表!C11 公开04表!E7', difference: '-1.00' }] },
  ],
});
testRule('F05.5', {
  holds: [base, { name: 'below', book, change: { '公开05表!C8': 9 } }],
  fails: [{ name: 'above 公开03表', book, change: { '公开05表!D8': 11 }, findings: [{ cells: '公开05表!D8 公开03表!D7', difference: '1.00', message: / > / }] }],
  rounding: [{ name: '0.01 above two rounded figures', book, change: { '公开05表!D8': 10.01 }, cells: '公开05表!C8 D8 D7' }],
});

/** 财决08表 and 财决09表 as some places publish them: income and balances beside expenditure; columns C–E 年初, F–H 本年收入, I–M 本年支出, N–P 年末. */
const HEAD: Book[string] = [
  ['科目编码', '科目名称', '年初结转和结余', null, null, '本年收入', null, null, '本年支出', null, null, null, null, '年末结转和结余', null, null],
  [null, null, '合计', '基本支出结转', '项目支出结转和结余', '合计', '基本支出', '项目支出', '合计', '基本支出', null, null, '项目支出', '合计', '基本支出结转', '项目支出结转和结余'],
  [null, null, null, null, null, null, null, null, null, '小计', '人员经费', '公用经费', null, null, null, null],
];
const flowOf = (row: Row): Row => [row[0], row[1], null, null, null, row[2], row[3], row[6], row[2], row[3], row[4], row[5], row[6], null, null, null];
const flows: Book = {
  ...accounts,
  公开05表: [['一般公共预算财政拨款收入支出决算表'], ['单位：万元'], ...HEAD, ...accounts.公开05表.slice(4).map(flowOf)],
  公开08表: [['政府性基金预算财政拨款收入支出决算表'], ['单位：万元'], ...HEAD, ...accounts.公开08表.slice(4).map((row) => flowOf([row[0], row[1], row[4], row[5], row[5], null, row[6]]))],
};
const whole = { name: 'income and balances', book: flows };
testRule('F05.6', {
  holds: [whole],
  fails: [{ name: '年末', book: flows, change: { '公开05表!N9': 1 }, findings: [{ cells: '公开05表!N9 C9 F9 I9', difference: '1.00' }] }],
  notApplicable: [base],
});
testRule('F05.7', {
  holds: [whole],
  fails: [{ name: '本年收入', book: flows, change: { '公开05表!F6': 91 }, findings: [{ cells: '公开05表!F6 公开04表!B5', difference: '1.00' }] }],
  notApplicable: [base],
});
testRule('F05.2', { holds: [{ name: '基本支出 of 本年支出, not of 本年收入', book: flows }] });
testRule('F05.8', {
  holds: [whole],
  fails: [{ name: '基本支出 of 本年收入', book: flows, change: { '公开05表!G9': 11 }, findings: [{ cells: '公开05表!F9 G9 H9', difference: '-1.00' }] }],
  notApplicable: [base],
});
testRule('F05.9', {
  holds: [{ ...whole, change: { '公开05表!C9': 2, '公开05表!D9': 2, '公开05表!N9': 2, '公开05表!P9': 2 } }],
  fails: [{ name: '基本支出结转', book: flows, change: { '公开05表!O9': 1 }, findings: [{ cells: '公开05表!N9 O9 P9', difference: '-1.00' }] }],
  notApplicable: [base],
});
testRule('F08.4', {
  holds: [whole],
  fails: [{ name: '项目支出 of 本年收入', book: flows, change: { '公开08表!H9': 11 }, findings: [{ cells: '公开08表!F9 G9 H9', difference: '-1.00' }] }],
  notApplicable: [base],
});
testRule('F08.5', {
  holds: [{ ...whole, change: { '公开08表!C9': 2, '公开08表!D9': 2, '公开08表!N9': 2, '公开08表!P9': 2 } }],
  fails: [{ name: '项目支出结转和结余', book: flows, change: { '公开08表!E9': 1 }, findings: [{ cells: '公开08表!C9 D9 E9', difference: '-1.00' }] }],
  notApplicable: [base],
});
