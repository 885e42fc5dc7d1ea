/**
 * Whether a value rests on more than one relation that may itself hold a second mistake. Two relations that come to hold, a
 * slip of the keyboard that explains the figure, or one relation all of whose other figures are borne out elsewhere will do.
 */
import { Relation } from '../equations/model';
import { isUnspecific, readMove } from './kinds';
import type { DiagnosisInput, Move } from './model';
import { inScope, isViolated, type SearchState } from './state';
import { residualOf, toleranceOf, violates } from './system';

/**
 * A cause that changes many figures to make a few relations hold is a story, not a proof; money moved from one line to another
 * needs a relation for each of them. All moves are applied to `state`.
 */
export function isSubstantiated(state: SearchState, moves: readonly Move[]): boolean {
  const closed = new Set(moves.flatMap((move) => closedBy(state, move.cell))).size;
  return moves.length <= (moves.some((move) => moves.some((other) => other.delta === -move.delta)) ? closed : closed + 1);
}

/**
 * Of what the approximate method found: a relation proves only if none of its other figures stands in one that fails for another
 * reason, as it need not have blamed the right figure there. All moves of the cause are applied to `state`.
 */
export function isUnblemished(state: SearchState, moves: readonly Move[]): boolean {
  const { start, cell } = state.system.equations;
  const own = new Set(moves.flatMap((move) => closedBy(state, move.cell)));
  const cells = new Set(moves.map((move) => move.cell));
  return [...own].some((e) => [...cell.subarray(start[e], start[e + 1])].every((other) => cells.has(other) || state.fen[other] === 0 || !standsInFailing(state, other, own)));
}

function standsInFailing({ system, skipped, tolerance }: SearchState, figure: number, but: ReadonlySet<number>): boolean {
  const { from, of, equations: { relation } } = system;
  for (let k = from[figure]!; k < from[figure + 1]!; k++) {
    const e = of[k]!;
    if (skipped[e] === 0 && !but.has(e) && violates(relation[e]!, residualOf(system, e), tolerance[e]!)) return true;
  }
  return false;
}

/**
 * Figures of one row that are all too small, each below a sum of one and the same row: a row beside them may be missing as well,
 * unless a row below them was left out. All moves are applied to `state`.
 */
export function mayLackRow(state: SearchState, input: DiagnosisInput, moves: readonly Move[]): boolean {
  const { amounts, equations: { start, cell, coefficient } } = state.system;
  if (moves.length < 2 || moves.some((move) => move.delta <= 0 || amounts.row[move.cell] !== amounts.row[moves[0]!.cell] || readMove(state.system, input, move, moves).kind === 'rowLeftOut')) return false;
  const totals = moves.map((move) => new Set(closedBy(state, move.cell).flatMap((e) => {
    const found: number[] = [];
    for (let t = start[e]!; t < start[e + 1]!; t++) if (coefficient[t]! > 0 && amounts.column[cell[t]!] === amounts.column[move.cell] && amounts.sheet[cell[t]!] === amounts.sheet[move.cell]) found.push(amounts.row[cell[t]!]!);
    return found;
  })));
  return [...totals[0]!].some((row) => totals.every((rows) => rows.has(row)));
}

/** `rulesOut` tells equations that may not apply. All moves of the cause are applied to `state`. */
export function isWitnessed(state: SearchState, input: DiagnosisInput, move: Move, moves: readonly Move[], rulesOut: (equation: number) => boolean): boolean {
  if (isDisputed(state, move.cell)) return false;
  const closed = closedBy(state, move.cell);
  if (closed.length > 0 && closed.every(rulesOut)) return false;
  if (closed.length !== 1 || !isUnspecific(state.system, input, move, moves)) return true;
  const [e] = closed;
  const { start, cell } = state.system.equations;
  let others = 0;
  for (let t = start[e!]!; t < start[e! + 1]!; t++) {
    const other = cell[t]!;
    if (state.fen[other] === 0 || moves.some((m) => m.cell === other)) continue;
    if (!isBorneOut(state, other, e!)) return false;
    others++;
  }
  // Between zeros nothing says which of two figures is wrong.
  return others > 0 || moves.length > 1;
}

/** A relation that was only inferred speaks against the value. */
function isDisputed({ system, disputed, fen }: SearchState, cell: number): boolean {
  for (let k = system.from[cell]!; k < system.from[cell + 1]!; k++) {
    const e = system.of[k]!;
    if (disputed[e] === 1 && violates(system.equations.relation[e]!, residualOf(system, e, fen), toleranceOf(system, e))) return true;
  }
  return false;
}

/** Identities of the cell that failed as the workbook stands and hold now. */
function closedBy(state: SearchState, cell: number): number[] {
  const { from, of, equations } = state.system;
  const found: number[] = [];
  for (let k = from[cell]!; k < from[cell + 1]!; k++) {
    const e = of[k]!;
    if (counts(state, e) && violates(equations.relation[e]!, residualOf(state.system, e), state.tolerance[e]!)) found.push(e);
  }
  return found;
}

/** Another identity with the figure and at least one more holds. */
function isBorneOut(state: SearchState, figure: number, but: number): boolean {
  const { from, of, equations: { start, cell } } = state.system;
  for (let k = from[figure]!; k < from[figure + 1]!; k++) {
    const e = of[k]!;
    if (e === but || !counts(state, e)) continue;
    for (let t = start[e]!; t < start[e + 1]!; t++) if (cell[t] !== figure && state.fen[cell[t]!] !== 0) return true;
  }
  return false;
}

const counts = (state: SearchState, e: number): boolean =>
  state.skipped[e] === 0 && state.system.equations.relation[e] === Relation.equal && inScope(state, e) && !isViolated(state, e);
