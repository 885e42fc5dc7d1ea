import type { Select } from './select';

/** Tables as content, before a place's furniture is put around them. */

export type Concept =
  | 'summary' | 'income' | 'expenditure' | 'fiscalSummary' | 'fiscalFunction' | 'fiscalBasic' | 'generalFunction' | 'generalEconomic' | 'generalBasic' | 'generalBasicFunction'
  | 'generalProject' | 'threePublic' | 'fund' | 'capital' | 'running' | 'basicBySource' | 'projects' | 'procurement' | 'targets';

export interface Column {
  readonly text: string;
  readonly parts?: readonly Column[];
  /** Amount columns; headings over texts and groups have none. */
  readonly select?: Select;
  /** `total`: the sum of its siblings; `part`: a 其中 column, in no sum; `loose`: in no relation but the rows' own. */
  readonly role?: 'total' | 'part' | 'loose';
  /** 增减额 or 增减% of two selections. */
  readonly change?: { readonly kind: 'difference' | 'percent'; readonly now: Select; readonly before: Select };
}

export interface CodeMark {
  readonly code: string;
  readonly name: string;
  /** Which of the row's texts hold them; the same one where they share a cell. */
  readonly codeAt: number | null;
  readonly nameAt: number | null;
}

export interface Row {
  readonly texts: readonly string[];
  /** null: a row without amounts. */
  readonly select: Select | null;
  readonly code?: CodeMark;
  /** Rows of the same panel that add up to this one. */
  readonly sums?: readonly number[];
  readonly total?: boolean;
}

export interface Panel {
  /** Over the whole panel: 收入, 支出. */
  readonly over?: string;
  /** Headings of the text columns. */
  readonly heads: readonly Column[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Table {
  readonly concept: Concept;
  readonly title: string;
  readonly panels: readonly Panel[];
  readonly notes: readonly string[];
  /** Stays 万元 in a workbook in 元. */
  readonly wanyuan?: boolean;
}

/** Amount columns from left to right. */
export function leaves(columns: readonly Column[]): Column[] {
  return columns.flatMap((c) => (c.parts ? leaves(c.parts) : [c]));
}

export function depth(columns: readonly Column[]): number {
  return columns.reduce((d, c) => Math.max(d, c.parts ? 1 + depth(c.parts) : 1), 1);
}

export const BLANK: Row = { texts: [], select: null };
