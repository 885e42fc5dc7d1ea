/** The tree of a rule: what the grammar yields. Positions are offsets in the rule file, lines and columns from 1; the rules that ship carry none. */

export interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

export type RowSelector =
  | { readonly kind: 'every' | '末级' | '有下级' | '顶级' | '大类' | '科目行' | '其中' }
  | { readonly kind: 'below'; readonly prefix: string }
  | { readonly kind: 'keys'; readonly keys: readonly string[] };

export type ColumnSelector =
  | { readonly kind: 'every' }
  | { readonly kind: 'list'; readonly names: readonly string[]; readonly optional: boolean };

export interface Reference {
  readonly kind: 'reference';
  readonly table: string;
  readonly optionalTable: boolean;
  readonly block: string;
  readonly rows: RowSelector;
  readonly optional: boolean;
  readonly columns: ColumnSelector | null;
  readonly at?: Place;
}

export type Factor =
  | Reference
  | { readonly kind: 'number'; readonly value: number; readonly at?: Place }
  | { readonly kind: 'call'; readonly name: '下级' | '上级' | '各栏' | '分栏' | '整栏' | 'Σ'; readonly reference: Reference; readonly at?: Place }
  | { readonly kind: 'group'; readonly reference: Reference; readonly field: '政府编码' | '部门编码' | '编码'; readonly digits: number; readonly at?: Place };

export type Term = Factor & { readonly coefficient: number };
export type Sum = readonly Term[];

export interface Formula {
  readonly left: Sum;
  readonly relation: '=' | '≤' | '≥';
  readonly right: Sum;
}

export type Clause =
  | { readonly kind: 'present' | 'absent'; readonly table: string; readonly column: string | null; readonly at?: Place }
  | { readonly kind: 'compare'; readonly left: Sum; readonly relation: '=' | '≠' | '≤' | '≥' | '<' | '>'; readonly right: Sum; readonly at?: Place };
