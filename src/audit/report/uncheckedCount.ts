import type { WorkbookReport } from './model';

type Told = Pick<WorkbookReport, 'unchecked' | 'missing' | 'coverage'>;

/** Rules that were not checked, under each reason why. */
export function rulesByReason({ unchecked }: Told): ReadonlyMap<string, ReadonlySet<string>> {
  const byReason = new Map<string, Set<string>>();
  for (const { rule, reason } of unchecked) byReason.set(reason, (byReason.get(reason) ?? new Set()).add(rule));
  return byReason;
}

/** How much was not checked, wherever it is told: rules with their reasons, missing tables, ranges that no rule covers. What was declared empty or assumed is none. */
export function uncheckedCount(report: Told): number {
  const rules = [...rulesByReason(report).values()].reduce((sum, set) => sum + set.size, 0);
  const ranges = report.coverage.uncovered.reduce((sum, one) => sum + one.ranges.length, 0);
  return rules + report.missing.filter(({ declaredEmpty }) => !declaredEmpty).length + ranges;
}
