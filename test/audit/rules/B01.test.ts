import { budget } from '../support/budgetBook';
import { testRule } from '../support/ruleTester';
import { only, without } from '../support/sheets';

const book = only(budget, '表1');
const base = { name: '收支总表', book };

testRule('B01.1', {
  holds: [
    base,
    { name: 'a new numbered line takes part', book, change: { '表1!A16': '7、新的收入', '表1!B16': 100, '表1!B5': 1_100_100 } },
    { name: 'a blank part counts as 0', book, change: { '表1!B10': null, '表1!B11': 0 } },
  ],
  fails: [
    { name: '一、 is not the sum of 1–6', book, change: { '表1!B5': 1_100_000.01 }, findings: [{ cells: '表1!B5 B6 B11 B12 B14 B15 B16', difference: '0.01' }] },
    { name: '1、 is not (1)+(2)+(3)', book, change: { '表1!B9': 90_000 }, findings: [{ cells: '表1!B6 B7 B9 B10', difference: '10000.00', message: /财政拨款 1,100,000\.00 ≠ 下级各行之和 1,090,000\.00，相差 10,000\.00/ }] },
    { name: 'a blank total of filled parts', book, change: { '表1!B6': null }, findings: [{ cells: '表1!B6 B7 B9 B10', difference: '-1100000.00' }, { cells: '表1!B5 B6 B11 B12 B14 B15 B16', difference: '1100000.00' }] },
  ],
  notApplicable: [{ name: 'a form without any figure', book, change: Object.fromEntries(['B5', 'B6', 'B7', 'B8', 'B9', 'B17', 'B23'].map((a) => [`表1!${a}`, null])) }],
  insufficient: [
    { name: 'a part that is no number', book, change: { '表1!B7': '一百万' }, reason: /表1 B7 .*不是数/ },
    { name: 'a part that is an error value', book, change: { '表1!B7': { error: '#REF!' } }, reason: /表1 B7 .*不是数/ },
    { name: 'the table is missing', book: without(budget, '表1'), reason: /“收支总表”不在工作簿中/ },
    { name: 'an unknown line with money', book, change: { '表1!A16': '说不清的收入', '表1!B16': 100, '表1!B5': 1_100_100 }, reason: /未认出的行带金额/ },
  ],
});

testRule('B01.1a', {
  holds: [base, { name: '其中 equal to its line', book, change: { '表1!B8': 1_000_000 } }],
  fails: [{ name: '其中 above its line', book, change: { '表1!B8': 1_000_000.01 }, findings: [{ cells: '表1!B8 B7', difference: '0.01', message: /> / }] }],
  notApplicable: [{ name: 'blank 其中 of blank lines', book, change: { '表1!B8': null, '表1!B7': null } }],
});

testRule('B01.2', {
  holds: [base, { name: 'balances count to 收入总计', book, change: { '表1!B18': 5, '表1!B19': 6, '表1!B20': 7, '表1!B23': 1_100_018 } }],
  fails: [
    { name: '本年收入合计', book, change: { '表1!B17': 1_000_000 }, findings: [{ cells: '表1!B17 B5', difference: '-100000.00' }, { cells: '表1!B23 B17 B18 B19 B20', difference: '100000.00' }] },
    { name: 'a balance left out of 收入总计', book, change: { '表1!B20': 500 }, findings: [{ cells: '表1!B23 B17 B18 B19 B20', difference: '-500.00' }] },
  ],
});

testRule('B01.2a', {
  holds: [{ name: '上年结转 = its two parts', book, change: { '表1!B20': 30, '表1!B21': 10, '表1!B22': 20 } }],
  fails: [{ name: 'parts that do not add up', book, change: { '表1!B20': 30, '表1!B21': 10 }, findings: [{ cells: '表1!B20 B21 B22', difference: '20.00' }] }],
  notApplicable: [{ ...base, name: 'no balance' }],
  insufficient: [{ name: 'parts not filled in', book, change: { '表1!B20': 30 }, reason: /一侧全部空白/ }],
});

testRule('B01.3', {
  holds: [base, { name: '结转下年 counts to 支出总计', book, change: { '表1!D13': 40, '表1!D14': 2, '表1!D15': 1_100_042 } }],
  fails: [
    { name: 'a class changed', book, change: { '表1!D9': 860_000 }, findings: [{ cells: '表1!D5 D6 D7 D8 D9 D10 D11', difference: '-10000.00' }] },
    { name: 'two digits swapped in 本年支出合计', book, change: { '表1!D12': 1_010_000 }, findings: [{ cells: '表1!D12 D5', difference: '-90000.00' }, { cells: '表1!D15 D12 D13 D14', difference: '90000.00' }] },
  ],
  insufficient: [{ name: 'a class that is no number', book, change: { '表1!D9': '八十五万' }, reason: /表1 D9 .*不是数/ }],
});

testRule('B01.4', {
  holds: [base],
  fails: [
    { name: '1.(2) changed', book, change: { '表1!F8': 110_000 }, findings: [{ cells: '表1!F6 F7 F8 F9 F10', difference: '-10000.00' }] },
    { name: '2、 changed', book, change: { '表1!F11': 30_000 }, findings: [{ cells: '表1!F11 F12 F13 F14 F15 F16 F17', difference: '-270000.00' }, { cells: '表1!F5 F6 F11 F18 F19 F20', difference: '270000.00' }] },
    { name: '支出总计', book, change: { '表1!F24': 1_100_001 }, findings: [{ cells: '表1!F24 F21 F22 F23', difference: '1.00' }] },
  ],
});

testRule('B01.5', {
  holds: [base],
  fails: [{ name: 'a class changed', book, change: { '表1!H7': 360_000 }, findings: [{ cells: '表1!H5 H6 H7 H8 H9 H10 H11', difference: '-10000.00' }] }],
});

testRule('B01.6', {
  holds: [base],
  fails: [{ name: '支出总计 of one block', book, change: { '表1!H12': 1, '表1!H15': 1_000_000 }, findings: [{ cells: '表1!H12 D12', difference: '-1099999.00' }, { cells: '表1!B23 H15', difference: '100000.00' }] }],
});

testRule('B01.7', {
  holds: [base],
  fails: [{ name: 'more spent than received without balances', book, change: { '表1!B17': 1_000_000 }, findings: [{ cells: '表1!B17 D12', difference: '-100000.00' }] }],
  notApplicable: [{ name: 'a balance is spent', book, change: { '表1!B19': 10 } }],
  insufficient: [{ name: 'a balance that is no number', book, change: { '表1!B20': '见附件' }, reason: /前提条件读不出来/ }],
});
