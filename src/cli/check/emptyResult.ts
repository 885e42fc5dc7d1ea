import { familyList, type Auditor } from '../../audit/audit';
import type { WorkbookReport } from '../../audit/report/model';
import { verdictOf } from '../../audit/report/verdict';
import { CliError } from '../cliError';
import { errorTexts } from '../texts';

/** Titles named as examples of what was looked for. */
const EXAMPLES = 3;

/** A workbook in which nothing could be checked is a failure, not a workbook without errors. */
export function emptyResult(report: WorkbookReport, auditor: Auditor): CliError | null {
  if (report.tables.length === 0) {
    const looked = new Set(auditor.families.map((f) => f.family));
    const families = familyList().filter((f) => looked.has(f.id));
    const titles = auditor.families.flatMap((f) => f.tables.slice(0, EXAMPLES).map((t) => `“${t.name}”`));
    return new CliError('nothingRecognised', errorTexts.nothingRecognised(report.file, families, { zh: titles.join('、'), en: titles.join(', ') }), report.file);
  }
  const { state } = verdictOf(report);
  if (state === 'unchecked') return new CliError('nothingChecked', errorTexts.nothingChecked(report.file), report.file);
  return state === 'blank' ? new CliError('blankForms', errorTexts.blankForms(report.file), report.file) : null;
}
