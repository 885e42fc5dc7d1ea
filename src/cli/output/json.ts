import type { AuditReport } from '../../audit/report/model';
import { cleanJson } from './cleanText';

/** The report as docs/report.md describes it; two spaces, a line feed at the end. */
export function jsonText(report: AuditReport): string {
  return cleanJson(report);
}
