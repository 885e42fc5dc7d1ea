/** Texts as they are compared: width, spaces, quotes and outline numbers of the forms do not matter. */
import { remembered } from '../remembered';

const QUOTES = /[“”„‟"'‘’「」『』〝〞＂]/g;
/** White space, and what has no width at all: direction marks, joiners, soft hyphens, variation selectors. */
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]+/gu;
const DASHES = /[‐‑‒–—―−]/g;

/** Most texts of a form need no change: Chinese characters, digits, half-width signs. */
const PLAIN = /^[\u4e00-\u9fff\w.,:()/%+、。；！？《》-]*$/;

/** Arabic ligatures and squared words, which NFKC spells out into up to 18 characters each. No form holds them. */
const EXPANDING = /[\u3300-\u3357\ufb50-\ufdff]/;

/** Signs of their own that compatibility folding would turn into digits: ① ² ₂ ❶ ⒈ ½. */
const NUMBER_SIGNS = /[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209c\u2150-\u215f\u2189\u2460-\u2473\u2488-\u249b\u24ea-\u24ff\u2776-\u2793]/u;
const FOLDED = /[^\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209c\u2150-\u215f\u2189\u2460-\u2473\u2488-\u249b\u24ea-\u24ff\u2776-\u2793]+/gu;

/** ASCII that is seen and plain Chinese characters: folding leaves them as they are. */
const SETTLED = /^[\x21-\x7e\u4e00-\u9fff]*$/;

/** The one folding of texts: half width, without white space and invisible signs; ① and ² stay what they are. */
export function foldText(text: string): string {
  if (SETTLED.test(text)) return text;
  const seen = text.replace(UNSEEN, '');
  if (EXPANDING.test(seen)) return seen;
  return (NUMBER_SIGNS.test(seen) ? seen.replace(FOLDED, (part) => part.normalize('NFKC')) : seen.normalize('NFKC')).replace(UNSEEN, '');
}

/** Half width, no white space, one kind of quote and dash. "（一） 公共“三公”" → "(一)公共\"三公\"". */
export const normaliseText: (text: string) => string = remembered((text) => (PLAIN.test(text) ? text : foldText(text).replace(QUOTES, '"').replace(DASHES, '-')));

const ORDINAL =
  /^(?:[\u2460-\u2473\u2776-\u277f\u2488-\u249b][、.]?|[一二三四五六七八九十]+[、.．,:]|\([一二三四五六七八九十]+\)[、.]?|\d{1,2}[、.．,:](?!\d)|\(\d{1,2}\)[、.]?|\d{1,2}\)|\d{1,2}(?:\.\d{1,2}){1,3}[、.]?(?=[^\d.,%年月日:)(万亿千百元、-])|\d{1,2}(?=[^\d.,%年月日:)-]))/;
const OF_WHICH = /^其中[:、,]?/;

export interface OutlineLabel {
  /** The words without number and 其中. */
  readonly base: string;
  /** Shape of the number: "一、" "(一)" "1、" "(1)", "1.1" and "1.1.1" of decimal ones, or "" without one. */
  readonly style: '' | '一' | '(一)' | '1' | '(1)' | '1.1' | '1.1.1';
  /** true for 其中：… */
  readonly ofWhich: boolean;
}

/** How deep a number stands: 一、 1, (一) 2, 1、 3, (1) and 1.1 4, 1.1.1 5; 0 without one. */
export const OUTLINE_LEVEL: Readonly<Record<OutlineLabel['style'], number>> = { '': 0, '一': 1, '(一)': 2, '1': 3, '(1)': 4, '1.1': 4, '1.1.1': 5 };

/** Splits a normalised label of a form into its outline number and its words. */
export const outlineLabel: (normalised: string) => OutlineLabel = remembered((normalised) => {
  let rest = normalised;
  let ofWhich = false;
  if (OF_WHICH.test(rest)) {
    ofWhich = true;
    rest = rest.replace(OF_WHICH, '');
  }
  const match = ORDINAL.exec(rest);
  if (!match) return { base: rest, style: '', ofWhich };
  rest = rest.slice(match[0].length);
  if (OF_WHICH.test(rest)) {
    ofWhich = true;
    rest = rest.replace(OF_WHICH, '');
  }
  const number = match[0];
  const chinese = /[一二三四五六七八九十]/.test(number);
  const bracket = number.includes(')');
  const points = number.split('.').filter((part) => part !== '').length;
  const style = points > 1 ? (points === 2 ? '1.1' : '1.1.1') : chinese ? (bracket ? '(一)' : '一') : bracket ? '(1)' : '1';
  return { base: rest, style, ofWhich };
});

/** 合计, 总计 and their spellings as the label of a total row. */
export function isTotalLabel(normalised: string): boolean {
  // Asked of nearly every cell; most are longer or shorter.
  if (normalised.length < 2 || normalised.length > 7) return false;
  const bare = normalised.endsWith(':') ? normalised.slice(0, -1) : normalised;
  return TOTALS.has(BRACKETS.includes(bare[0]) ? bare.slice(1, -1) : bare);
}

/** (合计), 【合计】. */
const BRACKETS = '([【';

const TOTALS: ReadonlySet<string> = new Set(['合计', '总计', '总合计', '合计数', '本年合计', '金额合计']);

/**
 * A name and what its last brackets hold: "行政运行（政府办公厅（室）及相关机构事务）" → 行政运行, 政府办公厅(室)及相关机构事务.
 * null where the name does not end in brackets.
 */
export function splitBrackets(name: string): { readonly head: string; readonly inside: string } | null {
  const text = foldText(name);
  if (!text.endsWith(')')) return null;
  let depth = 0;
  for (let i = text.length - 1; i > 0; i--) {
    if (text[i] === ')') depth++;
    else if (text[i] === '(' && --depth === 0) return { head: text.slice(0, i), inside: text.slice(i + 1, -1) };
  }
  return null;
}
