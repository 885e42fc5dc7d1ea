import type { SheetGrid } from '../workbook';
import type { Words } from '../words';
import type { CodeBook } from './codeBook';
import { isFigureText, profileRow, type RowProfile } from './lines';
import type { Header } from './model';
import { pathsOf } from './paths';
import { markLost, mendHeadless, mendRepeated } from './repeated';
import { isBracketed, isTableNumber } from './titles';

/** Header rows at most, and rows looked at from the title on. */
const DEEPEST = 7;
const LONGEST_SEARCH = 16;

/** Of the words in a header row at least so many are known: 3 of 5. */
const KNOWN_WORDS = 0.6;

/** A row of subjects' names is a header where it is so wide; a narrower one may be an entry. */
const WIDE = 3;

export interface FoundHeader extends Header {
  /** A row of words that also carries figures: 类 | 款 | 项 | 合计 | 1,234.00. */
  readonly mixedRow: number;
}

/**
 * Finds the header between `from` and `to`: rows of known words without figures. Rows that number the columns belong to it but
 * give no words. null where no row looks like one.
 */
export function findHeader(grid: SheetGrid, from: number, to: number, words: Words, book: CodeBook): FoundHeader | null {
  let top = -1;
  let bottom = -1;
  let mixedRow = -1;
  const wordRows: number[] = [];
  let seen = 0;
  let onlyLone = true;
  for (let row = from; row <= to && seen < LONGEST_SEARCH; row++) {
    const profile = profileRow(grid, row, words);
    if (profile.texts + profile.figures === 0) {
      if (top >= 0 && !goesOnBelow(grid, row + 1, words)) {
        if (!onlyLone) break;
        // A lone text above a blank row was what is left of a title.
        top = -1;
        wordRows.length = 0;
      }
      continue;
    }
    // The table's own number (部门公开表08) above a title that was lost.
    if (top < 0 && profile.texts === 1 && profile.figures === 0 && (isTableNumber(grid.normOf(profile.from), words) || isBracketed(grid.normOf(profile.from)))) continue;
    seen++;
    const verdict = wraps(grid, profile, wordRows, words) || (top >= 0 && row === bottom + 1 && (goesOnAboveFigures(grid, profile, wordRows[0]) || isHalfKnown(grid, profile) || isUpperHalf(grid, profile, words) || headsFigures(grid, profile, words, grid.sheet.columns[grid.cellsOf(top)[0]]) || goesOnToNumbers(grid, profile, words))) ? 'words' : judge(profile, () => subjectsIn(grid, profile, book));
    if (verdict === 'words') {
      if (top < 0) top = row;
      wordRows.push(row);
      bottom = row;
      if (profile.texts > 1) onlyLone = false;
    } else if (top >= 0 && verdict === 'numbers') bottom = row;
    else if (top >= 0 && verdict === 'mixed') {
      wordRows.push(row);
      mixedRow = row;
      bottom = profile.numbersColumns ? row : row - 1;
      break;
    } else if (top >= 0) {
      if (!onlyLone || verdict !== 'other' || profile.figures > 0 || profile.isNote) break;
      // A lone text above the lines of unit and name was a title that does not end in 表.
      top = -1;
      wordRows.length = 0;
    }
    if (wordRows.length >= DEEPEST) break;
  }
  if (top < 0) return strangeHeader(grid, from, to, words);
  if (top > from && headsRepeats(grid, profileRow(grid, top - 1, words), top)) wordRows.unshift(--top);
  const paths = pathsOf(grid, wordRows, mixedRow);
  for (const path of paths.values()) joinWrapped(path, words);
  mendHeadless(paths);
  mendRepeated(paths);
  markLost(paths);
  return { top, bottom, mixedRow, paths };
}

/**
 * Below a header word: texts without a figure, one of which heads nothing but amounts (预算数; 小计 where the names' column is blank), though the
 * others are words of one place alone.
 */
function headsFigures(grid: SheetGrid, { from, to, texts, figures, entries, long, isNote, words: known, unknown, totals }: RowProfile, words: Words, left: number): boolean {
  if (figures > 0 || entries > 0 || long > 0 || isNote || texts < 2 || totals === texts || known + unknown.size < texts) return false;
  for (let i = from; i < to; i++) if (!unknown.has(i) && words.phrase(grid.normOf(i)).known === 1 && words.phrase(grid.normOf(i)).concepts.some((c) => c.dimension === 'measure' || (c.dimension === 'total' && grid.sheet.columns[from] > left))) return true;
  return false;
}

/** Rows below a header in which the figures of a column show. */
const FIGURES_WITHIN = 30;

/**
 * Short texts that leave the first column of the header blank, below most of which figures follow: the second line of words that a narrow column broke.
 */
