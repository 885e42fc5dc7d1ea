import type { Severity } from '../severity';

/** A rule between workbooks, as src/families/vocabulary/between.yaml writes it. */
interface BetweenRule {
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
  /** Families of final accounts; the others are budgets. */
  readonly finals: readonly string[];
  /** Groups of columns (or the concept of a column) of last year and this year. */
  readonly lastYear: string;
  readonly thisYear: string;
  /** Header words of last year's columns that hold no budget. */
  readonly notBudget: readonly string[];
  /** Header words of budgets that were adjusted during the year. */
  readonly adjusted: readonly string[];
  /** Concepts of what is carried over from last year and into the next. */
  readonly opening: string;
  readonly closing: string;
  /** The column that comprises the others. */
  readonly whole: string;
  /** Concept or group of the budget columns of final accounts. */
  readonly budget: string;
  /** Concepts of differences between years, which may be negative, and of rates, which do not add up. */
  readonly change: string;
  readonly rate: string;
  /** Concepts that final accounts and budgets have item by item. */
  readonly items: readonly string[];
}
