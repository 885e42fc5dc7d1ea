import { resolve } from 'node:path';
import { createAuditor, type Auditor } from '../../audit/audit';
import { factsOf, rollUp, type FactBook } from '../../audit/between';
import { betweenChecklists } from '../../desk/checklist';
import type { ReportError } from '../../audit/report/model';
import { TOOL } from '../../audit/version';
import type { Invocation } from '../arguments';
import { asError, asFailure } from '../asError';
import { Progress } from '../check';
import { CliError } from '../cliError';
import { ExitCode, type ExitCodeValue } from '../exitCode';
import type { CliIo } from '../io';
import { betweenLines, betweenOutput, cleanJson, cleanText, writeOut } from '../output';
import { findInputs, isSameFile, oneFile, readState, type InputFile } from '../reading';
import { betweenTexts, errorTexts, reportTexts } from '../texts';

/** `gouji rollup DEPARTMENT UNIT…`: whether the department's tables are the sums of its units'. */
export async function rollup(invocation: Invocation, io: CliIo): Promise<ExitCodeValue> {
  const { lang, format, operands } = invocation;
  const [first, ...rest] = operands;
  const head = oneFile(first, io.cwd);
  // The department's own file may lie in the folder of its units.
  const entries = findInputs(rest, io.cwd, invocation.checklist === null ? null : resolve(io.cwd, invocation.checklist)).entries.filter((entry) => entry instanceof CliError || !isSameFile(entry.path, head.path));
  const output = writeOut(invocation, io, [...operands.map((file) => resolve(io.cwd, file)), ...entries.flatMap((e) => (e instanceof CliError ? [] : [e.path]))]);
  const checklists = betweenOutput(invocation, io);
  const auditor = createAuditor({ lang });
  const department = await bookOf(head, auditor, io).catch((error: unknown) => Promise.reject(asFailure(error, head.shown, invocation, io)));
  const errors: ReportError[] = [];
  const units: FactBook[] = [];
  const progress = new Progress(io, invocation, entries.length);
  for (const entry of entries) {
    const shown = entry instanceof CliError ? entry.file : entry.shown;
    progress.begin(shown);
    try {
      if (entry instanceof CliError) throw entry;
      units.push(await bookOf(entry, auditor, io));
    } catch (error) {
      errors.push(asError(error, shown, invocation, io));
    }
  }
  progress.end();
  for (const error of errors) io.error(`gouji: ${cleanText(error.message)}\n`);
  if (units.length === 0) throw new CliError('usage', errorTexts.noUnitRead());
  const report = rollUp(department, units, lang, errors.filter((e) => e.code !== 'emptyFolder').map((e) => e.file));
  output.write(
    format === 'json' ? cleanJson({ tool: TOOL, rollup: report, errors }) : betweenLines(report, reportTexts[lang], betweenTexts[lang]).map((line) => `${cleanText(line)}\n`).join(''),
  );
  const isWritten = checklists.write(() => betweenChecklists(report, { lang, reviewer: invocation.reviewer ?? '', date: io.today() }));
  // Where no unit took part nothing was compared: that is no clean department.
  if (!isWritten || errors.length > 0 || report.others.length === 0) return ExitCode.failed;
  return report.findings.some((f) => f.severity === 'error') ? ExitCode.errorsFound : ExitCode.clean;
}

/** The facts of a file; its cells are let go. */
async function bookOf(file: InputFile, auditor: Auditor, io: CliIo): Promise<FactBook> {
  const book = factsOf(await readState(file, auditor, io), file.shown);
  if (book.tables.length === 0) throw new CliError('nothingRecognised', errorTexts.notTheseTables(file.shown), file.shown);
  return book;
}
