import type { WorkbookSnapshot } from '../../../src/audit/workbook';
import { CENTRAL } from './central';
import { EAST } from './east';
import { FINALS } from './finals';
import { bind, Kit, ledgerOf } from './kit';
import { NORTH } from './north';
import type { PlaceForm } from './placeForm';
import { SOUTHWEST } from './southwest';
import { WEST } from './west';

export type { PlaceForm } from './placeForm';

/** Forms as places print them, each written down table by table: what `national` does not vary. */
export const FORMS: readonly PlaceForm[] = [...SOUTHWEST, ...CENTRAL, ...NORTH, ...EAST, ...WEST, ...FINALS];

/** A consistent workbook in a place's form: every figure is a sum of one ledger, rounded by itself. */
export function makeForm(form: PlaceForm, seed: string): WorkbookSnapshot {
  const kit = new Kit(ledgerOf(`${form.id} ${seed}`, form.ledger), { unit: 'wan', decimals: 2, zero: 'blank', merges: 'merged', ...form.manner });
  return bind(kit, form.write(kit), `${form.file}.xlsx`);
}
