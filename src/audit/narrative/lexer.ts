import type { LedgerEntry, NumberKind, Span } from './model';
import type { Passage } from './passages';
import { vocabulary, type Words } from './vocabulary';
import { longestWord } from './words';

/**
 * A token; its letter is what the grammar sees: A amount, P percentage, C code, K count, N other number, Y year or date,
 * B base of a comparison, O number of an item, X other text, punctuation as itself, sign words as in vocabulary.ts.
 */
export interface Token {
  readonly letter: string;
  readonly start: number;
  readonly end: number;
  /** Value of a number (A: 分), digits of a code are in the text. */
  readonly value: number;
  /** Last written digit of a number, in the same measure. */
  readonly step: number;
  /** Ledger index; -1 for what is no number. */
  readonly number: number;
  /** B: kind of the base; K: unit. */
  readonly detail: string;
}

const PUNCTUATION = new Set([',', '、', ';', '。', ':', '(', ')', '!', '?']);
const NUMBER = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/y;
const DATE = /(?:19|20)\d\d(?:年度|年)(?:\d{1,2}月(?:\d{1,2}日)?)?(?:底|末|以来)?/y;
const YEAR = /(?:19|20)\d\d年度?/y;
const BRACKETED_CODE = /\((?!(?:19|20)\d\d\))(\d{3,9})\)/y;
const LEADING_CODE = /[235]\d{2}(?:\d{2}){0,2}-(?=[一-鿿])|2\d{6}(?=[一-鿿])(?![万亿元人个])/y;
const ORDINAL = /\(\d{1,2}\)|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、](?!\d)|\d{1,2}[.、](?=(?:19|20)\d\d年)|\d{1,2}[.、](?=\d{7})|第[一二三四五六七八九十]+部分:?/y;
const REST_OF_NAME = /[^,;。:()\d]{1,20}\(\d{3,7}\)\d/y;
const REST_BEFORE_AMOUNT = /[^,;。:()\d]{4,20}\d/y;
const LEVEL_BEFORE = /\([类款]\)$/;
const REST_OF_LEVEL = /[^,;。:()\d]{1,24}\([类款项]\)/y;
const DIGIT = /\d/;
/** 收入、支出: words of the vocabulary that hold the sign. */
const LONGEST_BEFORE_COMMA = 4;
const CIRCLED = /[①-⑳]/;
const INNER = /\(([^()\d,;。]{1,14})\)/y;
const UNITS: readonly (readonly [string, number])[] = [['亿元', 1e10], ['万元', 1e6], ['元', 100]];
const ROUNDED = 10_000;
const THRESHOLD = /^\(?(?:含|\(含\))?\)?以[上下]/;

/** Splits a passage into tokens; amounts, percentages, codes and counts are entered in the ledger. */
export function tokensOf(passage: Passage, ledger: LedgerEntry[]): Token[] {
  const { text } = passage;
  const words = vocabulary();
  const tokens: Token[] = [];
  let run = -1;
  const push = (letter: string, start: number, end: number, more: Partial<Token> = {}): void => {
    tokens.push({ letter, start, end, value: 0, step: 0, number: -1, detail: '', ...more });
  };
  const flush = (end: number): void => {
    if (run >= 0) push('X', run, end);
    run = -1;
  };
  const enter = (kind: NumberKind, start: number, end: number): number => {
    const span: Span = { passage: passage.index, start, end };
    return ledger.push({ kind, span, status: 'unchecked', reason: 'grammar', proof: [] }) - 1;
  };
  let i = 0;
  while (i < text.length) {
    const character = text[i];
    const opensItem = run < 0 && (tokens.length === 0 || /[;:。]/.test(tokens[tokens.length - 1].letter));
    if (CIRCLED.test(character)) {
      flush(i);
      push('O', i, ++i);
      continue;
    }
    const ordinal = opensItem || (run < 0 && tokens[tokens.length - 1]?.letter === 'W') ? match(ORDINAL, text, i) : null;
    if (ordinal !== null) {
      push('O', i, i + ordinal.length);
      i += ordinal.length;
      continue;
    }
    if (character >= '0' && character <= '9') {
      const end = readNumber(text, i, run >= 0 ? run : i, words, (letter, to, more, kind) => {
        flush(i);
        push(letter, i, to, kind === null ? more : { ...more, number: enter(kind, i, to) });
      });
      i = end;
      continue;
    }
    const code = character === '(' ? match(BRACKETED_CODE, text, i) : null;
    if (code !== null) {
      flush(i);
      push('C', i, i + code.length, { number: enter('code', i + 1, i + code.length - 1) });
      i += code.length;
      continue;
    }
    const base = readBase(text, i, words);
    if (base !== null) {
      flush(i);
      push('B', i, base.end, { detail: base.kind });
      i = base.end;
      continue;
    }
    const sign = longestWord(words.signs, text, i);
    // “收、支总计均为…万元”
    if (sign !== null && !(sign.value === 'L' && DIGIT.test(text[sign.end] ?? '')) && !opensName(text, i, tokens.at(-1)) && !(run >= 0 && isAmidName(text, run, i, tokens.at(-1)))) {
      flush(i);
      push(sign.value, i, sign.end);
      i = sign.end;
      continue;
    }
    const inner = character === '(' ? match(INNER, text, i) : null;
    if (inner !== null) {
      if (run < 0) run = i;
      i += inner.length;
      continue;
    }
    const joined = text.indexOf('、', i) - i;
    const word = joined > 0 && joined <= LONGEST_BEFORE_COMMA ? longestWord(words.meanings, text, i) : null;
    if (word !== null && word.end > i + joined) {
      if (run < 0) run = i;
      i = word.end;
      continue;
    }
    if (character === '、' && run >= 0 && isWithinName(text, i, tokens.at(-1))) {
      i++;
      continue;
    }
    if (PUNCTUATION.has(character)) {
      flush(i);
      push(character, i, i + 1);
    } else if (run < 0) run = i;
    i++;
  }
  flush(text.length);
  return tokens;
}

