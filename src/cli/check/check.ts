import { resolve } from 'node:path';
import { verdictOf } from '../../audit/report/verdict';
import type { AuditReport, ReportError } from '../../audit/report/model';
import { TOOL } from '../../audit/version';
import type { Invocation } from '../arguments';
import { asError } from '../asError';
import { CliError } from '../cliError';
import { ExitCode, type ExitCodeValue } from '../exitCode';
import type { CliIo } from '../io';
import { cleanText, JsonReport, sarifText, settleFolder, textReport, writeOut, type OutputPart } from '../output';
import { findInputs, type InputFile } from '../reading';
import { errorTexts, reportTexts } from '../texts';
import { checkAll } from './checkAll';
import { wantsDesk, type FileOutcome } from './checkFile';
import { extraLines, submissionLines } from './deskLines';
import { deskOf, htmlReport, writeChecklists, type Desk } from './deskOutput';
import { prepare, type Setup } from './prepare';

export async function check(invocation: Invocation, io: CliIo): Promise<ExitCodeValue> {
  const { entries, skipped, checklists, explanations } = findInputs(invocation.operands, io.cwd, invocation.checklist === null ? null : resolve(io.cwd, invocation.checklist));
  if (invocation.text !== null && entries.length !== 1) throw new CliError('usage', errorTexts.textOfOne());
  const output = settleOutput(invocation, io, entries);
  const folder = settleFolder(invocation.checklist, io);
  const errors: ReportError[] = [];
  const json = new JsonReport(output.now);
  const setup = await prepare(invocation, io, errors, explanations);
  const all = setup === null ? [] : await checkAll(entries.filter((entry): entry is InputFile => !(entry instanceof CliError)), setup, io, (place, workbook) => json.add(place, workbook));
  const outcomes = all.filter((outcome) => outcome !== null);
  if (setup !== null) errors.push(...errorsInOrder(entries, all, invocation, io));
  const texts = reportTexts[invocation.lang];
  const stopped = outcomes.length < all.length ? texts.stopped(outcomes.length, all.length) : null;
  if (stopped !== null) errors.push({ file: '', code: 'stopped', message: stopped });
  const report: AuditReport = { tool: TOOL, workbooks: outcomes.flatMap(({ report: made }) => made ?? []), errors };
  const desk = setup !== null && wantsDesk(invocation) ? deskOf(outcomes, setup, [...(skipped > 0 ? [texts.skipped(skipped)] : []), ...(checklists > 0 ? [texts.checklistsSkipped(checklists)] : []), ...(stopped === null ? [] : [stopped])]) : null;
  const written = folder === null || setup === null || desk === null || outcomes.length === 0 ? null : writeChecklists(folder, outcomes, desk, setup);
  errors.push(...(written?.failures ?? []).map((failure) => asError(failure, failure.file, invocation, io)));
  output.write(invocation.format === 'json' ? json.end(errors) : render(report, invocation, setup, desk, written?.lines ?? []));
  // Where the report goes elsewhere or is for machines, people still learn what failed.
  if (invocation.out !== null || (invocation.format ?? 'text') !== 'text') {
    for (const error of errors) io.error(`gouji: ${cleanText(error.message)}\n`);
    for (const line of [...(desk === null ? [] : extraLines(desk, invocation.lang)), ...(written?.lines ?? [])]) io.error(`${cleanText(line)}\n`);
  }
  if (stopped !== null) return ExitCode.stopped;
  if (errors.length > 0) return ExitCode.failed;
  return outcomes.some(({ submission, report: made }) => (made ? verdictOf(made).errors : (submission.verdict?.errors ?? 0)) > 0) ? ExitCode.errorsFound : ExitCode.clean;
}

/** What failed, in the order of the command line. */
function errorsInOrder(entries: readonly (InputFile | CliError)[], outcomes: readonly (FileOutcome | null)[], invocation: Invocation, io: CliIo): readonly ReportError[] {
  let next = 0;
  return entries.flatMap((entry) => (entry instanceof CliError ? asError(entry, entry.file, invocation, io) : (outcomes[next++]?.error ?? [])));
}

/** Before anything else: --out is none of the files named, whether they can be read or not. */
function settleOutput(invocation: Invocation, io: CliIo, entries: readonly (InputFile | CliError)[]): ReturnType<typeof writeOut> {
  const { operands, rules, chart, text, explanations, roster } = invocation;
  const named = [...operands, ...rules, ...explanations, ...[chart, text, roster].filter((file) => file !== null)].map((file) => resolve(io.cwd, file));
  const found = entries.flatMap((entry) => (entry instanceof CliError ? [] : [entry.path]));
  const closed = entries.flatMap((entry) => (entry instanceof CliError && entry.code !== 'emptyFolder' ? [resolve(io.cwd, entry.file)] : []));
  return writeOut(invocation, io, [...named, ...found], closed);
}

function render(report: AuditReport, { format, out, checklist, lang }: Invocation, setup: Setup | null, desk: Desk | null, written: readonly string[]): string | Generator<OutputPart> {
  if (format === 'sarif') return sarifText(report, setup?.auditor.rules ?? [], lang);
  if (format === 'html' && setup !== null && desk !== null) return htmlReport(report.workbooks, desk, setup);
  const lines = (list: readonly string[]): string => list.map((line) => `${cleanText(line)}\n`).join('');
  const after = desk === null || out !== null ? '' : lines([...extraLines(desk, lang), ...written]);
  // Whoever asked for 检查表 alone finds a line a file, not every report again; what failed besides files follows.
  if (checklist !== null && format === null && out === null && desk !== null) {
    const said = new Set(desk.submissions.map(({ failure }) => failure));
    return lines([...submissionLines(desk, lang), ...report.errors.filter(({ code, message }) => code !== 'stopped' && !said.has(message)).map(({ message }) => `- ${message}`)]) + after;
  }
  const remarks = desk === null ? (setup?.remarks ?? []) : [];
  return textReport(report, { lang, remarks, chart: setup?.auditor.chart ?? null, hasOfficialChart: setup?.auditor.options.official !== undefined }) + after;
}