function goesOnAboveFigures(grid: SheetGrid, { row, from, to, texts, figures, entries, long, isNote, isHead, totals }: RowProfile, top: number): boolean {
  if (figures > 0 || entries > 0 || long > 0 || isNote || isHead || texts === 0 || totals === texts) return false;
  const left = grid.sheet.columns[grid.cellsOf(top)[0]];
  let heading = 0;
  for (let i = from; i < to; i++) {
    if (grid.normOf(i) === '') continue;
    const column = grid.sheet.columns[i];
    if (column <= left) return false;
    if (bearsFigures(grid, row, column)) heading++;
  }
  return heading * 2 >= texts && heading > 0;
}

function bearsFigures(grid: SheetGrid, row: number, column: number): boolean {
  for (let below = row + 1; below <= row + FIGURES_WITHIN; below++) {
    const cell = grid.at(below, column);
    if (grid.isNumber(cell) || isFigureText(grid.normOf(cell))) return true;
  }
  return false;
}

/** Rows between a header's words and 类 | 款 | 项 or the row that numbers the columns, at most. */
const ROWS_TO_NUMBERS = 3;

/** Ends of broken words (类科目编码 below 支出功能分) above 类 | 款 | 项, or above the row that numbers the columns: what stands in front of those is header. */
function goesOnToNumbers(grid: SheetGrid, { row, texts, figures, entries, long, isNote, isHead }: RowProfile, words: Words): boolean {
  if (figures > 0 || entries > 0 || long > 0 || isNote || isHead || texts === 0) return false;
  for (let below = row + 1; below <= row + ROWS_TO_NUMBERS; below++) {
    const next = profileRow(grid, below, words);
    if (next.numbersColumns || next.parts >= 2) return true;
    if (next.figures > 0 || next.entries > 0 || next.isNote) return false;
  }
  return false;
}

/** Words of one place alone, or misspelt, above a row in which the same words stand below each of them: 上年予算数 | 当年予算数 above 合计 因公出国 … 合计 因公出国 …. */
function headsRepeats(grid: SheetGrid, { from, to, texts, figures, entries, long, isNote, isHead, isTitle }: RowProfile, below: number): boolean {
  if (figures > 0 || entries > 0 || long > 0 || isNote || isHead || isTitle || texts < 2) return false;
  const starts = Array.from({ length: to - from }, (_, i) => from + i).flatMap((cell) => (grid.normOf(cell) === '' ? [] : [grid.sheet.columns[cell]]));
  const [first, end] = grid.cellsOf(below);
  const groups = starts.map((start, i) => {
    const own: string[] = [];
    for (let cell = first; cell < end; cell++) if (grid.sheet.columns[cell] >= start && grid.sheet.columns[cell] < (starts[i + 1] ?? Infinity) && grid.normOf(cell) !== '') own.push(grid.normOf(cell));
    return own.join('|');
  });
  return groups.some((group, i) => i > 0 && group.includes('|') && (group === groups[i - 1] || group.startsWith(`${groups[i - 1]}|`)));
}

/** Below a row of the header: half of the words are known, and figures follow below some of the others (a word misspelt: 予算数). */
function isHalfKnown(grid: SheetGrid, { row, texts, figures, entries, long, isNote, isHead, totals, words, unknown }: RowProfile): boolean {
  if (figures > 0 || entries > 0 || long > 0 || isNote || isHead || (totals > 0 && words - totals < BESIDE_TOTAL) || texts < 2 || words < new Set([...unknown].map((cell) => grid.normOf(cell))).size) return false;
  return [...unknown].some((cell) => bearsFigures(grid, row, grid.sheet.columns[cell]));
}

/** A row of totals has no two further words. */
const BESIDE_TOTAL = 2;

/** Rows below a header of strange words, so many of them common ones, in which the figures of its columns show. */
const [ROWS_OF_STRANGE, COMMON_WORDS] = [6, 2];

/** Words of one place alone (names of its units) head a table where the rows right below hold figures in nearly every column of theirs. */
function strangeHeader(grid: SheetGrid, from: number, to: number, words: Words): FoundHeader | null {
  for (let row = from; row <= Math.min(to - 2, from + LONGEST_SEARCH); row++) {
    const { texts, figures, entries, long, isNote, isHead, from: first, to: end, words: known } = profileRow(grid, row, words);
    if (texts < WIDE || figures > 0 || entries > 0 || long > 0 || isNote || isHead) continue;
    const headed = new Set(Array.from({ length: end - first - 1 }, (_, i) => grid.sheet.columns[first + 1 + i]));
    const rows = [row];
    for (let next = row + 1; rows.length < DEEPEST && goesOnAboveFigures(grid, profileRow(grid, next, words), row); next++) {
      rows.push(next);
      const [from2, to2] = grid.cellsOf(next);
      for (let i = from2; i < to2; i++) headed.add(grid.sheet.columns[i]);
    }
    const bottom = rows[rows.length - 1];
    const figuresOf = (below: number): number[] => [...headed].filter((column) => grid.isNumber(grid.at(below, column)));
    // Beside 科目编码 | 科目名称 the first row may be 合计, and the figures of the columns show one below the other.
    const isCommon = known >= COMMON_WORDS;
    const isEntry = (below: number): boolean => figuresOf(below).length > 0 && [first, ...(isCommon ? [first + 1] : [])].some((i) => grid.isText(grid.at(below, grid.sheet.columns[i])));
    const below = Array.from({ length: isCommon ? ROWS_OF_STRANGE : 1 }, (_, i) => bottom + 1 + i).filter((at) => at <= to);
    if (isEntry(bottom + 1) && isEntry(bottom + 2) && new Set(below.flatMap(figuresOf)).size >= headed.size * 0.75) return { top: row, bottom, mixedRow: -1, paths: pathsOf(grid, rows, -1) };
  }
  return null;
}

