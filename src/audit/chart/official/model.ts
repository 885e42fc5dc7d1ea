import type { Classification } from '../model';

/** A chart the user loaded: the year's official codes and names. */
export interface OfficialChart {
  /** The fiscal year it is for; null where the user did not say: then it decides for every year. */
  readonly year: number | null;
  readonly codes: Readonly<Partial<Record<Classification, ReadonlyMap<string, string>>>>;
  /** Lines that carry no usable code (1-based row numbers), for the summary after loading. */
  readonly skippedRows: readonly number[];
}
