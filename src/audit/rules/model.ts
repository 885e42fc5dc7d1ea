import type { Severity } from '../severity';
import type { Clause, Formula } from './language/syntax';

/** Checks that are no equations; each is a small function in rules/kinds. */
export type CheckKind =
  | 'codes' | 'structure' | 'pairs' | 'unitKind' | 'spendingClass'
  | 'projects' | 'tasks' | 'procurement'
  | 'catalogue' | 'headings' | 'amountTexts' | 'residue' | 'indicators'
  | 'cover' | 'tableNumbers' | 'depth' | 'organCodes' | 'indicatorValues' | 'zeroTotals' | 'changeRates' | 'selfEvaluation' | 'staffing' | 'twins' | 'emptyReasons' | 'timeTargets'
  | 'tableOrder' | 'wording' | 'purchases' | 'frugality' | 'vehicles' | 'spendingZeros' | 'blankTotals'
  | 'formulas' | 'staleResults' | 'formulaPattern' | 'textFormulas';

/** One rule of the catalogue, as compiled from a rules.yaml. */
export interface RuleDefinition {
  readonly id: string;
  readonly text: { readonly zh: string; readonly en: string };
  readonly severity: Severity;
  /** Where the rule comes from: document and article. */
  readonly source: string;
  /** Tables named by the rule, in the order of their names. */
  readonly tables: readonly string[];
  /** Equations; empty for a rule of another kind. */
  readonly checks: readonly { readonly text: string; readonly formula: Formula }[];
  readonly when: readonly Clause[];
  /** What the right side is called in a finding: 下级科目之和. */
  readonly right: { readonly zh: string; readonly en: string } | null;
  /**
   * zero: a blank counts as 0. unknown: a side that is wholly blank has no value (取数不足). parts: only parts that are all
   * blank have none; a blank total of filled parts is an error.
   */
  readonly blanks: 'zero' | 'unknown' | 'parts';
  /** The relation is inferred from the form: it is enforced only in tables that obey it nearly everywhere. */
  readonly earns: boolean;
  readonly kind: CheckKind | null;
  /** File and line of the rule, for messages. */
  readonly place: { readonly file: string; readonly line: number };
}
