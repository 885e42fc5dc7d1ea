/** A localisation in the report's words: groups with a headline, suspects with value, proof and explanation. */
import { fingerprint } from './fingerprint';
import { headlineOf } from './headline';
import { massExplanation } from './massHeadline';
import type { CauseGroup, FindingGroup, Localisation, Suspect, SuspectCell } from './model';
import { longestList, type Naming } from './places';
import { fill, kindTexts, proofTexts } from './texts';

/** Groups as they were told before an edit. */
export interface ToldGroups {
  /** null where the group would not be told the same way now. */
  readonly find: (group: CauseGroup, findings: readonly string[]) => FindingGroup | null;
  readonly remember: (group: CauseGroup, told: FindingGroup) => void;
}

/** Groups none of whose equations belongs to a finding are left out. `told`: what was said of them before. */
export function explainGroups(localisation: Localisation, naming: Naming, told?: ToldGroups): FindingGroup[] {
  const groups: FindingGroup[] = [];
  for (const group of localisation.groups) {
    const findings = [...new Set(group.equations.map((e) => naming.finding(e)).filter((id) => id !== null))];
    if (findings.length === 0) continue;
    const explained = told?.find(group, findings) ?? {
      id: fingerprint(findings),
      findings,
      suspects: suspectsOf(group, naming),
      ambiguous: group.ambiguous,
      ...headlineOf(group, naming),
    };
    told?.remember(group, explained);
    groups.push(explained);
  }
  return groups;
}

function suspectsOf(group: CauseGroup, naming: Naming): Suspect[] {
  const seen = new Set<number>();
  const list: Suspect[] = [];
  const add = (cells: readonly SuspectCell[], other: boolean): void => {
    for (const cell of cells) {
      if (seen.has(cell.cell)) continue;
      seen.add(cell.cell);
      list.push(suspectOf(group, cell, other, naming));
    }
  };
  add(group.suspects, false);
  for (const cells of group.alternatives) add(cells, true);
  // What can be taken over at once stays whole; a list to look at is no longer than anyone reads.
  return list.every((s) => s.proposed !== null) ? list : list.slice(0, longestList);
}

function suspectOf(group: CauseGroup, suspect: SuspectCell, other: boolean, naming: Naming): Suspect {
  const { sheet, address } = naming.place(suspect.cell);
  const sentence = sentenceOf(group, suspect, naming);
  return {
    sheet, address,
    current: naming.plain(suspect.cell, suspect.currentFen),
    proposed: suspect.proposedFen === null ? null : naming.plain(suspect.cell, suspect.proposedFen),
    formula: naming.formula(suspect.cell),
    proposedFormula: suspect.proposedFen === null ? null : naming.mendedFormula(suspect, group.suspects),
    kind: group.mass?.kind ?? group.structural?.kind ?? (group.shape === 'missingRow' || group.shape === 'surplusRow' ? group.shape : suspect.kind),
    explanation: other ? fill(proofTexts.other, naming.language, { sentence }) : sentence,
    closes: suspect.closes,
    breaks: suspect.breaks,
  };
}

function sentenceOf(group: CauseGroup, suspect: SuspectCell, naming: Naming): string {
  const { language } = naming;
  if (group.mass) return massExplanation(group.mass)[language];
  if (group.shape === 'structural' && group.structural && group.structural.cells.includes(suspect.cell)) {
    return group.structural.explanation;
  }
  if (group.shape === 'missingRow' || group.shape === 'surplusRow') return proofTexts[group.shape][language];
  const { related } = suspect;
  const kind = fill(kindTexts[suspect.kind], language, {
    related: related < 0 ? '' : suspect.kind === 'rowLeftOut' || suspect.kind === 'countedTwice'
      ? naming.label(related) : placeOf(related, naming),
    relatedAmount: related < 0 ? '' : naming.amount(related, naming.value(related)),
  });
  if (suspect.proposedFen === null) {
    return fill(suspect.closes === 0 ? proofTexts.doubtful : proofTexts.undetermined, language, { kind, closes: String(suspect.closes) });
  }
  const text = suspect.closes === 0 ? proofTexts.together : suspect.breaks === 0 ? proofTexts.closes : proofTexts.breaks;
  const sentence = fill(text, language, {
    kind, proposed: naming.amount(suspect.cell, suspect.proposedFen),
    closes: String(suspect.closes), breaks: String(suspect.breaks), n: String(group.equations.length),
  });
  return group.exact ? sentence : sentence + proofTexts.greedy[language];
}

function placeOf(cell: number, naming: Naming): string {
  const { sheet, address } = naming.place(cell);
  return `${sheet}!${address}`;
}
