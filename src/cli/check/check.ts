import { resolve } from 'node:path';
import { createAuditor, type Auditor } from '../../audit/audit';
import { withExplanations } from '../../audit/report/explanations';
import { verdictOf } from '../../audit/report/verdict';
import type { AuditReport, ReportError, WorkbookReport } from '../../audit/report/model';
import { emptyFolderFile, explanationsIn, type FolderFile } from '../../desk';
import { TOOL } from '../../audit/version';
import type { Invocation } from '../arguments';
import { asError } from '../asError';
import { CliError } from '../cliError';
import { ExitCode, type ExitCodeValue } from '../exitCode';
import type { CliIo } from '../io';
import { cleanText, jsonText, sarifText, textReport, writeOut } from '../output';
import { findInputs, readExplanations, type InputFile } from '../reading';
import { errorTexts, reportTexts } from '../texts';
import { loadChart } from './loadChart';
import { loadRuleFiles } from './loadRules';
import { Progress } from './progress';
import { emptyResult } from './emptyResult';
import { auditFile } from './auditFile';

/** What one run has come to so far. */
interface Results {
  readonly workbooks: WorkbookReport[];
  readonly errors: ReportError[];
}

export async function check(invocation: Invocation, io: CliIo): Promise<ExitCodeValue> {
  const results: Results = { workbooks: [], errors: [] };
  const { entries } = findInputs(invocation.operands, io.cwd);
  const files = entries.filter((entry): entry is InputFile => !(entry instanceof CliError));
  if (invocation.text !== null && entries.length !== 1) throw new CliError('usage', errorTexts.textOfOne());
  const output = settleOutput(invocation, io, entries);
  const setup = await prepare(invocation, io, results.errors);
  if (setup) {
    const progress = new Progress(io, invocation, files.length);
    for (const entry of entries) {
      if (entry instanceof CliError) {
        results.errors.push(asError(entry, entry.file, invocation, io));
        continue;
      }
      progress.begin(entry.shown);
      await checkFile(entry, setup, invocation, io, results);
    }
    progress.end();
  }
  const report: AuditReport = { tool: TOOL, ...results };
  output.write(render(report, invocation, setup));
  // Where the report goes elsewhere or is for machines, people still learn what failed.
  if (invocation.out !== null || (invocation.format ?? 'text') !== 'text') for (const error of report.errors) io.error(`gouji: ${cleanText(error.message)}\n`);
  if (report.errors.length > 0) return ExitCode.failed;
  return report.workbooks.some((w) => verdictOf(w).errors > 0) ? ExitCode.errorsFound : ExitCode.clean;
}

/** Before anything else: --out is none of the files named, whether they can be read or not. */
function settleOutput(invocation: Invocation, io: CliIo, entries: readonly (InputFile | CliError)[]): ReturnType<typeof writeOut> {
  const { operands, rules, chart, text, explanations } = invocation;
  const named = [...operands, ...rules, ...[chart, text, explanations].filter((file) => file !== null)].map((file) => resolve(io.cwd, file));
  const found = entries.flatMap((entry) => (entry instanceof CliError ? [] : [entry.path]));
  const closed = entries.flatMap((entry) => (entry instanceof CliError && entry.code !== 'emptyFolder' ? [resolve(io.cwd, entry.file)] : []));
  return writeOut(invocation, io, [...named, ...found], closed);
}

export interface Setup {
  readonly auditor: Auditor;
  /** What was loaded, in a line each. */
  readonly remarks: readonly string[];
  readonly folderFile: FolderFile;
}

/** Chart and rules, made once for all files; null where one of them has mistakes (then nothing is checked). */
export async function prepare(invocation: Invocation, io: CliIo, errors: ReportError[]): Promise<Setup | null> {
  const { lang, year } = invocation;
  const texts = reportTexts[lang];
  const remarks: string[] = [];
  const rules = loadRuleFiles(invocation.rules, io.cwd, lang);
  errors.push(...rules.errors);
  if (invocation.rules.length > 0) remarks.push(texts.ownRules(invocation.rules.join(texts.list), rules.rules.length));
  let official;
  if (invocation.chart !== null) {
    try {
      official = await loadChart(invocation.chart, io, year);
      const codes = Object.values(official.codes).reduce((n, map) => n + map.size, 0);
      remarks.push(texts.chart(invocation.chart, codes, official.skippedRows.length));
    } catch (error) {
      errors.push(asError(error, invocation.chart, invocation, io));
    }
  }
  let folderFile = emptyFolderFile;
  if (invocation.explanations !== null) {
    try {
      folderFile = readExplanations(invocation.explanations, io.cwd);
    } catch (error) {
      errors.push(asError(error, invocation.explanations, invocation, io));
    }
  }
  if (errors.length > 0) return null;
  const auditor = createAuditor({
    lang,
    rules: rules.rules,
    ...(year === null ? {} : { year }),
    ...(invocation.family === null ? {} : { family: invocation.family }),
    ...(official ? { official } : {}),
  });
  return { auditor, remarks, folderFile };
}

async function checkFile(file: InputFile, { auditor, folderFile }: Setup, invocation: Invocation, io: CliIo, results: Results): Promise<void> {
  try {
    const report = withExplanations(await auditFile(file, auditor, invocation, io), explanationsIn(folderFile, file.shown));
    results.workbooks.push(report);
    const empty = emptyResult(report, auditor);
    if (empty) results.errors.push(asError(empty, file.shown, invocation, io));
  } catch (error) {
    results.errors.push(asError(error, file.shown, invocation, io));
  }
}

function render(report: AuditReport, { format, lang }: Invocation, setup: Setup | null): string {
  if (format === 'json') return jsonText(report);
  if (format === 'sarif') return sarifText(report, setup?.auditor.rules ?? [], lang);
  return textReport(report, { lang, remarks: setup?.remarks ?? [], chart: setup?.auditor.chart ?? null, hasOfficialChart: setup?.auditor.options.official !== undefined });
}
