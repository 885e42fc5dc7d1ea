import type { SheetGrid } from '../workbook';
import { CODE_PARTS } from './lines';

/** Words above each column; merged cells and unmerged groups hand their word down to the columns they span. */
export function pathsOf(grid: SheetGrid, rows: readonly number[], mixedRow: number): Map<number, string[]> {
  const merges = (grid.sheet.merges ?? []).filter((m) => rows.some((row) => row >= m.top && row <= m.bottom));
  const paths = new Map<number, string[]>();
  let left = Infinity;
  let right = -1;
  for (const row of rows) {
    const [from, to] = grid.cellsOf(row);
    if (from === to) continue;
    left = Math.min(left, grid.sheet.columns[from]);
    right = Math.max(right, grid.sheet.columns[to - 1]);
  }
  for (const m of merges) if (m.right - m.left < 200) right = Math.max(right, m.right);
  if (right < 0) return paths;
  const lines: string[][] = [];
  rows.forEach((row, depth) => {
    const line: string[] = [];
    for (let column = left; column <= right; column++) {
      const word = grid.norm(row, column);
      const own = row === mixedRow ? (CODE_PARTS.has(word) ? word : '') : NO_WORDS.has(word) || isDigits(word) ? '' : withoutUnit(word);
      const merge = own === '' && row !== mixedRow ? grid.mergeAt(row, column) : null;
      if (own !== '') line[column] = own;
      else if (merge) line[column] = merge.top === row || !rows.includes(merge.top) ? withoutUnit(grid.norm(merge.top, merge.left)) : '';
      else line[column] = row === mixedRow ? '' : handedDown(grid, rows, depth, column, line, lines);
    }
    lines.push(line);
  });
  for (let column = left; column <= right; column++) {
    const path = lines.map((line) => line[column]).filter((word) => word !== undefined && word !== '');
    if (path.length > 0) paths.set(column, path);
  }
  return paths;
}

/** The word for the row of numbers names no column. */
const NO_WORDS: ReadonlySet<string> = new Set(['栏次']);

/** 决算数(万元): the unit behind a word is none of the column's name. */
export const withoutUnit = (word: string): string => (word.endsWith('元)') ? word.replace(UNIT_BEHIND, '') : word);

const UNIT_BEHIND = /(?<=.)\([百千万亿]{0,2}元\)$/;

const isDigits = (word: string): boolean => word.length <= 2 && [...word].every((char) => char >= '0' && char <= '9');

/** A blank header cell continues the word on its left if something stands below it and the words above agree. */
function handedDown(
  grid: SheetGrid,
  rows: readonly number[],
  depth: number,
  column: number,
  line: readonly string[],
  above: readonly (readonly string[])[],
): string {
  // Columns that hold nothing but the room between two others.
  let left = column - 1;
  while (left >= 0 && rows.every((row) => grid.norm(row, left) === '')) left--;
  const word = line[left];
  if (!word) return '';
  const below = rows.slice(depth + 1);
  if (!below.some((row) => grid.norm(row, column) !== '')) return '';
  if (!below.some((row) => grid.norm(row, left) !== '')) return '';
  return above.every((upper) => (upper[column] ?? '') === (upper[left] ?? '')) ? word : '';
}
