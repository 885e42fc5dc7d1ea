/** What the grammar makes of a passage. Numbers are token indices. */

export interface RateClause {
  readonly at: number | null;
  readonly dir: string | null;
  readonly figure: number;
}

export interface BaseClause {
  readonly at: number;
  readonly prior: number | null;
  readonly before: number;
  /** The tokens between the base and the direction: "与上年相比,收支总计各增加…". */
  readonly gap: { readonly from: number; readonly to: number };
}

export interface ChangePart {
  readonly from: number;
  readonly at: number;
  readonly dir: string;
  readonly amount: number;
  readonly percent: RateClause | null;
}

export type Clause =
  | { readonly kind: 'amount'; readonly from: number; readonly to: number }
  | { readonly kind: 'count'; readonly from: number; readonly to: number }
  | { readonly kind: 'change'; readonly base: BaseClause | null; readonly at: number; readonly dir: string; readonly amount: number | null; readonly percent: RateClause | null }
  | { readonly kind: 'moved'; readonly from: number; readonly at: number; readonly dir: string; readonly amount: number; readonly percent: RateClause | null }
  | { readonly kind: 'share'; readonly from: number; readonly of: { readonly from: number; readonly to: number }; readonly figure: number }
  | { readonly kind: 'completion'; readonly from: number; readonly plan: number | null; readonly figure: number }
  | { readonly kind: 'deviation'; readonly from: number; readonly figure: number }
  | { readonly kind: 'allOf'; readonly from: number }
  | { readonly kind: 'reason'; readonly at: number | null; readonly dir: string | null; readonly from: number; readonly parts: readonly ChangePart[] }
  | { readonly kind: 'opening'; readonly from: number; readonly how: string }
  | { readonly kind: 'context'; readonly from: number; readonly to: number }
  | { readonly kind: 'stop'; readonly at: number; readonly sign: string };
