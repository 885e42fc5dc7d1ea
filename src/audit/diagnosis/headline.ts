/** The one sentence above a group of findings. */
import type { CauseGroup, SuspectCell } from './model';
import { massHeadline } from './massHeadline';
import { longestList, placesOf, type Naming } from './places';
import { fill, headlineTexts, kindTexts, proofTexts, titleTexts } from './texts';

/** The sentence, and its beginning where figures stand beside it. */
export function headlineOf(group: CauseGroup, naming: Naming): { readonly headline: string; readonly title?: string } {
  const { language } = naming;
  const { suspects } = group;
  if (group.mass) return { headline: massHeadline(group.mass, naming) };
  const first = suspects[0];
  const joint = suspects.filter((s) => s.related >= 0 && s.kind === 'rowLeftOut');
  const values = {
    n: String(group.equations.length),
    cells: placesOf(suspects.map((s) => s.cell), naming),
    others: group.alternatives.map((set) => placesOf(set.map((s) => s.cell), naming)).slice(0, 3).join(proofTexts.or[language]),
    values: valuesOf(suspects, naming),
    current: first ? naming.amount(first.cell, first.currentFen) : '',
    kind: first ? kindOf(first, naming) : '',
    related: joint[0] ? naming.label(joint[0].related) : '',
    relatedAmount: joint[0] ? naming.amount(joint[0].related, naming.value(joint[0].related)) : '',
    amount: first && first.nearFen !== null ? `${naming.amount(first.cell, Math.abs(first.nearFen - first.currentFen))} ${naming.unit(first.cell)}`.trim() : '',
    row: first ? naming.label(first.cell) : '',
    parent: group.parent >= 0 ? naming.label(group.parent) : '',
    explanation: group.structural?.explanation ?? '',
  };
  const shape = choose(group, joint.length);
  const filled = group.shape !== 'structural' && group.ambiguous && suspects.length === 1 && group.alternatives.every((set) => set.length === 1)
    ? { ...values, cells: placesOf([first!, ...group.alternatives.flat()].map((s) => s.cell), naming) } : values;
  const title = titleTexts[shape];
  return { headline: fill(headlineTexts[shape], language, filled), ...(title ? { title: fill(title, language, filled) } : {}) };
}

/** One figure a cell, in order; where the same figure is due at several cells it is printed once, with its cells. */
function valuesOf(suspects: readonly SuspectCell[], naming: Naming): string {
  const cells = new Map<string, number[]>();
  for (const s of suspects) {
    const value = s.proposedFen === null ? '?' : naming.amount(s.cell, s.proposedFen);
    const list = cells.get(value);
    if (list) list.push(s.cell);
    else cells.set(value, [s.cell]);
  }
  const shown = [...cells].slice(0, longestList);
  const more = cells.size > shown.length ? ' / …' : '';
  if (cells.size === 1 || cells.size === suspects.length) return shown.map(([value]) => value).join(' / ') + more;
  return shown.map(([value, list]) => `${value}${naming.language === 'zh' ? '（' : ' ('}${placesOf(list, naming)}${naming.language === 'zh' ? '）' : ')'}`).join(' / ') + more;
}

function choose(group: CauseGroup, leftOut: number): keyof typeof headlineTexts {
  const { suspects, shape } = group;
  if (shape === 'mass') return 'structural';
  if (shape === 'structural' || shape === 'unknown' || shape === 'missingRow' || shape === 'surplusRow') return shape;
  const known = suspects.every((s) => s.proposedFen !== null);
  if (shape === 'transfer') return group.ambiguous ? 'transferSides' : known ? 'transfer' : 'open';
  if (group.ambiguous) {
    return suspects.length === 1 && group.alternatives.every((set) => set.length === 1) ? 'either' : 'eitherSet';
  }
  if (!known) return 'open';
  if (leftOut === suspects.length) return 'leftOut';
  if (shape === 'cells') return 'cells';
  return suspects[0]!.kind === 'blank' ? 'blank' : 'cell';
}

function kindOf(suspect: SuspectCell, naming: Naming): string {
  const { related } = suspect;
  const place = related < 0 ? null : naming.place(related);
  return fill(kindTexts[suspect.kind], naming.language, {
    related: place ? `${place.sheet}!${place.address}` : '',
    relatedAmount: related < 0 ? '' : naming.amount(related, naming.value(related)),
  });
}
