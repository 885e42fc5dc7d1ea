/** What else would explain a cause, everything else being corrected; and whether its value is determined. */
import { AmountState, Relation } from '../equations/model';
import { onePerSet, rivals as rivalsOf } from './component';
import type { LocaliseInput, Move } from './model';
import { defaultLimits } from './prices';
import { search } from './search';
import { apply, focus, isViolated, undo, type SearchState } from './state';
import { compareWeighed, weigh, type Weighed } from './weigh';

export interface Cause {
  readonly moves: readonly Move[];
  readonly exact: boolean;
  /** Known equals of the cause as a whole. */
  readonly rivals: readonly Weighed[];
}

export interface JudgedMoves {
  readonly moves: readonly Move[];
  /** For each move: the value is the only one that will do. */
  readonly determined: readonly boolean[];
}

export interface JudgedCause {
  readonly best: JudgedMoves;
  readonly others: readonly JudgedMoves[];
  readonly exact: boolean;
}

/** All causes are applied to `state` before and after. */
export function alternativesOf(
  state: SearchState, input: LocaliseInput, causes: readonly Cause[], open: readonly number[],
  failed: (e: number) => boolean,
): JudgedCause[] {
  const limits = { ...defaultLimits, ...input.limits };
  return causes.map((cause) => {
    const best = judged(state, cause.moves);
    focus(state, [], open.filter((e) => isViolated(state, e)));
    for (const move of cause.moves) undo(state, move);
    const sets = cause.rivals.length > 0 || cause.moves.length > limits.maximumCells
      ? cause.rivals
      : again(state, input, cause, limits.steps, failed);
    const own = keyOf(cause.moves);
    const others: JudgedMoves[] = [];
    for (const rival of sets) {
      if (keyOf(rival.moves) === own) continue;
      for (const move of rival.moves) apply(state, move);
      if (state.bad.length === 0) others.push(judged(state, rival.moves));
      for (const move of rival.moves) undo(state, move);
    }
    for (const move of cause.moves) apply(state, move);
    return { best, others, exact: cause.exact };
  });
}

function again(
  state: SearchState, input: LocaliseInput, cause: Cause, steps: number, failed: (e: number) => boolean,
): Weighed[] {
  const found = search({ state, cells: cause.moves.length, steps });
  const weighed = found.solutions.map((moves) => weigh(state, input, moves, failed));
  return rivalsOf(onePerSet(weighed).sort(compareWeighed));
}

function keyOf(moves: readonly Move[]): string {
  return moves.map((move) => move.cell).join();
}

function judged(state: SearchState, moves: readonly Move[]): JudgedMoves {
  return { moves, determined: moves.map((move) => isDetermined(state, move.cell)) };
}

/**
 * Whether the equations pin the (applied) value. An identity of exact figures pins it. Rounded figures pin it when the
 * identity's slack is finer than the figure's own step, or when another cell shows the same figure (a = b). Sums of
 * rounded figures never do, however many agree: each may be off by one step together with the others.
 */
function isDetermined(state: SearchState, cell: number): boolean {
  const { from, of, coefficient, equations, amounts } = state.system;
  if (amounts.state[cell] === AmountState.unreadable) return false;
  const step = state.system.step[cell]!;
  let pinned = false;
  for (let k = from[cell]!; k < from[cell + 1]!; k++) {
    const e = of[k]!;
    if (state.skipped[e] === 1 || equations.relation[e] !== Relation.equal || isViolated(state, e)) continue;
    const own = state.fen[cell] === 0 ? 0 : Math.abs(coefficient[k]!) * step / 2;
    const slack = (state.tolerance[e]! - own) / Math.abs(coefficient[k]!);
    const copy = equations.start[e + 1]! - equations.start[e]! === 2;
    if (slack === 0 && (step > 0 || state.residual[e] === 0)) return true;
    if (state.residual[e] !== 0) {
      if (copy && step > 0 && slack > 0) return false;
      continue;
    }
    pinned ||= step > 0 && (copy || slack < step / 2);
  }
  return pinned;
}
