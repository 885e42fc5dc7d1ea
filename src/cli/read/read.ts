import { resolve } from 'node:path';
import { createAuditor, readTables } from '../../audit/audit';
import type { ReadingReport, ReportError } from '../../audit/report/model';
import { TOOL } from '../../audit/version';
import { isDocx, readDocx, tablesAsWorkbook } from '../../files';
import type { Invocation } from '../arguments';
import { asError } from '../asError';
import { CliError } from '../cliError';
import { ExitCode, type ExitCodeValue } from '../exitCode';
import type { CliIo } from '../io';
import { cleanJson, cleanText, writeOut } from '../output';
import { findInputs, readBytes } from '../reading';
import { readTexts } from '../texts';
import { readingLines } from './readingLines';

/** `gouji read FILE…`: prints what was understood of each sheet and audits nothing. */
export async function read(invocation: Invocation, io: CliIo): Promise<ExitCodeValue> {
  const { lang, format, family, operands } = invocation;
  const { entries } = findInputs(operands, io.cwd);
  const output = writeOut(invocation, io, [...operands.map((file) => resolve(io.cwd, file)), ...entries.flatMap((e) => (e instanceof CliError ? [] : [e.path]))]);
  const auditor = createAuditor({ lang, ...(family === null ? {} : { family }) });
  const workbooks: ReadingReport[] = [];
  const errors: ReportError[] = [];
  for (const entry of entries) {
    const shown = entry instanceof CliError ? entry.file : entry.shown;
    try {
      if (entry instanceof CliError) throw entry;
      const bytes = readBytes(entry);
      const snapshot = isDocx(bytes) ? tablesAsWorkbook(readDocx(bytes, shown), shown) : await io.readWorkbook(bytes, shown);
      workbooks.push({ ...readTables(snapshot, auditor), file: shown });
    } catch (error) {
      errors.push(asError(error, shown, invocation, io));
    }
  }
  const lines = workbooks.flatMap((workbook, i) => [...(i > 0 ? [''] : []), ...readingLines(workbook, readTexts[lang])]);
  output.write(format === 'json' ? cleanJson({ tool: TOOL, workbooks, errors }) : lines.map((line) => `${cleanText(line)}\n`).join(''));
  for (const error of errors) io.error(`gouji: ${cleanText(error.message)}\n`);
  return errors.length > 0 ? ExitCode.failed : ExitCode.clean;
}
