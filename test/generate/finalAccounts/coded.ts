import { OTHER_INCOME, type FinalAccounts } from './model';
import { AccountsPage, CodeTree } from './page';

/** Tables with a row a functional code: 02, 03, 05, 08, 09. */

interface Column {
  readonly text: string;
  /** Sub-columns; the header then has two levels. */
  readonly parts?: readonly string[];
}

export function incomeTable(accounts: FinalAccounts): AccountsPage {
  const tree = new CodeTree(8);
  for (const f of accounts.fiscal) tree.add(f.code, [f.income, f.income, 0, 0, 0, 0, 0, 0]);
  for (const o of accounts.others) {
    const [superior, institution, business, affiliate, other] = OTHER_INCOME.map((kind) => o.income[kind]);
    tree.add(o.code, [superior + institution + business + affiliate + other, 0, superior, institution, o.educationFees, business, affiliate, other]);
  }
  const columns: Column[] = [
    { text: '本年收入合计' }, { text: '财政拨款收入' }, { text: '上级补助收入' }, { text: '事业收入', parts: ['小计', '其中：教育收费'] },
    { text: '经营收入' }, { text: '附属单位上缴收入' }, { text: '其他收入' },
  ];
  return coded(accounts, '02', '收入决算表', columns, tree, '本表反映部门本年度取得的各项收入情况。');
}

export function spendingTable(accounts: FinalAccounts): AccountsPage {
  const tree = new CodeTree(6);
  for (const f of accounts.fiscal) tree.add(f.code, [f.personnel + f.public + f.project, f.personnel + f.public, f.project, 0, 0, 0]);
  for (const o of accounts.others) tree.add(o.code, [o.basic + o.project + o.remit + o.business + o.subsidy, o.basic, o.project, o.remit, o.business, o.subsidy]);
  const columns = ['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'].map((text) => ({ text }));
  return coded(accounts, '03', '支出决算表', columns, tree, '本表反映部门本年度各项支出情况。');
}

export function generalSpendingTable(accounts: FinalAccounts): AccountsPage {
  const national = accounts.options.form === 'national';
  const tree = new CodeTree(national ? 3 : 5);
  for (const f of accounts.fiscal) {
    if (f.fund !== 'general') continue;
    const basic = f.personnel + f.public;
    const all = basic + f.project;
    tree.add(f.code, national ? [all, basic, f.project] : [all, basic, f.personnel, f.public, f.project]);
  }
  const columns: Column[] = national
    ? [{ text: '本年支出', parts: ['小计', '基本支出', '项目支出'] }]
    : [{ text: '本年支出合计' }, { text: '基本支出', parts: ['小计', '人员经费', '公用经费'] }, { text: '项目支出' }];
  const title = `一般公共预算财政拨款支出决算表${national ? '' : '（按功能分类科目）'}`;
  return coded(accounts, '05', title, columns, tree, '本表反映部门本年度一般公共预算财政拨款支出情况。');
}

export function fundTable(accounts: FinalAccounts): AccountsPage {
  const tree = new CodeTree(6);
  for (const f of accounts.fiscal) {
    if (f.fund !== 'government') continue;
    const basic = f.personnel + f.public;
    tree.add(f.code, [f.opening, f.income, basic + f.project, basic, f.project, f.closing]);
  }
  const columns: Column[] = [{ text: '年初结转和结余' }, { text: '本年收入' }, { text: '本年支出', parts: ['小计', '基本支出', '项目支出'] }, { text: '年末结转和结余' }];
  return coded(accounts, '08', '政府性基金预算财政拨款收入支出决算表', columns, tree, '本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。');
}

export function capitalTable(accounts: FinalAccounts): AccountsPage {
  const tree = new CodeTree(3);
  for (const f of accounts.fiscal) {
    if (f.fund === 'capital') tree.add(f.code, [f.personnel + f.public + f.project, f.personnel + f.public, f.project]);
  }
  const columns: Column[] = [{ text: '本年支出', parts: ['合计', '基本支出', '项目支出'] }];
  return coded(accounts, '09', '国有资本经营预算财政拨款支出决算表', columns, tree, '本表反映部门本年度国有资本经营预算财政拨款支出情况。');
}

function coded(accounts: FinalAccounts, number: string, title: string, columns: readonly Column[], tree: CodeTree, note: string): AccountsPage {
  const start = accounts.options.codeColumns === 'one' ? 2 : 4;
  const width = columns.reduce((n, c) => n + (c.parts?.length ?? 1), 0);
  const page = new AccountsPage(accounts, number, title, start + width - 1);
  page.heading();
  const top = page.row;
  const bottom = top + (accounts.options.codeColumns === 'split' ? 2 : 1);
  let c = start;
  for (const column of columns) {
    if (column.parts) {
      page.header(top, c, top, c + column.parts.length - 1, column.text);
      for (const part of column.parts) {
        page.header(top + 1, c, bottom, c, part);
        c++;
      }
    } else {
      page.header(top, c, bottom, c, column.text);
      c++;
    }
  }
  page.codeHeader(bottom);
  tree.write(page);
  page.note(note);
  return page;
}
