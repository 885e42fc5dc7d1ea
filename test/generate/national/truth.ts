import type { Concept } from './spec';

/** What is true of a generated workbook: where its amounts and codes stand, and which sums must hold. */
export interface Truth {
  readonly place: string;
  readonly year: number;
  readonly name: string;
  readonly level: 'unit' | 'department';
  readonly unit: 'yuan' | 'wan2' | 'wan6';
  readonly tables: readonly { readonly sheet: string; readonly concept: Concept; readonly title: string; readonly empty: boolean }[];
  readonly amounts: readonly AmountCell[];
  readonly codes: readonly CodeCell[];
  readonly percents: readonly PercentCell[];
  readonly relations: readonly Relation[];
}

export interface Spot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface AmountCell extends Spot {
  readonly concept: Concept;
  /** Equal for cells that print the same figure; null for 增减额 and for figures whose extent differs from place to place. */
  readonly key: string | null;
  /** The printed figure in its smallest printed step. */
  readonly printed: number;
  /** 分 in one such step: 1 for 元 and for 万元 with six decimals, 10,000 for 万元 with two. */
  readonly step: number;
  readonly decimals: 2 | 6;
  /** A zero that is left out. */
  readonly blank: boolean;
}

export interface CodeCell {
  readonly concept: Concept;
  readonly code: string;
  readonly name: string;
  readonly codeAt: Spot | null;
  readonly nameAt: Spot | null;
}

/** 增减% of two amounts, by their indices. */
export interface PercentCell extends Spot {
  readonly now: number;
  readonly before: number;
}

/** Σ coefficient × amount = 0, in 分, within a tolerance that rounding explains. */
export interface Relation {
  readonly kind: 'row' | 'column' | 'same' | 'funds' | 'change';
  readonly terms: readonly (readonly [amount: number, coefficient: number])[];
  readonly tolerance: number;
}

/** Left minus right of a relation, in 分, from the printed figures. */
export function gap(truth: Truth, relation: Relation, instead?: { readonly amount: number; readonly printed: number }): number {
  return relation.terms.reduce((sum, [index, coefficient]) => {
    const cell = truth.amounts[index];
    return sum + coefficient * cell.step * (instead?.amount === index ? instead.printed : cell.printed);
  }, 0);
}

/** Amount index → its relations. */
export function relationsByAmount(truth: Truth): Map<number, Relation[]> {
  const found = new Map<number, Relation[]>();
  for (const relation of truth.relations) {
    for (const [index] of relation.terms) found.set(index, [...(found.get(index) ?? []), relation]);
  }
  return found;
}

/** Printed amounts that stand in at least one relation. */
export function checkable(truth: Truth): number[] {
  const related = relationsByAmount(truth);
  return truth.amounts.flatMap((cell, i) => (!cell.blank && related.has(i) ? [i] : []));
}
