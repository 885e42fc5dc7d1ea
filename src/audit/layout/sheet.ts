import { normaliseText, type SheetGrid } from '../workbook';
import type { Words } from '../words';
import { codeOfRow, codesGoOn, linesGoOn, readBody, SHORTEST_CODE } from './body';
import type { CodeBook } from './codeBook';
import { typeColumns } from './columns';
import { withPlainCodes } from './dotted';
import { headedColumns } from './headed';
import { findHeader } from './header';
import { isSameRow, isFigureText, profileRow } from './lines';
import type { LayoutTable, TextLine } from './model';
import { panelsOf } from './panels';
import { withRates } from './rates';
import { isSameCore, isTableNumber } from './titles';
import { wrappedNames } from './wrapped';
import { withWholeYears } from './years';

/** A part of a sheet that one table fills, with the titles above it, the nearest last. */
export interface Region {
  readonly titles: readonly TextLine[];
  readonly from: number;
  readonly to: number;
  /** Stands beside another table, whose name the sheet's may be. */
  readonly isBeside?: boolean;
}

/** A title stands with at most so many other cells (the table's number, the unit). */
const MOST_BESIDE = 3;

/** Titles that stand so near above one another belong to one table. */
const TITLE_GAP = 2;

/** Each title opens a region that ends before the next; a title printed again after a page break does not. */
export function regionsOf(grid: SheetGrid, titles: readonly TextLine[], words: Words): Region[] {
  const openers = titles.filter((title) => {
    const [from, to] = grid.cellsOf(title.row);
    return to - from <= MOST_BESIDE && profileRow(grid, title.row, words).figures === 0 && !isRemark(grid, title) && !isRepeatedHead(grid, titles, title, words);
  });
  const groups: TextLine[][] = [];
  const begun = untitledBeginning(grid, openers[0], words);
  for (const title of openers) {
    const group = groups[groups.length - 1];
    const previous = group?.[group.length - 1];
    const again = group?.some((t) => (isSameCore(t.core, title.core, words) || t.core === withoutMark(title.core, words)) && isSameRest(t, title, words));
    if (previous && (again ? !separates(grid, previous.row, title.row, words) && !beginsAnew(grid, previous.row, title.row, words) : title.row - previous.row <= TITLE_GAP)) {
      if (!again) group.push(title);
    } else groups.push([title]);
  }
  const titled = groups.map((group, i) => ({
    titles: group,
    from: group[group.length - 1].row + 1,
    to: i + 1 < groups.length ? lastRowBefore(grid, groups[i + 1][0].row, words) : grid.lastRow,
  }));
  return begun === null ? titled : [begun, ...titled];
}

/** What stands above the first title where its own title was lost: the header is printed again below the title of the next page. null elsewhere. */
function untitledBeginning(grid: SheetGrid, title: TextLine | undefined, words: Words): Region | null {
  if (title === undefined) return null;
  const above = grid.rowsBetween(0, title.row - 1);
  if (above.filter((row) => profileRow(grid, row, words).figures > 0).length < FIRST_ROWS) return null;
  const isHeader = (row: number): boolean => {
    const { texts, figures, entries } = profileRow(grid, row, words);
    return texts >= FEWEST_WORDS && figures === 0 && entries === 0;
  };
  const below = grid.rowsBetween(title.row + 1, title.row + HEADER_WITHIN).filter(isHeader);
  const isAgain = below.some((row) => above.some((other) => isHeader(other) && isSameRow(grid, other, row)));
  return isAgain ? { titles: [], from: 0, to: lastRowBefore(grid, title.row, words) } : null;
}

/** Header words in a row, and rows below a title in which the header stands. */
const [FEWEST_WORDS, HEADER_WITHIN] = [3, 8];

/** Rows below a title that are printed again with it: at least the header. */
const FEWEST_REPEATED = 1;

/**
 * The rows that a sheet repeats on each page are those of its first table: within another table its title and header stand between a row and the one that
 * goes on with it.
 */
function isRepeatedHead(grid: SheetGrid, titles: readonly TextLine[], title: TextLine, words: Words): boolean {
  const named = titles.find((t) => t.core === title.core)?.row ?? title.row;
  const first = named < title.row ? named : lostTitle(grid, title.row, words);
  if (first === null || !titles.some((t) => t.row > first && t.row < title.row && t.core !== title.core)) return false;
  let length = named < title.row ? 0 : 1;
  while (title.row + length <= grid.lastRow && (isSameRow(grid, first + length, title.row + length) || isSameHead(grid, first + length, title.row + length, words))) length++;
  const above = grid.rowsBetween(first + length, title.row - 1).filter((row) => profileRow(grid, row, words).figures > 0);
  const below = grid.rowsBetween(title.row + length, title.row + length + TITLE_GAP);
  if (length <= FEWEST_REPEATED || above.length === 0 || below.length === 0) return false;
  const [last, next] = [above[above.length - 1], below[0]];
  return codesGoOn(grid, last, next) || (codeOfRow(grid, next).length >= SHORTEST_CODE && isFirstTotal(grid, titles, title, last, words));
}

