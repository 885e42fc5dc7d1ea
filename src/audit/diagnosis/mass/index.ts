/**
 * Looks for causes that move many figures at once before single figures are suspected: shifted columns and rows, scaled
 * tables and columns, foreign tables, tables without figures. Each one found is taken back in `state`, so that what is left is looked at without it.
 */
import type { LocaliseInput } from '../model';
import type { Move } from '../move';
import type { Steps } from '../steps';
import { isViolated, settle, type SearchState } from '../state';
import { wanted } from './effect';
import { emptyTables } from './empty';
import { foreignTable } from './foreign';
import { suspiciousBundles } from './lines';
import type { MassCause } from './model';
import { scaleOf } from './scale';
import { shiftOf, type Shift } from './shift';

export type { MassCause, MassKind } from './model';

/** Rounds of looking; each settles one cause. */
const mostCauses = 12;

/** Fewer failing equations are looked at as single figures. */
const leastFailing = 4;

/** `inferred`: relations that fail and are only inferred; they speak for what moved figures, not for a table that is another unit's. */
export function* massCauses(state: SearchState, input: LocaliseInput, failing: readonly number[], inferred: readonly number[] = []): Steps<MassCause[]> {
  const found: MassCause[] = [];
  const tableOf = input.tableOf ?? ((cell: number): number => state.system.amounts.sheet[cell]!);
  const blockOf = input.blockOf ?? tableOf;
  const columnOf = (cell: number): number => blockOf(cell) * 16_384 + state.system.amounts.column[cell]!;
  for (const empty of emptyTables(state, failing, tableOf)) {
    found.push(empty);
    for (const e of empty.equations) state.skipped[e] = 1;
  }
  const all = inferred.length === 0 ? failing : [...failing, ...inferred].sort((a, b) => a - b);
  for (let round = 0; round < mostCauses; round++) {
    const left = all.filter((e) => isViolated(state, e) && state.skipped[e] === 0);
    if (left.length < leastFailing) break;
    yield;
    const shift = yield* bestShift(state, left, blockOf);
    yield;
    const scale = scaleOf(state, left, [tableOf, columnOf]);
    const best = shift && scale ? (shift.gain >= scale.gain ? shift : scale) : shift ?? scale;
    if (!best) break;
    found.push(takenBack(state, best));
  }
  const left = failing.filter((e) => isViolated(state, e) && state.skipped[e] === 0);
  yield;
  const foreign = left.length < leastFailing ? null : foreignTable(state, left, tableOf);
  return foreign ? [...found, foreign] : found;
}

function* bestShift(state: SearchState, failing: readonly number[], blockOf: (cell: number) => number): Steps<Shift | null> {
  let best: Shift | null = null;
  for (const bundle of suspiciousBundles(state, failing, blockOf)) {
    yield;
    const shift = shiftOf(state, bundle);
    if (shift && (!best || shift.gain > best.gain)) best = shift;
  }
  return best;
}

/** Applies the cause's moves; places whose figures are lost take the value that most of their equations want. */
function takenBack(state: SearchState, cause: MassCause): MassCause {
  const known = cause.moves.filter((move) => move.delta !== 0);
  for (const move of known) settle(state, move);
  const guesses: Move[] = [];
  for (const { cell } of cause.moves.filter((move) => move.delta === 0)) {
    const guess = cause.kind === 'scaled' ? null : wanted(state, cell);
    if (!guess) continue;
    settle(state, guess);
    guesses.push(guess);
  }
  for (const { cell } of cause.moves) state.moved[cell] = 1;
  return { ...cause, moves: [...known, ...guesses] };
}
