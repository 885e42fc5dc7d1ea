import type { FinalAccounts } from './model';
import { AccountsPage } from './page';

/** 基本支出决算表 (06) and “三公”经费支出决算表 (07) in both forms. */

export function basicSpendingTable(accounts: FinalAccounts): AccountsPage {
  return accounts.options.form === 'national' ? threeBlocks(accounts) : oneList(accounts);
}

function oneList(accounts: FinalAccounts): AccountsPage {
  const page = new AccountsPage({ ...accounts, options: { ...accounts.options, codeColumns: 'one' } }, '06', '一般公共预算财政拨款基本支出决算表（按经济分类科目）', 5);
  page.heading();
  const top = page.row;
  ['本年支出合计', '人员经费', '公用经费', '备注'].forEach((text, i) => page.header(top, 2 + i, top + 1, 2 + i, text));
  page.codeHeader(top + 1, '经济分类科目编码');
  const rows = new Map<string, [number, number, number]>([['', [0, 0, 0]]]);
  for (const [code, { personnel, public: publicMoney }] of accounts.economic) {
    for (const key of ['', code.slice(0, 3), code]) {
      const row = rows.get(key) ?? [0, 0, 0];
      rows.set(key, [row[0] + personnel + publicMoney, row[1] + personnel, row[2] + publicMoney]);
    }
  }
  for (const code of [...rows.keys()].sort()) page.codedRow(code, code === '' ? '合计' : accounts.chart.name(code), rows.get(code) ?? []);
  page.note('本表反映部门本年度一般公共预算财政拨款基本支出明细情况。');
  return page;
}

/** 人员经费 | 公用经费 | 公用经费: every code of the form is listed, with or without money. */
function threeBlocks(accounts: FinalAccounts): AccountsPage {
  const page = new AccountsPage(accounts, '06', '一般公共预算财政拨款基本支出决算表', 8);
  page.heading();
  const top = page.row;
  ['人员经费', '公用经费'].forEach((text, i) => page.header(top, i * 3, top, i === 0 ? 2 : 8, text));
  for (let block = 0; block < 3; block++) {
    ['经济分类科目编码', '科目名称', '决算数'].forEach((text, i) => page.label(top + 1, block * 3 + i, text));
  }
  page.row = top + 2;
  const listed = (...classes: string[]): string[] =>
    classes.flatMap((c) => [...accounts.chart.economic.keys()].filter((code) => code.startsWith(c)).sort());
  const blocks = [listed('301', '303'), listed('302'), listed('307', '310', '312', '399')];
  const height = Math.max(...blocks.map((b) => b.length));
  for (let i = 0; i < height; i++) {
    blocks.forEach((codes, block) => {
      const code = codes[i];
      if (code === undefined) return;
      page.label(page.row, block * 3, code);
      page.label(page.row, block * 3 + 1, accounts.chart.name(code));
      page.amount(page.row, block * 3 + 2, moneyOf(accounts, code));
    });
    page.row++;
  }
  const [personnel, publicMoney] = [blocks[0], blocks[1].concat(blocks[2])].map((codes) => codes.reduce((s, code) => s + (code.length === 3 ? moneyOf(accounts, code) : 0), 0));
  page.header(page.row, 0, page.row, 1, '人员经费合计');
  page.amount(page.row, 2, personnel);
  page.header(page.row, 3, page.row, 7, '公用经费合计');
  page.amount(page.row, 8, publicMoney);
  page.row++;
  page.note('本表反映部门本年度一般公共预算财政拨款基本支出明细情况。');
  return page;
}

function moneyOf(accounts: FinalAccounts, prefix: string): number {
  let cents = 0;
  for (const [code, row] of accounts.economic) if (code.startsWith(prefix)) cents += row.personnel + row.public;
  return cents;
}

const ORDER = ['abroad', 'reception', 'purchase', 'running', 'meeting', 'training'];

export function threePublicTable(accounts: FinalAccounts): AccountsPage {
  const [budget, actual] = [0, 1].map((i) => ORDER.map((kind) => accounts.threePublic[kind][i]));
  const note = '预算数为全年预算数，反映按规定程序调整后的预算数；决算数是包括当年财政拨款和以前年度结转资金安排的实际支出。';
  if (accounts.options.form === 'national') {
    const page = new AccountsPage(accounts, '07', '财政拨款“三公”经费支出决算表', 11);
    page.heading();
    const top = page.row;
    ['预算数', '决算数'].forEach((group, g) => {
      const c = g * 6;
      page.header(top, c, top, c + 5, group);
      page.header(top + 1, c, top + 2, c, '合计');
      page.header(top + 1, c + 1, top + 2, c + 1, '因公出国（境）费');
      page.header(top + 1, c + 2, top + 1, c + 4, '公务用车购置及运行维护费');
      ['小计', '公务用车购置费', '公务用车运行维护费'].forEach((text, i) => page.label(top + 2, c + 2 + i, text));
      page.header(top + 1, c + 5, top + 2, c + 5, '公务接待费');
    });
    for (let c = 0; c < 12; c++) page.label(top + 3, c, String(c + 1));
    page.row = top + 4;
    [budget, actual].forEach(([abroad, reception, purchase, running], g) => {
      const cars = purchase + running;
      [abroad + cars + reception, abroad, cars, purchase, running, reception].forEach((cents, i) => page.amount(page.row, g * 6 + i, cents));
    });
    page.row++;
    page.note(note);
    return page;
  }
  const page = new AccountsPage(accounts, '07', '一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表', 8);
  page.heading();
  const top = page.row;
  page.header(top, 0, top + 3, 0, '项目');
  page.header(top, 1, top, 6, '一般公共预算财政拨款安排的“三公”经费');
  ['小计', '因公出国（境）费用', '公务接待费'].forEach((text, i) => page.header(top + 1, 1 + i, top + 2, 1 + i, text));
  page.header(top + 1, 4, top + 1, 6, '公务用车购置及运行维护费');
  ['小计', '公务用车购置费', '公务用车运行维护费'].forEach((text, i) => page.label(top + 2, 4 + i, text));
  ['会议费', '培训费'].forEach((text, i) => page.header(top, 7 + i, top + 2, 7 + i, text));
  for (let c = 1; c <= 8; c++) page.label(top + 3, c, String(c));
  page.row = top + 4;
  [budget, actual].forEach(([abroad, reception, purchase, running, meeting, training], i) => {
    page.label(page.row, 0, i === 0 ? '预算数' : '决算数');
    const cars = purchase + running;
    [abroad + reception + cars, abroad, reception, cars, purchase, running, meeting, training].forEach((cents, c) => page.amount(page.row, 1 + c, cents));
    page.row++;
  });
  page.note(note);
  return page;
}
