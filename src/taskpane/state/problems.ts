import type { Finding, FindingGroup, Severity, WorkbookReport } from '../../audit/report/model';
import { isSettled, type Explanations } from '../../audit/report/explanations';
import { verdictOf, type Verdict } from '../../audit/report/verdict';
import type { PaneState } from './model';

/** Findings the user has not explained, for the figures they have now. Outcomes that are no fault (rounding) are listed, but only on request. */
export function openFindings(report: WorkbookReport, explained: Explanations): readonly Finding[] {
  return report.findings.filter((finding) => !isSettled(finding, explained));
}

const known = new WeakMap<WorkbookReport, { readonly explained: Explanations; readonly verdict: Verdict }>();

/** What the audit has come to, without what the user has explained; the same object while neither has changed. */
export function paneVerdict({ report, settings: { explained } }: Pick<PaneState, 'report' | 'settings'>): Verdict | null {
  if (!report) return null;
  const last = known.get(report);
  if (last?.explained === explained) return last.verdict;
  const verdict = verdictOf(report, explained);
  known.set(report, { explained, verdict });
  return verdict;
}

export function explainedFindings(state: Pick<PaneState, 'report' | 'settings'>): readonly Finding[] {
  return state.report?.findings.filter((finding) => isSettled(finding, state.settings.explained)) ?? [];
}

/** Causes of which at least one finding is among those given. */
export function openGroups(report: WorkbookReport, findings: readonly Finding[]): readonly FindingGroup[] {
  const ids = new Set(findings.map((finding) => finding.id));
  return report.groups.filter((group) => group.findings.some((id) => ids.has(id)));
}

export const severities: readonly Severity[] = ['error', 'warning', 'hint'];

export function heaviest(findings: readonly Finding[]): Severity {
  return severities.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'hint';
}
