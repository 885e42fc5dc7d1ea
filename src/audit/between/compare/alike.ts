import type { SheetGrid } from '../../workbook';
import type { Area } from './areas';
import { contentAt, contentOf, isSame, type Content } from './content';

/** Rows and columns that share less than this are not the same one changed. */
export const ALIKE = 0.3;

/** Longer texts are compared by their beginning. */
const LONGEST = 400;

/** Share of pairs of neighbouring characters that two texts have in common, 0…1. */
export function textLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const [x, y] = [pairsOf(a), pairsOf(b)];
  if (x.size === 0 || y.size === 0) return 0;
  let common = 0;
  for (const pair of x) if (y.has(pair)) common++;
  return (2 * common) / (x.size + y.size);
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < Math.min(text.length, LONGEST); i++) pairs.add(text.slice(i, i + 2));
  return pairs;
}

/** Share of filled cells that hold the same, 0…1. A text that was rewritten counts by how much of it stayed. */
export function likeness(olds: readonly Content[], news: readonly Content[]): number {
  let same = 0;
  let filled = 0;
  for (let i = 0; i < olds.length; i++) {
    const [a, b] = [olds[i], news[i]];
    if (a.text === '' && b.text === '') continue;
    filled++;
    if (isSame(a, b)) same++;
    else if (a.number === null && b.number === null) same += textLikeness(a.text, b.text);
  }
  return filled === 0 ? 0 : same / filled;
}

/** The cells of a row in given columns. */
export const rowContents = ({ grid }: Area, row: number, columns: readonly number[]): Content[] => columns.map((column) => contentAt(grid, row, column));

/** The filled cells of a row, in order. */
export function filledContents(grid: SheetGrid, row: number): Content[] {
  const [from, to] = grid.cellsOf(row);
  const found: Content[] = [];
  for (let i = from; i < to; i++) {
    const content = contentOf(grid, i);
    if (content.text !== '') found.push(content);
  }
  return found;
}
