import { foldText } from '../workbook';
import type { Classification, SpendingClass, UnitKind } from './model';

/** Lengths a code can have: 类, 款, 项 (收入: also 目). */
const LENGTHS: Readonly<Record<Classification, readonly number[]>> = {
  function: [3, 5, 7],
  department: [3, 5],
  government: [3, 5],
  income: [3, 5, 7, 9],
};
/** Digits of the details that some provinces print below the 款 of an economic classification. */
const LOCAL_DETAIL = 7;
const LONGEST = Math.max(...Object.values(LENGTHS).flat());
const LEADING_DIGIT: Readonly<Record<string, Classification>> = { 1: 'income', 2: 'function', 3: 'department', 5: 'government' };
/** With all the blanks somebody may have typed; a longer text is prose. */
const LONGEST_CODE = 100;
/** From this year 超长期特别国债 stands under any 类 as 款 98. */
const TREASURY_BONDS_FROM = 2024;
export const TREASURY_BONDS_NAME = '超长期特别国债安排的支出';

/**
 * A code as a cell holds it, number or text, as bare digits: " ２０８０５０５ " and 2080505 → "2080505".
 * null where it is no run of digits at all.
 */
export function normaliseCode(value: string | number | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const given = String(value);
  if (given.length > LONGEST_CODE) return null;
  const text = foldText(given).replace(/['’`]/g, '').replace(/\.0+$/, '');
  return /^\d+$/.test(text) ? text : null;
}

/** The classification that codes of this leading digit belong to: 1 收入, 2 功能, 3 部门经济, 5 政府经济. */
export function classificationOf(code: string): Classification | null {
  return LEADING_DIGIT[code.charAt(0)] ?? null;
}

/** C3: 3, 5 or 7 digits in a functional column, 3 or 5 in an economic one. */
export function hasCodeLength(classification: Classification, code: string): boolean {
  return LENGTHS[classification].includes(code.length);
}

/**
 * The 款 that a province's own detail of an economic code stands under (3010201 津贴补贴的一项 → 30102), the code itself
 * where it is no such detail.
 */
export function sectionOfDetail(classification: Classification, code: string): string {
  const isEconomic = classification === 'department' || classification === 'government';
  return isEconomic && code.length === LOCAL_DETAIL ? code.slice(0, -2) : code;
}

/** 2080505 → 20805 → 208 → null. */
export function parentCode(code: string): string | null {
  return code.length > 3 ? code.slice(0, -2) : null;
}

/** 款 98 of any 类, or a 项 under it, in a year that has it. */
export function isTreasuryBondCode(classification: Classification, code: string, year: number): boolean {
  return classification === 'function' && year >= TREASURY_BONDS_FROM && code.length >= 5 && code.slice(3, 5) === '98';
}

/** 501–504 is paid by an organ, 505–506 by an institution; null for the rest, which both use. */
export function unitKind(governmentCode: string): UnitKind | null {
  const top = Number(governmentCode.slice(0, 3));
  if (top >= 501 && top <= 504) return 'organ';
  return top === 505 || top === 506 ? 'institution' : null;
}

/** 人员 or 公用 of a 部门经济 code, as 部门决算 table 公开06 divides them; null for no department code. */
export function spendingClass(departmentCode: string): SpendingClass | null {
  if (departmentCode === '30239') return 'either';
  const top = departmentCode.slice(0, 3);
  if (top === '301' || top === '303') return 'personnel';
  return ['302', '307', '309', '310', '311', '312', '313', '399'].includes(top) ? 'operating' : null;
}

/** Codes of a possible length that a dropped or doubled digit can have come from. */
export function oneDigitAway(code: string): string[] {
  if (code.length > LONGEST + 1) return [];
  const codes = new Set<string>();
  for (let i = 0; i <= code.length; i++) {
    if (i < code.length) codes.add(code.slice(0, i) + code.slice(i + 1));
    for (let digit = 0; digit <= 9; digit++) codes.add(code.slice(0, i) + digit + code.slice(i));
  }
  return [...codes];
}