/** Where the first table lost its title, but not the lines and the header below it: the row in which it would stand, -1 above the sheet; null elsewhere. */
function lostTitle(grid: SheetGrid, title: number, words: Words): number | null {
  for (let row = 0; row <= TITLE_GAP + 1; row++) {
    const isSame = (at: number): boolean => grid.cellsOf(row + at)[0] < grid.cellsOf(row + at)[1] && (isSameRow(grid, row + at, title + 1 + at) || isSameHead(grid, row + at, title + 1 + at, words));
    if (isSame(0) && isSame(1)) return row - 1;
  }
  return null;
}

/** 合计 is all that stands below the nearest title above and its header. */
function isFirstTotal(grid: SheetGrid, titles: readonly TextLine[], title: TextLine, last: number, words: Words): boolean {
  const nearest = Math.max(...titles.filter((t) => t.row < last).map((t) => t.row));
  const rows = grid.rowsBetween(nearest + 1, title.row - 1).filter((row) => profileRow(grid, row, words).figures > 0 && !profileRow(grid, row, words).numbersColumns);
  return rows.length === 1 && rows[0] === last && profileRow(grid, last, words).totals > 0;
}

/** The lines of department and unit, of which one was lost here or there, and a row of the header that lost a word. */
function isSameHead(grid: SheetGrid, a: number, b: number, words: Words): boolean {
  const [upper, lower] = [profileRow(grid, a, words), profileRow(grid, b, words)];
  const areHeads = upper.isHead && lower.isHead;
  const areHeaders = Math.min(upper.texts, lower.texts) >= FEWEST_WORDS && upper.figures + lower.figures === 0 && Math.abs(upper.texts - lower.texts) <= 1;
  if (!areHeads && !areHeaders) return false;
  const [from, to] = grid.cellsOf(a);
  return Array.from({ length: to - from }, (_, i) => from + i).every((cell) => {
    const other = grid.norm(b, grid.sheet.columns[cell]);
    return grid.normOf(cell) === '' || other === '' || other === grid.normOf(cell);
  });
}

/** The same title again is a page break, unless a note or signature closed the table before: then the form stands there twice. */
function separates(grid: SheetGrid, from: number, to: number, words: Words): boolean {
  for (let row = to - 1; row > from; row--) {
    const profile = profileRow(grid, row, words);
    if (profile.texts + profile.figures === 0) continue;
    return profile.long > 0;
  }
  return false;
}

/** Behind an entry of a table words that name another are a remark on it: 二十八、债务付息支出 | 见项目绩效目标表. */
function isRemark(grid: SheetGrid, title: TextLine): boolean {
  const [from, to] = grid.cellsOf(title.row);
  for (let i = from; i < to && grid.sheet.columns[i] < title.column; i++) if (grid.isText(i) && grid.texts.label(grid.sheet.texts[i]).style !== '') return true;
  return false;
}

/** What stands behind the word 表 means the same: 一般公共预算基本支出表 人员经费 is not that 公用经费. */
function isSameRest(a: TextLine, b: TextLine, words: Words): boolean {
  const rest = ({ text, core }: TextLine): string => {
    const norm = normaliseText(text);
    const at = norm.indexOf(core);
    return at < 0 ? '' : norm.slice(at + core.length, words.headWithin(norm)).slice(0, LONGEST_REST);
  };
  const says = (text: string): boolean => words.phrase(text).concepts.length > 0;
  return rest(a) === rest(b) || (!says(rest(a)) && !says(rest(b)));
}

/** Words behind a title that are looked at. */
const LONGEST_REST = 40;

/** 支出总表(续表) is 支出总表 on its next page. */
function withoutMark(core: string, words: Words): string {
  const bracket = core.lastIndexOf('(');
  return bracket > 0 && words.isContinued(core.slice(bracket)) ? core.slice(0, bracket) : core;
}

/** So many rows of figures tell whether a table begins anew. */
const FIRST_ROWS = 3;

/** Below both titles stand the same rows, whatever blank ones between them: not the next page, but the table once more, unless behind them it goes on where the page before ended. */
function beginsAnew(grid: SheetGrid, from: number, to: number, words: Words): boolean {
  const [above, below] = [grid.rowsBetween(from + 1, to - 1), grid.rowsBetween(to + 1, grid.lastRow)];
  const isFigures = (row: number): boolean => {
    const { figures, numbersColumns } = profileRow(grid, row, words);
    return figures > 0 && !numbersColumns;
  };
  const last = [...above].reverse().find((row) => profileRow(grid, row, words).figures > 0);
  const other = below.find((row, i) => !isSameRow(grid, from + row - to, row) && (i >= above.length || !isSameRow(grid, above[i], row)));
  if (last !== undefined && other !== undefined && (codesGoOn(grid, last, other) || linesGoOn(grid, last, other, 1))) return false;
  const first = firstOf(above, isFigures);
  const second = firstOf(below, isFigures);
  const same = first.filter((row, i) => isSameRow(grid, row, to + row - from) || (i < second.length && isSameRow(grid, row, second[i]))).length;
  return first.length > 0 && same * 2 > first.length;
}

