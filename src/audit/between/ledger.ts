import data from '../../generated/between';
import type { Finding, Outcome, RuleOutcome } from '../report/model';
import type { Language } from './texts';

export type Outcomes = Record<Outcome, number>;

export const noOutcomes = (): Outcomes => ({ consistent: 0, inconsistent: 0, rounding: 0, notApplicable: 0, insufficient: 0 });

export function sumOutcomes(parts: readonly Readonly<Outcomes>[]): Outcomes {
  const sum = noOutcomes();
  for (const part of parts) for (const name of Object.keys(sum) as Outcome[]) sum[name] += part[name];
  return sum;
}

/** The rules of a relation (H = roll-up, Y = year on year) with what came of them. */
export function ruleOutcomes(prefix: 'H' | 'Y', outcomesOf: (rule: string) => Outcomes, tables: readonly string[], lang: Language): RuleOutcome[] {
  return data.rules.filter(({ id }) => id.startsWith(prefix)).map((rule) => ({ rule: rule.id, text: rule[lang], tables, source: rule.source, outcomes: outcomesOf(rule.id) }));
}

export function severityOf(rule: string): Finding['severity'] {
  return data.rules.find(({ id }) => id === rule)?.severity ?? 'warning';
}

const WEIGHT: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, hint: 2 };

/** By weight; the order of tables within. */
export function byWeight(findings: readonly Finding[]): Finding[] {
  return findings.map((finding, i) => ({ finding, i })).sort((a, b) => WEIGHT[a.finding.severity] - WEIGHT[b.finding.severity] || a.i - b.i).map(({ finding }) => finding);
}
