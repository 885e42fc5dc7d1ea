import { accounts } from '../support/accountsBook';
import { byNature } from '../support/accountsByNature';
import { testRule } from '../support/ruleTester';
import type { Book, Row } from '../support/sheets';

const head = (title: string): Row[] => [[title], ['单位：万元']];
const projects: Row[] = [[null, '合计', 40], ['208', '社会保障和就业支出', 10], ['20820', '临时救助', 10], ['2082001', '临时救助支出', 10], ['210', '卫生健康支出', 30], ['21015', '医疗保障管理事务', 30], ['2101502', '一般行政管理事务', 30]];
const details: Row[] = projects.map(([code, name, total]) => [code, name, total, Number(total) / 2, Number(total) / 2]);
const book: Book = {
  项目: [...head('一般公共预算财政拨款项目支出决算表'), ['科目编码', '科目名称', '合计'], ...projects],
  明细: [...head('财政拨款支出决算明细表'), ['科目编码', '科目名称', '合计', '商品和服务支出', '资本性支出'], ...details],
};

testRule('F10.1', {
  holds: [{ name: 'the two tables alone', book }],
  fails: [{ name: 'a 项', book, change: { '项目!C10': 31 }, findings: [{ cells: '项目!C9 C10', difference: '-1.00' }] }],
  insufficient: [{ name: 'the table is missing', book: accounts, reason: /项目支出决算表”不在工作簿中/ }],
});
/** 财决05表 and its like: the accounts' subjects by economic class; personnel is 301 and 303, the rest 302. */
function byClass(title: string, amount: (row: Row) => number, parts: (row: Row) => readonly [number, number, number]): Row[] {
  const rows = accounts.公开03表.slice(3).filter((row) => amount(row) !== 0);
  return [[title], ['单位：万元'], ['科目编码', '科目名称', '合计', '工资福利支出', null, '商品和服务支出', '对个人和家庭的补助'], [null, null, null, '小计', '基本工资'], ...rows.map((row): Row => [row[0], row[1], amount(row), parts(row)[0], parts(row)[0], parts(row)[1], parts(row)[2]])];
}
const runs = (row: Row): number => (row[0] === null || ['210', '21015', '2101501'].includes(String(row[0])) ? 15 : 0);
const retired = (row: Row): number => (row[0] === null || ['208', '20805', '2080505'].includes(String(row[0])) ? 2 : 0);
const n = (value: Row[number]): number => Number(value ?? 0);
const basicParts = (row: Row): readonly [number, number, number] => [n(row[3]) - runs(row) - retired(row), runs(row), retired(row)];
const allParts = (row: Row): readonly [number, number, number] => [basicParts(row)[0], runs(row) + n(row[4]), retired(row)];
const isFund = (row: Row): boolean => String(row[0] ?? '').startsWith('212');
const generalOf = (row: Row): number => (isFund(row) ? 0 : n(row[2]) - (row[0] === null ? 10 : 0));
const detailed: Book = {
  ...byNature,
  财决05表: byClass('支出决算明细表', (row) => n(row[2]), allParts),
  '财决05-1表': byClass('基本支出决算明细表', (row) => n(row[3]), basicParts),
  '财决05-2表': byClass('项目支出决算明细表', (row) => n(row[4]), (row) => [0, n(row[4]), 0]),
  财决08表: byClass('一般公共预算财政拨款支出决算明细表', generalOf, (row) => [allParts(row)[0], generalOf(row) - allParts(row)[0] - retired(row), retired(row)]),
  附表: byClass('财政拨款支出决算明细表', (row) => n(row[2]), allParts),
};
const wholeSet = { name: 'beside the accounts', book: detailed };
// 301 of the summary is 53, as the tables above have it.
testRule('F11.1', {
  holds: [{ name: 'the table alone', book: { 明细: book.明细.map((row, r) => (r === 0 ? ['支出决算明细表'] : row)) } }, wholeSet],
  fails: [{ name: 'a column', book: { 明细: book.明细.map((row, r) => (r === 0 ? ['支出决算明细表'] : row)) }, change: { '明细!C4': 41 }, findings: [{ cells: '明细!C4 C5 C8', difference: '1.00' }, { cells: '明细!C4 D4 E4', difference: '1.00' }] }],
});
testRule('F11.2', {
  holds: [wholeSet],
  fails: [
    { name: '工资福利支出 of the summary', book: detailed, change: { '公开01表!F11': 54, '公开01表!F12': 44 }, findings: [{ cells: '财决05表!D5 公开01表!F11', difference: '-1.00' }, { cells: '财决05表!F5 公开01表!F12', difference: '1.00' }] },
    { name: 'more than the account spends', book: detailed, change: { '财决05表!C14': 13, '财决05表!F14': 13 }, findings: [{ cells: '财决05表!C14 公开03表!C13', difference: '3.00' }] },
  ],
});
testRule('F11.3', {
  holds: [wholeSet],
  fails: [{ name: 'a 项 of each', book: detailed, change: { '财决05-1表!C11': 60, '财决05-2表!C8': 11 }, findings: [{ cells: '财决05-1表!C10 C11', difference: '-5.00' }, { cells: '财决05-1表!C11 D11 F11 G11', difference: '5.00' }, { cells: '财决05-2表!C7 C8', difference: '-1.00' }, { cells: '财决05-2表!C8 D8 F8 G8', difference: '1.00' }] }],
});
testRule('F11.4', {
  holds: [wholeSet],
  fails: [
    { name: 'a 项 of 基本支出', book: detailed, change: { '财决05-1表!C11': 60 }, findings: [{ cells: '财决05-1表!C11 公开03表!D12', difference: '5.00' }] },
    { name: 'a 项 of 项目支出', book: detailed, change: { '财决05-2表!C8': 11 }, findings: [{ cells: '财决05-2表!C8 公开03表!E9', difference: '1.00' }] },
    { name: '合计 of the general budget', book: detailed, change: { '公开05表!C5': 91 }, findings: [{ cells: '财决08表!C5 公开05表!C5', difference: '-1.00' }] },
  ],
});
testRule('F11.5', { holds: [wholeSet], fails: [{ name: '合计 of all fiscal money', book: detailed, change: { '附表!C5': 101 }, findings: [{ cells: '附表!C5 公开04表!D10', difference: '1.00', severity: 'error' }] }] });

