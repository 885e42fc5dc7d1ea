import { remembered } from '../remembered';
import { normaliseText, outlineLabel, type SheetGrid } from '../workbook';
import type { Words } from '../words';
import type { TextLine } from './model';

/** A title is short; longer texts are prose that mentions a table. */
const LONGEST = 90;
const SHORTEST = 4;

/** Where the title ends: 表, with a bracket, a number of the page or 续 behind it. */
const MOST_BEHIND = 34;

/** Every cell of a sheet that could be a table's title, from top to bottom, at most one a row. */
export function titleLines(grid: SheetGrid, words: Words): TextLine[] {
  const lines: TextLine[] = [];
  const { sheet } = grid;
  const cores = new Map<number, string>();
  for (let i = 0; i < sheet.rowNumbers.length; i++) {
    const before = lines.length;
    // Read with the title that it closes.
    if (lines[before - 1]?.row === sheet.rowNumbers[i]) continue;
    for (let cell = sheet.rowStart[i]; cell < sheet.rowStart[i + 1]; cell++) {
      const text = sheet.texts[cell];
      if (text < 0 || !grid.isText(cell)) continue;
      let core = cores.get(text);
      if (core === undefined) cores.set(text, (core = grid.texts.strings[text].length > LONGEST * 2 ? '' : titleCore(grid.texts.norm(text), words)));
      if (core === '') continue;
      const whole = opensBracket(grid.normOf(cell)) ? closedBelow(grid, i, cell, words) ?? joined(grid, i, textsOfRow(grid, i), words) : null;
      if (whole && whole.column === sheet.columns[cell] && whole.core.startsWith(bracketless(core))) {
        lines.push(whole);
        break;
      }
      lines.push(lineOf(grid, i, cell, core, words));
      break;
    }
    const torn = lines.length === before ? tornTitle(grid, i, lines[before - 1]?.row ?? -1, words) : null;
    if (torn) lines.push(torn);
  }
  return lines;
}

/** The title that ends in a cell of the i-th row, with what stands in front of it or above. */
export function lineOf(grid: SheetGrid, i: number, cell: number, core: string, words: Words): TextLine {
  const { sheet } = grid;
  const first = beginning(grid, i, cell, core, words);
  return { row: sheet.rowNumbers[i], column: sheet.columns[first < 0 ? cell : first], text: (first < 0 ? '' : grid.rawOf(first).trim()) + grid.rawOf(cell).trim(), core: first < 0 ? core : grid.normOf(first) + core };
}

/** 支出预算分类汇总表（ | 按部门预算经济分类）: the bracket closes in a cell beside it. */
const opensBracket = (text: string): boolean => text.lastIndexOf('(') > text.lastIndexOf(')');

/** The bracket closes in the row below, by itself there: 支出预算分类汇总表（按 above 部门预算经济分类）. */
function closedBelow(grid: SheetGrid, i: number, cell: number, words: Words): TextLine | null {
  const { columns, rowNumbers } = grid.sheet;
  const below = textsOfRow(grid, i).length === 1 && rowNumbers[i + 1] === rowNumbers[i] + 1 ? textsOfRow(grid, i + 1) : [];
  return below.length === 1 && columns[below[0]] === columns[cell] && grid.normOf(below[0]).includes(')') ? joined(grid, i + 1, [cell, ...below], words) : null;
}

const bracketless = (core: string): string => (core.includes('(') ? core.slice(0, core.indexOf('(')) : core);

/** Dimensions of which a title names what its whole table is about. */
const SUBJECTS: readonly string[] = ['fund', 'nature', 'item'];

/**
 * The cell in which a title began whose end is a title by itself: 财政拨款 | 收支总表, in one row or in two. It says of which money the table is; -1 where
 * there is none.
 */
