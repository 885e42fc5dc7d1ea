import { budget } from '../support/budgetBook';
import { testRule } from '../support/ruleTester';
import { changed, without, type Book, type Row } from '../support/sheets';

const book = budget;
const base = { name: 'the whole budget', book };

/** 表10 with these rows below the unit 101001, and a performance table for each of `forms`. */
function projectBook(rows: readonly Row[], forms: Readonly<Record<string, number>>): Book {
  const sheets = Object.entries(forms).map(([name, money], i): [string, readonly Row[]] => [
    `表13-${i + 1}`,
    book['表13-1'].map((row, r) => (r === 1 ? ['项目名称', null, null, name] : r === 3 ? ['资金金额\n(万元)', null, null, '实施期资金总额：', money] : r === 4 ? [null, null, null, '其中：财政拨款', money] : row)),
  ]);
  return { ...without(book, '表13-1', '表13-2'), 表10: [...book.表10.slice(0, 6), ...rows], ...Object.fromEntries(sheets) };
}
const byCategory = projectBook(
  [[null, '通用项目', 180_000], [null, '委托业务', 180_000], [null, '法律顾问', 60_000], [null, '审计服务', 120_000], [null, '专用项目', 120_000], [null, '救助专项', 120_000], [null, '流浪救助', 70_000], [null, '流浪救助（结转）', 50_000]],
  { 委托业务: 18, 流浪救助: 12 },
);
const twoUnits = projectBook(
  [
    [null, '通用项目', 90_000], [null, '大型活动', 90_000], [null, '培训', 40_000], [null, '会议', 50_000],
    ['101002', '某市福利院', 210_000], [null, '通用项目', 210_000], [null, '大型活动', 110_000], [null, '集中培训', 110_000], [null, '购买服务（审计、评价）', 100_000], [null, '审计', 60_000], [null, '评价', 40_000],
  ],
  { 大型活动: 20, 购买服务: 10 },
);
const units = changed(twoUnits, { '表10!C6': 90_000 });
const many = projectBook(['甲', '乙', '丙', '丁', '戊', '己'].map((name): Row => [null, `${name}项目`, 50_000]), { 甲项目: 5, 乙项目: 5 });

testRule('X12', {
  holds: [
    { name: 'an amount that cannot be read makes no project of its category', book: changed(book, { '表10!C8': '20,00,00.00' }) },
    { name: 'nor is the table of a row of another name without its project', book: changed(book, { '表10!C8': '20,00,00.00', '表13-1!D2': '流浪人员救助' }) },
    { name: 'a namesake that cannot be read may be the one described', book: projectBook([[null, '专用项目', 300_000], [null, '甲项目', '100000（注）'], [null, '甲项目', 50_000], [null, '乙项目', 150_000]], { 甲项目: 10, 乙项目: 15 }) },
    { name: 'a table for a category, a project with its carry-over', book: byCategory },
    { name: 'a table for a category of all units, its name without brackets', book: units },
    { name: 'secret projects are not described', book: projectBook([[null, '专用项目', 300_000], [null, '甲项目', 100_000], [null, '其他业务（内容涉密）', 200_000]], { 甲项目: 10 }) },
    base,
    { name: 'half-width brackets and blanks in the name', book, change: { '表10!B8': ' 流浪 救助经费' } }],
  fails: [
    { name: 'another name in the form (as in 001 表14-5)', book, change: { '表13-1!D2': '流浪人员救助经费' }, findings: [{ cells: '表13-1!D2 表10!B8', message: /流浪人员救助经费/ }] },
    { name: 'other money in the form', book, change: { '表13-2!E4': 11, '表13-2!E5': 11 }, findings: [{ cells: '表10!C9 表13-2!E4 表10!B9 表13-2!D2', difference: '1.00' }] },
    { name: 'no form for a project', book: without(book, '表13-2'), findings: [{ cells: '表10!B9 C9' }] },
    { name: 'other money in the form of a category', book: byCategory, change: { '表13-1!E4': 17 }, findings: [{ cells: '表10!C8 表13-1!E4 表10!B8 表13-1!D2', difference: '-1.00' }] },
    { name: 'other money of a project with its carry-over', book: byCategory, change: { '表10!C14': 40_000 }, findings: [{ cells: '表10!C13 C14 表13-2!E4 表10!B13 B14 表13-2!D2', difference: '1.00', message: /等 2 行合计/ }] },
    { name: 'other money in one of the units', book: units, change: { '表10!C8': 80_000, '表10!C9': 30_000, '表10!C7': 80_000, '表10!C6': 80_000 }, findings: [{ cells: '表10!C8 C13 表13-1!E4 表10!B8 B13 表13-1!D2', difference: '1.00' }] },
    { name: 'no form for a category', book: without(byCategory, '表13-1'), findings: [{ cells: '表10!B9 C9 B10 C10', message: /等 2 个项目没有对应的绩效目标表：“法律顾问”.*“审计服务”/ }] },
    { name: 'a form of no project', book: { ...byCategory, '表13-3': changed(byCategory, { '表13-1!D2': '别的项目', '表13-1!E4': 3 })['表13-1'] }, findings: [{ cells: '表13-3!D2 E4' }] },
  ],
  insufficient: [{ name: 'only chosen projects are described', book: many, reason: /有 4 个项目没有绩效目标表，看来只公开部分项目/ }],
});

