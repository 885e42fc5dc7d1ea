import type { AuditReport } from '../audit/report/model';
import { reportChecklist } from '../desk/checklist';
import { writePrinted } from '../files/printed';
import type { Language } from '../taskpane/text';

/** The 检查表 of all files as .xlsx, with blanks for the reviewer's name and the date. */
export function writeChecklist(report: AuditReport, lang: Language): Uint8Array {
  return writePrinted(reportChecklist(report, { lang, reviewer: '', date: '' }));
}
