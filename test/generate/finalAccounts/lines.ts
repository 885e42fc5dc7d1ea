import { chineseNumeral } from '../budget/lines';
import type { FinalAccounts, FullFinalAccountsOptions } from './model';

/** 支出 lines of 01 and 04: the functional 类 in the form's order. */
const CLASSES = [
  '201', '202', '203', '204', '205', '206', '207', '208', '210', '211', '212', '213', '214', '215', '216', '217', '219', '220', '221', '222', '223', '224', '229',
];
const NATIONAL_CLASSES = [...CLASSES, '231', '232', '234'];
const NAMES: Readonly<Record<string, string>> = { '231': '债务还本支出', '232': '债务付息支出', '234': '抗疫特别国债安排的支出' };

export function functionClasses(options: FullFinalAccountsOptions): readonly string[] {
  return options.form === 'national' ? NATIONAL_CLASSES : CLASSES;
}

/** "一、一般公共服务支出" in the national form, "1. 一般公共服务支出" in the list of 2020. */
export function numbered(options: FullFinalAccountsOptions, n: number, text: string): string {
  return options.form === 'national' ? `${chineseNumeral(n)}、${text}` : `${n}. ${text}`;
}

export function className(accounts: FinalAccounts, code: string): string {
  return NAMES[code] ?? accounts.chart.name(code);
}

/** Income lines of 01. */
export const INCOME_LINES = (national: boolean): readonly string[] => [
  national ? '一般公共预算财政拨款收入' : '一般公共预算财政拨款',
  national ? '政府性基金预算财政拨款收入' : '政府性基金预算财政拨款',
  national ? '国有资本经营预算财政拨款收入' : '国有资本经营预算财政拨款',
  '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入',
];
