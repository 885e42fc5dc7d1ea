/** For components too large for the exact search: the one change that settles most and breaks least. */
import type { Move } from './model';
import { deltasOf } from './search';
import { apply, undo, type SearchState } from './state';

/** The best changes, equally good ones together; empty when no change is better than none. */
export function bestStep(state: SearchState): (readonly Move[])[] {
  const { start, cell } = state.system.equations;
  const cells = new Set<number>();
  for (const e of state.bad) for (let t = start[e]!; t < start[e + 1]!; t++) cells.add(cell[t]!);
  let best: Move[] = [];
  let bestScore = 0;
  for (const i of [...cells].sort((a, b) => a - b)) {
    if (state.moved[i] === 1) continue;
    for (const delta of deltasOf(state, i)) {
      const gain = gainOf(state, { cell: i, delta });
      if (gain > bestScore) {
        bestScore = gain;
        best = [];
      }
      if (gain === bestScore && gain > 0) best.push({ cell: i, delta });
    }
  }
  return best.map((move) => [move]);
}

/** Failing equations fewer after the change, an equation broken counting one and a half. */
function gainOf(state: SearchState, move: Move): number {
  const { from, of } = state.system;
  const before: number[] = [];
  for (let k = from[move.cell]!; k < from[move.cell + 1]!; k++) if (state.badAt[of[k]!]! > 0) before.push(of[k]!);
  const was = state.bad.length;
  apply(state, move);
  const closed = before.filter((e) => state.badAt[e] === 0).length;
  const broken = state.bad.length - was + closed;
  undo(state, move);
  return closed - 1.5 * broken;
}
