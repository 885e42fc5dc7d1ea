import type { Chart, Classification } from './model';
import { nameKey } from './names';

/** A code as digits, with the name that stands beside it ("" without one). */
export interface NamedCode {
  readonly classification: Classification;
  readonly code: string;
  readonly name: string;
}

/**
 * The fiscal year whose chart agrees with most of these codes and names, the latest of several; null where no year's
 * chart holds any of the codes.
 */
export function likeliestYear(chart: Chart, codes: readonly NamedCode[]): number | null {
  let best: number | null = null;
  let most = 0;
  for (let year = chart.firstYear; year <= chart.lastYear; year++) {
    let agreeing = 0;
    for (const { classification, code, name } of codes) {
      const entry = chart.lookup(classification, code, year);
      if (entry !== null) agreeing += nameKey(entry.name) === nameKey(name) ? 2 : 1;
    }
    if (agreeing > 0 && agreeing >= most) {
      most = agreeing;
      best = year;
    }
  }
  return best;
}
