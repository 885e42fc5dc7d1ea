import { className, functionClasses, INCOME_LINES, numbered } from './lines';
import { FUNDS, OTHER_INCOME, type FinalAccounts, type Fund } from './model';
import { AccountsPage } from './page';

/** 收入支出决算总表 (01) and 财政拨款收入支出决算总表 (04). */

interface Line {
  readonly label: string;
  /** null: no amount belongs here. */
  readonly cents: readonly number[] | null;
}

export function incomeAndSpending(accounts: FinalAccounts): AccountsPage {
  const { options, fiscal, others, otherBalances } = accounts;
  const national = options.form === 'national';
  const income = [
    ...FUNDS.map((fund) => fiscal.reduce((s, f) => s + (f.fund === fund ? f.income : 0), 0)),
    ...OTHER_INCOME.map((kind) => others.reduce((s, o) => s + o.income[kind], 0)),
  ];
  const spent = new Map<string, number>();
  const add = (code: string, cents: number): void => void spent.set(code.slice(0, 3), (spent.get(code.slice(0, 3)) ?? 0) + cents);
  for (const f of fiscal) add(f.code, f.personnel + f.public + f.project);
  for (const o of others) add(o.code, o.basic + o.project + o.remit + o.business + o.subsidy);
  const incomeTotal = income.reduce((a, b) => a + b, 0);
  const spentTotal = [...spent.values()].reduce((a, b) => a + b, 0);
  const opening = otherBalances.opening + fiscal.reduce((s, f) => s + f.opening, 0);
  const closing = otherBalances.closing + fiscal.reduce((s, f) => s + f.closing, 0);
  const left: Line[] = INCOME_LINES(national).map((label, i) => ({ label: numbered(options, i + 1, label), cents: [income[i]] }));
  const right: Line[] = functionClasses(options).map((code, i) => ({ label: numbered(options, i + 1, className(accounts, code)), cents: [spent.get(code) ?? 0] }));
  const tail: [Line, Line][] = [
    [{ label: '本年收入合计', cents: [incomeTotal] }, { label: '本年支出合计', cents: [spentTotal] }],
    [{ label: options.year >= 2022 && national ? '使用非财政拨款结余（含专用结余）' : '使用非财政拨款结余', cents: [otherBalances.used] }, { label: '结余分配', cents: [otherBalances.distributed] }],
    [{ label: '年初结转和结余', cents: [opening] }, { label: '年末结转和结余', cents: [closing] }],
    [
      { label: national ? '总计' : '收入总计', cents: [incomeTotal + otherBalances.used + opening] },
      { label: national ? '总计' : '支出总计', cents: [spentTotal + otherBalances.distributed + closing] },
    ],
  ];
  return twoSides(accounts, '01', '收入支出决算总表', [national ? '金额' : '决算数'], left, right, tail, '本表反映部门本年度的总收支和年末结转结余情况。');
}

export function fiscalIncomeAndSpending(accounts: FinalAccounts): AccountsPage {
  const { options, fiscal } = accounts;
  const national = options.form === 'national';
  const perFund = (value: (f: (typeof fiscal)[number]) => number, of: (f: (typeof fiscal)[number]) => boolean = () => true): number[] => {
    const funds = FUNDS.map((fund) => fiscal.reduce((s, f) => s + (f.fund === fund && of(f) ? value(f) : 0), 0));
    return [funds.reduce((a, b) => a + b, 0), ...funds];
  };
  const spent = (f: (typeof fiscal)[number]): number => f.personnel + f.public + f.project;
  const fundNames: Record<Fund, string> = {
    general: '一般公共预算财政拨款', government: '政府性基金预算财政拨款', capital: national ? '国有资本经营预算财政拨款' : '国有资本经营预算收入',
  };
  const income = perFund((f) => f.income);
  const opening = perFund((f) => f.opening);
  const closing = perFund((f) => f.closing);
  const expended = perFund(spent);
  const left: Line[] = FUNDS.map((fund, i) => ({ label: numbered(options, i + 1, fundNames[fund]), cents: [income[i + 1]] }));
  const right: Line[] = functionClasses(options).map((code, i) => ({
    label: numbered(options, i + 1, className(accounts, code)),
    cents: perFund(spent, (f) => f.code.startsWith(code)),
  }));
  const none: Line = { label: '', cents: null };
  const tail: [Line, Line][] = [
    [{ label: '本年收入合计', cents: [income[0]] }, { label: '本年支出合计', cents: expended }],
    [{ label: '年初财政拨款结转和结余', cents: [opening[0]] }, { label: '年末财政拨款结转和结余', cents: closing }],
    ...['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'].map((label, i): [Line, Line] => [{ label, cents: [opening[i + 1]] }, none]),
    [
      { label: national ? '总计' : '收入总计', cents: [income[0] + opening[0]] },
      { label: national ? '总计' : '支出总计', cents: expended.map((x, i) => x + closing[i]) },
    ],
  ];
  const columns = ['合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'];
  return twoSides(accounts, '04', '财政拨款收入支出决算总表', columns, left, right, tail, '本表反映部门本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支和年末结转结余情况。');
}

function twoSides(
  accounts: FinalAccounts, number: string, title: string, columns: readonly string[], left: readonly Line[], right: readonly Line[], tail: readonly (readonly [Line, Line])[], note: string,
): AccountsPage {
  const national = accounts.options.form === 'national';
  // 项目 | 行次 | 金额 on each side in the national form, without 行次 in the list of 2020.
  const lineColumn = national ? 1 : 0;
  const rightColumn = 2 + lineColumn;
  const page = new AccountsPage(accounts, number, title, rightColumn + lineColumn + columns.length);
  page.heading();
  const head = (): void => {
    const last = rightColumn + lineColumn + columns.length;
    page.header(page.row, 0, page.row, rightColumn - 1, '收入');
    page.header(page.row, rightColumn, page.row, last, '支出');
    const sides: [number, readonly string[]][] = [[0, [national ? '金额' : '决算数']], [rightColumn, columns]];
    for (const [at, names] of sides) {
      page.label(page.row + 1, at, '项目');
      if (national) page.label(page.row + 1, at + 1, '行次');
      names.forEach((name, i) => page.label(page.row + 1, at + lineColumn + 1 + i, name));
    }
    page.row += 2;
    if (!national) return;
    page.label(page.row, 0, '栏次');
    page.label(page.row, 2, '1');
    page.label(page.row, rightColumn, '栏次');
    columns.forEach((_, i) => page.label(page.row, rightColumn + 2 + i, String(i + 2)));
    page.row++;
  };
  head();
  const height = Math.max(left.length, right.length);
  const all = height + tail.length;
  const side = (at: number, line: Line | undefined, lineNumber: number): void => {
    if (national) page.label(page.row, at + 1, String(lineNumber));
    if (!line) return;
    page.label(page.row, at, line.label);
    line.cents?.forEach((cents, i) => page.amount(page.row, at + lineColumn + 1 + i, cents));
  };
  for (let i = 0; i < all; i++) {
    if (accounts.options.twoPages && number === '04' && i === Math.floor(height / 2)) head();
    side(0, i < height ? left[i] : tail[i - height][0], i + 1);
    side(rightColumn, i < height ? right[i] : tail[i - height][1], all + i + 1);
    page.row++;
  }
  page.note(note);
  return page;
}
