import { isTotalLabel, type SheetGrid } from '../workbook';
import type { Words } from '../words';
import { codeText, splitCode } from './codes';
import type { FoundHeader } from './header';
import { isFigureText, isSameRow, profileRow, type RowProfile } from './lines';
import { isTableNumber } from './titles';

export interface Body {
  /** Rows of the table itself. */
  readonly rows: readonly number[];
  readonly notes: readonly number[];
}

/** Rows of words below a note that stand alone in their row go on with it, at most so many. */
const LONGEST_NOTE = 30;

/**
 * Tells the rows below a header: data, notes (several lines), headers and titles printed again after a page break, column numbers.
 */
export function readBody(grid: SheetGrid, header: FoundHeader | null, from: number, to: number, words: Words): Body {
  const rows: number[] = [];
  const notes: number[] = [];
  let inNote = 0;
  let numbersAllowed = true;
  // Of the table's own first rows so many stand once more below a header printed again; -1 where none of them may.
  let again = -1;
  // Where the rows of the page begin that goes on on another sheet.
  let page = 0;
  const { rowNumbers } = grid.sheet;
  const above = header ? linesAbove(grid, header) : NO_LINES;
  const first = header ? (header.mixedRow > header.bottom ? header.mixedRow : header.bottom + 1) : from;
  for (let i = firstIndex(rowNumbers, first); i < rowNumbers.length && rowNumbers[i] <= to; i++) {
    const row = rowNumbers[i];
    const profile = profileRow(grid, row, words);
    if (profile.texts + profile.figures === 0) continue;
    if (profile.isNote) {
      notes.push(row);
      inNote = 1;
      continue;
    }
    // The second line of a note holds one text, whatever figures stand in its words.
    if (inNote > 0 && inNote <= LONGEST_NOTE && profile.to - profile.from === 1 && profile.texts === 1 && !isTotalLabel(grid.normOf(profile.from))) {
      notes.push(row);
      inNote++;
      continue;
    }
    // The title once more after a page break.
    if (header && rows.length > 0 && (profile.isTitle || (profile.figures === 0 && profile.texts === 1 && above.has(loneText(grid, profile))))) continue;
    // The beginning of a title that was broken over two rows.
    if (header && rows.length > 0 && profile.figures === 0 && profile.texts === 1 && rowNumbers[i + 1] <= to && profileRow(grid, rowNumbers[i + 1], words).isTitle) continue;
    if (header && (repeatsHeader(grid, header, profile.from, profile.to, again === 0 ? 1 : SPELT_OTHERWISE) || isHeaderRow(grid, header, profile) || (again === 0 && endsWords(grid, header, profile, rowNumbers[i - 1])) || isHeadAgain(grid, profile, words))) {
      numbersAllowed = true;
      again = 0;
      continue;
    }
    if (header && rows.length > 0 && profile.figures === 0 && (again === 0 || sharesWord(grid, header, profile)) && headerFollows(grid, header, rowNumbers[i + 1])) continue;
    if (profile.numbersColumns && (numbersAllowed || grid.normOf(profile.from) === '栏次' || countsFromOne(grid, profile)) && profile.texts === countStars(grid, profile.from, profile.to)) continue;
    if (header && rows.length > 0 && profile.figures === 0 && headsSides(grid, row, words)) continue;
    if (header && rows.length > 0 && isAnotherHeader(grid, profile, header, words)) {
      const next = rowNumbers.subarray(i + 1).find((other) => other > to || isEntry(grid, other, words));
      if (codesGoOn(grid, rows[rows.length - 1], next) || (next !== undefined && linesGoOn(grid, rows[rows.length - 1], next, FEWEST_LINES)) || (rows.length === 1 && profileRow(grid, rows[0], words).totals > 0 && codesBegin(grid, header, row, next))) {
        numbersAllowed = true;
        continue;
      }
      break;
    }
    numbersAllowed = false;
    inNote = 0;
    // The rows that a sheet repeats on each page may comprise the first of the table.
    if (again >= 0 && profile.figures > 0 && [again, page + again].some((first) => first < rows.length && isSameRow(grid, rows[first], row))) {
      again++;
      continue;
    }
    again = -1;
    if (grid.isJoined && rows.length > 0 && grid.placeOf(rows[rows.length - 1]).sheet !== grid.placeOf(row).sheet) page = rows.length;
    rows.push(row);
  }
  return { rows, notes };
}

