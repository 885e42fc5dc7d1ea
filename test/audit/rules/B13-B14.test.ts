import { budget } from '../support/budgetBook';
import { testRule } from '../support/ruleTester';
import { only, without } from '../support/sheets';

const forms = only(budget, '表13-1', '表13-2');
testRule('B13.1', {
  holds: [{ name: 'each form', book: forms }, { name: '万元 and 元 behind the figures', book: forms, change: { '表13-1!E4': '20万元', '表13-1!E5': '200000元' } }],
  fails: [{ name: 'the second form', book: forms, change: { '表13-2!E6': 1 }, findings: [{ cells: '表13-2!E4 E5 E6', difference: '-1.00', severity: 'warning' }] }],
  rounding: [{ name: '0.01 万元 between three rounded figures', book: forms, change: { '表13-1!E5': 15.34, '表13-1!E6': 4.65 }, cells: '表13-1!E4' }],
  insufficient: [{ name: 'no form', book: without(budget, '表13-1', '表13-2'), reason: /“专项业务经费绩效目标表”不在工作簿中/ }],
});

const overall = only(budget, '表14');
testRule('B14.1', {
  holds: [{ name: '整体支出绩效目标表', book: overall }],
  fails: [{ name: 'a task', book: overall, change: { '表14!F7': 3 }, findings: [{ cells: '表14!D7 E7 F7', difference: '-3.00' }] }],
  insufficient: [{ name: 'only 总额 of a task', book: overall, change: { '表14!E7': null }, reason: /一侧全部空白/ }],
});

testRule('B14.2', {
  holds: [{ name: '金额合计', book: overall }],
  fails: [
    { name: 'outside n × s/2: 0.03 over four figures', book: overall, change: { '表14!D8': 110.03 }, findings: [{ cells: '表14!D8 D5 D6 D7', difference: '0.03' }] },
  ],
  rounding: [{ name: 'inside n × s/2: 0.02 over four figures', book: overall, change: { '表14!D8': 110.02, '表14!E8': 110.02 }, cells: '表14!D8 E8' }],
});
