/** The one report that the command line, the pane, the page and the tests share. Stable; documented in docs/report.md. */

import type { FindingGroup } from '../diagnosis';
import type { ColumnKind } from '../layout';
import type { CellRole, Severity } from '../severity';
import type { AmountUnit, TableReading } from '../tables';

export type { FindingGroup, Suspect } from '../diagnosis';
export type { CellRole, Severity } from '../severity';

/** 一致 · 不一致 · 舍入 · 不适用 · 取数不足. */
export type Outcome = 'consistent' | 'inconsistent' | 'rounding' | 'notApplicable' | 'insufficient';

export interface FindingCell {
  readonly sheet: string;
  /** A1, without the sheet. */
  readonly address: string;
  readonly role: CellRole;
  /** Amounts as decimal strings in the table's own unit; texts as they stand; "" for a blank cell. */
  readonly value: string;
  /** Row and column in the field's words: "商品和服务支出(302) 合计". */
  readonly label: string;
  /** Only in equations: the side it stands on and its coefficient there. */
  readonly side?: 'left' | 'right';
  readonly coefficient?: number;
  /** The table's unit, where the cell is an amount. */
  readonly unit?: AmountUnit;
  /** Only where it stands in another workbook than the report's own (`audit/between`). */
  readonly file?: string;
}

export interface Finding {
  /** Fingerprint of rule, table, row and column: the same fault keeps its id when sheets are renamed or moved. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly outcome: Outcome;
  /** Id of the table it belongs to (B06), null for the workbook. */
  readonly table: string | null;
  readonly message: string;
  /** Decimal strings in the unit of the first cell; null where the finding is no comparison. */
  readonly left: string | null;
  readonly right: string | null;
  /** left − right. */
  readonly difference: string | null;
  /** What left should be to right where that is not equal. */
  readonly relation?: 'atMost' | 'atLeast';
  readonly cells: readonly FindingCell[];
  /** How many it stands for, itself among them, where those of its rule that follow are not told one by one; 1 where left out. */
  readonly count?: number;
  /** Where the finding stands in the 公开说明; absent for findings about tables alone. */
  readonly text?: FindingText;
  /** The 情况说明 given for it, where one was. */
  readonly explanation?: FindingExplanation;
}

/** What was said of a finding. */
export interface FindingExplanation {
  readonly text: string;
  readonly by: string;
  /** 2026-03-01; "" where unknown. */
  readonly date: string;
  /** own: settles the finding, which counts no more · theirs: stands beside it · lapsed: was given for other figures. */
  readonly standing: 'own' | 'theirs' | 'lapsed';
}

/** A phrase of the 公开说明. */
export interface FindingText {
  readonly file: string;
  /** 1-based; blank lines count. */
  readonly paragraph: number;
  /** The words at fault as they stand, at most 80 characters. */
  readonly quote: string;
  /** Character offsets of the words in the paragraph (UTF-16 code units, end exclusive). */
  readonly start: number;
  readonly end: number;
  /** The words that should stand there; null where they are not determined. */
  readonly right: string | null;
}

/** What became of the numbers of the 公开说明. */
export interface NarrativeReport {
  readonly file: string;
  /** Amounts, changes, percentages, codes and counts in the chapters about money and staff. */
  readonly numbers: number;
  readonly proved: number;
  /** How many of the proved only fit what the text says beside them: neither a cell nor a sum settles them. */
  readonly consistent: number;
  readonly wrong: number;
  readonly unchecked: readonly { readonly reason: string; readonly count: number }[];
}

export interface ColumnReport {
  /** Letter. */
  readonly column: string;
  /** Header words from top to bottom. */
  readonly path: readonly string[];
  readonly kind: ColumnKind;
  /** Why it was taken for that. */
  readonly reason: string;
  /** What rules call it; empty where no rule can. */
  readonly names: readonly string[];
  /** What the vocabulary makes of the header words. */
  readonly concepts: readonly string[];
}