/** The first few rows of figures. */
function firstOf(rows: ArrayLike<number>, isFigures: (row: number) => boolean): number[] {
  const first: number[] = [];
  for (let i = 0; i < rows.length && first.length < FIRST_ROWS; i++) if (isFigures(rows[i])) first.push(rows[i]);
  return first;
}

/** A line 表5 directly above a title belongs to that title. */
function lastRowBefore(grid: SheetGrid, titleRow: number, words: Words): number {
  let row = titleRow - 1;
  const [from, to] = grid.cellsOf(row);
  if (to - from >= 1 && to - from <= 2 && isTableNumber(grid.normOf(from), words)) row--;
  return row;
}

/** Reads one region of a sheet. */
export function layoutRegion(original: SheetGrid, region: Region, words: Words, book: CodeBook): LayoutTable {
  const { from, to, titles } = region;
  const sheet = withPlainCodes(withWholeYears(original, from, to), from, to, book);
  const found = findHeader(sheet, from, to, words, book);
  const body = readBody(sheet, found, from, to, words);
  const header = found && { ...found, paths: headedColumns(sheet, found, body.rows) };
  const byContent = header ? typeColumns(sheet, header, body.rows, words, book) : { columns: [], codes: [] };
  const typed = { columns: withRates(sheet, body.rows, byContent.columns, words), codes: byContent.codes };
  const panels = panelsOf(typed.columns, typed.codes, (column) => body.rows.every((row) => sheet.norm(row, column) === ''));
  const wrapped = wrappedNames(sheet, body.rows, typed, words, book);
  const grid = wrapped.texts.size > 0 ? sheet.withTexts(wrapped.texts) : sheet;
  const amounts = new Set(typed.columns.filter((c) => c.kind === 'amount').map((c) => c.column));
  const lone = new Set(body.rows.filter((row) => isLone(grid, row, amounts) || isShares(grid, row, amounts, words) || (row === body.rows[0] && numbersAllButOne(grid, row, amounts))));
  const rows = lone.size + wrapped.parts.size > 0 ? body.rows.filter((row) => !lone.has(row) && !wrapped.parts.has(row)) : body.rows;
  const title = titles[titles.length - 1] ?? null;
  const columns = typed.columns.map((c) => c.column);
  return {
    grid,
    title,
    from,
    to,
    header,
    rows,
    notes: [...body.notes, ...lone].sort((a, b) => a - b),
    columns: typed.columns,
    panels,
    range: {
      top: title ? title.row : header?.top ?? from,
      left: columns.length ? Math.min(...columns) : 0,
      bottom: body.rows.length ? body.rows[body.rows.length - 1] : header?.bottom ?? from,
      right: columns.length ? Math.max(...columns) : 0,
    },
  };
}

/** Longer texts are no figure that was typed wrong. */
const LONGEST_FIGURE = 6;

/** Numbers of pages have fewer digits. */
const LONGEST_PAGE = 3;

/** Percentages in columns of amounts: how large each column is in the total. */
function isShares(grid: SheetGrid, row: number, amounts: ReadonlySet<number>, words: Words): boolean {
  const [from, to] = grid.cellsOf(row);
  let shares = 0;
  for (let i = from; i < to; i++) {
    if (!amounts.has(grid.sheet.columns[i]) || grid.normOf(i) === '') continue;
    if (!grid.normOf(i).endsWith('%') || !isFigureText(grid.normOf(i))) return false;
    shares++;
  }
  return shares >= FEWEST_SHARES || (shares > 0 && words.phrase(grid.normOf(from)).concepts.some((c) => c.id === '增减率'));
}

/** One figure may have been typed as a percentage. */
const FEWEST_SHARES = 2;

/** 1 | 其他来源 | 3 | 4 right below the header: the columns are numbered, and words were written over the number of one that holds amounts, or of any among many. */
function numbersAllButOne(grid: SheetGrid, row: number, amounts: ReadonlySet<number>): boolean {
  const [from, to] = grid.cellsOf(row);
  let odd = 0;
  for (let i = from; i < to; i++) {
    if (grid.normOf(i) === String(i - from + 1)) continue;
    if (++odd > 1 || !grid.isText(i) || !(amounts.has(grid.sheet.columns[i]) || to - from > MANY_NUMBERS)) return false;
  }
  return odd === 1 && to - from > FEWEST_WORDS;
}

/** No row has so many figures that count its cells. */
const MANY_NUMBERS = 4;

/** By itself in its row: the number of a page, or, in a column of amounts, words of the running head of the next page or of a note. */
function isLone(grid: SheetGrid, row: number, amounts: ReadonlySet<number>): boolean {
  const [from, to] = grid.cellsOf(row);
  let only = -1;
  for (let i = from; i < to; i++) {
    if (grid.normOf(i) === '') continue;
    if (only >= 0) return false;
    only = i;
  }
  if (only < 0) return false;
  const text = grid.normOf(only);
  if (text.length < LONGEST_PAGE && [...text].every((char) => char >= '0' && char <= '9')) return true;
  return amounts.has(grid.sheet.columns[only]) && grid.isText(only) && text.length > LONGEST_FIGURE && !isFigureText(text);
}
