import type { Severity } from '../severity';

/** A rule between workbooks, as src/families/vocabulary/between.yaml writes it. */
export interface BetweenRule {
  readonly id: string;
  readonly severity: Severity;
  readonly zh: string;
  readonly en: string;
  readonly source: string;
}

/** What src/families/vocabulary/between.yaml says; compiled to src/generated/between. */
export interface BetweenData {
  readonly rules: readonly BetweenRule[];
  /** Concepts of money that units of one department pay each other: a department may leave them out. */
  readonly netted: readonly string[];
  /** Words behind a unit's name that are no part of it. */
  readonly endings: readonly string[];
}
