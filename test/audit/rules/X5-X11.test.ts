import { budget } from '../support/budgetBook';
import { testRule } from '../support/ruleTester';
import { without, type Book } from '../support/sheets';

const book = budget;
const base = { name: 'the whole budget', book };

const shorter = (sheet: string, isGone: (code: string) => boolean): Book => ({ ...book, [sheet]: book[sheet].filter((row) => !isGone(String(row[0]))) });

testRule('X5', {
  holds: [base],
  fails: [
    { name: '人员 and 公用 of 302 (as in 002 表4!F8)', book, change: { '表4!F8': 110_000 }, findings: [{ cells: '表6!F11 G11 表4!F8 表9!F7', difference: '-10000.00' }] },
    { name: '专项 of 310', book, change: { '表6!H19': 60_000 }, findings: [{ cells: '表6!H19 表4!F17', difference: '10000.00' }] },
    { name: '专项 of 302, less the fund part', book, change: { '表6!H11': 250_000 }, findings: [{ cells: '表6!H11 表4!F13 表9!F9', difference: '100000.00' }] },
  ],
  notApplicable: [{ name: 'a carry-over', book, change: { '表4!B11': 3 } }],
  insufficient: [{ name: '表6 is missing', book: without(book, '表6'), reason: /“一般公共预算支出明细表（按支出经济分类科目）”不在工作簿中/ }],
});

testRule('X6', {
  holds: [base],
  fails: [
    { name: 'a leaf', book, change: { '表6!E20': 40_000 }, findings: [{ cells: '表4!H8 表6!E20', difference: '10000.00' }] },
    { name: 'a government code of another class', book, change: { '表6!C18': '50299' }, findings: [{ cells: '表4!H7 表9!H6 表6!E12 E13 E14 E15 E16 E18', difference: '-20000.00' }, { cells: '表4!H11', difference: '20000.00' }] },
  ],
  notApplicable: [{ name: 'a carry-over', book, change: { '表4!B11': 3 } }],
});

testRule('X7', {
  holds: [base],
  fails: [{ name: '人员', book, change: { '表6!F4': 700_001 }, findings: [{ cells: '表5!D4 表6!F4', difference: '-1.00' }] }],
  insufficient: [{ name: 'a total that is no number', book, change: { '表6!F4': '七十万' }, reason: /表6 F4 .*不是数/ }],
});

testRule('X8', {
  holds: [base],
  fails: [
    { name: 'a row', book, change: { '表7!D7': 99_000 }, findings: [{ cells: '表7!D7 表5!D7', difference: '-1000.00' }] },
    { name: 'a row that 表7 does not list', book: { ...book, 表7: book.表7.slice(0, -1) }, findings: [{ cells: '表5!D16', difference: '-50000.00', message: /表7 中没有 2210201 行/ }] },
    { name: '合计 less 专项', book, change: { '表7!C4': 1_000_000 }, findings: [{ cells: '表7!C4 表5!C4 F4', difference: '200000.00' }] },
  ],
});

testRule('X9', {
  holds: [base],
  fails: [
    { name: 'a row', book, change: { '表8!G14': 500 }, findings: [{ cells: '表8!G14 表6!G14', difference: '-4500.00' }] },
    { name: 'the only row below 303 is left out', book: shorter('表8', (code) => code === '30302'), findings: [{ cells: '表6!F18', difference: '-20000.00' }] },
  ],
  insufficient: [
    { name: '表8 ends at 301', book: shorter('表8', (code) => /^301../.test(code)), reason: /^另一张表没有列到下级科目，表6 F6 .*等 5 项/ },
    { name: '表8 ends at its 类', book: shorter('表8', (code) => /^3\d{4}/.test(code)), reason: /^另一张表没有列到下级科目/ },
    { name: '表8 is missing', book: without(book, '表8'), reason: /“一般公共预算基本支出明细表（按支出经济分类科目）”不在工作簿中/ },
  ],
});

testRule('X10', {
  holds: [base],
  fails: [{ name: '公用', book, change: { '表8!G4': 90_000 }, findings: [{ cells: '表7!E4 表8!G4', difference: '10000.00' }] }],
});

testRule('X11', {
  holds: [base],
  fails: [{ name: 'less than the projects of 表5', book, change: { '表10!C4': 190_000 }, findings: [{ cells: '表10!C4 表5!F4', difference: '-10000.00' }] }],
  notApplicable: [{ name: 'a carry-over', book, change: { '表4!B11': 3 } }],
  insufficient: [{ name: '表10 is missing', book: without(book, '表10'), reason: /“专项业务经费支出表”不在工作簿中/ }],
});

testRule('X11a', {
  holds: [base],
  fails: [{ name: 'more than 表1', book, change: { '表10!C4': 300_001 }, findings: [{ cells: '表10!C4 表1!F11', difference: '1.00' }] }],
});
