/**
 * The equations as the search needs them: cells of an equation, equations of a cell, residuals and tolerances.
 * Built once for a workbook in O(terms); read-only afterwards and shared by any number of searches.
 */
import { AmountState, Relation, type AmountStore, type EquationStore } from '../equations/model';
import { Verdict } from './model';

export interface DiagnosticSystem {
  readonly amounts: AmountStore;
  readonly equations: EquationStore;
  /** The equations of cell i: of[from[i] … from[i+1]−1], ascending, with the coefficient of the cell beside them. */
  readonly from: Uint32Array;
  readonly of: Uint32Array;
  readonly coefficient: Float64Array;
  /** Rounding step of every figure in 分, also of the one a blank would hold. */
  readonly step: Float64Array;
}

export function buildSystem(amounts: AmountStore, equations: EquationStore): DiagnosticSystem {
  const { count, start, cell } = equations;
  const terms = start[count] ?? 0;
  const from = new Uint32Array(amounts.count + 1);
  for (let t = 0; t < terms; t++) from[cell[t]! + 1]!++;
  for (let i = 0; i < amounts.count; i++) from[i + 1]! += from[i]!;
  const next = from.slice();
  const of = new Uint32Array(terms);
  const coefficient = new Float64Array(terms);
  for (let e = 0; e < count; e++) {
    for (let t = start[e]!; t < start[e + 1]!; t++) {
      const at = next[cell[t]!]!++;
      of[at] = e;
      coefficient[at] = equations.coefficient[t]!;
    }
  }
  return { amounts, equations, from, of, coefficient, step: stepsOf(amounts, equations) };
}

/**
 * A figure with digits beyond the 分 is kept to the nearest 分: a step of 1. A blank or a 0 in a sheet of rounded figures would
 * be rounded like the figures of that sheet in its own equations.
 */
function stepsOf(amounts: AmountStore, equations: EquationStore): Float64Array {
  const step = amounts.step.slice();
  for (const cell of amounts.fractions.keys()) if (step[cell] === 0) step[cell] = 1;
  if (!amounts.step.some((known) => known > 0)) return step;
  const { start, cell } = equations;
  const blank = (i: number): boolean => amounts.state[i] !== AmountState.unreadable && amounts.fen[i] === 0 && amounts.step[i] === 0;
  for (let e = 0; e < equations.count; e++) {
    const open: number[] = [];
    const known = new Map<number, number>();
    for (let t = start[e]!; t < start[e + 1]!; t++) {
      const i = cell[t]!;
      if (blank(i)) {
        if (step[i] === 0) open.push(i);
      } else if (amounts.step[i]! > 0 && !known.has(amounts.sheet[i]!)) known.set(amounts.sheet[i]!, amounts.step[i]!);
    }
    for (const i of open) step[i] = known.get(amounts.sheet[i]!) ?? 0;
  }
  return step;
}

/** Σ coefficient × value of an equation, in 分. */
export function residualOf(system: DiagnosticSystem, e: number, fen: Float64Array = system.amounts.fen): number {
  const { start, cell, coefficient } = system.equations;
  let sum = 0;
  for (let t = start[e]!; t < start[e + 1]!; t++) sum += coefficient[t]! * fen[cell[t]!]!;
  return sum;
}

/**
 * How far an equation may be off through rounding: Σ |coefficient| × step ÷ 2 over its figures that are not 0.
 * No relative tolerance; 0 when all figures are exact.
 */
export function toleranceOf(system: DiagnosticSystem, e: number): number {
  const { start, cell, coefficient } = system.equations;
  let sum = 0;
  for (let t = start[e]!; t < start[e + 1]!; t++) {
    const i = cell[t]!;
    if (system.amounts.fen[i] !== 0) sum += Math.abs(coefficient[t]!) * system.step[i]! / 2;
  }
  return sum;
}

/** Whether a residual violates the equation's relation. */
export function violates(relation: number, residual: number, tolerance: number): boolean {
  if (relation === Relation.equal) return residual > tolerance || residual < -tolerance;
  return relation === Relation.atMost ? residual > tolerance : residual < -tolerance;
}

/** Whether an equation holds within a tolerance in 分. */
export function isSatisfied(system: DiagnosticSystem, e: number, tolerance: number): boolean {
  return !violates(system.equations.relation[e]!, residualOf(system, e), tolerance);
}

/** The verdict on every equation; one with an unreadable cell is skipped. */
export function judge(system: DiagnosticSystem): Uint8Array {
  const { count, start, cell, relation } = system.equations;
  const verdict = new Uint8Array(count);
  for (let e = 0; e < count; e++) {
    let readable = true;
    for (let t = start[e]!; t < start[e + 1]! && readable; t++) {
      readable = system.amounts.state[cell[t]!] !== AmountState.unreadable;
    }
    if (!readable) {
      verdict[e] = Verdict.skipped;
      continue;
    }
    const residual = residualOf(system, e);
    if (residual === 0) continue;
    if (violates(relation[e]!, residual, toleranceOf(system, e))) verdict[e] = Verdict.fails;
    else if (relation[e] === Relation.equal) verdict[e] = Verdict.rounding;
  }
  return verdict;
}
