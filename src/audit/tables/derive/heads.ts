import type { BoundRow } from '../model';

/**
 * Rows of names above the coded ones, in a table that says in each coded row whose it is: unit > items, or unit > subject > its
 * projects. Of names directly below one another each is a part of the one above; a shorter run goes on at the deepest level. The
 * answer is the parent of each such row (-1 at the top), null where the table has no owners or no such rows.
 */
export function headsOf(rows: readonly BoundRow[]): ReadonlyMap<number, number> | null {
  if (!rows.some((r) => r.owner !== '')) return null;
  const runs: number[][] = [];
  rows.forEach((row, i) => {
    if (row.kind !== 'item' || row.code !== '' || row.label === '') return;
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1] === i - 1) run.push(i);
    else runs.push([i]);
  });
  if (runs.length === 0) return null;
  const deepest = Math.max(...runs.map((run) => run.length));
  const parents = new Map<number, number>();
  const open: number[] = [];
  for (const run of runs) {
    open.length = Math.min(open.length, deepest - run.length);
    for (const row of run) {
      parents.set(row, open[open.length - 1] ?? -1);
      open.push(row);
    }
  }
  return parents;
}
