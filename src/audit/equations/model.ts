/**
 * The one numeric form: every identity and inclusion of the workbook as a linear (in)equation over amount cells,
 * in compressed-row arrays. Checking, explaining, coverage, re-checking after an edit and diagnosis all read it.
 */

/** Σ coefficient × value  (relation)  0. */
export const Relation = { equal: 0, atMost: 1, atLeast: 2 } as const;

/** State of an amount cell. A blank counts as 0 but is no rounded figure; `unreadable` (text, #REF!) has no value. */
export const AmountState = { blank: 0, number: 1, unreadable: 2 } as const;

/**
 * The amount cells of a workbook. Values are whole 分 (0.01 元) whatever the table's unit, exact in a float64 up to
 * 90 万亿元; what does not fit in whole 分 is kept in `fractions` as well.
 */
export interface AmountStore {
  readonly count: number;
  readonly sheet: Uint16Array;
  readonly row: Uint32Array;
  readonly column: Uint16Array;
  /** 分; integer. 0 for blank and unreadable cells. */
  readonly fen: Float64Array;
  readonly state: Uint8Array;
  /** Rounding step in 分 (万元 with two decimals: 10,000); 0 = known exactly. */
  readonly step: Float64Array;
  /** Amount index → the exact value in 分 as a decimal text, for cells with digits beyond the 分. */
  readonly fractions: ReadonlyMap<number, string>;
}

/** Equation e owns the terms start[e] … start[e+1]−1. Total side: coefficient > 0; parts: coefficient < 0. */
export interface EquationStore {
  readonly count: number;
  readonly rule: Uint16Array;
  readonly relation: Uint8Array;
  readonly start: Uint32Array;
  /** Amount index of each term. */
  readonly cell: Uint32Array;
  readonly coefficient: Float64Array;
}
