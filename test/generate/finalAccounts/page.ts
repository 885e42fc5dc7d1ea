import { Sheet } from '../grid';
import { wanyuan } from '../money';
import type { FinalAccounts } from './model';

/** One 公开 table on its sheet: title, 公开NN表, name and unit lines, headers, amounts in 万元, the 注 below. */
export class AccountsPage {
  readonly sheet: Sheet;
  row = 0;
  /** The first amount column of coded tables. */
  readonly firstAmount: number;

  constructor(
    readonly accounts: FinalAccounts,
    readonly number: string,
    private readonly title: string,
    private readonly lastColumn: number,
  ) {
    this.sheet = new Sheet(`公开${number}表`);
    this.firstAmount = accounts.options.codeColumns === 'one' ? 2 : 4;
  }

  heading(): void {
    const { options, name } = this.accounts;
    this.sheet.merge(0, 0, 0, this.lastColumn);
    this.sheet.set(0, 0, this.title);
    this.sheet.set(1, this.lastColumn, `公开${this.number}表`);
    this.sheet.set(2, 0, `${options.form === 'national' ? '部门' : '编制部门'}：${name}`);
    this.sheet.set(2, this.lastColumn, '金额单位：万元');
    this.row = 3;
  }

  label(row: number, column: number, text: string): void {
    this.sheet.set(row, column, text);
  }

  header(top: number, left: number, bottom: number, right: number, text: string): void {
    this.sheet.set(top, left, text);
    this.sheet.merge(top, left, bottom, right);
  }

  /** 分 as 万元, rounded by itself: no figure knows the others. */
  amount(row: number, column: number, cents: number): void {
    const value = wanyuan(cents);
    if (value === 0 && this.accounts.options.zeros === 'blank') return;
    this.sheet.set(row, column, value, '#,##0.00');
  }

  /** 项目{功能分类科目编码, 科目名称} over the code and name columns, and 栏次 in the national form. */
  codeHeader(bottom: number, code = '功能分类科目编码'): void {
    const { codeColumns, form } = this.accounts.options;
    const name = this.firstAmount - 1;
    this.header(this.row, 0, this.row, name, '项目');
    if (codeColumns === 'split') {
      this.header(this.row + 1, 0, bottom - 1, 2, code);
      ['类', '款', '项'].forEach((text, i) => this.label(bottom, i, text));
    } else this.header(this.row + 1, 0, bottom, name - 1, code);
    this.header(this.row + 1, name, bottom, name, '科目名称');
    this.row = bottom + 1;
    if (form !== 'national') return;
    this.header(this.row, 0, this.row, name, '栏次');
    for (let c = name + 1; c <= this.lastColumn; c++) this.label(this.row, c, String(c - name));
    this.row++;
  }

  /** A coded row: the code in one column, merged over three, or split. */
  codedRow(code: string, name: string, cents: readonly number[]): void {
    const { codeColumns } = this.accounts.options;
    if (code === '') this.header(this.row, 0, this.row, this.firstAmount - 1, name);
    else {
      if (codeColumns === 'split') [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)].forEach((part, i) => this.sheet.set(this.row, i, part));
      else {
        this.label(this.row, 0, code);
        if (codeColumns === 'merged') this.sheet.merge(this.row, 0, this.row, 2);
      }
      this.label(this.row, this.firstAmount - 1, name);
    }
    cents.forEach((x, i) => this.amount(this.row, this.firstAmount + i, x));
    this.row++;
  }

  note(text: string): void {
    this.header(this.row, 0, this.row, this.lastColumn, `注：${text}本表金额转换为万元时，因四舍五入可能存在尾差。`);
    this.row++;
  }
}

/** Adds amounts to a code and to its 款 and 类. */
export class CodeTree {
  readonly rows = new Map<string, number[]>();

  constructor(private readonly width: number) {}

  add(code: string, cents: readonly number[]): void {
    for (const key of new Set(['', code.slice(0, 3), code.slice(0, 5), code])) {
      const row = this.rows.get(key) ?? Array.from({ length: this.width }, () => 0);
      cents.forEach((x, i) => (row[i] += x));
      this.rows.set(key, row);
    }
  }

  /** 合计 first, then the codes in ascending order. */
  write(page: AccountsPage): void {
    page.codedRow('', '合计', this.rows.get('') ?? Array.from({ length: this.width }, () => 0));
    for (const code of [...this.rows.keys()].filter((key) => key !== '').sort()) page.codedRow(code, page.accounts.chart.name(code), this.rows.get(code) ?? []);
  }
}
