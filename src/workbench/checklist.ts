import type { WorkbookReport } from '../audit/report/model';
import { compareRoster, ordered, type RosterEntry, type Submission } from '../desk';
import { batchChecklist, unitChecklist } from '../desk/checklist';
import { writePrinted } from '../files/printed';
import type { Language } from '../taskpane/text';

/** The 检查表 of these files as .xlsx, with blanks for the reviewer's name and the date; of several with the 汇总表 before them. */
export function writeChecklist(submissions: readonly Submission[], reports: readonly WorkbookReport[], roster: readonly RosterEntry[] | null, lang: Language): Uint8Array {
  const options = { lang, reviewer: '', date: '' };
  if (submissions.length === 1 && reports.length === 1) return writePrinted(unitChecklist(reports[0], options));
  const byPath = new Map(reports.map((report) => [report.file, report]));
  return writePrinted(batchChecklist(ordered(submissions), (path) => byPath.get(path) ?? null, options, { roster: roster && { source: '', result: compareRoster(roster, submissions) }, remarks: [] }));
}
