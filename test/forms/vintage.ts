import { FORMS, HABITS, makeForm } from '../generate/places';
import { Random } from '../generate/random';
import { generateVintageAccounts, generateVintageBudget } from '../generate/vintage';
import { brief } from './judge';
import type { Audit } from './measure';
import type { Named } from './real';
import { Tally, type Note } from './tally';

export interface VintageResult {
  readonly workbooks: number;
  readonly errors: number;
  readonly warnings: number;
  /** A form, year and feature a row: workbooks that have it, and those of them without a finding. */
  readonly byFeature: Tally;
  readonly byRule: Tally;
  readonly notes: readonly Note[];
}

/** Budgets of 陕西 2019–2024 and final accounts 2019–2024 by turns. */
export function* vintages(seed: string, count: number): Generator<Named & { readonly features: readonly string[] }> {
  for (let i = 0; i < count; i++) {
    const { snapshot, year, features } = i % 2 === 0 ? generateVintageBudget(`${seed}.${i}`) : generateVintageAccounts(`${seed}.${i}`);
    const form = i % 2 === 0 ? '综合预算' : '决算';
    yield { name: `${seed}.${i} ${form}`, snapshot, features: [`${form} ${year}`, ...features.map((f) => `${form} ${f}`)] };
  }
}

/** The forms of `test/generate/places` by turns. */
export function* places(seed: string, count: number): Generator<Named & { readonly features: readonly string[] }> {
  for (let i = 0; i < count; i++) {
    const form = FORMS[i % FORMS.length];
    yield { name: `${seed}.${i} ${form.id}`, snapshot: makeForm(form, `${seed}.${i}`), features: [form.id] };
  }
}

/** Each habit of printing by turns, put on a form by chance. */
export function* habits(seed: string, count: number): Generator<Named & { readonly features: readonly string[] }> {
  for (let i = 0; i < count; i++) {
    const habit = HABITS[i % HABITS.length];
    const form = new Random(`habit ${seed}.${i}`).pick(FORMS);
    yield { name: `${seed}.${i} ${form.id} ${habit.id}`, snapshot: makeForm(form, `${seed}.${i}`, [habit]), features: [habit.id] };
  }
}

/** Audits clean ones: every error or warning is false but those of rules that are excused. */
export function measureVintage(audit: Audit, workbooks: Iterable<Named & { readonly features: readonly string[] }>, isExcused: (rule: string) => boolean = () => false): VintageResult {
  const [byFeature, byRule] = [new Tally(), new Tally()];
  const notes: Note[] = [];
  const sum = { workbooks: 0, errors: 0, warnings: 0 };
  for (const { name, snapshot, features } of workbooks) {
    sum.workbooks++;
    // Figures stored as texts are no false finding where they are.
    const said = audit(snapshot).findings.filter((f) => f.severity !== 'hint' && !(f.rule === 'M3' && f.severity === 'warning' && features.some((id) => id === 'texts' || id === 'dashes')) && !isExcused(f.rule));
    for (const feature of features) byFeature.add(feature, said.length === 0);
    for (const finding of said) {
      if (finding.severity === 'error') sum.errors++;
      else sum.warnings++;
      byRule.add(`${finding.severity} ${finding.rule}`, false);
      notes.push({ seed: name, place: features[0], text: brief(finding) });
    }
  }
  return { ...sum, byFeature, byRule, notes };
}
