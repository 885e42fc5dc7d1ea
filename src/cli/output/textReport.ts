import type { AuditReport, WorkbookReport } from '../../audit/report/model';
import { reportTexts } from '../texts';
import { cleanText } from './cleanText';
import { countSeverities, sum } from './counts';
import { findingLines } from './findingLines';
import type { TextOptions } from './options';
import { overviewLines } from './overviewLines';
import { uncheckedLines } from './uncheckedLines';

/** The report for people: a section a workbook, then what could not be checked, then one line for all. */
export function textReport(report: AuditReport, options: TextOptions): string {
  const texts = reportTexts[options.lang];
  const lines: string[] = [...options.remarks];
  // A workbook without tables is told among the failures; a list of zeros would look like a good result.
  const shown = report.workbooks.filter((w) => w.tables.length > 0);
  for (const workbook of shown) {
    if (lines.length > 0) lines.push('');
    lines.push(...workbookLines(workbook, options));
  }
  if (report.errors.length > 0) {
    if (lines.length > 0) lines.push('');
    lines.push(texts.failures(report.errors.length));
    for (const error of report.errors) lines.push(`  - ${error.message}`);
  }
  if (report.workbooks.length + report.errors.length > 1) {
    const counts = shown.map((w) => countSeverities(w.findings));
    lines.push('', texts.total(shown.length, sum(counts, 'error'), sum(counts, 'warning'), sum(counts, 'hint'), report.errors.length));
  }
  return `${lines.map(cleanText).join('\n')}\n`;
}

function workbookLines(workbook: WorkbookReport, options: TextOptions): string[] {
  const texts = reportTexts[options.lang];
  return [`== ${workbook.file} ==`, ...overviewLines(workbook, options), ...findingLines(workbook, texts), ...uncheckedLines(workbook, texts)];
}