testRule('X13', {
  holds: [base],
  fails: [
    { name: '元 against 万元 outside half a step', book, change: { '表1!D15': 1_100_250.01 }, findings: [{ cells: '表14!D8 表1!D15', difference: '-0.025001' }] },
    { name: 'outside half a step', book, change: { '表14!D8': 110.02 }, findings: [{ cells: '表14!D8 表1!D15', difference: '0.02', severity: 'warning' }] },
  ],
  rounding: [{ name: 'exactly half a step is inside, and no hint for a mere conversion', book, change: { '表1!D15': 1_100_050 }, cells: '' }],
  insufficient: [{ name: '金额合计 left blank', book, change: { '表14!D8': null }, reason: /一侧全部空白/ }],
});

testRule('X13a', {
  holds: [
    base,
    { name: 'one task for both', book, change: { '表14!B5': '机关运转', '表14!C5': '人员经费及公用经费', '表14!D5': 80, '表14!B6': '其他', '表14!C6': '其他' } },
    { name: 'one task for both, in other words', book, change: { '表14!B5': '基本支出', '表14!C5': '保障人员经费及单位正常运转', '表14!D5': 80, '表14!B6': '其他', '表14!C6': '其他' } },
    { name: 'the running costs are in the task for personnel', book, change: { '表14!D5': 80, '表14!B6': '其他', '表14!C6': '其他' } },
  ],
  fails: [
    { name: '人员经费', book, change: { '表14!D5': 70.01 }, findings: [{ cells: '表14!D5 表5!D4', difference: '0.01', severity: 'warning' }] },
    { name: '公用经费', book, change: { '表14!D6': 11 }, findings: [{ cells: '表14!D6 表5!E4', difference: '1.00' }] },
    {
      name: 'one task for both, once', book, change: { '表14!B5': '机关运转', '表14!C5': '人员经费及公用经费', '表14!D5': 79.5, '表14!B6': '其他', '表14!C6': '其他' },
      findings: [{ cells: '表14!D5 表5!D4 E4', difference: '-0.50', message: /之和 800,000.00 元/ }],
    },
  ],
});

testRule('X14', {
  holds: [base, { name: 'more is no error', book, change: { '表12!O7': 5_001 } }],
  fails: [
    { name: '公务接待费', book, change: { '表12!O7': 4_000 }, findings: [{ cells: '表12!O7 表6!E14', difference: '-1000.00', message: / < / }] },
    { name: '培训费', book, change: { '表6!E13': 10_000.01 }, findings: [{ cells: '表12!T7 表6!E13', difference: '-0.01' }] },
  ],
  insufficient: [{ name: '当年 left blank', book, change: { '表12!R7': null }, reason: /一侧全部空白/ }, { name: '表12 is missing', book: without(book, '表12'), reason: /不在工作簿中/ }],
});

