import type { ReportError } from '../../audit/report/model';
import { verdictOf } from '../../audit/report/verdict';
import { explanationsIn } from '../../desk';
import { annotatedCopy } from '../../desk/copies';
import { copyKind, FileError, isDocx } from '../../files';
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

/** `gouji annotate FILE… --out FOLDER`: audits each file and writes a copy with marks that loses nothing. */
export async function annotate(invocation: Invocation, io: CliIo): Promise<ExitCodeValue> {
  const errors: ReportError[] = [];
  const setup = await prepare(invocation, io, errors, []);
  return forEachFile(invocation, io, errors, setup === null ? null : (file, copies) => annotateFile(file, copies, setup, invocation, io));
}

async function annotateFile(file: InputFile, copies: Copies, setup: Setup, invocation: Invocation, io: CliIo): Promise<void> {
  const texts = copyTexts[invocation.lang];
  const { shown } = file;
  const bytes = readBytes(file);
  if (isDocx(bytes)) throw new CliError('notAFile', errorTexts.noCopyOfWord(shown), shown);
  const kind = copyKind(bytes);
  if (kind === 'encrypted') throw new FileError('notAPackage', { fileName: shown });
  const { report } = await auditFile(file, bytes, setup.auditor, invocation, io);
  const empty = emptyResult(report, setup.auditor);
  if (empty) throw empty;
  if (kind === 'signed') io.error(`gouji: ${cleanText(texts.signed(shown))}\n`);
  if (kind === 'rebuilt') io.error(`gouji: ${cleanText(texts.rebuilt(shown))}\n`);
  const explained = explanationsIn(setup.folderFile, shown);
  const { bytes: copy, markedCells, rows, withoutNotes } = await annotatedCopy(bytes, report, explained, () => io.readWorkbook(bytes, shown), invocation);
  const name = copies.write(file, bytes, copy, kind === 'rebuilt' ? '.xlsx' : null);
  const { errors, warnings } = verdictOf(report, explained);
  io.out(`${cleanText(texts.annotated(shown, name, { markedCells, errors, warnings, rows }))}\n`);
  if (withoutNotes.length > 0) io.error(`gouji: ${cleanText(texts.withoutNotes(shown, withoutNotes))}\n`);
}
