/**
 * The workbook while corrections are tried: values, residuals and the equations that do not hold now. Changes are
 * applied and taken back; only equations of the changed cell are touched.
 */
import type { Move } from './model';
import { Verdict } from './model';
import { residualOf, toleranceOf, violates, type DiagnosticSystem } from './system';

export interface SearchState {
  readonly system: DiagnosticSystem;
  readonly fen: Float64Array;
  readonly residual: Float64Array;
  readonly tolerance: Float64Array;
  readonly skipped: Uint8Array;
  /** 1 = skipped, but no value is proved that leaves it failing (see `Verdict`). */
  readonly disputed: Uint8Array;
  /** 1 = the cell is changed at present. */
  readonly moved: Uint8Array;
  /** By cell; all 0 except while cells are being gathered. */
  readonly marks: Int32Array;
  /** Equations in focus that do not hold; `badAt[e]` is the place in `bad` plus 1. */
  readonly bad: number[];
  readonly badAt: Uint32Array;
  /** 1 = fails for a reason outside the present component: no business of the present search while it is left as it is. */
  readonly foreign: Uint8Array;
  /** Residuals of the foreign equations when the search began. */
  readonly untouched: Float64Array;
  /** true: a foreign equation that a change touches must come to hold; false: it may go on failing. */
  strict: boolean;
  /** Equations that count at present; null = all. */
  scope: Scope | null;
}

/** For judging one cause with all others left open: equations with cells of other causes prove nothing. */
export interface Scope {
  /** The cause whose cells stand in the equation; −1 none, −2 several or an unexplained one. */
  readonly owner: Int32Array;
  readonly self: number;
}

export function inScope({ scope }: SearchState, e: number): boolean {
  return scope === null || scope.owner[e] === -1 || scope.owner[e] === scope.self;
}

export function openState(system: DiagnosticSystem, outcome: Uint8Array, given?: Float64Array): SearchState {
  const { count } = system.equations;
  const skipped = new Uint8Array(count);
  const disputed = new Uint8Array(count);
  const residual = new Float64Array(count);
  const tolerance = new Float64Array(count);
  for (let e = 0; e < count; e++) {
    if (outcome[e] === Verdict.skipped || outcome[e] === Verdict.disputed) {
      skipped[e] = 1;
      if (outcome[e] === Verdict.disputed) disputed[e] = 1;
      continue;
    }
    residual[e] = residualOf(system, e);
    tolerance[e] = given ? given[e]! : toleranceOf(system, e);
  }
  return {
    system, residual, tolerance, skipped, disputed,
    fen: system.amounts.fen.slice(),
    moved: new Uint8Array(system.amounts.count),
    marks: new Int32Array(system.amounts.count),
    bad: [],
    badAt: new Uint32Array(count),
    foreign: new Uint8Array(count),
    untouched: new Float64Array(count),
    strict: false,
    scope: null,
  };
}

export function isViolated(state: SearchState, e: number): boolean {
  return violates(state.system.equations.relation[e]!, state.residual[e]!, state.tolerance[e]!);
}

/** Leaves these failing equations alone from now on (see `strict`), and no others. */
export function setForeign(state: SearchState, equations: readonly number[]): void {
  state.foreign.fill(0);
  for (const e of equations) leaveAlone(state, e);
}

/** From now on nobody has to explain these. */
export function dispute(state: SearchState, equations: readonly number[]): void {
  for (const e of equations) {
    state.skipped[e] = 1;
    state.disputed[e] = 1;
  }
}

/** The search is about these failing equations only. */
export function focus(state: SearchState, equations: readonly number[]): void {
  while (state.bad.length > 0) dropBad(state, state.bad[state.bad.length - 1]!);
  state.strict = false;
  for (const e of equations) {
    state.foreign[e] = 0;
    addBad(state, e);
  }
}

/** A change that stays: foreign equations take their new residuals as given, those that hold now are foreign no more. */
export function settle(state: SearchState, move: Move): void {
  apply(state, move);
  const { from, of } = state.system;
  for (let k = from[move.cell]!; k < from[move.cell + 1]!; k++) if (state.foreign[of[k]!] === 1) leaveAlone(state, of[k]!);
}

export function leaveAlone(state: SearchState, e: number): void {
  state.foreign[e] = isViolated(state, e) ? 1 : 0;
  state.untouched[e] = state.residual[e]!;
}

export function apply(state: SearchState, move: Move): void {
  shift(state, move.cell, move.delta);
  state.moved[move.cell] = 1;
}

export function undo(state: SearchState, move: Move): void {
  shift(state, move.cell, -move.delta);
  state.moved[move.cell] = 0;
}

/** Whether equation e would be among those in focus that do not hold after a change of a cell that stands in it with this coefficient. */
export function isBadAfter(state: SearchState, e: number, coefficient: number, cell: number, delta: number): boolean {
  const residual = state.residual[e]! + coefficient * delta;
  if (isIdle(state, e, residual)) return false;
  return violates(state.system.equations.relation[e]!, residual, state.tolerance[e]! + Math.abs(coefficient) * slackOf(state, cell, delta));
}

/** A figure that becomes 0, or is 0 no more, is rounded no more, or rounded now: by so much, in 分, its sums may be off more. */
function slackOf({ fen, system: { step } }: SearchState, cell: number, delta: number): number {
  const before = fen[cell]!;
  const after = before + delta;
  return before === 0 && after !== 0 ? step[cell]! / 2 : before !== 0 && after === 0 ? -step[cell]! / 2 : 0;
}

const isIdle = (state: SearchState, e: number, residual: number): boolean => !inScope(state, e) || (state.foreign[e] === 1 && (!state.strict || residual === state.untouched[e]));

function shift(state: SearchState, cell: number, delta: number): void {
  const { from, of, coefficient } = state.system;
  const slack = slackOf(state, cell, delta);
  state.fen[cell]! += delta;
  for (let k = from[cell]!; k < from[cell + 1]!; k++) {
    const e = of[k]!;
    if (state.skipped[e] === 1) continue;
    state.residual[e]! += coefficient[k]! * delta;
    if (slack !== 0) state.tolerance[e]! += Math.abs(coefficient[k]!) * slack;
    if (!isIdle(state, e, state.residual[e]!) && isViolated(state, e)) addBad(state, e);
    else if (state.badAt[e]! > 0) dropBad(state, e);
  }
}

function addBad(state: SearchState, e: number): void {
  if (state.badAt[e]! > 0) return;
  state.bad.push(e);
  state.badAt[e] = state.bad.length;
}

function dropBad(state: SearchState, e: number): void {
  const at = state.badAt[e]! - 1;
  const last = state.bad.pop()!;
  if (last !== e) {
    state.bad[at] = last;
    state.badAt[last] = at + 1;
  }
  state.badAt[e] = 0;
}
