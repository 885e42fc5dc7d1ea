import { LOST, wordedColumns, type CodeKind, type LayoutColumn } from '../../layout';
import type { BindContext } from '../bind/context';

/** What the header leaves open of the columns of money of a panel, each by its place in the list. */
export interface ColumnDoubts {
  /** The total of its group, though no word says so. */
  isWordless(at: number): boolean;
  /** Neither a known word of its own nor a name of the chart stands above it, or the same as above another. */
  isUnsure(at: number): boolean;
}

/** Which of the columns no word, or none that is sure, stands above. */
export function doubtsOf(context: BindContext, columns: readonly LayoutColumn[]): ColumnDoubts {
  const { header } = context.layout;
  const worded = header ? wordedColumns(context.grid, header) : NO_COLUMNS;
  const isRepeated = repeatedPaths(columns);
  // Below 公务用车购置及运行费 nothing, 购置费, 运行费: what has no word of its own is what they add up to.
  const wordless = columns.map((_, at) => isWordlessTotal(context, columns, at));
  return {
    isWordless: (at) => wordless[at],
    isUnsure: (at) => !wordless[at] && (isUnsure(context, columns[at], worded) || isShortened(columns, columns[at]) || isRepeated(columns[at]) || isSecondTotal(columns, at) || isBeside(context, columns, at, worded)),
  };
}

const NO_COLUMNS: ReadonlySet<number> = new Set();

/** Of a word's characters so many are known, or it is a name of a subject. */
const KNOWN = 0.7;

/** A column without a word of its own stands below another's, or its word was lost; a word of one place alone may mean anything. */
function isUnsure({ words, book }: BindContext, { column, path }: LayoutColumn, worded: ReadonlySet<number>): boolean {
  const last = path[path.length - 1] ?? '';
  if (last === '' || path[0] === LOST || !worded.has(column)) return true;
  const { known, concepts, years } = words.phrase(last);
  if (known >= KNOWN && concepts.length + years.length > 0) return false;
  return !SUBJECTS.some((kind) => book.codesOf(kind, last).length > 0);
}

/** 合计 | … | 小计 | … below one word: whose 小计 that is, a word that was lost would say. */
function isSecondTotal(columns: readonly LayoutColumn[], at: number): boolean {
  const { path } = columns[at];
  const isTotal = (column: LayoutColumn): boolean => TOTALS.has(column.path[column.path.length - 1] ?? '') && column.path.length === path.length && path.slice(0, -1).every((word, i) => word === column.path[i]);
  return path.length > 1 && isTotal(columns[at]) && columns.slice(0, at).some(isTotal);
}

/** Nothing but the word of a group in which another column has a word of its own. */
const isShortened = (columns: readonly LayoutColumn[], { path }: LayoutColumn): boolean => columns.some((other) => other.path.length > path.length && path.length > 0 && path.every((word, i) => word === other.path[i]));

/** No figure of its own, and figures without a word right of it: they may stand one column off their word. */
function isBeside({ grid, layout }: BindContext, columns: readonly LayoutColumn[], at: number, worded: ReadonlySet<number>): boolean {
  const next = columns[at + 1];
  const isEmpty = ({ column }: LayoutColumn): boolean => !layout.rows.some((row) => grid.isNumber(grid.at(row, column)));
  return next !== undefined && !worded.has(next.column) && !isEmpty(next) && isEmpty(columns[at]);
}

/** The very words of another column: what told the two apart (上年, 本年) was lost, or is not known. */
function repeatedPaths(columns: readonly LayoutColumn[]): (column: LayoutColumn) => boolean {
  const counts = new Map<string, number>();
  const key = ({ path }: LayoutColumn): string => path.join('|');
  for (const column of columns) counts.set(key(column), (counts.get(key(column)) ?? 0) + 1);
  return (column) => (counts.get(key(column)) ?? 0) > 1;
}

const SUBJECTS: readonly CodeKind[] = ['function', 'department', 'government'];

/** Nothing but the word of a group, whose other columns right of it have words of their own and none is a total; and it has figures where they have. */
function isWordlessTotal(context: BindContext, columns: readonly LayoutColumn[], at: number): boolean {
  const { path } = columns[at];
  const inside = columns.filter((other) => other.path.length > path.length && path.every((word, i) => word === other.path[i]));
  return path.length > 0 && inside.length >= 2 && inside[0] === columns[at + 1] && !inside.some((other) => TOTALS.has(other.path[path.length])) && !isEmptyBeside(context, columns[at], inside);
}

/** In half of the rows in which the others have figures it has none. */
function isEmptyBeside({ grid, layout }: BindContext, column: LayoutColumn, others: readonly LayoutColumn[]): boolean {
  const has = (row: number, of: LayoutColumn): boolean => grid.isNumber(grid.at(row, of.column));
  const filled = layout.rows.filter((row) => others.some((other) => has(row, other)));
  return filled.length > 0 && filled.filter((row) => !has(row, column)).length * 2 >= filled.length;
}

const TOTALS: ReadonlySet<string> = new Set(['合计', '小计', '总计', '金额']);