export interface TableReport {
  readonly id: string;
  /** What its form calls it, whatever the sheet prints. */
  readonly name: string;
  readonly title: string;
  /** "generic" where it is no known table. */
  readonly family: string;
  readonly familyName: string;
  readonly sheet: string;
  readonly range: string;
  readonly unit: AmountUnit;
  /** 0…1. */
  readonly confidence: number;
  /** Why it was taken for this table, in words. */
  readonly reason: string;
  /** Range of the header; null where none was found. */
  readonly header: string | null;
  /** Parts that stand side by side, by their first and last column. */
  readonly panels: readonly { readonly from: string; readonly to: string }[];
  readonly columns: readonly ColumnReport[];
  readonly rows: TableReading['rows'];
  /** Amount cells that hold something other than zero; 0 = 空表. */
  readonly figures: number;
}

/** What was understood of a sheet. */
export interface SheetReading {
  readonly sheet: string;
  readonly isVisible: boolean;
  readonly hasAmounts: boolean;
  /** Whether a table of a known family was read on it. */
  readonly isKnown: boolean;
  /** Why no known table was read on it; "" where one was. */
  readonly reason: string;
  readonly tables: readonly TableReport[];
}

/** What was understood of a workbook. */
export interface ReadingReport {
  readonly file: string;
  readonly level: 'unit' | 'department' | null;
  readonly year: number | null;
  readonly unit: string | null;
  readonly sheets: readonly SheetReading[];
}

export interface Unchecked {
  readonly rule: string;
  readonly reason: string;
}

export interface Coverage {
  readonly amountCells: number;
  readonly coveredCells: number;
  /** Ranges of amount cells that no rule touches, a sheet each. */
  readonly uncovered: readonly { readonly sheet: string; readonly ranges: readonly string[] }[];
}

/** What came out of one rule: what was looked at and passed is as worth knowing as what failed. */
export interface RuleOutcome {
  readonly rule: string;
  readonly text: string;
  readonly tables: readonly string[];
  readonly source: string;
  readonly outcomes: Readonly<Record<Outcome, number>>;
}

export interface WorkbookReport {
  readonly file: string;
  /** "shaanxi-budget", "national-budget", "national-final-accounts", "generic", or null where nothing was recognised. */
  readonly family: string | null;
  readonly familyName: string;
  /** 预算 or 决算; null where no known family was recognised. */
  readonly kind: 'budget' | 'final' | null;
  readonly level: 'unit' | 'department' | null;
  readonly year: number | null;
  readonly unit: string | null;
  readonly tables: readonly TableReport[];
  /** The sentence to be read first where less than half of the sheets with amounts were read as known tables; it is the first note too. */
  readonly warning: string | null;
  /** Tables of the family that the workbook does not hold. */
  readonly missing: readonly { readonly id: string; readonly title: string; readonly declaredEmpty: boolean }[];
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Every rule that applies to this family, in the order of the catalogue. */
  readonly rules: readonly RuleOutcome[];
  readonly findings: readonly Finding[];
  readonly groups: readonly FindingGroup[];
  readonly unchecked: readonly Unchecked[];
  readonly coverage: Coverage;
  /** What was assumed: a unit taken for granted, texts read as numbers, rows skipped. */
  readonly notes: readonly string[];
  /** Only where a 公开说明 was checked with the workbook. */
  readonly narrative?: NarrativeReport;
  /** What a person decided about this very file, where somebody did. */
  readonly decision?: ReportDecision;
}

/** 待退回 toReturn · 已退回 returned · 已通过 passed. */
export interface ReportDecision {
  readonly state: 'toReturn' | 'returned' | 'passed';
  /** "" where they did not say. */
  readonly by: string;
  /** 2026-03-01 or 2026-03-01T14:05; "" where unknown. */
  readonly at: string;
}

export interface ReportError {
  readonly file: string;
  readonly code: string;
  readonly message: string;
}

export interface AuditReport {
  readonly tool: { readonly name: string; readonly version: string };
  readonly workbooks: readonly WorkbookReport[];
  readonly errors: readonly ReportError[];
}
