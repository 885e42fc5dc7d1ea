/** What changing many cells at once does to the equations. */
import { Relation } from '../../equations/model';
import type { Move } from '../move';
import { isViolated, type SearchState } from '../state';
import { violates } from '../system';

export interface Effect {
  readonly closed: readonly number[];
  readonly broken: number;
}

/** `free` cells have lost their figures: equations with them say nothing. */
export function effectOf(state: SearchState, moves: readonly Move[], free: ReadonlySet<number> = new Set()): Effect {
  const { from, of, coefficient, equations } = state.system;
  const shift = new Map<number, number>();
  const silent = new Set<number>();
  for (const cell of free) for (let k = from[cell]!; k < from[cell + 1]!; k++) silent.add(of[k]!);
  for (const { cell, delta } of moves) {
    for (let k = from[cell]!; k < from[cell + 1]!; k++) {
      const e = of[k]!;
      if (state.skipped[e] === 0 && !silent.has(e)) shift.set(e, (shift.get(e) ?? 0) + coefficient[k]! * delta);
    }
  }
  const closed: number[] = [];
  let broken = 0;
  for (const [e, by] of shift) {
    const before = isViolated(state, e);
    const after = violates(equations.relation[e]!, state.residual[e]! + by, state.tolerance[e]!);
    if (before && !after) closed.push(e);
    else if (!before && after) broken++;
  }
  return { closed: closed.sort((a, b) => a - b), broken };
}

/** The value of a cell that most of its equations want, as a change; null where none fails. */
export function wanted(state: SearchState, cell: number): Move | null {
  const { from, of, coefficient, equations } = state.system;
  const votes = new Map<number, number>();
  for (let k = from[cell]!; k < from[cell + 1]!; k++) {
    const e = of[k]!;
    if (state.skipped[e] === 1 || equations.relation[e] !== Relation.equal) continue;
    const delta = Math.round(-state.residual[e]! / coefficient[k]!);
    votes.set(delta, (votes.get(delta) ?? 0) + 1);
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || Math.abs(a[0]) - Math.abs(b[0]));
  return best && best[0] !== 0 ? { cell, delta: best[0] } : null;
}
