import { outlineLabel } from '../../workbook';
import type { CodeKind } from '../../layout';
import { amountOfCell } from '../amounts';
import type { BindContext } from '../bind/context';
import type { BoundColumn, BoundRow } from '../model';
import { treeByAmounts } from './amountTree';
import { parentsByOutline } from './outlineTree';
import { markGoods, parentsBySteps } from './steps';

/** Names that the chart must know for the whole list to be taken for subjects. */
const KNOWN = 0.7;

/** Rows that a tree is searched for at most. */
const MOST_ROWS = 300;

/**
 * Gives rows that bear only a subject's name their code, by the path in which they stand: 司法 > 行政运行 is 2040601, 监狱 > 行政运行 is
 * 2040701. false (and nothing changed) where the chart knows too few of the names.
 */
export function nameCodes({ book, grid }: BindContext, rows: BoundRow[], kind: CodeKind): boolean {
  const found: (string | null)[] = [];
  let above: readonly string[] = [];
  let known = 0;
  let named = 0;
  for (const row of rows) {
    if (row.kind !== 'item' || row.label === '') {
      found.push(null);
      continue;
    }
    named++;
    const label = row.labelCell ? outlineLabel(grid.norm(row.row, row.labelCell.column)).base : row.label;
    const code = choose(book.codesOf(kind, label), above);
    found.push(code);
    if (code === null) continue;
    known++;
    above = [...above.filter((upper) => upper.length < code.length && code.startsWith(upper)), code];
  }
  if (named === 0 || known < named * KNOWN) return false;
  rows.forEach((row, i) => {
    const code = found[i];
    if (code !== null) rows[i] = { ...row, key: code, join: code, code };
  });
  return true;
}

/** Of the codes that bear a name: one below the path in which it stands, the nearest level first; else the highest. */
function choose(codes: readonly string[], above: readonly string[]): string | null {
  if (codes.length === 0) return null;
  for (let i = above.length - 1; i >= 0; i--) {
    const below = codes.filter((code) => code.length > above[i].length && code.startsWith(above[i]));
    if (below.length > 0) return below[0];
  }
  const last = above[above.length - 1];
  const sibling = last === undefined ? undefined : codes.find((code) => code.length === last.length && code !== last);
  return codes.find((code) => code.length === 3) ?? sibling ?? codes[0];
}

/**
 * Names that the chart does not know in a list of subjects: details of the subject above them where they add up to it
 * (津贴补贴: 规范性津贴补贴 + 改革性补贴), else its sisters.
 */
export function linkDetails({ grid, unit }: BindContext, rows: readonly BoundRow[], columns: readonly BoundColumn[]): void {
  const money = columns.find((c) => c.role !== 'quantity' && c.role !== 'of');
  if (!money) return;
  const value = (row: number): number => amountOfCell(grid, grid.at(rows[row].row, money.column), unit).fen;
  const isUnknown = (row: BoundRow | undefined): boolean => row?.kind === 'item' && row.code === '' && row.unitCode === '';
  for (let i = 1; i < rows.length; i++) {
    const above = rows[i - 1];
    if (!isUnknown(rows[i]) || above.kind !== 'item' || above.code === '') continue;
    let end = i;
    while (isUnknown(rows[end])) end++;
    let sum = 0;
    for (let k = i; k < end; k++) sum += value(k);
    const isWhole = end - i > 1 && Math.abs(sum - value(i - 1)) <= (unit === 'wanyuan' ? (end - i) * 5000 : 0);
    for (let k = i; k < end; k++) rows[k].parent = isWhole ? i - 1 : above.parent;
    i = end - 1;
  }
}

/**
 * Rows without codes (units, projects): all below the total, or the first the sum of the others (主管部门 above its units), or a tree
 * that the amounts themselves show. Answers why the levels are doubtful, "" where they are not.
 */
export function linkNamed(context: BindContext, rows: BoundRow[], columns: readonly BoundColumn[], names: readonly number[]): string {
  const { grid, unit } = context;
  markGoods(context, rows);
  const items = rows.map((_, i) => i).filter((i) => rows[i].kind === 'item');
  const total = rows.findIndex((r) => r.kind === 'total');
  if (items.length < 2) return '';
  const value = (row: number, column: BoundColumn): number => amountOfCell(grid, grid.at(rows[row].row, column.column), unit).fen;
  const money = columns.filter((c) => c.role !== 'quantity' && c.role !== 'of' && items.some((i) => value(i, c) !== 0));
  const sum = (list: readonly number[], column: BoundColumn): number => list.reduce((n, i) => n + value(i, column), 0);
  const bears = (holds: (column: BoundColumn) => boolean): boolean => money.length > 0 && money.filter(holds).length * 2 > money.length;
  const near = (a: number, b: number, count: number): boolean => Math.abs(a - b) <= count * 5000;
  const [first, ...rest] = items;
  if (total >= 0 && bears((c) => near(value(total, c), sum(items, c), unit === 'wanyuan' ? items.length : 0))) return '';
  if (rest.length > 0 && bears((c) => near(value(first, c), sum(rest, c), unit === 'wanyuan' ? rest.length : 0))) {
    for (const i of rest) rows[i].parent = first;
    return '';
  }
  if (money.length > 0 && total >= 0 && rows.length <= MOST_ROWS) {
    const slack = unit === 'wanyuan' ? 5000 : 0;
    const tree = treeByAmounts(rows, total, money.map((c) => (row: number): number => value(row, c)), slack);
    if (tree) {
      tree.members.forEach((i, k) => (rows[i] = { ...rows[i], kind: 'item', parent: tree.parents[k] }));
      return '';
    }
    const outline = parentsByOutline(context, rows, items, (i) => value(i, money[0]), value(total, money[0]), slack);
    if (outline) {
      outline.forEach((parent, k) => (rows[items[k]].parent = parent));
      return '';
    }
    const steps = parentsBySteps(context, rows, items, names, (i) => value(i, money[0]), value(total, money[0]), slack);
    if (steps) {
      steps.forEach((parent, i) => (rows[items[i]].parent = parent < 0 ? -1 : items[parent]));
      return '';
    }
  }
  return total >= 0 ? '各行的层次与合计对不上' : '';
}
