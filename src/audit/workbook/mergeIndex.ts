import type { Rect } from './snapshot';

/** Rows of a sheet in Excel: a power of two. */
const ROWS = 1 << 20;

/**
 * The merged areas of a sheet by position. A tree over the rows: a merge stands at the few nodes whose rows it covers whole, so that
 * those of one node lie side by side and are found by their left column. Excel allows no overlap; where a file has it nevertheless,
 * the merge that begins leftmost, then first in the file, stands for those it overlaps at a node.
 */
export class MergeIndex {
  private readonly nodes = new Map<number, Rect[]>();

  constructor(merges: readonly Rect[]) {
    for (const merge of merges) this.add(merge);
    for (const [node, list] of this.nodes) this.nodes.set(node, apart(list));
  }

  at(row: number, column: number): Rect | null {
    for (let node = ROWS + row; node >= 1; node >>= 1) {
      const list = this.nodes.get(node);
      const found = list ? lastFrom(list, column) : null;
      if (found && found.right >= column) return found;
    }
    return null;
  }

  private add(merge: Rect): void {
    let from = ROWS + merge.top;
    let to = ROWS + Math.min(merge.bottom, ROWS - 1) + 1;
    for (; from < to; from >>= 1, to >>= 1) {
      if (from & 1) this.put(from++, merge);
      if (to & 1) this.put(--to, merge);
    }
  }

  private put(node: number, merge: Rect): void {
    const list = this.nodes.get(node);
    if (list) list.push(merge);
    else this.nodes.set(node, [merge]);
  }
}

/** By left column, without those that overlap an earlier one. */
function apart(list: readonly Rect[]): Rect[] {
  const kept: Rect[] = [];
  for (const merge of [...list].sort((a, b) => a.left - b.left)) {
    const previous = kept[kept.length - 1];
    if (previous === undefined || merge.left > previous.right) kept.push(merge);
  }
  return kept;
}

/** The last merge that begins at or before a column. */
function lastFrom(list: readonly Rect[], column: number): Rect | null {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle].left <= column) low = middle + 1;
    else high = middle;
  }
  return low > 0 ? list[low - 1] : null;
}
