import type { WorkbookSnapshot } from '../../../src/audit/workbook';
import { ANNEXES } from './annexes';
import { BODIES_OF_PLACES } from './bodiesOfPlaces';
import { BORDERS } from './borders';
import { CENTRAL } from './central';
import { COAST } from './coast';
import { COMPLETE } from './complete';
import { EAST } from './east';
import { FINALS } from './finals';
import { FINALS_OF_PLACES } from './finalsOfPlaces';
import { FINALS_FURTHER } from './finalsFurther';
import { FURTHER } from './further';
import { Random } from '../random';
import { GOVERNMENT } from './government';
import { HABITS, type Habit } from './habits';
import { bind, Kit, ledgerOf } from './kit';
import { NORTH } from './north';
import type { PlaceForm } from './placeForm';
import { SOUTHWEST } from './southwest';
import { WEST } from './west';

export type { PlaceForm } from './placeForm';
export { HABITS, type Habit };

/** Forms as places print them, each written down table by table: what `national` does not vary. */
export const FORMS: readonly PlaceForm[] = [...SOUTHWEST, ...CENTRAL, ...NORTH, ...EAST, ...WEST, ...FINALS, ...FURTHER, ...BORDERS, ...GOVERNMENT, ...COMPLETE, ...FINALS_OF_PLACES, ...ANNEXES, ...COAST, ...BODIES_OF_PLACES, ...FINALS_FURTHER];

/** A consistent workbook in a place's form: every figure is a sum of one ledger, rounded by itself. */
export function makeForm(form: PlaceForm, seed: string, habits: readonly Habit[] = []): WorkbookSnapshot {
  const kit = new Kit(ledgerOf(`${form.id} ${seed}`, form.ledger), { unit: 'wan', decimals: 2, zero: 'blank', merges: 'merged', ...form.manner });
  const random = new Random(`habits ${form.id} ${seed}`);
  const pages = habits.reduce((list, habit) => habit.apply(list, random, kit), form.write(kit));
  return bind(kit, pages, `${form.file}.xlsx`);
}
