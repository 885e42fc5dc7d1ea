/** The four parts of 政府收支分类科目: 支出功能分类, 部门预算支出经济分类, 政府预算支出经济分类, 收入分类. */
export type Classification = 'function' | 'department' | 'government' | 'income';
export const CLASSIFICATIONS: readonly Classification[] = ['function', 'department', 'government', 'income'];

/** 一般公共预算, 政府性基金预算, 国有资本经营预算, 社会保险基金预算. */
export type Fund = 'general' | 'governmentFund' | 'stateCapital' | 'socialInsurance';

/**
 * Where an entry comes from: a chart the user loaded; printed with this name in real documents; the name alone was
 * seen there; remembered from the published standard, not checked against its text.
 */
export type Basis = 'official' | 'seen' | 'nameSeen' | 'recalled';
export type Confidence = 'high' | 'medium' | 'low';

/** 机关、参公 (501–504) or 事业单位 (505–506). */
export type UnitKind = 'organ' | 'institution';

/** 人员经费, 公用经费; `either` where real tables count the code in both (30239: 公务交通补贴). */
export type SpendingClass = 'personnel' | 'operating' | 'either';

export interface CodeName {
  readonly code: string;
  readonly name: string;
}

/** A code with the name it bears from one fiscal year to another. */
export interface ChartEntry extends CodeName {
  readonly classification: Classification;
  readonly fund: Fund | null;
  readonly basis: Basis;
  readonly confidence: Confidence;
  readonly fromYear: number;
  /** The last year; null where still valid. */
  readonly toYear: number | null;
  /** The fiscal years between which real documents print it; null where none was seen. */
  readonly seen: { readonly first: number; readonly last: number } | null;
  /** The year in which the code got this name is not known. */
  readonly isUndated: boolean;
}

/** A 政府经济科目 that a 部门经济科目 may stand with. */
export interface AllowedPair {
  readonly governmentCode: string;
  readonly condition: 'any' | UnitKind;
  readonly basis: Basis;
  readonly confidence: Confidence;
}

/** How a spelling other than the entry's name is to be taken. */
export type AliasWeight = 'nothing' | 'hint';

export interface Chart {
  readonly firstYear: number;
  readonly lastYear: number;
  /** false for a year that neither the built-in chart nor a loaded one speaks of: nothing about its codes can be said. */
  coversYear(year: number, classification?: Classification): boolean;
  /** true where a chart the user loaded decides alone for the codes of this classification and length. */
  isOfficial(classification: Classification, code: string, year: number): boolean;
  lookup(classification: Classification, code: string, year: number): ChartEntry | null;
  /** Every entry of the code, of whatever year, by year. */
  inOtherYears(classification: Classification, code: string): readonly ChartEntry[];
  /** true where some code of some year begins with these three digits (类). */
  hasClass(classification: Classification, code: string): boolean;
  /** The entry of `year` that took over (or had before) what `code` stands for; null where the code itself is valid. */
  counterpart(classification: Classification, code: string, year: number): ChartEntry | null;
  /** Up to five entries of the year one slip of the keyboard away, then neighbours under the same parent. */
  nearest(classification: Classification, code: string, year: number): readonly ChartEntry[];
  /** The entries that bear this name in the year; width, brackets and spaces do not count. */
  codesByName(classification: Classification, name: string, year: number): readonly ChartEntry[];
  /** A catalogued spelling of the code's name; null where unknown. */
  aliasWeight(code: string, name: string): AliasWeight | null;
  /** The catalogued spellings of a code. */
  aliases(code: string): readonly string[];
  /** null for a code whose fund the chart does not know. */
  fundOf(functionCode: string, year: number): Fund | null;
  /** Every fund that occurs under a 类 or 款, or the fund of a 项; empty where unknown. */
  fundsUnder(functionCode: string, year: number): readonly Fund[];
  pairs(departmentCode: string, year: number): readonly AllowedPair[];
  isPairAllowed(departmentCode: string, governmentCode: string, year: number): boolean;
}
