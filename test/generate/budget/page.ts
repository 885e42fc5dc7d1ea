import { Sheet } from '../grid';
import { yuan } from '../money';
import type { Budget } from './model';

export const AMOUNT = '#,##0.00';

/** One table on its sheet: heading lines, headers and amounts in the workbook's style. */
export class Page {
  readonly sheet: Sheet;
  /** The next free row. */
  row = 0;

  constructor(
    private readonly budget: Budget,
    name: string,
    private readonly lastColumn: number,
    sheet?: Sheet,
  ) {
    this.sheet = sheet ?? new Sheet(name);
    if (sheet) this.row = sheet.rows.length + 2;
  }

  /** 表5 / title / 单位名称：… 单位：元; the plain style has the last two only. */
  heading(number: string, title: string, unit: string | null = '单位：元'): void {
    const { options } = this.budget;
    if (options.style === 'numbered') this.sheet.set(this.row++, 0, number);
    this.sheet.merge(this.row, 0, this.row, this.lastColumn);
    this.sheet.set(this.row++, 0, title);
    if (unit === null) return;
    if (options.style === 'numbered') {
      this.sheet.merge(this.row, 0, this.row, this.lastColumn - 1);
      this.sheet.set(this.row, 0, nameLine(this.budget));
    }
    this.sheet.set(this.row++, this.lastColumn, unit);
  }

  label(row: number, column: number, text: string): void {
    this.sheet.set(row, column, text);
  }

  /** A header cell that covers several rows or columns. */
  header(top: number, left: number, bottom: number, right: number, text: string): void {
    this.sheet.set(top, left, text);
    this.sheet.merge(top, left, bottom, right);
  }

  /** Writes 分 as 元; no money as blank or 0, as the workbook does it. */
  amount(row: number, column: number, cents: number): void {
    if (cents === 0 && this.budget.options.zeros === 'blank') return;
    this.sheet.set(row, column, yuan(cents), AMOUNT);
  }
}

/** 部门 or 单位: the word that titles and name lines begin with. */
export function levelWord(budget: Budget): string {
  return budget.options.level === 'department' ? '部门' : '单位';
}

export function publisherName(budget: Budget): string {
  if (budget.options.level === 'unit') return budget.units[0].name;
  return `${budget.departments[0].name}${budget.units.length > 1 ? '（汇总）' : ''}`;
}

export function nameLine(budget: Budget): string {
  return `${levelWord(budget)}名称：${publisherName(budget)}`;
}
