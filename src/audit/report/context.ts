import type { EquationNotes } from '../equations/builder';
import type { EquationStore } from '../equations/model';
import type { Evaluation } from '../outcome/evaluate';
import type { RuleDefinition } from '../rules/model';
import type { Recognition } from '../tables';
import type { SheetGrid } from '../workbook';
import type { AmountNames } from './labels';
import type { Finding } from './model';

/** What the findings of equations are made from. */
export interface EquationContext {
  readonly rules: readonly RuleDefinition[];
  readonly equations: EquationStore;
  readonly notes: EquationNotes;
  readonly evaluation: Evaluation;
  readonly recognition: Recognition;
  readonly grids: readonly SheetGrid[];
  readonly names: AmountNames;
  readonly lang: 'zh' | 'en';
}

/** A finding with its place in the reading order. */
export interface Placed {
  readonly finding: Finding;
  readonly table: number;
  readonly row: number;
  readonly rule: number;
  /** The equation it comes from; -1 for other checks. */
  readonly equation: number;
  /** The inferred sums it tells of, where it tells of such. */
  readonly sums?: readonly number[];
}

/** One term of an equation, with its coefficient on its own side. */
export interface Term {
  readonly amount: number;
  readonly coefficient: number;
}

/** The terms of equation e, by side. */
export function termsOf(equations: EquationStore, notes: EquationNotes, e: number): { left: Term[]; right: Term[] } {
  const left: Term[] = [];
  const right: Term[] = [];
  for (let t = equations.start[e]; t < equations.start[e + 1]; t++) {
    const onLeft = t < equations.start[e] + notes.leftCount[e];
    (onLeft ? left : right).push({ amount: equations.cell[t], coefficient: onLeft ? equations.coefficient[t] : -equations.coefficient[t] });
  }
  return { left, right };
}
