import { parseForest } from '../bind/projectTree';
import type { BoundRow } from '../model';

/** A row's amount in one column, in 分. */
type Amounts = (row: number) => number;

/** A tree of rows below the total. */
export interface AmountTree {
  /** Rows that are part of it, in order. */
  readonly members: readonly number[];
  /** The row above each member, -1 for the total. */
  readonly parents: readonly number[];
}

/**
 * The tree of rows without codes that the amounts show: of those that some column bears out the one from which all columns together
 * differ least. One year's figures may fit a tree that is none (nothing bought: the purchase is no row of it), and “其中：购置费” above a
 * plain 运行费 is as much a part as that: both lists, with and without the 其中 rows, are tried. null where no column shows a tree.
 */
export function treeByAmounts(rows: readonly BoundRow[], total: number, columns: readonly Amounts[], slack: number): AmountTree | null {
  const items = rows.map((_, i) => i).filter((i) => rows[i].kind === 'item');
  const wide = rows.map((_, i) => i).filter((i) => rows[i].kind === 'item' || rows[i].kind === 'ofWhich');
  let best: AmountTree | null = null;
  let least = Infinity;
  for (const members of wide.length > items.length ? [items, wide] : [items]) {
    for (const value of columns) {
      const found = parseForest(members.map(value), 0, members.length, value(total));
      if (!found) continue;
      const tree = { members, parents: found.map((parent) => (parent < 0 ? -1 : members[parent])) };
      const differences = columns.map((c) => difference(tree, total, c, slack));
      // The first column is the table's own; another that holds few figures shows any tree one likes, and bears out any.
      const telling = columns.map((c) => members.filter((row) => c(row) !== 0).length >= FEW_FIGURES);
      const witnesses = telling.includes(true) ? differences.filter((_, i) => telling[i]) : differences;
      if (value !== columns[0] && witnesses.filter((d) => d === 0).length * 2 < witnesses.length) continue;
      const apart = differences.reduce((n, d) => n + d, 0);
      if (apart < least) [best, least] = [tree, apart];
      if (apart === 0) return best;
    }
  }
  return best;
}

/** Fewer figures fit into any tree. */
const FEW_FIGURES = 3;

/** By how much sums and parts differ in a column, beyond what rounding explains; in 分. */
function difference({ members, parents }: AmountTree, total: number, value: Amounts, slack: number): number {
  const below = new Map<number, number[]>();
  members.forEach((row, k) => {
    const list = below.get(parents[k]);
    if (list) list.push(row);
    else below.set(parents[k], [row]);
  });
  let apart = 0;
  for (const [above, parts] of below) {
    const left = Math.abs(value(above < 0 ? total : above) - parts.reduce((n, row) => n + value(row), 0));
    if (left > slack * parts.length) apart += left;
  }
  return apart;
}
