/** The statutory tables of a family as data (src/families/*.yaml, compiled to src/generated/families.json). */
import type { TitleWords } from './titleTest';

export type CodeSystem = 'function' | 'department' | 'unit' | 'project' | 'procurement';

/**
 * What a column is. total = 合计; part = a component of it; of = 其中 (≤, not added); sub = component of a component;
 * other = an amount outside the row sum; quantity = a number that is no money.
 */
export type ColumnRole =
  | 'code' | 'name' | 'govCode' | 'govName' | 'unitCode' | 'departmentCode' | 'note'
  | 'total' | 'part' | 'of' | 'sub' | 'other' | 'quantity';

export interface ColumnDefinition {
  readonly id: string;
  readonly role?: ColumnRole;
  /** Header paths, best first; segments separated by "/", each an anchored regular expression. */
  readonly header: readonly string[];
}

export interface LineDefinition {
  readonly key: string;
  /** Normalised spellings. */
  readonly names: readonly string[];
  readonly parent: string | null;
  readonly ofWhich: boolean;
  readonly code: string | null;
}

export interface BlockDefinition {
  readonly id: string;
  readonly label: readonly string[];
  /** Lines that name a 类 of this classification are recognised through the chart of accounts. */
  readonly chart?: 'function';
  /** The line above the 类 lines; null where they stand at the top. */
  readonly chartParent?: string | null;
  /** Only the full form has it (财决01表 按支出性质和经济分类): looked for in what the others leave, and no form is the less certain without it. */
  readonly optional?: boolean;
  readonly amounts: readonly ColumnDefinition[];
  readonly lines: readonly LineDefinition[];
}

export interface FieldDefinition {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'amount';
}

export interface TableDefinition {
  readonly id: string;
  readonly name: string;
  readonly title: TitleWords;
  readonly shape: 'blocks' | 'coded' | 'matrix' | 'form' | 'tasks';
  readonly codes?: CodeSystem;
  readonly fund?: string;
  /** The form's own unit where it prints none (绩效目标表 in 万元). */
  readonly unit?: 'yuan' | 'wanyuan';
  /** Columns beyond the listed ones count as further parts of the total. */
  readonly extraParts?: boolean;
  /** The code columns repeat side by side (公开06表, present form). */
  readonly segments?: boolean;
  /** One table a project, so several of a kind in one workbook. */
  readonly repeat?: boolean;
  /** Printed by some places beyond the Ministry's nine tables: not missed unless the 目录 lists it. */
  readonly local?: boolean;
  /** The table of the family that bears this title where none of the header's words mean any of the concepts `without`, or one means one of `with`. */
  readonly instead?: { readonly table: string; readonly without?: readonly string[]; readonly with?: readonly string[] };
  /** Lines in a place's own words take part where the figures bear out what they are parts of. */
  readonly openLines?: boolean;
  /** Economic classes that head its groups of columns: the column that stands for a whole group is called so. */
  readonly classes?: readonly string[];
  readonly columns?: readonly ColumnDefinition[];
  readonly groups?: readonly { readonly id: string; readonly header: string }[];
  readonly cells?: readonly ColumnDefinition[];
  readonly blocks?: readonly BlockDefinition[];
  readonly fields?: readonly FieldDefinition[];
}

export interface FamilyDefinition {
  readonly family: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly usualUnit: 'yuan' | 'wanyuan';
  /** What its tables publish: 预算 or 决算. */
  readonly kind: 'budget' | 'final';
  /** Families with the same rival have titles that look alike; a workbook is of one of them. */
  readonly rival?: string;
  /** Words in titles and headers that only this family has. */
  readonly signs?: readonly string[];
  readonly tables: readonly TableDefinition[];
}
