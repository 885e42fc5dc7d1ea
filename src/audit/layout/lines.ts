import { remembered } from '../remembered';
import { outlineLabel, parseAmountText, type SheetGrid } from '../workbook';
import type { Words } from '../words';
import { titleCore } from './titles';

/** A header word is seldom longer; explanations above a table are. */
const LONGEST_WORD = 40;

/** A header word of which so much is known belongs to a budget form. */
const KNOWN = 0.7;

/** What stands in one row, told without knowing what the table is. */
export interface RowProfile {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly texts: number;
  readonly figures: number;
  /** Text cells that could be header words. */
  readonly words: number;
  /** Short texts of which the vocabulary knows too little (indices of cells). */
  readonly unknown: ReadonlySet<number>;
  /** Text cells that carry an outline number (一、 （一） 1.), a code, or a name behind a code: entries of a table. */
  readonly entries: number;
  /** 类 款 项 目 by themselves. */
  readonly parts: number;
  readonly totals: number;
  readonly long: number;
  /** 1 2 3 …, ** 1 2 3, 栏次 1 2 3. */
  readonly numbersColumns: boolean;
  readonly isNote: boolean;
  readonly isHead: boolean;
  /** A lone text that is a title, or names nothing but the year. */
  readonly isTitle: boolean;
}

/** 类 | 款 | 项 | 目 by themselves head the parts of a code. */
export const CODE_PARTS: ReadonlySet<string> = new Set(['类', '款', '项', '目']);

const TOTAL_WORDS: ReadonlySet<string> = new Set(['合计', '总计', '总合计', '合计数', '金额合计']);

/** What a text by itself is in a row. */
interface TextKind {
  readonly isFigure: boolean;
  readonly isHead: boolean;
  readonly isPart: boolean;
  readonly isTotal: boolean;
  readonly as: 'long' | 'entry' | 'word' | 'unknown';
}

interface Readers {
  readonly kind: (text: string) => TextKind;
  /** Whether a text that stands alone is a title, or names nothing but the year. */
  readonly isTitle: (text: string) => boolean;
}

const READERS = new WeakMap<Words, Readers>();

/** The same texts come in every row and workbook of a form. */
function readersOf(words: Words): Readers {
  let readers = READERS.get(words);
  if (!readers) {
    readers = {
      kind: remembered((text) => kindOfText(text, words)),
      isTitle: remembered((text) => text.endsWith('表') || titleCore(text, words) !== '' || isYear(text, words)),
    };
    READERS.set(words, readers);
  }
  return readers;
}

function kindOfText(text: string, words: Words): TextKind {
  const isPart = CODE_PARTS.has(text);
  const isEntry = (): boolean => outlineLabel(text).style !== '' || startsWithCode(text);
  return {
    isFigure: isFigureText(text),
    isHead: words.headLine(text) > 0,
    isPart,
    isTotal: TOTAL_WORDS.has(text),
    as: text.length > LONGEST_WORD ? 'long' : isEntry() ? 'entry' : isPart || isHeaderWord(text, words) ? 'word' : 'unknown',
  };
}

const NONE: ReadonlySet<number> = new Set();

/** Rows of the sheet that is being read, as told before: titles, header and body each look at them. Those of one sheet at a time: of all they would take much room. */
let told = new WeakMap<SheetGrid, { readonly words: Words; readonly rows: Map<number, RowProfile> }>();

export function profileRow(grid: SheetGrid, row: number, words: Words): RowProfile {
  let known = told.get(grid);
  if (known?.words !== words) told = new WeakMap([[grid, (known = { words, rows: new Map() })]]);
  let profile = known.rows.get(row);
  if (!profile) known.rows.set(row, (profile = readRow(grid, row, words)));
  return profile;
}

function readRow(grid: SheetGrid, row: number, words: Words): RowProfile {
  const readers = readersOf(words);
  const [from, to] = grid.cellsOf(row);
  let texts = 0;
  let figures = 0;
  let known = 0;
  let unknown: Set<number> | null = null;
  let entries = 0;
  let parts = 0;
  let totals = 0;
  let long = 0;
  let isHead = false;
  let first = '';
  for (let i = from; i < to; i++) {
    const text = grid.normOf(i);
    if (text === '') continue;
    if (grid.isNumber(i)) {
      figures++;
      continue;
    }
    const kind = readers.kind(text);
    if (kind.isFigure) {
      figures++;
      continue;
    }
    if (texts++ === 0) first = text;
    if (kind.isHead) isHead = true;
    if (kind.isPart) parts++;
    if (kind.isTotal) totals++;
    if (kind.as === 'long') long++;
    else if (kind.as === 'entry') entries++;
    else if (kind.as === 'word') known++;
    else (unknown ??= new Set()).add(i);
  }
  return { row, from, to, texts, figures, words: known, unknown: unknown ?? NONE, entries, parts, totals, long, numbersColumns: isColumnNumbers(grid, from, to), isNote: texts > 0 && words.isNote(first), isHead, isTitle: texts === 1 && figures === 0 && readers.isTitle(first) };
}

