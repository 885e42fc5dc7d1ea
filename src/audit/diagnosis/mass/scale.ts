/** A whole table or column too large or too small by a power of ten: 元 written for 万元, a column in another unit. */
import { Relation } from '../../equations/model';
import type { Move } from '../move';
import { isViolated, type SearchState } from '../state';
import { effectOf } from './effect';
import type { MassCause } from './model';

const factors = [10_000, 1_000, 100, 10, 1 / 10, 1 / 100, 1 / 1_000, 1 / 10_000];

/** So many equations must ask for the same factor. */
const leastVotes = 4;

export interface Scale extends MassCause {
  readonly gain: number;
}

/** `groupsOf` names the groups that may be scaled as a whole: the table of a cell, its column. */
export function scaleOf(
  state: SearchState, failing: readonly number[], groupsOf: readonly ((cell: number) => number)[],
): Scale | null {
  let best: Scale | null = null;
  for (const groupOf of groupsOf) {
    const votes = votesOf(state, failing, groupOf);
    const [top] = [...votes.values()].sort((a, b) => b.count - a.count || a.group - b.group || a.factor - b.factor);
    if (!top || top.count < leastVotes) continue;
    const cells: number[] = [];
    for (let i = 0; i < state.fen.length; i++) if (groupOf(i) === top.group && state.fen[i] !== 0) cells.push(i);
    const moves = cells.map((cell): Move => ({ cell, delta: Math.round(state.fen[cell]! / top.factor) - state.fen[cell]! }));
    const { closed, broken } = effectOf(state, moves);
    const gain = closed.length - 2 * broken;
    if (cells.length < 3 || closed.length < leastVotes || broken * 5 > closed.length || (best && best.gain >= gain)) continue;
    best = { kind: 'scaled', cells, by: 0, factor: top.factor, equations: closed, moves, sources: new Map(), gain };
  }
  return best;
}

interface Vote {
  readonly group: number;
  readonly factor: number;
  count: number;
}

/** For each failing equation and each group in it: the factor that would make it hold. */
function votesOf(state: SearchState, failing: readonly number[], groupOf: (cell: number) => number): Map<string, Vote> {
  const { start, cell, coefficient, relation } = state.system.equations;
  const votes = new Map<string, Vote>();
  for (const e of failing) {
    if (!isViolated(state, e) || relation[e] !== Relation.equal) continue;
    const sums = new Map<number, number>();
    for (let t = start[e]!; t < start[e + 1]!; t++) {
      const group = groupOf(cell[t]!);
      sums.set(group, (sums.get(group) ?? 0) + coefficient[t]! * state.fen[cell[t]!]!);
    }
    if (sums.size < 2) continue;
    for (const [group, sum] of sums) {
      const rest = state.residual[e]! - sum;
      if (sum === 0 || rest === 0) continue;
      const factor = factors.find((f) => Math.abs(sum / f + rest) <= state.tolerance[e]! + 0.5);
      if (factor === undefined) continue;
      const key = `${group}|${factor}`;
      const vote = votes.get(key);
      if (vote) vote.count++;
      else votes.set(key, { group, factor, count: 1 });
    }
  }
  return votes;
}
