import type { SheetGrid } from '../workbook';
import { isTotalLabel, parseAmountText, type Rect } from '../workbook';
import type { ColumnDefinition } from './definitions';

/** The header of a table: its rows, and for each column the words above it from top to bottom. */
export interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly paths: ReadonlyMap<number, readonly string[]>;
}

const DEEPEST = 7;
const LONGEST_SEARCH = 14;

/** A single cell of a header cannot be longer; explanatory lines above a table can. */
const LONGEST_WORD = 40;

/** A damaged amount ("约370,200.00", "189,542.3O") is no header word. */
const LOOKS_LIKE_FIGURE = /\d,\d{3}|\d\.\d|\d{5}/;

/**
 * Finds the header rows between `from` and `to`: rows of words without figures of which at least one is known to the table.
 * Rows that number the columns (栏次, 1 2 3 …) belong to the header but give no words.
 */
export function findHeader(grid: SheetGrid, from: number, to: number, isWord: (text: string) => boolean): Header | null {
  let top = -1;
  let bottom = -1;
  const wordRows: number[] = [];
  const limit = Math.min(to, from + LONGEST_SEARCH);
  for (let row = from; row <= limit; row++) {
    const verdict = judgeRow(grid, row, isWord);
    if (verdict === 'empty') {
      if (top >= 0) break;
      continue;
    }
    if (verdict === 'other' && top < 0) continue;
    if (verdict === 'other' || verdict === 'data') {
      if (top >= 0) break;
      continue;
    }
    if (verdict === 'words') {
      if (top < 0) top = row;
      wordRows.push(row);
    } else if (top < 0) continue;
    bottom = row;
    if (wordRows.length >= DEEPEST) break;
  }
  if (top < 0) return null;
  return { top, bottom, paths: pathsOf(grid, wordRows) };
}

function judgeRow(grid: SheetGrid, row: number, isWord: (text: string) => boolean): 'empty' | 'words' | 'numbers' | 'data' | 'other' {
  const [from, to] = grid.cellsOf(row);
  let texts = 0;
  let words = 0;
  let figures = 0;
  let total = false;
  let firstText = true;
  let long = false;
  for (let i = from; i < to; i++) {
    const text = grid.normOf(i);
    if (text === '') continue;
    if (grid.isNumber(i) || parseAmountText(text)?.decimal || LOOKS_LIKE_FIGURE.test(text)) {
      figures++;
      continue;
    }
    texts++;
    if (firstText && isTotalLabel(text)) total = true;
    firstText = false;
    if (text.length > LONGEST_WORD) long = true;
    if (isWord(text)) words++;
  }
  if (texts === 0 && figures === 0) return 'empty';
  // 类 | 款 | 项 | 栏次 | 1 | 2 | 3: the national form prints words and column numbers on one row.
  if (isColumnNumbers(grid, from, to)) return words > 0 && hasCodeParts(grid, from, to) ? 'words' : 'numbers';
  if (figures > 0) return 'data';
  // A 合计 row without any figure looks like words; among header words it has company.
  if (words === 0 || long) return 'other';
  if (total && words === 1) return 'other';
  return 'words';
}

const CODE_PART = /^[类款项]$/;

function hasCodeParts(grid: SheetGrid, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (CODE_PART.test(grid.normOf(i))) return true;
  return false;
}

/** 栏次 | 1 | 2 | 3 …: whole numbers that grow by one; 类, 款, 项 may stand before them. */
export function isColumnNumbers(grid: SheetGrid, from: number, to: number): boolean {
  let previous = NaN;
  let count = 0;
  let mark = false;
  for (let i = from; i < to; i++) {
    const text = grid.normOf(i);
    if (text === '' || (count === 0 && CODE_PART.test(text))) continue;
    if (/^(栏次|行次|栏目)$/.test(text)) {
      mark = true;
      continue;
    }
    const number = /^\d{1,2}$/.test(text) ? Number(text) : NaN;
    if (Number.isNaN(number) || (count > 0 && number !== previous + 1)) return false;
    previous = number;
    count++;
  }
  return count >= 2 || (mark && count >= 1) || (mark && to - from === 1);
}