/** 财决02表: the accounts' subjects with what was brought forward and left. */
const flows: Book = {
  ...accounts,
  财决02表: [
    ['收入支出决算表'], ['单位：万元'],
    ['科目编码', '科目名称', '年初结转和结余', null, '本年收入', '本年支出', '结余分配', '年末结转和结余', null],
    [null, null, '合计', '项目支出结转和结余', null, null, null, '合计', '项目支出结转和结余'],
    ...accounts.公开03表.slice(3).map(([code, name, total]): Row => [code, name, null, null, total, total, null, null, null]),
  ],
};
const firstRow = flows.财决02表.findIndex((row) => row[1] === '合计') + 1;
const lastRow = flows.财决02表.length;
testRule('F12.1', {
  holds: [{ name: 'beside the accounts', book: flows }],
  fails: [{ name: '年末', book: flows, change: { [`财决02表!H${lastRow}`]: 1 }, findings: [{ cells: `财决02表!H${lastRow} C${lastRow} E${lastRow} F${lastRow} G${lastRow}`, difference: '1.00' }, { cells: `财决02表!H${lastRow - 1} H${lastRow}`, difference: '-1.00' }] }],
});
testRule('F12.2', {
  holds: [{ name: 'beside the accounts', book: flows }],
  fails: [{ name: '本年收入', book: flows, change: { [`财决02表!E${firstRow}`]: 101 }, findings: [{ cells: `财决02表!E${firstRow} 公开01表!B11`, difference: '1.00' }] }],
});

/** 江苏: 财政拨款 by function and its 基本支出 by economic class, beside the tables of 一般公共预算. */
const fiscal: Book = {
  ...accounts,
  功能: [...head('财政拨款支出决算表（功能科目）'), ['科目编码', '科目名称', '合计', '基本支出', '项目支出'], ...accounts.公开03表.slice(3)],
  经济: [...head('财政拨款基本支出决算表（经济科目）'), ['科目编码', '科目名称', '合计', '人员经费', '公用经费'], [null, '合计', 70, 55, 15], ['301', '工资福利支出', 55, 55, null], ['30101', '基本工资', 40, 40, null], ['30102', '津贴补贴', 15, 15, null], ['302', '商品和服务支出', 15, null, 15], ['30201', '办公费', 10, null, 10], ['30202', '印刷费', 5, null, 5]],
};
testRule('F13.1', {
  holds: [{ name: 'beside the accounts', book: fiscal }],
  fails: [{ name: 'a 项', book: fiscal, change: { '功能!E9': 11 }, findings: [{ cells: '功能!E8 E9', difference: '-1.00' }, { cells: '功能!C9 D9 E9', difference: '-1.00' }] }],
});
testRule('F13.2', {
  holds: [{ name: 'beside the accounts', book: fiscal }],
  fails: [{ name: '合计', book: fiscal, change: { '功能!C4': 101 }, findings: [{ cells: '功能!C4 公开04表!D10', difference: '1.00' }] }],
  insufficient: [{ name: 'the summary is missing', book: { 功能: fiscal.功能 }, reason: /财政拨款收入支出决算总表”不在工作簿中/ }],
});
testRule('F13.3', {
  holds: [{ name: 'beside the accounts', book: fiscal }],
  fails: [{ name: 'a 项', book: fiscal, change: { '功能!C9': 9 }, findings: [{ cells: '公开05表!C10 功能!C9', difference: '1.00' }] }],
});
testRule('F14.1', {
  holds: [{ name: 'beside the accounts', book: fiscal }],
  fails: [{ name: '合计', book: fiscal, change: { '经济!C4': 71 }, findings: [{ cells: '经济!C4 C5 C8', difference: '1.00' }, { cells: '经济!C4 D4 E4', difference: '1.00' }, { cells: '经济!C4 功能!D4', difference: '1.00' }] }],
});
