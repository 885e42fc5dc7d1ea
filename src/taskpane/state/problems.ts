import type { Finding, FindingGroup, Severity, WorkbookReport } from '../../audit/report/model';
import { isSettled, type Explanations } from './explanations';
import type { PaneState } from './model';

/** Findings the user has not explained, for the figures they have now. Outcomes that are no fault (rounding) are listed, but only on request. */
export function openFindings(report: WorkbookReport, explained: Explanations): readonly Finding[] {
  return report.findings.filter((finding) => !isSettled(finding, explained));
}

/** Causes plus findings without a known cause: what a person would count. */
export function problemCount(state: Pick<PaneState, 'report' | 'settings'>): number {
  if (!state.report) return 0;
  const open = openFindings(state.report, state.settings.explained).filter(isProblem);
  const causes = openGroups(state.report, open);
  const grouped = new Set(causes.flatMap((group) => group.findings));
  return causes.length + open.filter((finding) => !grouped.has(finding.id)).length;
}

export function explainedFindings(state: Pick<PaneState, 'report' | 'settings'>): readonly Finding[] {
  return state.report?.findings.filter((finding) => isSettled(finding, state.settings.explained)) ?? [];
}

/** A finding that asks for something; 舍入 and what was not checked do not. */
export function isProblem(finding: Finding): boolean {
  return finding.outcome === 'inconsistent';
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