function beginning(grid: SheetGrid, i: number, cell: number, core: string, words: Words): number {
  const { sheet } = grid;
  const row = textsOfRow(grid, i);
  const above = i > 0 && sheet.rowNumbers[i - 1] === sheet.rowNumbers[i] - 1 ? textsOfRow(grid, i - 1) : [];
  const upper = row.length === 1 ? above.find((other) => above.length === 1 || sheet.columns[other] === sheet.columns[cell]) ?? -1 : -1;
  const first = row.length === 2 && row[1] === cell ? row[0] : upper;
  const text = first < 0 ? '' : grid.normOf(first);
  if (text === '' || text.indexOf('表', LONGEST_MARK) >= 0 || text.length > LONGEST_BEGINNING || words.headLine(text) > 0 || words.isNote(text) || outlineLabel(text).style !== '') return -1;
  if (isCut(grid, first, cell, words)) return first;
  // Beside further texts above, nothing but a broken word tells that the one is the title's.
  if (row.length === 1 && above.length > 1) return -1;
  const subjects = (of: string): string[] => words.phrase(of).concepts.filter((c) => SUBJECTS.includes(c.dimension)).map((c) => c.id);
  return subjects(text + core).some((id) => !subjects(core).includes(id)) ? first : -1;
}

/** The number of the year or a word was broken, or the cell right beside it holds the rest: 某局2 | 024年收入总表, 某局一 | 般公共预算支出表, 收入支出 | 决算总表. */
function isCut(grid: SheetGrid, first: number, cell: number, words: Words): boolean {
  const [upper, lower] = [grid.normOf(first), grid.normOf(cell)];
  const years = (text: string): number => words.phrase(text).years.length;
  if (CUT_YEAR.test(lower) && years(upper + lower.slice(0, LONGEST_YEAR)) > years(upper)) return true;
  const isBeside = first + 1 === cell && grid.sheet.columns[first] + 1 === grid.sheet.columns[cell];
  if ((!isBeside && grid.sheet.columns[first] !== grid.sheet.columns[cell]) || titleCore(upper + lower, words) === '') return false;
  const known = (text: string): number => words.phrase(text).known * text.length;
  // A word that neither part has by itself was cut.
  return (isBeside && words.phrase(upper).known === 1 && words.phrase(upper).concepts.length > 0) || known(upper + lower) > known(upper) + known(lower) + 0.5;
}

/** A title that begins within a year: 024年, 24年. */
const CUT_YEAR = /^\d{1,3}年/;

const LONGEST_YEAR = 4;

/** 表4 and 附表4 in front of a beginning are its number: 表 stands within so many characters. */
const LONGEST_MARK = 2;

/** A title's beginning is short. */
const LONGEST_BEGINNING = 30;

/** A title is torn into at most so many parts. */
const MOST_PARTS = 3;

/** A title torn over two or three cells of a row, or over this row and the one above it. */
function tornTitle(grid: SheetGrid, i: number, above: number, words: Words): TextLine | null {
  const { sheet } = grid;
  const row = textsOfRow(grid, i);
  if (row.length === 0) return null;
  if (row.length > 1) return joined(grid, i, row, words);
  // The number of the next page's table below the last line of this one.
  if (isTableNumber(grid.normOf(row[0]), words)) return null;
  const upper = i > 0 && sheet.rowNumbers[i - 1] === sheet.rowNumbers[i] - 1 && sheet.rowNumbers[i - 1] !== above ? textsOfRow(grid, i - 1) : [];
  return upper.length === 1 ? joined(grid, i, [...upper, ...row], words) : null;
}

/** The cells of a row that holds nothing but a few texts; none otherwise. */
function textsOfRow(grid: SheetGrid, i: number): number[] {
  const { rowStart } = grid.sheet;
  const filled: number[] = [];
  for (let cell = rowStart[i]; cell < rowStart[i + 1]; cell++) {
    if (grid.rawOf(cell) === '') continue;
    if (filled.length === MOST_PARTS || !grid.isText(cell) || grid.rawOf(cell).length > LONGEST) return [];
    filled.push(cell);
  }
  return filled;
}

function joined(grid: SheetGrid, i: number, cells: readonly number[], words: Words): TextLine | null {
  const text = cells.map((cell) => grid.rawOf(cell).trim()).join('');
  const core = text.includes('表') && !cells.some((cell) => words.pointsTo(grid.normOf(cell))) ? titleCore(normaliseText(text), words) : '';
  return core === '' ? null : { row: grid.sheet.rowNumbers[i], column: grid.sheet.columns[cells[0]], text, core };
}

