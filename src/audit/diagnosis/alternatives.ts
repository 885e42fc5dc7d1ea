/** What else would explain a cause, everything else being corrected. */
import { onePerSet, rivals as rivalsOf } from './component';
import type { DiagnosisInput, Move } from './model';
import { search } from './search';
import { apply, focus, setForeign, undo, type SearchState } from './state';
import type { Steps } from './steps';
import { compareWeighed, weigh, type Weighed } from './weigh';

export interface Cause {
  readonly moves: readonly Move[];
  readonly exact: boolean;
  /** Known equals of the cause as a whole. */
  readonly rivals: readonly Weighed[];
}

export interface JudgedCause {
  readonly best: readonly Move[];
  /** Other sets of changes that explain the same. */
  readonly others: readonly (readonly Move[])[];
  readonly exact: boolean;
}

/** All causes are applied to `state` before and after. */
export function* alternativesOf(
  state: SearchState, input: DiagnosisInput, causes: readonly Cause[], open: readonly number[],
  failed: (e: number) => boolean,
): Steps<JudgedCause[]> {
  const { limits } = input;
  setForeign(state, open);
  const judged: JudgedCause[] = [];
  for (const cause of causes) {
    yield;
    focus(state, []);
    for (const move of cause.moves) undo(state, move);
    const sets = cause.rivals.length > 0 || cause.moves.length > limits.maximumCells
      ? cause.rivals
      : again(state, input, cause, limits.steps, failed);
    const own = keyOf(cause.moves);
    const others: (readonly Move[])[] = [];
    for (const rival of sets) {
      if (keyOf(rival.moves) === own) continue;
      for (const move of rival.moves) apply(state, move);
      if (state.bad.length === 0) others.push(rival.moves);
      for (const move of rival.moves) undo(state, move);
    }
    for (const move of cause.moves) apply(state, move);
    judged.push({ best: cause.moves, others, exact: cause.exact });
  }
  return judged;
}

function again(
  state: SearchState, input: DiagnosisInput, cause: Cause, steps: number, failed: (e: number) => boolean,
): Weighed[] {
  const found = search({ state, cells: cause.moves.length, steps });
  const weighed = found.solutions.map((moves) => weigh(state, input, moves, failed));
  return rivalsOf(onePerSet(weighed).sort(compareWeighed));
}

function keyOf(moves: readonly Move[]): string {
  return moves.map((move) => move.cell).join();
}
