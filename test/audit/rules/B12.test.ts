import { budget } from '../support/budgetBook';
import { testRule } from '../support/ruleTester';
import { only, without } from '../support/sheets';

const book = only(budget, '表12');
const base = { name: '三公经费表', book };

testRule('B12.1', {
  holds: [base],
  fails: [
    { name: '培训费 left out of 合计', book, change: { '表12!T9': 20_000 }, findings: [{ cells: '表12!L9 M9 S9 T9', difference: '-10000.00' }] },
    { name: 'a blank 合计 of filled parts', book, change: { '表12!C9': null }, findings: [{ cells: '表12!C9 D9 J9 K9', difference: '-40000.00' }] },
  ],
  insufficient: [
    { name: 'only 合计 is filled in', book, change: { '表12!D9': null, '表12!K9': null }, reason: /一侧全部空白/ },
    { name: 'the table is missing', book: without(budget, '表12'), reason: /不在工作簿中/ },
  ],
});

testRule('B12.2', {
  holds: [base],
  fails: [
    { name: '公务接待费', book, change: { '表12!O9': 6_000 }, findings: [{ cells: '表12!M9 N9 O9 P9', difference: '-1000.00' }] },
    { name: '公务用车小计', book, change: { '表12!R9': 24_000 }, findings: [{ cells: '表12!P9 Q9 R9', difference: '1000.00' }] },
  ],
});

testRule('B12.3', {
  holds: [base],
  fails: [{ name: '增减 is not 当年 − 上年', book, change: { '表12!AC9': 2_000 }, findings: [{ cells: '表12!AC9 T9 K9', difference: '1000.00' }] }],
  insufficient: [{ name: '增减 not filled in', book, change: { '表12!X9': null }, reason: /一侧全部空白/ }],
});

testRule('B12.4', {
  holds: [base],
  fails: [{ name: 'the unit against its department', book, change: { '表12!O8': 4_000 }, findings: [{ cells: '表12!O7 O8', difference: '1000.00' }, { cells: '表12!O8 O9', difference: '-1000.00' }] }],
});

testRule('B12.5', {
  holds: [base],
  fails: [{ name: 'more than last year', book, change: { '表12!M7': 31_001 }, findings: [{ cells: '表12!M7 D7', difference: '1.00', severity: 'hint' }] }],
  insufficient: [{ name: 'last year left blank', book, change: { '表12!D7': null }, reason: /一侧全部空白/ }],
});
