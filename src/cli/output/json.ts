import type { AuditReport } from '../../audit/report/model';

/** The report as docs/report.md describes it; two spaces, a line feed at the end. */
export function jsonText(report: AuditReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
