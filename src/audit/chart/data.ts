/** The chart as it is shipped: column arrays and small numbers, made from the CSV files by the build step. */

/**
 * Basis (0 seen, 1 nameSeen, 2 recalled), confidence (0 high, 1 medium, 2 low), fund (see FUNDS), years; 0 = none;
 * 1 in the last place where the year in which the code got its name is not known.
 */
export type ChartProfile = readonly [
  basis: number,
  confidence: number,
  fund: number,
  fromYear: number,
  toYear: number,
  firstSeen: number,
  lastSeen: number,
  isUndated: number,
];

/** One line of a CSV file = one index of the three arrays. */
export interface ChartTable {
  readonly codes: readonly number[];
  readonly names: readonly string[];
  /** Index into `ChartData.profiles`. */
  readonly profiles: readonly number[];
}

export interface ChartData {
  /** First and last fiscal year the chart speaks of. */
  readonly years: readonly [number, number];
  readonly tables: {
    readonly function: ChartTable;
    readonly department: ChartTable;
    readonly government: ChartTable;
    readonly income: ChartTable;
  };
  readonly pairs: {
    readonly departments: readonly number[];
    readonly governments: readonly number[];
    /** 0 通用, 1 行政单位/参公, 2 事业单位. */
    readonly conditions: readonly number[];
    readonly profiles: readonly number[];
  };
  readonly aliases: {
    readonly codes: readonly number[];
    readonly names: readonly string[];
    /** 0 nothing to say, 1 a hint. */
    readonly weights: readonly number[];
  };
  readonly profiles: readonly ChartProfile[];
}
