import { budget } from '../support/budgetBook';
import { testRule } from '../support/ruleTester';
import { only, without } from '../support/sheets';

const book = only(budget, '表4', '表9');
const base = { name: '政府性基金收支表', book };
const figures = ['B5', 'B6', 'D6', 'D7', 'F8', 'F9', 'F11', 'H6', 'H7'];

testRule('B09.1', {
  holds: [base],
  fails: [
    { name: 'a class', book, change: { '表9!D6': 90_000 }, findings: [{ cells: '表9!D7 D5 D6', difference: '10000.00' }] },
    { name: '本年支出合计 of the departmental block', book, change: { '表9!F11': 110_000 }, findings: [{ cells: '表9!F11 F5 F8 F10', difference: '10000.00' }, { cells: '表9!F11 D7', difference: '10000.00' }] },
    { name: 'a sub-line of 专项', book, change: { '表9!F9': 99_999.99 }, findings: [{ cells: '表9!F8 F9', difference: '0.01' }] },
    { name: 'a government class', book, change: { '表9!H5': 5 }, findings: [{ cells: '表9!H7 H5 H6', difference: '-5.00' }] },
  ],
  notApplicable: [{ name: 'a blank form', book, change: Object.fromEntries(figures.map((a) => [`表9!${a}`, null])) }],
  insufficient: [{ name: 'the table is missing', book: without(budget, '表9'), reason: /“政府性基金收支表”不在工作簿中/ }],
});

testRule('B09.2', {
  holds: [base],
  fails: [{ name: 'against 表4', book, change: { '表4!B8': 120_000 }, findings: [{ cells: '表9!B5 表4!B8', difference: '-20000.00' }] }],
});
