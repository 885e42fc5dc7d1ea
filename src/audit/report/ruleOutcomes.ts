import { OutcomeCode } from '../outcome/evaluate';
import type { AuditState } from '../state';
import { declaredEmptyTables, isHarmless } from './unchecked';
import type { RuleOutcome } from './model';

/** Outcomes, in the order of `OutcomeCode`. */
const WIDTH = 5;

/** The five outcomes of each rule. */
export function ruleOutcomes(state: AuditState, lang: 'zh' | 'en'): RuleOutcome[] {
  const { rules, compiled, evaluation } = state;
  const counts = new Uint32Array(rules.length * WIDTH);
  for (let e = 0; e < compiled.equations.count; e++) counts[compiled.equations.rule[e] * WIDTH + evaluation.outcome[e]]++;
  const byId = new Map(rules.map((rule, index) => [rule.id, index]));
  const add = (index: number, outcome: number, n: number): void => {
    counts[index * WIDTH + outcome] += n;
  };
  for (const [index, check] of state.checks) {
    add(index, OutcomeCode.consistent, check.consistent);
    add(index, OutcomeCode.notApplicable, check.notApplicable);
    // One pass may serve several rules (C1, C2, C5, C6): findings go to their own.
    for (const draft of check.drafts) add(byId.get(draft.rule) ?? index, OutcomeCode.inconsistent, draft.count ?? 1);
    for (const open of check.unchecked) add(byId.get(open.rule) ?? index, OutcomeCode.insufficient, 1);
  }
  const declaredEmpty = declaredEmptyTables(state.recognition);
  for (const [index, obstacles] of compiled.obstacles) {
    for (const obstacle of obstacles) add(index, isHarmless(obstacle, declaredEmpty, state.recognition) ? OutcomeCode.notApplicable : OutcomeCode.insufficient, 1);
  }
  return rules.map((rule, index) => {
    const [consistent, inconsistent, rounding, notApplicable, insufficient] = counts.subarray(index * WIDTH, (index + 1) * WIDTH);
    return { rule: rule.id, text: rule.text[lang], tables: rule.tables, source: rule.source, outcomes: { consistent, inconsistent, rounding, notApplicable, insufficient } };
  });
}
