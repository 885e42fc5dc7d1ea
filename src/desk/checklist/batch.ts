import type { AuditReport, WorkbookReport } from '../../audit/report/model';
import type { PrintedDocument } from '../../files/printed';
import type { Submission } from '../model';
import { summaryDocument, type SummaryExtras } from './summary';
import { ordered } from '../order';
import { withStandings } from '../standings';
import { submissionOf, unreadableSubmission } from '../submission';
import { checklistSheet, unitChecklist, type ChecklistOptions } from './unitChecklist';

/** Excel's limit for the name of a sheet. */
const LONGEST_NAME = 31;
const NOT_IN_NAMES = /[[\]:*?/\\'\p{Cc}]+/gu;

/** 汇总表 and every 检查表 in one workbook, in the order of the submissions; a file without a report is in the 汇总表 alone. */
export function batchChecklist(submissions: readonly Submission[], reportOf: (path: string) => WorkbookReport | null, options: ChecklistOptions, extras: SummaryExtras): PrintedDocument {
  const summary = summaryDocument(submissions, options, extras);
  const taken = new Set(summary.sheets.map(({ name }) => name.toLowerCase()));
  const sheets = submissions.flatMap((one) => {
    const report = reportOf(one.file.path);
    return report === null ? [] : [checklistSheet(report, options, unusedName(one.unit ?? one.file.path, taken))];
  });
  return { sheets: [...summary.sheets, ...sheets] };
}

/** The same of a whole report, for a door that knows no more of its files than their names; of one workbook its 检查表 alone. */
export function reportChecklist({ workbooks, errors }: AuditReport, options: ChecklistOptions): PrintedDocument {
  if (workbooks.length === 1 && errors.length === 0) return unitChecklist(workbooks[0], options);
  const file = (path: string, i: number) => ({ path, size: 0, digest: String(i), changed: '' });
  const reports = new Map(workbooks.map((workbook) => [workbook.file, workbook]));
  const unread = errors.filter((error) => !reports.has(error.file));
  const submissions = [...workbooks.map((workbook, i) => submissionOf(workbook, file(workbook.file, i))), ...unread.map((error, i) => unreadableSubmission(file(error.file, workbooks.length + i), error.message))];
  return batchChecklist(ordered(withStandings(submissions)), (path) => reports.get(path) ?? null, options, { roster: null, remarks: [] });
}

function unusedName(wanted: string, taken: Set<string>): string {
  const base = [...wanted.replace(NOT_IN_NAMES, ' ').trim()].slice(0, LONGEST_NAME - 5).join('') || '-';
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base}(${n})`;
  taken.add(name.toLowerCase());
  return name;
}
