import { isTotalLabel } from '../../workbook';
import { namesBody, totalsList } from '../bodyName';
import type { BindContext } from './context';
import { totalLabelCell } from './make';

/** The row that is called 合计 in other words, or by the body's name; -1 where none is. */
export interface BodyTotal {
  readonly row: number;
  readonly isTotal: (text: string) => boolean;
}

/** 某市水利局合计, 共计 first or last; in a list of subjects also the only name of a body that has no code, first or right below 合计. */
export function bodyTotal({ grid, layout: { rows }, words }: BindContext, until: number, isCoded: boolean): BodyTotal {
  const has = (row: number | undefined, is: (text: string) => boolean): boolean => row !== undefined && totalLabelCell(grid, row, until, is) >= 0;
  const isSum = (text: string): boolean => totalsList(text, words);
  const isName = (text: string): boolean => namesBody(text, words);
  const end = [rows[0], rows[rows.length - 1]].find((row) => has(row, isSum) && !has(row, isTotalLabel));
  if (end !== undefined) return { row: end, isTotal: isSum };
  const named = isCoded ? rows.filter((row) => has(row, isName) && !has(row, isNumber)) : [];
  const isHead = named.length === 1 && (named[0] === rows[0] || (named[0] === rows[1] && has(rows[0], isTotalLabel)));
  return { row: isHead ? named[0] : -1, isTotal: isName };
}

const isNumber = (text: string): boolean => text[0] >= '0' && text[0] <= '9';
