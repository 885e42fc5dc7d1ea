import type { BindContext } from '../bind/context';
import type { BoundColumn, BoundRow } from '../model';
import { treeByAmounts } from './amountTree';
import { Figures, type RowRange } from './figures';
import { contradictsOutline, outlineLevel, parentsByOutline, UNNUMBERED } from './outlineTree';
import { linkItems } from './itemTree';
import { markGoods, parentsBySteps } from './steps';

/** How sure the levels of a list's rows are. */
export interface Linked {
  /** Why they are doubtful; "" where they are not. */
  readonly doubt: string;
  /** The names themselves say which row is a part of which. */
  readonly isStated: boolean;
}

export const PLAIN: Linked = { doubt: '', isStated: false };

/**
 * Rows without codes (units, projects, 三公 items) find their place. Where no row is called 合计 and nothing else, “三公”经费合计 first or last
 * among them is the total of the others, or of those next to it.
 */
export function linkNamed(context: BindContext, rows: BoundRow[], columns: readonly BoundColumn[], names: readonly number[]): Linked {
  if (linkItems(context, rows)) return { doubt: '', isStated: true };
  markGoods(context, rows);
  const items = rows.map((_, i) => i).filter((i) => rows[i].kind === 'item');
  const ends = items.length > 2 && !rows.some((row) => row.kind === 'total') ? [items[0], items[items.length - 1]] : [];
  const total = ends.find((i) => isNamedTotal(context, rows[i]));
  const figures = new Figures(context, rows, columns);
  if (total !== undefined && linkBelow(context, rows, total, figures, names)) return PLAIN;
  return { doubt: linkRows(context, rows, figures, 0, names), isStated: false };
}

function isNamedTotal({ grid, words }: BindContext, { labelCell }: BoundRow): boolean {
  return labelCell !== null && words.phrase(grid.norm(labelCell.row, labelCell.column)).concepts.some((c) => c.dimension === 'total');
}

/** A total with fewer parts is none. */
const FEWEST_PARTS = 2;

/** Takes a row for the total of all others, or of as many next to it as its figure comprises; false (and nothing changed) where it is of none. */
function linkBelow(context: BindContext, rows: BoundRow[], total: number, figures: Figures, names: readonly number[]): boolean {
  const isFirst = rows.slice(0, total).every((row) => row.kind !== 'item');
  // 一、“三公”经费合计 ends before 二、会议费.
  const level = outlineLevel(context, rows[total]);
  const next = isFirst ? rows.findIndex((row, i) => i > total && row.kind === 'item' && outlineLevel(context, row) === level) : -1;
  const isNumbered = next > total && level < UNNUMBERED;
  const most = isFirst ? (isNumbered ? next : rows.length) - total : total + 1;
  for (let length = most; length > FEWEST_PARTS; length--) {
    const from = isFirst ? total : total + 1 - length;
    if (length > MOST_ROWS && !isSummed(context, rows, figures, total, isFirst ? { from: from + 1, to: from + length } : { from, to: total })) continue;
    const part = rows.slice(from, from + length).map((row) => ({ ...row }));
    const at = total - from;
    part[at] = { ...part[at], kind: 'total', key: '合计', join: '合计' };
    if (linkRows(context, part, figures, from, names) !== '') continue;
    const isAll = length === (isFirst ? rows.length - total : total + 1);
    part.forEach((row, i) => {
      const parent = row.parent >= 0 ? row.parent + from : isAll || i === at || row.kind !== 'item' ? -1 : total;
      rows[from + i] = i === at && !isAll ? { ...rows[total], parent: -1 } : { ...row, parent };
    });
    return true;
  }
  return false;
}

/** Rows that a tree is searched for at most. */
const MOST_ROWS = 300;

/** What rounding may make of each part, in 分. */
const slackOf = ({ unit }: BindContext): number => (unit === 'wanyuan' ? 5000 : 0);

/** What `linkRows` asks first: whether a range's items add up to the total, or all but the first of them to the first. */
function isSummed(context: BindContext, rows: readonly BoundRow[], figures: Figures, total: number, range: RowRange): boolean {
  if (figures.count(range) < 2) return true;
  const [money, slack] = [figures.money(range), slackOf(context)];
  let first = range.from;
  while (rows[first].kind !== 'item') first++;
  return figures.isSum(total, range, money, slack) || figures.isSum(first, { from: first + 1, to: range.to }, money, slack);
}

/**
 * All below the total, or the first the sum of the others (主管部门 above its units), or a tree that amounts, numbers or columns of names
 * show. `rows` are those from `offset` on of the list that `figures` holds.
 */
function linkRows(context: BindContext, rows: BoundRow[], figures: Figures, offset: number, names: readonly number[]): string {
  const items = rows.map((_, i) => i).filter((i) => rows[i].kind === 'item');
  const total = rows.findIndex((r) => r.kind === 'total');
  if (items.length < 2) return '';
  // A row taken for the total, first or last, is none of the items.
  const range = { from: offset + Number(total === 0), to: offset + rows.length - Number(total === rows.length - 1) };
  const money = figures.money(range);
  const slack = slackOf(context);
  if (total >= 0 && figures.isSum(offset + total, range, money, slack)) return '';
  const [first, ...rest] = items;
  if (figures.isSum(offset + first, { from: offset + first + 1, to: range.to }, money, slack)) {
    for (const i of rest) rows[i].parent = first;
    return '';
  }
  // 本年收入合计 and 收入总计: which lines each comprises, neither amounts nor numbers tell.
  const isOnly = rows.filter((row) => row.kind === 'total').length === 1;
  if (money.length > 0 && isOnly && rows.length <= MOST_ROWS) {
    const value = (column: number) => (row: number): number => figures.value(offset + row, column);
    const tree = treeByAmounts(rows, total, money.map(value), slack);
    if (tree && !contradictsOutline(context, rows, tree.members, tree.parents)) {
      tree.members.forEach((i, k) => (rows[i] = { ...rows[i], kind: 'item', parent: tree.parents[k] }));
      return '';
    }
    const own = value(money[0]);
    const outline = parentsByOutline(context, rows, items, own, own(total), slack);
    if (outline) {
      outline.forEach((parent, k) => (rows[items[k]].parent = parent));
      return '';
    }
    const steps = parentsBySteps(context, rows, items, names, own, own(total), slack);
    if (steps) {
      steps.forEach((parent, i) => (rows[items[i]].parent = parent < 0 ? -1 : items[parent]));
      return '';
    }
  }
  return total >= 0 ? '各行的层次与合计对不上' : '';
}
