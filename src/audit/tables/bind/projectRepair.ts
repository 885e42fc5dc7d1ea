/**
 * Levels of a list of projects whose amounts make no consistent tree: some figure of it is wrong. What adds up is linked, from the
 * last row upwards; then the one wrong figure is looked for that explains the rest.
 */

/** Parent index of every row of start…end−1, −1 for the top; `target` is what the top rows should add up to, NaN where nothing says. */
export function repairedForest(amounts: readonly number[], start: number, end: number, target: number): number[] {
  const parents = new Array<number>(end - start).fill(-1);
  const stack = new TopRows(amounts);
  for (let i = end - 1; i >= start; i--) {
    for (const top of stack.take(amounts[i])) parents[top - start] = i;
    stack.push(i);
  }
  const tops = stack.rows();
  const surplus = tops.reduce((sum, top) => sum + amounts[top], 0) - target;
  if (!(surplus > 0)) return parents;
  const inner = new Set(parents);
  // For each top the ones behind it, as far as the next that has rows of its own; from the last one upwards.
  let best: { row: number; from: number; to: number; off: number } | null = null;
  let isAlone = false;
  let [next, sum] = [tops.length, 0];
  for (let i = tops.length - 1; i >= 0; i--) {
    const row = tops[i];
    if (inner.has(row)) {
      [next, sum] = [i, 0];
      continue;
    }
    const off = Math.abs(sum - amounts[row]);
    // Its own figure is too much (it is the wrong one), or the figures below it are (one of them is wrong).
    if (next > i + 1 && (amounts[row] === surplus || sum === surplus)) {
      if (best === null || off < best.off) [best, isAlone] = [{ row, from: i + 1, to: next, off }, true];
      else if (off === best.off) isAlone = false;
    }
    sum += amounts[row];
  }
  // Of several the one that is least off; two alike tell nothing.
  if (best && isAlone) for (let i = best.from; i < best.to; i++) parents[tops[i] - start] = best.row;
  return parents;
}

/** Rows that have nothing above them yet, while a list is read from its end: the first of the list is the last that was pushed. */
class TopRows {
  private readonly stack: number[] = [];
  /** What each row and all pushed before it add up to. */
  private readonly sums: number[] = [];
  private isFalling = false;

  constructor(private readonly amounts: readonly number[]) {}

  push(row: number): void {
    this.sums.push((this.sums[this.sums.length - 1] ?? 0) + this.amounts[row]);
    this.stack.push(row);
    if (this.amounts[row] < 0) this.isFalling = true;
  }

  /** Takes off the first rows of the list, as few as add up to an amount; none where that does not come out. */
  take(amount: number): readonly number[] {
    const count = amount <= 0 ? 0 : this.countOf(amount);
    this.sums.length -= count;
    return this.stack.splice(this.stack.length - count, count);
  }

  /** From the first of the list on. */
  rows(): readonly number[] {
    return [...this.stack].reverse();
  }

  private sumOf(count: number): number {
    return (this.sums[this.sums.length - 1] ?? 0) - (this.sums[this.sums.length - 1 - count] ?? 0);
  }

  private countOf(amount: number): number {
    const all = this.stack.length;
    let least = 1;
    // Without negative figures more rows never add up to less: the place is found by halving.
    if (!this.isFalling) for (let most = all + 1; least < most; ) {
      const middle = (least + most) >> 1;
      if (this.sumOf(middle) >= amount) most = middle;
      else least = middle + 1;
    }
    else while (least <= all && this.sumOf(least) < amount) least++;
    return least <= all && this.sumOf(least) === amount ? least : 0;
  }
}