/**
 * "彩票公益金安排的支出(款)用于社会福利的彩票公益金支出(项)", "1.用于…支出(2296002)20万元": a name that begins with such a word;
 * 车辆购置税用于农村公路建设支出 holds it.
 */
function opensName(text: string, at: number, before: Token | undefined): boolean {
  if (text[at - 1] === '税') return isWithinName(text, at - 1, before);
  return LEVEL_BEFORE.test(text.slice(Math.max(0, at - 3), at)) || (before?.letter === 'O' && before.end === at && match(REST_OF_NAME, text, at) !== null);
}

/** "环境保护管理事务(款)应对气候变化管理事务(项)", "2110108-应对气候变化管理事务16.84万元": a name that has such a word in it. */
function isAmidName(text: string, run: number, at: number, before: Token | undefined): boolean {
  if (LEVEL_BEFORE.test(text.slice(Math.max(0, run - 3), at).slice(0, 3)) || LEVEL_BEFORE.test(text.slice(run, at))) return match(REST_OF_LEVEL, text, at) !== null;
  if (before?.end !== run) return false;
  if (before.letter === 'C' && text[before.end - 1] === '-') return match(REST_BEFORE_AMOUNT, text, at) !== null;
  return before.letter === 'O' && (match(REST_OF_NAME, text, at) !== null || match(REST_OF_LEVEL, text, at) !== null);
}

/** "执业资格注册、资质审查(2120110)12万元": the sign is part of an account's name. */
function isWithinName(text: string, at: number, before: Token | undefined): boolean {
  if (before?.letter === 'C') return text[before.end - 1] === '-';
  const opens = before === undefined || before.letter === 'O' || before.letter === ';';
  return (opens && match(REST_OF_NAME, text, at + 1) !== null) || (text[at - 1] !== ')' && match(REST_OF_LEVEL, text, at + 1) !== null);
}

type Emit = (letter: string, to: number, more: Partial<Token>, kind: NumberKind | null) => void;

/** A number with what makes it an amount, a percentage, a year, a code or a count. */
function readNumber(text: string, from: number, run: number, words: Words, emit: Emit): number {
  const date = match(DATE, text, from);
  if (date !== null) {
    emit('Y', from + date.length, {}, null);
    return from + date.length;
  }
  const leading = match(LEADING_CODE, text, from);
  if (leading !== null && run === from) {
    emit('C', from + leading.length, {}, 'code');
    return from + leading.length;
  }
  const digits = match(NUMBER, text, from) ?? text[from];
  const end = from + digits.length;
  const plain = digits.replace(/,/g, '');
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
  const negative = from > 0 && text[from - 1] === '-';
  const unit = negative ? undefined : UNITS.find(([word]) => text.startsWith(word, end));
  if (unit !== undefined) {
    const to = end + unit[0].length;
    const step = stepOf(Number(plain) * unit[1], unit[1] / 10 ** decimals);
    if (THRESHOLD.test(text.slice(to, to + 6)) || /(单价|单位价值)$/.test(text.slice(run, from))) emit('N', to, {}, null);
    else if (step < 1) emit('N', to, {}, 'amount');
    else emit('A', to, { value: Math.round(Number(plain) * unit[1]), step }, 'amount');
    return to;
  }
  if (text[end] === '%') {
    emit('P', end + 1, { value: Number(plain), step: 1 / 10 ** decimals }, 'percent');
    return end + 1;
  }
  const count = decimals === 0 ? longestWord(words.counts, text, end) : null;
  if (count !== null) {
    emit('K', count.end, { value: Number(plain), detail: count.value }, 'count');
    return count.end;
  }
  emit('N', end, { value: Number(plain) }, null);
  return end;
}

/** A sum in 元 without anything below 0.01 万元 may be one in 万元, written out. In 分. */
function stepOf(fen: number, step: number): number {
  return step < ROUNDED && fen % ROUNDED === 0 ? ROUNDED : step;
}

/** 较上年, 比2025年年初预算数, 与上年相比, 同比; null where no comparison begins. */
function readBase(text: string, from: number, words: Words): { end: number; kind: string } | null {
  const { base } = words;
  const alone = longestWord(base.alone, text, from);
  if (alone !== null) return { end: alone.end, kind: '' };
  const verb = longestWord(base.verbs, text, from);
  if (verb === null) return null;
  let end = verb.end;
  const period = longestWord(base.periods, text, end);
  const year = period === null ? match(YEAR, text, end) : null;
  if (period !== null) end = period.end;
  else if (year !== null) end += year.length;
  const kind = longestWord(base.kinds, text, end);
  if (kind !== null) end = kind.end;
  if (period === null && year === null && kind === null) return null;
  const tail = longestWord(base.tails, text, end);
  const prefix = period !== null || year !== null ? '' : '同年';
  return { end: tail === null ? end : tail.end, kind: prefix + (kind?.value ?? '') };
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
