import type { EquationNotes } from '../equations/builder';
import { AmountState, Relation, type AmountStore, type EquationStore } from '../equations/model';

/** The five outcomes as codes of typed arrays. */
export const OutcomeCode = { consistent: 0, inconsistent: 1, rounding: 2, notApplicable: 3, insufficient: 4 } as const;

/** What a rule makes of blanks (RuleDefinition.blanks). */
export type Blanks = 'zero' | 'unknown' | 'parts';

export interface Evaluation {
  /** OutcomeCode of each equation. */
  readonly outcome: Uint8Array;
  /** left − right in 分. */
  readonly difference: Float64Array;
}

/** 0.000001 元 in 分: less is no difference. */
const RESIDUE_FEN = 1e-4;

/** Evaluates every equation. Exact: whole 分 in float64; the rounding interval is computed, never a constant. */
export function evaluateAll(
  equations: EquationStore,
  amounts: AmountStore,
  notes: EquationNotes,
  blanksOf: (rule: number) => Blanks,
): Evaluation {
  const outcome = new Uint8Array(equations.count);
  const difference = new Float64Array(equations.count);
  const known = new Map<number, Blanks>();
  for (let e = 0; e < equations.count; e++) {
    const rule = equations.rule[e];
    let blanks = known.get(rule);
    if (blanks === undefined) {
      blanks = blanksOf(rule);
      known.set(rule, blanks);
    }
    evaluateOne(e, equations, amounts, notes, blanks, outcome, difference);
  }
  return { outcome, difference };
}

/** Evaluates equation e into the two arrays. */
export function evaluateOne(
  e: number,
  equations: EquationStore,
  amounts: AmountStore,
  notes: EquationNotes,
  blanks: Blanks,
  outcome: Uint8Array,
  difference: Float64Array,
): void {
  const { start, cell, coefficient } = equations;
  const from = start[e];
  const to = start[e + 1];
  const split = from + notes.leftCount[e];
  let sum = 0;
  let tolerance = 0;
  let leftFilled = 0;
  let rightFilled = 0;
  for (let t = from; t < to; t++) {
    const amount = cell[t];
    const state = amounts.state[amount];
    if (state === AmountState.blank) continue;
    if (state === AmountState.unreadable) {
      outcome[e] = OutcomeCode.insufficient;
      difference[e] = NaN;
      return;
    }
    if (t < split) leftFilled++;
    else rightFilled++;
    const fen = amounts.fen[amount];
    sum += coefficient[t] * fen;
    // A zero is a true zero; any other figure is known to half its step.
    if (fen !== 0) tolerance += Math.abs(coefficient[t]) * amounts.step[amount] * 0.5;
  }
  const constants = notes.constants.get(e);
  if (constants) sum += constants.left - constants.right;
  // Coefficients such as 0.07 leave a trace of binary arithmetic.
  if (Math.abs(sum) < RESIDUE_FEN) sum = 0;
  difference[e] = sum;
  if (leftFilled === 0 && rightFilled === 0) outcome[e] = OutcomeCode.notApplicable;
  else if (blanks !== 'zero' && sum !== 0 && ((leftFilled === 0 && blanks === 'unknown') || (rightFilled === 0 && to > split))) outcome[e] = OutcomeCode.insufficient;
  else outcome[e] = verdict(sum, tolerance, equations.relation[e]);
  // A form with an unidentified line of money: the difference proves nothing.
  if (outcome[e] === OutcomeCode.inconsistent && notes.soft.has(e)) outcome[e] = OutcomeCode.insufficient;
}

function verdict(sum: number, tolerance: number, relation: number): number {
  const excess = relation === Relation.equal ? Math.abs(sum) : relation === Relation.atMost ? sum : -sum;
  if (excess <= 0) return OutcomeCode.consistent;
  return excess <= tolerance ? OutcomeCode.rounding : OutcomeCode.inconsistent;
}
