import Decimal from 'decimal.js';

/** An amount written as text. */
export interface AmountText {
  /** Decimal text without separators, "-12.30"; "" where the text stands for a blank ("-", "—", "/"). */
  readonly decimal: string;
  /** A unit written behind the figure, which then overrides the table's. */
  readonly unit: 'yuan' | 'wanyuan' | null;
  /** true for the spelling that Excel itself shows ("3,780,026.30"): no one would call it a fault. */
  readonly canonical: boolean;
}

/** A longer text is prose. */
const LONGEST_AMOUNT = 100;
const CANONICAL = /^-?\d{1,3}(,\d{3})*\.\d{2}$/;
const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/**
 * Reads an amount that a person typed as text: thousands separators, full-width digits, blanks inside ("4, 537. 58"),
 * brackets for negatives, ¥, a unit behind it. null where the text is no amount at all.
 */
export function parseAmountText(text: string): AmountText | null {
  if (text.length > LONGEST_AMOUNT) return null;
  let rest = text.normalize('NFKC').replace(/[\s\u200b]+/g, '').replace(/[−–—―]/g, '-');
  if (rest === '-' || rest === '--' || rest === '/' || rest === '') return { decimal: '', unit: null, canonical: true };
  let unit: AmountText['unit'] = null;
  const suffix = /(万元|元)$/.exec(rest);
  if (suffix) {
    unit = suffix[1] === '元' ? 'yuan' : 'wanyuan';
    rest = rest.slice(0, -suffix[1].length);
  }
  rest = rest.replace(/^[¥￥]/, '');
  const bracketed = /^\((.+)\)$/.exec(rest);
  if (bracketed) rest = `-${bracketed[1]}`;
  const digits = rest.replace(/[,'，]/g, '');
  if (!PLAIN.test(digits)) return null;
  return { decimal: new Decimal(digits).toFixed(), unit, canonical: CANONICAL.test(text) };
}
