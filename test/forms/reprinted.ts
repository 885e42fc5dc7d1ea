import { FORMS, HABITS, makeForm } from '../generate/places';
import { freeze, thaw } from '../generate/grid';
import { Random } from '../generate/random';
import { ARTEFACTS, Traced, anatomyOf } from './artefacts';
import type { Named } from './real';

/** Of a workbook's sheets so many bear an artefact; each may bear two. */
const SPOILT = 0.4;
const TIMES = 2;

/** Forms of places by turns, half of them with a habit of printing, as they come back from a printed document: artefacts on several of their sheets. */
export function* reprinted(seed: string, count: number): Generator<Named & { readonly features: readonly string[] }> {
  for (let i = 0; i < count; i++) {
    const form = FORMS[i % FORMS.length];
    const random = new Random(`reprinted ${seed}.${i}`);
    const habits = random.chance(0.5) ? [random.pick(HABITS)] : [];
    const workbook = thaw(makeForm(form, `${seed}.${i}`, habits));
    const done = new Set<string>();
    for (const sheet of workbook.sheets) {
      for (let k = 0; k < TIMES; k++) {
        const at = random.chance(SPOILT) ? anatomyOf(sheet) : null;
        const name = random.pick(Object.keys(ARTEFACTS));
        if (at && ARTEFACTS[name](new Traced(sheet), at, random)) done.add(name);
      }
    }
    yield { name: `${seed}.${i} ${form.id} ${habits.map((h) => h.id).join()} ${[...done].join('+')}`, snapshot: freeze(workbook), features: [...done] };
  }
}

/** M1: a table whose title was lost is missing indeed. */
export const isOfLost = (rule: string): boolean => rule === 'M1' || rule.startsWith('M1.');
