import type { EquationNotes } from '../equations/builder';
import { AmountState, Relation, type AmountStore, type EquationStore } from '../equations/model';
import { slacksOf, type Slacks } from './slack';

/** The five outcomes as codes of typed arrays. */
export const OutcomeCode = { consistent: 0, inconsistent: 1, rounding: 2, notApplicable: 3, insufficient: 4 } as const;

/** What a rule makes of blanks (RuleDefinition.blanks). */
export type Blanks = 'zero' | 'unknown' | 'parts';

export interface Evaluation {
  /** OutcomeCode of each equation. */
  readonly outcome: Uint8Array;
  /** left − right in 分. */
  readonly difference: Float64Array;
  /** How far each equation may be off through rounding, in 分. */
  readonly tolerance: Float64Array;
  readonly slacks: Slacks;
}

/** The same with other outcomes. Written out: what many loops read has one shape (V8 throws compiled code away for another). */
export const withOutcome = ({ difference, tolerance, slacks }: Evaluation, outcome: Uint8Array): Evaluation => ({ outcome, difference, tolerance, slacks });

/** 0.000001 元 in 分: less is no difference. */
const RESIDUE_FEN = 1e-4;

/** Evaluates every equation. Exact: whole 分 in float64; the rounding interval is computed, never a constant. */
export function evaluateAll(
  equations: EquationStore,
  amounts: AmountStore,
  notes: EquationNotes,
  blanksOf: (rule: number) => Blanks,
): Evaluation {
  const evaluation: Evaluation = {
    outcome: new Uint8Array(equations.count),
    difference: new Float64Array(equations.count),
    tolerance: new Float64Array(equations.count),
    slacks: slacksOf(equations, amounts, notes),
  };
  const known = new Map<number, Blanks>();
  for (let e = 0; e < equations.count; e++) {
    const rule = equations.rule[e];
    let blanks = known.get(rule);
    if (blanks === undefined) {
      blanks = blanksOf(rule);
      known.set(rule, blanks);
    }
    evaluateOne(e, equations, amounts, notes, blanks, evaluation);
  }
  return evaluation;
}

/** Evaluates equation e into the arrays. */
export function evaluateOne(
  e: number,
  equations: EquationStore,
  amounts: AmountStore,
  notes: EquationNotes,
  blanks: Blanks,
  { outcome, difference, tolerance: tolerances, slacks }: Evaluation,
): void {
  const { start, cell, coefficient } = equations;
  const from = start[e];
  const to = start[e + 1];
  const split = from + notes.leftCount[e];
  const slack = isBetweenTotals(equations, amounts, slacks, e) ? slacks.total : slacks.own;
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
      tolerances[e] = 0;
      return;
    }
    if (t < split) leftFilled++;
    else rightFilled++;
    sum += coefficient[t] * amounts.fen[amount];
    tolerance += Math.abs(coefficient[t]) * slack[amount];
  }
  if (tolerance > 0) tolerance += cancelled(equations, amounts, from, to);
  const constants = notes.constants.get(e);
  if (constants) sum += constants.left - constants.right;
  // Coefficients such as 0.07 leave a trace of binary arithmetic.
  if (Math.abs(sum) < RESIDUE_FEN) sum = 0;
  difference[e] = sum;
  tolerances[e] = tolerance;
  if (leftFilled === 0 && rightFilled === 0) outcome[e] = OutcomeCode.notApplicable;
  else if (blanks !== 'zero' && sum !== 0 && ((leftFilled === 0 && blanks === 'unknown') || (rightFilled === 0 && to > split))) outcome[e] = OutcomeCode.insufficient;
  else outcome[e] = verdict(sum, tolerance, equations.relation[e]);
  // A form with an unidentified line of money: the difference proves nothing.
  if (outcome[e] === OutcomeCode.inconsistent && notes.soft.has(e)) outcome[e] = OutcomeCode.insufficient;
}

/** 0.00 above figures of which some are negative: differences that cancel each other need not do so exactly. Half its rounding step, 0 elsewhere. */
function cancelled({ cell, coefficient }: EquationStore, { fen, step }: AmountStore, from: number, to: number): number {
  if (fen[cell[from]] !== 0) return 0;
  for (let t = from + 1; t < to; t++) if (coefficient[t] < 0 && fen[cell[t]] < 0) return step[cell[t]] / 2;
  return 0;
}

/** Between two sheets, or along a row with sums of rounded parts in it: each figure may have been rounded in its own way. */
function isBetweenTotals({ start, cell }: EquationStore, { sheet, row }: AmountStore, { isTotal }: Slacks, e: number): boolean {
  const first = cell[start[e]];
  let sums = false;
  let oneRow = true;
  for (let t = start[e]; t < start[e + 1]; t++) {
    const a = cell[t];
    if (sheet[a] !== sheet[first]) return true;
    oneRow &&= row[a] === row[first];
    sums ||= isTotal[a] === 1;
  }
  return oneRow && sums;
}

function verdict(sum: number, tolerance: number, relation: number): number {
  const excess = relation === Relation.equal ? Math.abs(sum) : relation === Relation.atMost ? sum : -sum;
  if (excess <= 0) return OutcomeCode.consistent;
  return excess <= tolerance ? OutcomeCode.rounding : OutcomeCode.inconsistent;
}
