import { openAudit, type Auditor } from '../../audit/audit';
import { auditNarrative, otherDocument, withNarrative, type NarrativeText } from '../../audit/narrative';
import type { WorkbookReport } from '../../audit/report/model';
import { isDocx, readDocx, tablesAsWorkbook } from '../../files';
import type { Invocation } from '../arguments';
import { CliError } from '../cliError';
import type { CliIo } from '../io';
import { readNarrativeFile, type InputFile } from '../reading';
import { errorTexts } from '../texts';

export interface AuditedFile {
  readonly report: WorkbookReport;
  /** Whether the same bytes under another name may come to another report: no cell says the year or the unit, or a text goes with the file. */
  readonly hangsOnName: boolean;
}

/** Audits one file: a workbook, with its 公开说明 where one is given, or a Word file that holds tables and prose. */
export async function auditFile(file: InputFile, bytes: Uint8Array, auditor: Auditor, invocation: Invocation, io: CliIo): Promise<AuditedFile> {
  const document = isDocx(bytes) ? readDocx(bytes, file.shown) : null;
  const snapshot = document === null ? await io.readWorkbook(bytes, file.shown) : tablesAsWorkbook(document, file.shown);
  const session = openAudit(snapshot, auditor.options, auditor);
  const report: WorkbookReport = { ...session.report, file: file.shown };
  const text: NarrativeText | null =
    invocation.text !== null ? await readNarrativeFile(invocation.text, io) : document === null ? null : { file: file.shown, paragraphs: document.paragraphs };
  const { recognition, year } = session.state;
  if (text === null) return { report, hangsOnName: recognition.yearCell === null || recognition.unitNameCell === null };
  const other = invocation.text === null || invocation.textAnyway ? null : otherDocument(text, { unit: recognition.unitName, year, texts: snapshot.strings });
  if (other !== null) throw new CliError('textFile', errorTexts.otherDocument(text.file, other, { unit: recognition.unitName, year }), text.file);
  const audit = auditNarrative(text, { chart: auditor.chart, recognition, workbook: snapshot, year });
  if (invocation.text !== null && audit.ledger.length === 0) throw new CliError('noText', errorTexts.noText(text.file), text.file);
  return { report: withNarrative(report, audit, snapshot, invocation.lang), hangsOnName: true };
}
