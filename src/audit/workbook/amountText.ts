import Decimal from 'decimal.js';
import { remembered } from '../remembered';
import { foldText } from './text';

/** An amount written as text. */
export interface AmountText {
  /** Decimal text without separators, "-12.30"; "" where the text stands for a blank ("-", "—", "/"). */
  readonly decimal: string;
  /** A unit written behind the figure, which then overrides the table's. */
  readonly unit: 'yuan' | 'wanyuan' | null;
}

/** Digits in groups of three, or of four as in 3,7800,0263 (万); without separators as they come. */
const FIGURE = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:'\d{3})+|\d{1,4}(?:,\d{4})+)?(?:\.\d*)?$/;

/** 281.897,60 and 1234,5: the comma stands where the point should. */
const DECIMAL_COMMA = /^[+-]?\d{1,3}(?:\.?\d{3})*,\d{1,2}$/;

/** A longer text is prose. */
const LONGEST_AMOUNT = 100;

/**
 * Reads an amount that a person typed as text: thousands separators, full-width digits, blanks inside ("4, 537. 58"),
 * brackets for negatives, ¥, a unit behind it. null where the text is no amount at all.
 */
export const parseAmountText: (text: string) => AmountText | null = remembered((text) => {
  if (text.length > LONGEST_AMOUNT) return null;
  let rest = bare(text);
  if (rest === '-' || rest === '--' || rest === '/' || rest === '') return { decimal: '', unit: null };
  let unit: AmountText['unit'] = null;
  const suffix = /(万元|元)$/.exec(rest);
  if (suffix) {
    unit = suffix[1] === '元' ? 'yuan' : 'wanyuan';
    rest = rest.slice(0, -suffix[1].length);
  }
  rest = rest.replace(/^¥/, '');
  const bracketed = /^\((.+)\)$/.exec(rest);
  if (bracketed) rest = `-${bracketed[1]}`;
  if (!FIGURE.test(rest) || !/\d/.test(rest)) return null;
  return { decimal: new Decimal(rest.replace(/[,']/g, '')).toFixed(), unit };
});

/** true for a figure written with a decimal comma, which could as well mean something else. */
export function hasDecimalComma(text: string): boolean {
  return DECIMAL_COMMA.test(bare(text));
}

const bare = (text: string): string => foldText(text).replace(/[−–—―]/g, '-');
