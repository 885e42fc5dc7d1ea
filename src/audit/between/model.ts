/**
 * What is found between workbooks, in the shapes of a report of one workbook (`report/model`): whoever shows findings,
 * causes and outcomes shows these, too. A cell or suspect that stands in another workbook than the report's own names its `file`.
 */
import type { FindingGroup } from '../diagnosis';
import type { Finding, FindingExplanation, Outcome, RuleOutcome, Unchecked, WorkbookReport } from '../report/model';
import type { AmountUnit } from '../tables';

/** A workbook that takes part. */
export type BookIdentity = Pick<WorkbookReport, 'file' | 'family' | 'level' | 'year' | 'unit'>;

/** What became of one table of the workbook: a line of the ledger. */
export interface TableOutcome {
  readonly id: string;
  readonly title: string;
  readonly sheet: string;
  readonly unit: AmountUnit;
  /** Workbooks that have this table. */
  readonly books: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Why it was not compared, "" where it was. */
  readonly reason: string;
}

/** Roll-up (汇总：部门 = 各单位之和) and year on year (上年：与上年的文件对照). Cells without `file` stand in `book`. */
export interface BetweenReport {
  readonly relation: 'rollup' | 'years';
  /** The department's workbook, this year's workbook. */
  readonly book: BookIdentity;
  /** The units', the earlier ones. */
  readonly others: readonly BookIdentity[];
  /** The sentence to be read first; null where there is none. */
  readonly warning: string | null;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly rules: readonly RuleOutcome[];
  readonly findings: readonly Finding[];
  /** Likely causes: the unit and cell behind findings. */
  readonly groups: readonly FindingGroup[];
  readonly unchecked: readonly Unchecked[];
  /** Ledger: every table of `book`. */
  readonly tables: readonly TableOutcome[];
  readonly notes: readonly string[];
}

/** Where something stood or stands. */
export interface ChangePlace {
  readonly sheet: string;
  /** A1; a range for a row or column, "" for a sheet. */
  readonly address: string;
  /** As it stands in the cell; of a row or column its filled cells. */
  readonly value: string;
  /** Only where a figure (`stored`) is kept as a text. */
  readonly isText?: true;
}

/**
 * value = another number · text = other words · stored = the same figure, once as a number and once as a text · row, column, sheet = added
 * (`old` is null) or taken out (`new` is null), with what stands in it.
 */
export type ChangeKind = 'value' | 'text' | 'stored' | 'row' | 'column' | 'sheet';

export interface Change {
  readonly kind: ChangeKind;
  /** Id of the table (B06); null outside of known tables. */
  readonly table: string | null;
  /** "商品和服务支出(302)"; "" where the row has no name. */
  readonly row: string;
  /** As the header calls it; "" where it has no header. */
  readonly column: string;
  readonly old: ChangePlace | null;
  readonly new: ChangePlace | null;
}

/** mended = 已改正 · new = 新出现 · same = 未改 · changed = 未改正，金额有变动 · unchecked = 新文件里没有核对到，不能说已改正. */
export type FindingStanding = 'mended' | 'new' | 'same' | 'changed' | 'unchecked';

export interface FindingChange {
  readonly standing: FindingStanding;
  /** Of the old workbook; null for a new one. */
  readonly old: Finding | null;
  /** Of the new workbook; null where it is there no more. */
  readonly new: Finding | null;
  /** Why nothing can be said (`unchecked`); "" elsewhere. */
  readonly reason: string;
}

/** What a 情况说明 given for the old workbook is worth for the new one. kept · lapsed = the figures changed · needless = the finding is gone. */
export interface ExplanationChange extends Pick<FindingExplanation, 'text' | 'by' | 'date'> {
  readonly standing: 'kept' | 'lapsed' | 'needless';
  readonly old: Finding;
  readonly new: Finding | null;
}

/** Two versions of one workbook. */
export interface Comparison {
  readonly old: BookIdentity;
  readonly new: BookIdentity;
  /** Other unit, year or form: the sentence to be read first. */
  readonly warning: string | null;
  readonly changes: readonly Change[];
  readonly findings: readonly FindingChange[];
  readonly counts: Readonly<Record<FindingStanding, number>>;
  readonly explanations: readonly ExplanationChange[];
  readonly notes: readonly string[];
}
