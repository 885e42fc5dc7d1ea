import { reviewRows } from '../../audit/report/reviewRows';
import type { ReportError, WorkbookReport } from '../../audit/report/model';
import { verdictOf } from '../../audit/report/verdict';
import { explanationsIn } from '../../desk';
import { annotatePackage, copyKind, FileError, isDocx, worksheetNames, writeWorkbookXlsx, type ReviewSheet } from '../../files';
import { marksOf } from '../../host/marks';
import type { Invocation } from '../arguments';
import { auditFile, emptyResult, prepare, type Setup } from '../check';
import { CliError } from '../cliError';
import type { ExitCodeValue } from '../exitCode';
import type { CliIo } from '../io';
import { cleanText } from '../output';
import { readBytes, type InputFile } from '../reading';
import { copyTexts, errorTexts } from '../texts';
import { forEachFile } from './forEachFile';
import type { Copies } from './copies';

/** Widths of the columns of the 审核意见, in characters: 序号 … 说明. */
const WIDTHS = [6, 14, 12, 16, 16, 64, 24];

/** `gouji annotate FILE… --out FOLDER`: audits each file and writes a copy with marks that loses nothing. */
export async function annotate(invocation: Invocation, io: CliIo): Promise<ExitCodeValue> {
  const errors: ReportError[] = [];
  const setup = await prepare(invocation, io, errors, []);
  return forEachFile(invocation, io, errors, setup === null ? null : (file, copies) => annotateFile(file, copies, setup, invocation, io));
}

async function annotateFile(file: InputFile, copies: Copies, setup: Setup, invocation: Invocation, io: CliIo): Promise<void> {
  const { lang } = invocation;
  const texts = copyTexts[lang];
  const { shown } = file;
  const bytes = readBytes(file);
  if (isDocx(bytes)) throw new CliError('notAFile', errorTexts.noCopyOfWord(shown), shown);
  const kind = copyKind(bytes);
  if (kind === 'encrypted') throw new FileError('notAPackage', { fileName: shown });
  const report = await auditFile(file, bytes, setup.auditor, invocation, io);
  const empty = emptyResult(report, setup.auditor);
  if (empty) throw empty;
  const isPatched = kind !== 'rebuilt';
  const original = isPatched ? bytes : writeWorkbookXlsx(await io.readWorkbook(bytes, shown));
  if (kind === 'signed') io.error(`gouji: ${cleanText(texts.signed(shown))}\n`);
  if (!isPatched) io.error(`gouji: ${cleanText(texts.rebuilt(shown))}\n`);
  const explained = explanationsIn(setup.folderFile, shown);
  const rows = invocation.sheet ? reviewRows(report, explained, lang) : null;
  const review = rows === null ? undefined : reviewSheet(report, rows, invocation);
  const marks = marksOf(report, worksheetNames(original), explained);
  const { bytes: copy, markedCells, withoutNotes } = annotatePackage(original, marks, { notes: invocation.notes, ...(review ? { review } : {}) });
  const name = copies.write(file, copy, isPatched ? null : '.xlsx');
  const { errors, warnings } = verdictOf(report, explained);
  io.out(`${cleanText(texts.annotated(shown, name, { markedCells, errors, warnings, rows: rows?.length ?? null }))}\n`);
  if (withoutNotes.length > 0) io.error(`gouji: ${cleanText(texts.withoutNotes(shown, withoutNotes))}\n`);
}

function reviewSheet(report: WorkbookReport, rows: ReviewSheet['rows'], { lang }: Invocation): ReviewSheet {
  const { sheet, head, title, nothing } = copyTexts[lang];
  // What was hardly read is no workbook without faults.
  const remark = report.warning ?? (rows.length === 0 ? nothing : null);
  return { name: sheet, title: title(report.unit, report.year), head, rows: [...(remark === null ? [] : [['', '', '', '', '', remark, '']]), ...rows], widths: WIDTHS };
}
