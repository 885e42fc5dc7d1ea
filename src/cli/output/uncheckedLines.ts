import type { WorkbookReport } from '../../audit/report/model';
import type { ReportTexts } from '../texts';

/** What was not checked, a line for each reason with the rules it concerns. */
export function uncheckedLines({ unchecked }: Pick<WorkbookReport, 'unchecked'>, texts: ReportTexts): string[] {
  if (unchecked.length === 0) return [];
  const byReason = new Map<string, Set<string>>();
  for (const { rule, reason } of unchecked) {
    const rules = byReason.get(reason) ?? new Set<string>();
    byReason.set(reason, rules.add(rule));
  }
  return ['', `  ${texts.unchecked(byReason.size)}`, ...[...byReason].map(([reason, rules]) => `  - ${reason}${texts.stop}${texts.rules([...rules].join(texts.list))}`)];
}
