/**
 * What would explain relations that are only inferred from a form and fail, in the report's words. Those that one finding tells of are one
 * group, whatever explains them: nothing here is an error, and no value is proposed.
 */
import { fingerprint } from './fingerprint';
import { massExplanation, massHeadline } from './massHeadline';
import type { CauseGroup, FindingGroup, Localisation, Suspect, SuspectCell } from './model';
import { longestList, placesOf, type Naming } from './places';
import { fill, suspicionTexts } from './texts';

/** Causes that are named in one sentence. */
const mostNamed = 3;

/** `totalOf`: the first cell of an equation, a sum's total. */
export function explainSuspicions(localisation: Localisation, naming: Naming, totalOf: (equation: number) => number): FindingGroup[] {
  return sharing(localisation.groups, naming).map(({ causes, findings }) => {
    const sure = [...causes].sort((a, b) => certainty(b) - certainty(a) || b.equations.length - a.equations.length);
    return { id: fingerprint(findings), findings, suspects: suspectsOf(sure, naming), ambiguous: sure.some(isOpen), headline: headlineOf(sure, naming, totalOf) };
  });
}

interface Shared {
  readonly causes: CauseGroup[];
  readonly findings: string[];
}

/** Causes that share a finding, together; in the order of the first. */
function sharing(groups: readonly CauseGroup[], naming: Naming): Shared[] {
  let shared: Shared[] = [];
  for (const group of groups) {
    const findings = [...new Set(group.equations.map((e) => naming.finding(e)).filter((id) => id !== null))];
    if (findings.length === 0) continue;
    const met = shared.filter((one) => one.findings.some((id) => findings.includes(id)));
    const [first, ...others] = met;
    if (!first) shared.push({ causes: [group], findings });
    else {
      for (const other of [...others, { causes: [group], findings }]) {
        first.causes.push(...other.causes);
        first.findings.push(...other.findings.filter((id) => !first.findings.includes(id)));
      }
      shared = shared.filter((one) => !others.includes(one));
    }
  }
  return shared;
}

const isOpen = ({ ambiguous, shape }: CauseGroup): boolean => ambiguous || shape === 'unknown';

const certainty = (group: CauseGroup): number => (group.mass ? 2 : isOpen(group) ? 0 : 1);

function headlineOf(causes: readonly CauseGroup[], naming: Naming, totalOf: (equation: number) => number): string {
  const { language } = naming;
  const [first] = causes;
  if (first?.mass) return massHeadline(first.mass, naming) + suspicionTexts.inferred[language];
  const equations = causes.flatMap((cause) => cause.equations);
  const named = causes.slice(0, mostNamed).map((cause) => causeText(cause, naming));
  return fill(suspicionTexts.headline, language, {
    n: String(equations.length),
    totals: placesOf([...new Set(equations.map(totalOf))], naming),
    causes: named.join(suspicionTexts.joiner[language]) + (causes.length > named.length ? suspicionTexts.more[language] : ''),
  }) + suspicionTexts.inferred[language];
}

function causeText(group: CauseGroup, naming: Naming): string {
  const { language } = naming;
  const own = group.suspects.map(({ cell }) => cell);
  const all = [...new Set([...own, ...group.alternatives.flat().map(({ cell }) => cell)])];
  if (group.parent >= 0) return fill(suspicionTexts.missingRow, language, { parent: placesOf([group.parent], naming) });
  if (isOpen(group)) return fill(suspicionTexts.either, language, { cells: placesOf(all, naming) });
  return fill(own.length > 1 ? suspicionTexts.together : suspicionTexts.one, language, { cells: placesOf(own, naming), n: String(group.equations.length) });
}

function suspectsOf(causes: readonly CauseGroup[], naming: Naming): Suspect[] {
  const seen = new Set<number>();
  const list: Suspect[] = [];
  for (const group of causes) {
    for (const suspect of [group.suspects, ...group.alternatives].flat()) {
      if (seen.has(suspect.cell)) continue;
      seen.add(suspect.cell);
      if (list.length < longestList) list.push(suspectOf(group, suspect, naming));
    }
  }
  return list;
}

function suspectOf(group: CauseGroup, suspect: SuspectCell, naming: Naming): Suspect {
  const { language } = naming;
  const explained = fill(isOpen(group) || suspect.closes === 0 ? suspicionTexts.possible : suspicionTexts.closes, language, { n: String(suspect.closes) });
  return {
    ...naming.place(suspect.cell),
    current: naming.plain(suspect.cell, suspect.currentFen),
    proposed: null,
    formula: naming.formula(suspect.cell),
    proposedFormula: null,
    kind: group.mass?.kind ?? (group.shape === 'missingRow' || group.shape === 'surplusRow' ? group.shape : 'other'),
    explanation: group.mass ? massExplanation(group.mass)[language] : explained,
    closes: suspect.closes,
    breaks: 0,
  };
}