/** Cell by cell a row of the header or of the heading above it, be they halves of words (对个人和家 above 庭的补助) or numbers of columns. */
function isHeaderRow(grid: SheetGrid, { top, bottom }: FoundHeader, { row, texts, figures, numbersColumns }: RowProfile): boolean {
  return (figures === 0 ? texts > 1 : numbersColumns && texts + figures > FEWEST_NUMBERS) && grid.rowsBetween(figures === 0 ? Math.max(0, top - HEADING_ROWS) : top, bottom).some((other) => isSameRow(grid, other, row));
}

/** 1 | 2 may be figures. */
const FEWEST_NUMBERS = 2;

/** Nothing but ends of the header's words that were broken where it is printed again: 预算数为上年执行数 above 的%. */
function endsWords(grid: SheetGrid, { paths }: FoundHeader, { from, to, figures }: RowProfile, above: number): boolean {
  for (let i = from; i < to; i++) {
    const column = grid.sheet.columns[i];
    if (grid.normOf(i) !== '' && !paths.get(column)?.includes(grid.norm(above, column) + grid.normOf(i))) return false;
  }
  return figures === 0;
}

/** Words right above a header printed again belong to it, though one of them was lost above or broken here. */
function headerFollows(grid: SheetGrid, header: FoundHeader, row: number | undefined): boolean {
  return row !== undefined && repeatsHeader(grid, header, ...grid.cellsOf(row), SPELT_OTHERWISE);
}

function sharesWord(grid: SheetGrid, { paths }: FoundHeader, { from, to, texts }: RowProfile): boolean {
  for (let i = from; texts > 1 && i < to; i++) if (grid.normOf(i) !== '' && paths.get(grid.sheet.columns[i])?.includes(grid.normOf(i))) return true;
  return false;
}

/** Rows above a header in which its heading stands. */
const HEADING_ROWS = 8;

const NO_LINES: ReadonlySet<string> = new Set();

/** Lone texts above the header (某局2026年度部门预算公开), which are printed again with it. */
function linesAbove(grid: SheetGrid, { top }: FoundHeader): ReadonlySet<string> {
  const lines = new Set<string>();
  for (let row = Math.max(0, top - HEADING_ROWS); row < top; row++) {
    const [from, to] = grid.cellsOf(row);
    const filled = Array.from({ length: to - from }, (_, i) => grid.normOf(from + i)).filter((text) => text !== '');
    if (filled.length === 1 && filled[0].length >= SHORTEST_LINE) lines.add(filled[0]);
  }
  return lines;
}

/** Shorter lone texts may be names of rows. */
const SHORTEST_LINE = 6;

function loneText(grid: SheetGrid, { from, to }: RowProfile): string {
  for (let i = from; i < to; i++) if (grid.normOf(i) !== '') return grid.normOf(i);
  return '';
}

/** 1 | 2 | 3 | 4 | 5 within the rows: no figures are that by chance. */
const LONG_RUN = 5;

function countsFromOne(grid: SheetGrid, { from, to }: RowProfile): boolean {
  for (let i = from; i < Math.min(to, from + LONG_RUN); i++) if (grid.normOf(i) !== String(i - from + 1)) return false;
  return to - from >= LONG_RUN;
}

function countStars(grid: SheetGrid, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (grid.isText(i) && !isFigureText(grid.normOf(i)) && grid.normOf(i) !== '') count++;
  return count;
}

/** 项目 | 预算数 | 绩效目标 in the middle of a table: another one begins that bears no title. */
function isAnotherHeader(grid: SheetGrid, profile: RowProfile, header: FoundHeader, words: Words): boolean {
  if (profile.figures > serialsIn(grid, profile, header, words) || profile.texts < 2 || profile.words < profile.texts || profile.totals > 0) return false;
  let heads = 0;
  for (let i = profile.from; i < profile.to; i++) {
    if (words.phrase(grid.normOf(i)).concepts.some((c) => c.dimension === 'column' || c.dimension === 'measure' || c.dimension === 'classification')) heads++;
  }
  return heads >= 2;
}

/** Figures of the row below 序号, 行次. */
function serialsIn(grid: SheetGrid, { from, to, figures }: RowProfile, { paths }: FoundHeader, words: Words): number {
  let count = 0;
  for (let i = from; figures > 0 && i < to; i++) {
    const path = paths.get(grid.sheet.columns[i]) ?? [];
    if (isFigureText(grid.normOf(i)) && words.phrase(path[path.length - 1] ?? '').concepts.some((c) => c.id === '序号' || c.id === '行次')) count++;
  }
  return count;
}