/** Words above each column; merged cells and unmerged groups hand their word down to the columns they span. */
function pathsOf(grid: SheetGrid, rows: readonly number[]): Map<number, string[]> {
  const merges = (grid.sheet.merges ?? []).filter((m) => rows.some((row) => row >= m.top && row <= m.bottom));
  let left = Infinity;
  let right = -1;
  for (const row of rows) {
    const [from, to] = grid.cellsOf(row);
    for (let i = from; i < to; i++) {
      left = Math.min(left, grid.sheet.columns[i]);
      right = Math.max(right, grid.sheet.columns[i]);
    }
  }
  for (const m of merges) if (m.right - m.left < 200) right = Math.max(right, m.right);
  const paths = new Map<number, string[]>();
  if (right < 0) return paths;
  const words: string[][] = [];
  rows.forEach((row, depth) => {
    const line: string[] = [];
    for (let column = left; column <= right; column++) {
      const word = grid.norm(row, column);
      const own = COLUMN_NUMBER.test(word) ? '' : word;
      const merge = own === '' ? covering(merges, row, column) : null;
      if (own !== '') line[column] = own;
      else if (merge) line[column] = merge.top === row || !rows.includes(merge.top) ? grid.norm(merge.top, merge.left) : '';
      else line[column] = handedDown(grid, rows, depth, column, line, words);
    }
    words.push(line);
  });
  for (let column = left; column <= right; column++) {
    const path = words.map((line) => line[column]).filter((word) => word !== undefined && word !== '');
    if (path.length > 0) paths.set(column, path);
  }
  return paths;
}

/** A column's number, or the word for the row of numbers, names no column. */
const COLUMN_NUMBER = /^(\d{1,2}|栏次)$/;

/** A blank header cell continues the word on its left if something stands below it and the words above agree. */
function handedDown(
  grid: SheetGrid,
  rows: readonly number[],
  depth: number,
  column: number,
  line: readonly string[],
  above: readonly (readonly string[])[],
): string {
  const word = line[column - 1];
  if (!word) return '';
  if (!rows.slice(depth + 1).some((row) => grid.norm(row, column) !== '')) return '';
  if (!rows.slice(depth + 1).some((row) => grid.norm(row, column - 1) !== '')) return '';
  return above.every((upper) => (upper[column] ?? '') === (upper[column - 1] ?? '')) ? word : '';
}

function covering(merges: readonly Rect[], row: number, column: number): Rect | null {
  return merges.find((m) => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right) ?? null;
}

/** Header paths of a definition as regular expressions, best first. */
export interface ColumnPattern<D extends ColumnDefinition = ColumnDefinition> {
  readonly definition: D;
  readonly alternatives: readonly (readonly RegExp[])[];
}

export function columnPatterns<D extends ColumnDefinition>(definitions: readonly D[]): ColumnPattern<D>[] {
  return definitions.map((definition) => ({
    definition,
    alternatives: definition.header.map((path) => path.split('/').map((segment) => new RegExp(`^(?:${segment})$`))),
  }));
}

/** The last segment must be the lowest word; the others must occur above it in order. */
export function matchesPath(alternative: readonly RegExp[], path: readonly string[]): boolean {
  let at = path.length - 1;
  if (at < 0 || !alternative[alternative.length - 1].test(path[at])) return false;
  for (let s = alternative.length - 2; s >= 0; s--) {
    at--;
    while (at >= 0 && !alternative[s].test(path[at])) at--;
    if (at < 0) return false;
  }
  return true;
}

/** Assigns columns to definitions, best alternative first, each column once. */
export function assignColumns<D extends ColumnDefinition>(
  patterns: readonly ColumnPattern<D>[],
  paths: ReadonlyMap<number, readonly string[]>,
): Map<D, number> {
  const assigned = new Map<D, number>();
  const taken = new Set<number>();
  const depth = Math.max(0, ...patterns.map((p) => p.alternatives.length));
  // All definitions try their best alternative before any tries its second, so that 小计 under a group wins over the group's name.
  for (let rank = 0; rank < depth; rank++) {
    for (const { definition, alternatives } of patterns) {
      if (assigned.has(definition) || rank >= alternatives.length) continue;
      for (const [column, path] of paths) {
        if (taken.has(column) || !matchesPath(alternatives[rank], path)) continue;
        assigned.set(definition, column);
        taken.add(column);
        break;
      }
    }
  }
  return assigned;
}

/** A test for "this word belongs to such a table's header". */
export function headerWords(definitions: readonly ColumnDefinition[], more: readonly string[] = []): (text: string) => boolean {
  const sources = new Set<string>(more);
  for (const definition of definitions) {
    for (const path of definition.header) for (const segment of path.split('/')) if (!segment.startsWith('.*')) sources.add(segment);
  }
  const pattern = new RegExp(`^(?:${[...sources].join('|')})$`);
  return (text) => pattern.test(text);
}
