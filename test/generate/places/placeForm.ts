import type { LedgerOptions } from '../national/drawLedger';
import type { Kit, Manner, Page } from './kit';

/** A place's form: what money there is, how it is printed, and the sheets themselves. */
export interface PlaceForm {
  readonly id: string;
  readonly ledger: Partial<LedgerOptions>;
  readonly manner: Partial<Manner>;
  readonly file: string;
  readonly write: (kit: Kit) => Page[];
}
