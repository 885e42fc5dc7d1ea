import type { Auditor } from './auditor';
import type { EquationIndex } from './equations/transpose';
import type { FormulaFacts } from './formulas';
import type { Unearned } from './outcome/earned';
import type { Evaluation } from './outcome/evaluate';
import type { CompiledRules } from './rules/compile';
import type { CheckResult } from './rules/kinds';
import type { RuleDefinition } from './rules/model';
import type { Recognition } from './tables';
import type { SheetGrid, WorkbookSnapshot } from './workbook';

/** Everything an audit knows of one workbook. */
export interface AuditState {
  readonly workbook: WorkbookSnapshot;
  /** The sheets as they are audited: with the results of formulas whose stored ones are missing or declared old. */
  readonly grids: readonly SheetGrid[];
  readonly formulas: FormulaFacts;
  readonly recognition: Recognition;
  readonly rules: readonly RuleDefinition[];
  readonly compiled: CompiledRules;
  /** What counts: inferred relations that a table does not obey are taken back. */
  readonly evaluation: Evaluation;
  /** As every equation came out. */
  readonly raw: Evaluation;
  readonly unearned: readonly Unearned[];
  readonly checks: ReadonlyMap<number, CheckResult>;
  readonly year: number | null;
  readonly auditor: Auditor;
  /** Equations by cell; made at the first edit. */
  readonly index?: EquationIndex;
}
