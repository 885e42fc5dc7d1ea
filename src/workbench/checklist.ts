import type { WorkbookReport } from '../audit/report/model';
import { compareRoster, ordered, type RosterEntry, type Submission } from '../desk';
import { batchChecklist, betweenChecklists, unitChecklist, versionChecklists } from '../desk/checklist';
import { writePrinted } from '../files/printed';
import type { Language } from '../taskpane/text';
import type { ErrandResult } from './errands';

/** Who reviewed and when, as printed; "" leaves a blank to be filled in by hand. */
export interface Signed {
  readonly reviewer: string;
  /** 2026-03-01. */
  readonly date: string;
}

/** The 检查表 of these files as .xlsx; of several with the 汇总表 before them. */
export function writeChecklist(submissions: readonly Submission[], reports: readonly WorkbookReport[], roster: readonly RosterEntry[] | null, signed: Signed, lang: Language): Uint8Array {
  const options = { lang, ...signed };
  if (submissions.length === 1 && reports.length === 1) return writePrinted(unitChecklist(reports[0], options));
  const byPath = new Map(reports.map((report) => [report.file, report]));
  return writePrinted(batchChecklist(ordered(submissions), (path) => byPath.get(path) ?? null, options, { roster: roster && { source: '', result: compareRoster(roster, submissions) }, remarks: [] }));
}

/** The 检查表 and 汇总表 of files set against each other. `report`: of the newer of two versions; null for other results. */
export function writeAgainstChecklist(result: ErrandResult, report: WorkbookReport | null, signed: Signed, lang: Language): Uint8Array {
  const options = { lang, ...signed };
  if (result.kind === 'between') return writePrinted(betweenChecklists(result.report, options).together);
  if (report === null) throw new Error('the newer version has no report');
  return writePrinted(versionChecklists(result.comparison, report, options).together);
}
