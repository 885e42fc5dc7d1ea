import { accounts } from '../support/accountsBook';
import { testRule } from '../support/ruleTester';
import { changed, without } from '../support/sheets';

const book = accounts;
const base = { name: 'the whole accounts', book };

testRule('F07.1', {
  holds: [base],
  fails: [
    { name: '公务接待费 of 预算数', book, change: { '公开07表!F6': 4 }, findings: [{ cells: '公开07表!A6 B6 C6 F6', difference: '-1.00' }] },
    { name: '运行 of 决算数', book, change: { '公开07表!K6': 0.5 }, findings: [{ cells: '公开07表!I6 J6 K6', difference: '0.50' }] },
  ],
  insufficient: [{ name: 'the table is missing', book: without(book, '公开07表'), reason: /“财政拨款“三公”经费支出决算表”不在工作簿中/ }],
});
testRule('F07.2', {
  holds: [base],
  fails: [{ name: '接待 below 30217', book, change: { '公开07表!L6': 1 }, findings: [{ cells: '公开07表!L6 公开06表!E10', difference: '-1.00', message: / < / }] }],
});

testRule('F07.4', {
  holds: [base],
  fails: [{ name: 'all amounts times 10,000', book, change: { '公开07表!G6': 30_000, '公开07表!I6': 10_000, '公开07表!K6': 10_000, '公开07表!L6': 20_000 }, findings: [{ cells: '公开07表!G6 公开05表!C5', difference: '29910.00', severity: 'error' }] }],
});

testRule('F08.1', {
  holds: [base],
  fails: [{ name: '年末', book, change: { '公开08表!H8': 1 }, findings: [{ cells: '公开08表!H8 C8 D8 E8', difference: '1.00' }] }],
  insufficient: [{ name: 'the table is missing', book: without(book, '公开08表'), reason: /“政府性基金预算财政拨款收入支出决算表”不在工作簿中/ }],
});
testRule('F08.2', {
  holds: [base],
  fails: [{ name: '项目支出', book, change: { '公开08表!G8': 9 }, findings: [{ cells: '公开08表!E8 F8 G8', difference: '1.00' }, { cells: '公开08表!G7 G8', difference: '1.00' }] }],
});
testRule('F08.3', {
  holds: [base],
  fails: [{ name: '本年支出', book, change: { '公开08表!E5': 11 }, findings: [{ cells: '公开08表!E5 公开04表!F10', difference: '1.00' }] }],
});

/** 4.00 万元 of the state capital budget through 公开04表 and 公开09表. */
const capital = changed(book, {
  '公开04表!C5': '五、国有资本经营预算支出', '公开04表!D5': 4, '公开04表!G5': 4, '公开04表!G10': 4, '公开04表!D10': 104,
  '公开09表!C4': 4, '公开09表!E4': 4, '公开09表!C5': 4, '公开09表!E5': 4, '公开09表!C6': 4, '公开09表!E6': 4, '公开09表!C7': 4, '公开09表!E7': 4,
});
testRule('F09.1', {
  holds: [{ name: 'filled in', book: capital }],
  fails: [{ name: 'a leaf', book: capital, change: { '公开09表!E7': 3 }, findings: [{ cells: '公开09表!C7 D7 E7', difference: '1.00' }, { cells: '公开09表!E6 E7', difference: '1.00' }] }],
  notApplicable: [{ ...base, name: 'a blank form' }],
});
testRule('F09.2', {
  holds: [{ name: 'filled in', book: capital }],
  fails: [{ name: 'against 公开04表', book: capital, change: { '公开04表!G10': 5 }, findings: [{ cells: '公开09表!C4 公开04表!G10', difference: '-1.00' }] }],
  notApplicable: [{ ...base, name: 'a blank form' }],
  insufficient: [{ name: 'the table is missing', book: without(book, '公开09表'), reason: /“国有资本经营预算财政拨款支出决算表”不在工作簿中/ }],
});
