import { budget } from '../support/budgetBook';
import { testRule } from '../support/ruleTester';
import { changed, without } from '../support/sheets';

const book = budget;
const base = { name: 'the whole budget', book };

testRule('X12', {
  holds: [base, { name: 'half-width brackets and blanks in the name', book, change: { '表10!B8': ' 流浪 救助经费' } }],
  fails: [
    { name: 'another name in the form (as in 001 表14-5)', book, change: { '表13-1!D2': '流浪人员救助经费' }, findings: [{ cells: '表13-1!D2 表10!B8', message: /流浪人员救助经费/ }] },
    { name: 'other money in the form', book, change: { '表13-2!E4': 11, '表13-2!E5': 11 }, findings: [{ cells: '表10!C9 表13-2!E4 表10!B9 表13-2!D2', difference: '1.00' }] },
    { name: 'no form for a project', book: without(book, '表13-2'), findings: [{ cells: '表10!B9 C9' }] },
  ],
});

testRule('X13', {
  holds: [base],
  fails: [
    { name: '元 against 万元 outside half a step', book, change: { '表1!D15': 1_100_050.01 }, findings: [{ cells: '表14!D8 表1!D15', difference: '-0.005001' }] },
    { name: 'outside half a step', book, change: { '表14!D8': 110.02 }, findings: [{ cells: '表14!D8 表1!D15', difference: '0.02', severity: 'warning' }] },
  ],
  rounding: [{ name: 'exactly half a step is inside, and no hint for a mere conversion', book, change: { '表1!D15': 1_100_050 }, cells: '' }],
  insufficient: [{ name: '金额合计 left blank', book, change: { '表14!D8': null }, reason: /一侧全部空白/ }],
});

testRule('X13a', {
  holds: [base],
  fails: [{ name: '人员经费', book, change: { '表14!D5': 70.01 }, findings: [{ cells: '表14!D5 表5!D4', difference: '0.01', severity: 'warning' }] }],
});

testRule('X14', {
  holds: [base, { name: 'more is no error', book, change: { '表12!O7': 5_001 } }],
  fails: [
    { name: '公务接待费', book, change: { '表12!O7': 4_000 }, findings: [{ cells: '表12!O7 表6!E14', difference: '-1000.00', message: / < / }] },
    { name: '培训费', book, change: { '表6!E13': 10_000.01 }, findings: [{ cells: '表12!T7 表6!E13', difference: '-0.01' }] },
  ],
  insufficient: [{ name: '当年 left blank', book, change: { '表12!R7': null }, reason: /一侧全部空白/ }, { name: '表12 is missing', book: without(book, '表12'), reason: /不在工作簿中/ }],
});

const noFund = without(changed(book, {}), '表9');
testRule('X15', {
  holds: [{ name: 'codes occur, money is covered', book: noFund }],
  fails: [
    { name: 'an economic code that 表6 does not have', book: noFund, change: { '表11!H7': '03' }, findings: [{ cells: '表11!K7', message: /31003.*没有/, severity: 'warning' }] },
    { name: 'more bought than planned', book: noFund, change: { '表11!K8': 170_000 }, findings: [{ cells: '表11!K7 K8 A7 A8 表5!C13' }, { cells: '表11!K8 表6!E12' }] },
  ],
  notApplicable: [{ ...base, name: 'fund money may buy as well' }],
});

testRule('X16', {
  holds: [base],
  fails: [
    { name: '2080505 against 30108 is a hint', book, change: { '表6!E8': 90_000 }, findings: [{ cells: '表5!C7 表6!E8', difference: '10000.00', severity: 'hint' }] },
    { name: '2101101 and 2101102 against 30110', book, change: { '表5!C10': 40_000 }, findings: [{ cells: '表5!C10 表6!E9', difference: '-10000.00', severity: 'hint' }] },
  ],
});
