/**
 * Levels of a list of projects whose amounts make no consistent tree: some figure of it is wrong. What adds up is linked, from the
 * last row upwards; then the one wrong figure is looked for that explains the rest.
 */

/** Parent index of every row of start…end−1, −1 for the top; `target` is what the top rows should add up to, NaN where nothing says. */
export function repairedForest(amounts: readonly number[], start: number, end: number, target: number): number[] {
  const parents = new Array<number>(end - start).fill(-1);
  let tops: number[] = [];
  for (let i = end - 1; i >= start; i--) {
    const taken = runOf(amounts, tops, amounts[i]);
    for (const top of tops.slice(0, taken)) parents[top - start] = i;
    tops = [i, ...tops.slice(taken)];
  }
  const surplus = tops.reduce((sum, top) => sum + amounts[top], 0) - target;
  if (!(surplus > 0)) return parents;
  const isInner = (row: number): boolean => parents.includes(row);
  const found = tops.flatMap((top, i): { row: number; below: readonly number[]; off: number }[] => {
    const next = tops.findIndex((other, k) => k > i && isInner(other));
    const below = tops.slice(i + 1, next < 0 ? tops.length : next);
    // Its own figure is too much (it is the wrong one), or the figures below it are (one of them is wrong).
    const sum = below.reduce((all, row) => all + amounts[row], 0);
    return !isInner(top) && below.length > 0 && (amounts[top] === surplus || sum === surplus) ? [{ row: top, below, off: Math.abs(sum - amounts[top]) }] : [];
  });
  // Of several the one that is least off; two alike tell nothing.
  const [best, second] = found.sort((a, b) => a.off - b.off);
  if (best && best.off !== second?.off) for (const row of best.below) parents[row - start] = best.row;
  return parents;
}

/** How many of the first rows add up to an amount; 0 where none do. */
function runOf(amounts: readonly number[], tops: readonly number[], amount: number): number {
  if (amount <= 0) return 0;
  let sum = 0;
  for (let k = 0; k < tops.length && sum < amount; k++) {
    sum += amounts[tops[k]];
    if (sum === amount) return k + 1;
  }
  return 0;
}
