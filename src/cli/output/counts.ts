import { carriesSettled } from '../../audit/report/explanations';
import type { Finding, Severity } from '../../audit/report/model';

export type SeverityCounts = Readonly<Record<Severity, number>>;

export function countSeverities(findings: readonly Finding[]): SeverityCounts {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const finding of findings) if (!carriesSettled(finding)) counts[finding.severity] += finding.count ?? 1;
  return counts;
}

export function sum(list: readonly SeverityCounts[], severity: Severity): number {
  return list.reduce((total, counts) => total + counts[severity], 0);
}