/**
 * The title in a normalised text: freed of the unit line, the table number and whatever else was glued to it; "" where there is
 * none. "预算01表 收支总表" → 收支总表; "收支预算总表部门：… 单位：万元" → 收支预算总表.
 */
export function titleCore(normalised: string, words: Words): string {
  if (!normalised.includes('表')) return '';
  let core = CORES.get(words);
  if (!core) CORES.set(words, (core = remembered((text) => coreOf(text, words))));
  return core(normalised);
}

const CORES = new WeakMap<Words, (normalised: string) => string>();

function coreOf(normalised: string, words: Words): string {
  const text = normalised.slice(0, words.headWithin(normalised));
  if (text.length < SHORTEST || text.length > LONGEST || text.includes('。') || text.includes(';')) return '';
  const parts = partsOf(text);
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = bareTitle(parts[i]);
    if (part.length >= SHORTEST && words.namesTable(part)) return parts.length > 1 && i > 0 ? withContext(parts, i, part) : part;
  }
  return '';
}

/** Shorter ends are those of many titles. */
const SHORTEST_END = 5;

/** Whether two titles are one, of which either may have lost its beginning (the year, the unit's name): 度收入决算表 and 2022年度收入决算表. */
export function isSameCore(a: string, b: string, words: Words): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  // 基本 says nothing by itself, and something in 基本支出决算明细表.
  const further = (text: string): boolean => words.phrase(text).concepts.every((c) => c.id === '单位' || words.phrase(short).concepts.includes(c));
  return short.length >= SHORTEST_END && long.endsWith(short) && further(long) && words.phrase(long.slice(0, long.length - short.length)).concepts.every((c) => c.id === '单位');
}

/** 公开05表, 预算03表, 部门公开表7, 附表3, 附件1-2: a number of a table by itself. */
export function isTableNumber(text: string, words: Words): boolean {
  return text.length <= 9 && (text.includes('表') || text.startsWith('附件')) && !words.namesTable(text) && [...text].some((char) => '0123456789一二三四五六七八九十'.includes(char));
}

/** (按功能分类科目公开到项级): a remark above the header. */
export const isBracketed = (text: string): boolean => text.startsWith('(') && text.endsWith(')') && text.length > SHORTEST_REMARK;

/** (一) and (元) are none. */
const SHORTEST_REMARK = 6;

/** Each part ends in 表 with the bracket behind it: 公开01表 | 收支总表(续). */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf('表'); at >= 0; at = text.indexOf('表', from)) {
    let end = at + 1;
    if (text[end] === '(') {
      const close = text.indexOf(')', end);
      if (close > 0 && close - end <= MOST_BEHIND) end = close + 1;
    }
    parts.push(text.slice(from, end));
    from = end;
  }
  return parts;
}

/** A title doubled by the reader of a page keeps its last copy; "项目表、明细表" is one title. */
function withContext(parts: readonly string[], i: number, part: string): string {
  const before = parts[i - 1];
  return part.startsWith('、') || part.startsWith('和') || part.startsWith('及') ? bareTitle(before) + part : part;
}

/** Without the table's own number (表5, 附表3：, 1、) and what a list of tables puts in front. */
function bareTitle(part: string): string {
  let rest = part;
  const number = leadingNumber(rest);
  if (number > 0) rest = rest.slice(number);
  const label = outlineLabel(rest);
  if (label.style !== '' && label.base.length >= SHORTEST) rest = label.base;
  while (':、.-_'.includes(rest[0] ?? ' ')) rest = rest.slice(1);
  return rest;
}

/** Length of 表5:, 附表三-1 or Z05_1 at the beginning of a title, 0 without. */
function leadingNumber(text: string): number {
  let at = text.startsWith('附表') ? 2 : text.startsWith('表') ? 1 : 0;
  const from = at;
  while (at < text.length && at - from < 5 && '0123456789一二三四五六七八九十-_'.includes(text[at])) at++;
  if (at === from) return from > 0 ? 0 : 0;
  return from > 0 || ':、.'.includes(text[at] ?? '') ? at : 0;
}