/** 收入 | 支出 and nothing else: what a header above two lists side by side says. */
function headsSides(grid: SheetGrid, row: number, words: Words): boolean {
  const [from, to] = grid.cellsOf(row);
  const filled = Array.from({ length: to - from }, (_, i) => grid.normOf(from + i)).filter((text) => text !== '');
  return filled.length > 1 && filled.every((text) => words.phrase(text).known === 1 && words.phrase(text).concepts.length > 0 && words.phrase(text).concepts.every((c) => c.dimension === 'kind'));
}

/** Below words that head columns the codes of the table go on where they were: another table begins with its own total or its first code. */
export function codesGoOn(grid: SheetGrid, last: number, next: number | undefined): boolean {
  if (next === undefined || grid.sheet.columns[grid.cellsOf(last)[0]] !== grid.sheet.columns[grid.cellsOf(next)[0]]) return false;
  const [upper, lower] = [codeOfRow(grid, last), codeOfRow(grid, next)];
  return upper.length >= SHORTEST_CODE && lower.length >= SHORTEST_CODE && lower > upper;
}

/** 行次 in so many columns, each one more than in the row before. */
export function linesGoOn(grid: SheetGrid, last: number, next: number, fewest: number): boolean {
  const [from, to] = grid.cellsOf(next);
  const number = (text: string): number => (text.length < SHORTEST_CODE && codeText(text) !== '' ? Number(text) : NaN);
  let goOn = 0;
  for (let i = from; i < to; i++) if (number(grid.normOf(i)) === number(grid.norm(last, grid.sheet.columns[i])) + 1) goOn++;
  return goOn >= fewest;
}

/** One number that grows may do so by chance. */
const FEWEST_LINES = 2;

/** Below the first 合计 the header of a table further up stands once more, and then a code. */
const codesBegin = (grid: SheetGrid, { top }: FoundHeader, row: number, next: number | undefined): boolean =>
  next !== undefined && codeOfRow(grid, next).length >= SHORTEST_CODE && grid.rowsBetween(0, top - 1).some((other) => isSameRow(grid, other, row));

/** The code with which a row begins; "" where it begins with none. */
export function codeOfRow(grid: SheetGrid, row: number): string {
  const [from, to] = grid.cellsOf(row);
  let whole = from < to ? codeText(grid.normOf(from)) || splitCode(grid.normOf(from)).code : '';
  // 类 | 款 | 项.
  for (let i = from + 1; i < Math.min(to, from + PARTS) && grid.normOf(i).length <= PART_DIGITS && codeText(grid.normOf(i)) !== ''; i++) whole += grid.normOf(i);
  return whole;
}

/** A code stands in so many columns at most, its lower parts of so many digits. */
const [PARTS, PART_DIGITS] = [3, 2];

/** A row that is neither a header's nor numbers its columns. */
function isEntry(grid: SheetGrid, row: number, words: Words): boolean {
  const profile = profileRow(grid, row, words);
  return profile.texts + profile.figures > 0 && !profile.numbersColumns && (profile.figures > 0 || profile.words < profile.texts);
}

/** Shorter numbers may be 序号. */
export const SHORTEST_CODE = 3;

/** The unit line, the name line or the table's number above a repeated header. */
function isHeadAgain(grid: SheetGrid, profile: RowProfile, words: Words): boolean {
  if (profile.figures > 0) return false;
  if (profile.isHead) return profile.texts <= 3;
  return profile.texts === 1 && isTableNumber(grid.normOf(profile.from), words);
}

/** A header printed again: at least two words, each the one of its own column's header; one among many may have been spelt otherwise. */
function repeatsHeader(grid: SheetGrid, header: FoundHeader, from: number, to: number, ofOther: number): boolean {
  let same = 0;
  let other = 0;
  for (let i = from; i < to; i++) {
    const text = grid.normOf(i);
    if (text === '') continue;
    const path = header.paths.get(grid.sheet.columns[i]);
    // Above, the word may have been lost.
    if (path === undefined && grid.isText(i) && !isFigureText(text)) continue;
    if (path?.includes(text)) {
      if (!isTotalLabel(text)) same++;
    } else if (!grid.isText(i) || isFigureText(text)) return false;
    else if (!isTotalLabel(text)) other++;
  }
  return same >= 2 && other * ofOther <= same;
}

/** For one such word at least so many that are the same; in the row right below one that is, as many. */
const SPELT_OTHERWISE = 3;

/** Index of the first row number that is not below `from`. */
function firstIndex(rows: Uint32Array, from: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle] < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
