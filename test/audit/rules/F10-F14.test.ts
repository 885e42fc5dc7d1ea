import { accounts } from '../support/accountsBook';
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
testRule('F11.1', {
  holds: [{ name: 'the two tables alone', book }],
  fails: [{ name: 'a column', book, change: { '明细!C4': 41 }, findings: [{ cells: '明细!C4 C5 C8', difference: '1.00' }, { cells: '明细!C4 D4 E4', difference: '1.00' }] }],
});

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
