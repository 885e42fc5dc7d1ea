/** The accounts with the third part of 财决01 and 01-1: the same 100.00 万元 by nature and economic class. */
import { accounts } from './accountsBook';
import { changed, type Book, type Change, type Row } from './sheets';

const summary: Row[] = [
  ['项目（按支出性质和经济分类）', '决算数'],
  ['一、基本支出', 70], ['人员经费', 55], ['公用经费', 15], ['二、项目支出', 30], ['其中：基本建设类项目', null],
  ['经济分类支出合计', 100], ['一、工资福利支出', 53], ['二、商品和服务支出', 45], ['三、对个人和家庭的补助', 2],
  ['本年支出合计', 100], ['结余分配', null], ['年末结转和结余', null], ['总计', 100],
];
const fiscal: Row[] = [
  ['项目（按支出性质和经济分类）', '合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'],
  ['一、基本支出', 70, 70, null, null], ['人员经费', 55, 55, null, null], ['公用经费', 15, 15, null, null], ['二、项目支出', 30, 20, 10, null], ['其中：基本建设类项目', null, null, null, null],
  ['经济分类支出合计', 100, 90, 10, null], ['一、工资福利支出', 53, 53, null, null], ['二、商品和服务支出', 45, 35, 10, null], ['三、对个人和家庭的补助', 2, 2, null, null],
  ['本年支出合计', 100, 90, 10, null], ['年末财政拨款结转和结余', null, null, null, null], ['总计', 100, 90, 10, null],
];

const placed = (sheet: string, columns: string, rows: readonly Row[]): Change => Object.fromEntries(rows.flatMap((row, r) => row.map((value, c) => [`${sheet}!${columns[c]}${r + 4}`, value])));

/** 公开01表 E4:F17, 公开04表 H4:L16; the tables that the third part is compared with as they are. */
export const byNature: Book = changed(accounts, { ...placed('公开01表', 'EF', summary), ...placed('公开04表', 'HIJKL', fiscal) });