/** Every cell of the one row holds what the other's does. */
export function isSameRow(grid: SheetGrid, a: number, b: number): boolean {
  const [from, to] = grid.cellsOf(a);
  const [first, end] = grid.cellsOf(b);
  if (to - from !== end - first) return false;
  for (let i = 0; i < to - from; i++) if (grid.sheet.columns[from + i] !== grid.sheet.columns[first + i] || grid.normOf(from + i) !== grid.normOf(first + i)) return false;
  return true;
}

/** (2026年度). */
function isYear(text: string, words: Words): boolean {
  const phrase = words.phrase(text);
  return phrase.years.length === 1 && phrase.concepts.length === 0 && phrase.known === 1;
}

function isHeaderWord(text: string, words: Words): boolean {
  const phrase = words.phrase(text);
  return phrase.known >= KNOWN && (phrase.concepts.length > 0 || phrase.years.length > 0);
}

/** A figure typed as text, a percentage, or a damaged one ("约370,200.00", "189,542.3O"): no header word. */
export function isFigureText(text: string): boolean {
  let digits = 0;
  for (let i = 0; i < text.length; i++) if (isDigitAt(text, i)) digits++;
  // Most texts of a form are words.
  if (digits === 0) return false;
  if (parseAmountText(text)?.decimal) return true;
  if (text.endsWith('%') && parseAmountText(text.slice(0, -1))?.decimal) return true;
  return digits >= 4 && digits * 2 > text.length && (text.includes(',') || text.includes('.'));
}

function isDigitAt(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  return code >= 0x30 && code <= 0x39;
}

/** [2080505]…, 2080505 …, 50101-…. */
function startsWithCode(text: string): boolean {
  const at = text[0] === '[' || text[0] === '(' ? 1 : 0;
  let end = at;
  while (text[end] >= '0' && text[end] <= '9') end++;
  return end - at >= 3 && end - at <= 12 && end < text.length && text[end] !== '年' && text[end] !== '.';
}

/**
 * Whole numbers that grow by one, after ** or 栏次, 甲 乙 or 类 款 项; a number may say what it sums (4=5+6), and one of many may be written over, as may
 * the words before 栏次 where many numbers from 1 on follow.
 */
export function isColumnNumbers(grid: SheetGrid, from: number, to: number): boolean {
  let [previous, at, first] = [NaN, NaN, NaN];
  let [count, odd, before, stars, gaps, parts] = [0, 0, 0, 0, 0, 0];
  let mark = false;
  for (let i = from; i < to; i++) {
    const text = grid.normOf(i);
    if (text === '') continue;
    if (count === 0 && CODE_PARTS.has(text)) {
      parts++;
      continue;
    }
    if (text === '栏次' || text === '行次' || text === '栏目' || STEMS.has(text) || isStars(text)) {
      mark = true;
      stars++;
      continue;
    }
    const own = ownNumber(text);
    const number = isSmallWhole(own) ? Number(own) : NaN;
    if (Number.isNaN(number)) {
      if (count === 0 && !mark) before++;
      if (++odd - before > 1 || !grid.isText(i)) return false;
      continue;
    }
    // What was written over, or lost, had a number of its own.
    if (count > 0 && number !== previous + 1 && (number !== previous + 2 || (odd === 0 && (grid.sheet.columns[i] !== at + 2 || ++gaps > 1)))) return false;
    if (count === 0) first = number;
    [previous, at] = [number, grid.sheet.columns[i]];
    count++;
  }
  if (odd > 1 && before > 0) return odd === before && mark && first === 1 && gaps === 0 && count >= MANY_NUMBERS;
  if (gaps > 0 && (first !== 1 || count < MANY_BESIDE)) return false;
  if (odd > 0 && stars >= MANY_STARS && first === 1) return true;
  if (odd > 0) return count + stars + parts >= MANY_NUMBERS && count >= 3 && previous <= count + stars + parts + odd;
  return count >= 2 || (mark && (count >= 1 || to - from >= 1));
}

/** One number among so many others from 1 on has been lost. */
const MANY_BESIDE = 4;

/** A word among so many numbers, stars and parts of a code has been written over one. */
const MANY_NUMBERS = 6;

/** So many stars in front of 1 tell by themselves. */
const MANY_STARS = 4;

/** Columns of words are lettered 甲 乙 丙 where those of figures are numbered. */
const STEMS: ReadonlySet<string> = new Set(['甲', '乙', '丙', '丁']);

/** 4 of 4=5+6, of (4) and of 4; the text itself where it is anything else. */
function ownNumber(text: string): string {
  if (text.startsWith('(') && text.endsWith(')')) return text.slice(1, -1);
  const equals = text.indexOf('=');
  if (equals < 1 || equals === text.length - 1) return text;
  return [...text.slice(equals + 1)].every((char) => '0123456789+-()*/'.includes(char)) ? text.slice(0, equals) : text;
}

function isStars(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text[i] !== '*') return false;
  return true;
}

const isSmallWhole = (text: string): boolean => text.length <= 2 && (text.length < 1 || isDigitAt(text, 0)) && (text.length < 2 || isDigitAt(text, 1));
