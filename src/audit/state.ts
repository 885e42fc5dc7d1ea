import type { Auditor } from './auditor';
import type { AmountStore } from './equations/model';
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
  readonly index?: EquationIndex | undefined;
}

/**
 * The state with other parts. Written out, not spread: loops over all relations read it, and each object built in another way has another shape, for
 * which V8 throws their compiled code away.
 */
export function withParts(state: AuditState, parts: Partial<AuditState>): AuditState {
  return {
    workbook: parts.workbook ?? state.workbook,
    grids: parts.grids ?? state.grids,
    formulas: parts.formulas ?? state.formulas,
    recognition: parts.recognition ?? state.recognition,
    rules: parts.rules ?? state.rules,
    compiled: parts.compiled ?? state.compiled,
    evaluation: parts.evaluation ?? state.evaluation,
    raw: parts.raw ?? state.raw,
    unearned: parts.unearned ?? state.unearned,
    checks: parts.checks ?? state.checks,
    year: parts.year === undefined ? state.year : parts.year,
    auditor: parts.auditor ?? state.auditor,
    index: parts.index ?? state.index,
  };
}

/** The same for what was recognised, with other amounts. */
export function withAmounts(recognition: Recognition, amounts: AmountStore): Recognition {
  const { families, tables, blocks, catalogue, catalogues, owners, year, yearCell, level, unitName, unitNameCell, notes, genericSheets } = recognition;
  return { families, tables, blocks, catalogue, catalogues, amounts, owners, year, yearCell, level, unitName, unitNameCell, notes, genericSheets };
}