/** One blank row may stand between the rows of a header. */
function goesOnBelow(grid: SheetGrid, row: number, words: Words): boolean {
  const profile = profileRow(grid, row, words);
  return profile.texts > 1 && judge(profile, () => 0) === 'words';
}

/** 类 and 款 below 科目编码 end no word; 管理资金 below 财政专户 does. */
const SHORTEST_END = 3;

/** A word of one column broken over two rows, as a narrow printed column has it: each part by itself says less than both together, or the lower one nothing. */
const isWrapped = (upper: string, lower: string, words: Words): boolean => {
  const end = words.phrase(lower);
  if (words.phrase(upper).known === 1 && end.known === 1 && (lower.length < SHORTEST_END || end.concepts.length + end.years.length > 0)) return false;
  const { known, concepts } = words.phrase(upper + lower);
  return known === 1 && concepts.length > 0;
};

function joinWrapped(path: string[], words: Words): void {
  for (let i = path.length - 1; i > 0; i--) if (isWrapped(path[i - 1], path[i], words)) path.splice(i - 1, 2, path[i - 1] + path[i]);
}

/** Each text of the row goes on with the header word right above it. */
function wraps(grid: SheetGrid, { from, to, texts, figures }: RowProfile, wordRows: readonly number[], words: Words): boolean {
  const above = wordRows[wordRows.length - 1];
  if (above === undefined || figures > 0 || texts === 0) return false;
  for (let i = from; i < to; i++) {
    const own = grid.normOf(i);
    if (own === '') continue;
    const upper = grid.norm(above, grid.sheet.columns[i]);
    if (upper === '' || !isWrapped(upper, own, words)) return false;
  }
  return true;
}

/** Below a row of the header: what is no word by itself goes on, or has its word, in the row below (科目编码 | 科目 above 名称). */
function isUpperHalf(grid: SheetGrid, { row, figures, entries, long, isNote, isHead, texts, unknown }: RowProfile, words: Words): boolean {
  if (figures > 0 || entries > 0 || long > 0 || isNote || isHead || unknown.size === 0 || unknown.size === texts) return false;
  return [...unknown].every((cell) => {
    const below = grid.norm(row + 1, grid.sheet.columns[cell]);
    const lower = words.phrase(below);
    return below !== '' && (isWrapped(grid.normOf(cell), below, words) || (words.phrase(grid.normOf(cell)).known === 1 && lower.known === 1 && lower.concepts.length > 0));
  });
}

/** `subjects`: how many of the row's cells are names of subjects (基本工资 | 津贴补贴 …), which head the columns of a wide table. */
function judge(profile: RowProfile, subjects: () => number): 'words' | 'numbers' | 'mixed' | 'other' {
  // A lone text that ends in 表 is a title, whatever words it is made of.
  if (profile.isNote || profile.isHead || profile.isTitle) return 'other';
  // 类 | 款 | 项 | 栏次 | 1 | 2: the national form prints words, column numbers or even the 合计 row beside the parts of the code.
  // 合计 among further words (类 | 款 | 项 | 合计 | 基本支出) is one of them.
  const isTotalRow = profile.totals > 0 && profile.texts === profile.parts + profile.totals;
  if (profile.parts >= 2 && (profile.numbersColumns || profile.figures > 0 || isTotalRow)) return 'mixed';
  if (profile.numbersColumns) return 'numbers';
  if (profile.figures > 0 || profile.entries > 0 || profile.long > 0 || profile.words === 0) return 'other';
  // A 合计 row without figures looks like words; among header words it has company.
  if (profile.totals > 0 && profile.texts === profile.totals) return profile.texts > 1 ? 'words' : 'other';
  if (profile.words >= profile.texts * KNOWN_WORDS) return 'words';
  return profile.texts >= WIDE && profile.words + subjects() >= profile.texts * KNOWN_WORDS ? 'words' : 'other';
}

/** Names of economic subjects in a row that are no words of the vocabulary. */
function subjectsIn(grid: SheetGrid, profile: RowProfile, book: CodeBook): number {
  let count = 0;
  for (let i = profile.from; i < profile.to; i++) {
    const text = grid.normOf(i);
    if (!profile.unknown.has(i)) continue;
    if (book.codesOf('department', text).length > 0 || book.codesOf('government', text).length > 0) count++;
  }
  return count;
}
