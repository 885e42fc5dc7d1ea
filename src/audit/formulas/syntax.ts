/** A plain formula as a tree; what the grammar does not know has none. */
export type Expression =
  | { readonly kind: 'number'; readonly value: string }
  | Area
  | { readonly kind: 'sum'; readonly items: readonly Expression[] }
  | { readonly kind: 'round'; readonly of: Expression; readonly digits: number }
  | { readonly kind: 'negate'; readonly of: Expression }
  | { readonly kind: 'percent'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly operator: '+' | '-' | '*' | '/'; readonly left: Expression; readonly right: Expression };

/** A cell or a range of cells; zero-based corners in any order. */
export interface Area {
  readonly kind: 'area';
  /** null = the formula's own sheet. */
  readonly sheet: string | null;
  readonly from: Corner;
  readonly to: Corner;
  readonly isRange: boolean;
}

/** `row` is null in whole columns (A:A). */
export interface Corner {
  readonly row: number | null;
  readonly column: number;
}
