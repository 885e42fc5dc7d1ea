import type { Events } from '../events';
import type { SimWorkbook } from '../model/workbook';

/** What every simulated object stands in. */
export interface Scope {
  readonly book: SimWorkbook;
  readonly events: Events;
  /** "1.14". */
  readonly apiSet: string;
}