const scaledThree = Object.fromEntries(['L', 'M', 'N', 'O', 'P', 'R', 'S', 'T'].flatMap((c) => {
  const value = book.表12[6]['ABCDEFGHIJKLMNOPQRST'.indexOf(c)];
  return typeof value === 'number' ? [[`表12!${c}7`, value * 10_000]] : [];
}));
testRule('X14a', {
  holds: [base],
  fails: [{ name: 'all amounts times 10,000', book, change: scaledThree, findings: [{ cells: '表12!L7 表5!C4', difference: '399000000.00', severity: 'error' }] }],
  insufficient: [{ name: '表12 is missing', book: without(book, '表12'), reason: /不在工作簿中/ }],
});
testRule('X14b', {
  holds: [base],
  fails: [{ name: 'more than the detail table has', book, change: { '表12!O7': 5_001 }, findings: [{ cells: '表12!O7 表6!E14', difference: '1.00', severity: 'hint' }] }],
});
testRule('X15a', {
  holds: [base],
  fails: [{ name: 'more bought than spent', book, change: { '表11!K5': 1_100_001 }, findings: [{ cells: '表11!K5 表3!C6', difference: '1.00', severity: 'warning' }] }],
});

const noFund = without(changed(book, {}), '表9');
testRule('X15', {
  holds: [
    { name: 'codes occur, money is covered', book: noFund },
    { name: '表5 does not break the 款 down', book: { ...noFund, 表5: noFund.表5.filter((row) => !String(row[0]).startsWith('21015') || row[0] === '21015') } },
    { name: 'a planned amount that cannot be read is not nothing', book: noFund, change: { '表5!C13': '16000,00.00' } },
    { name: 'a secret project', book: noFund, change: { '表11!C7': '21', '表11!E7': '其他业务（内容涉密）' } },
  ],
  fails: [
    { name: 'a functional code that 表5 does not have', book: noFund, change: { '表11!C7': '21' }, findings: [{ cells: '表11!K7 C7', message: /2101521.*没有/ }] },
    { name: 'more bought than there is other money', book: noFund, change: { '表11!H7': '03', '表3!H6': 39_999 }, findings: [{ cells: '表11!K7' }] },
    { name: 'an economic code that 表6 does not have', book: noFund, change: { '表11!H7': '03' }, findings: [{ cells: '表11!K7', message: /31003.*没有/, severity: 'warning' }] },
    { name: 'more bought than planned', book: noFund, change: { '表11!K8': 170_000 }, findings: [{ cells: '表11!K7 K8 C7 C8 表5!C13' }, { cells: '表11!K8 表6!E12' }] },
  ],
  notApplicable: [{ ...base, name: 'fund money may buy as well' }, { name: 'so may money that no detail table shows', book: noFund, change: { '表11!H7': '03', '表11!H8': '03', '表11!C7': '21', '表11!C8': '21', '表3!H6': 45_000 } }, { name: 'money that cannot be read may be any', book: noFund, change: { '表11!H7': '03', '表11!H8': '03', '表11!C7': '21', '表11!C8': '21', '表3!H6': '4,00,00' } }],
});

testRule('X16', {
  holds: [base],
  fails: [
    { name: '2080505 against 30108 is a hint', book, change: { '表6!E8': 90_000 }, findings: [{ cells: '表5!C7 表6!E8', difference: '10000.00', severity: 'hint' }] },
    { name: '2101101 and 2101102 against 30110', book, change: { '表5!C10': 40_000 }, findings: [{ cells: '表5!C10 表6!E9', difference: '-10000.00', severity: 'hint' }] },
  ],
});
