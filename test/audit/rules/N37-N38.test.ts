/** The 整体支出绩效目标表 of the Ministry's form: no cover says 综合预算. */
import { budget } from '../support/budgetBook';
import { testRule } from '../support/ruleTester';
import type { Book } from '../support/sheets';

const overall: Book = { 表14: budget.表14 };
testRule('N37', {
  holds: [{ name: '整体支出绩效目标表', book: overall }, { name: 'the year below the title', book: { ...overall, 表14: [overall.表14[0], ['（2024年度）'], ...overall.表14.slice(1)] } }],
  fails: [{ name: 'a task', book: overall, change: { '表14!F7': 3 }, findings: [{ cells: '表14!D7 E7 F7', difference: '-3.00', severity: 'warning' }] }],
  insufficient: [{ name: 'only 总额 of a task', book: overall, change: { '表14!E7': null }, reason: /一侧全部空白/ }],
});

testRule('N38', {
  holds: [{ name: '金额合计', book: overall }],
  fails: [{ name: 'a total', book: overall, change: { '表14!D8': 110.03 }, findings: [{ cells: '表14!D8 D5 D6 D7', difference: '0.03', severity: 'warning' }] }],
  rounding: [{ name: 'inside n × s/2', book: overall, change: { '表14!D8': 110.02, '表14!E8': 110.02 }, cells: '表14!D8 E8' }],
});
