import { resolve } from 'node:path';
import { createAuditor, type Auditor } from '../../audit/audit';
import { compareVersions, factsOf, yearsBetween, type Version } from '../../audit/between';
import { buildReport } from '../../audit/report/build';
import { explanationsIn } from '../../desk';
import { betweenChecklists, versionChecklists, type BetweenChecklists, type ChecklistOptions } from '../../desk/checklist';
import { withExplanations } from '../../audit/report/explanations';
import { TOOL } from '../../audit/version';
import type { Invocation } from '../arguments';
import { asFailure } from '../asError';
import { CliError } from '../cliError';
import { ExitCode, type ExitCodeValue } from '../exitCode';
import type { CliIo } from '../io';
import { betweenLines, betweenOutput, cleanJson, cleanText, writeOut } from '../output';
import { isSameFile, oneFile, readAllExplanations, readState, type InputFile } from '../reading';
import { betweenTexts, errorTexts, reportTexts } from '../texts';
import { comparisonLines } from './comparisonLines';

/** `gouji compare OLD NEW`; with --years LAST THIS. */
export async function compare(invocation: Invocation, io: CliIo): Promise<ExitCodeValue> {
  const [old, now] = invocation.operands.map((operand) => oneFile(operand, io.cwd));
  if (isSameFile(old.path, now.path)) throw new CliError('usage', errorTexts.sameFile(now.shown), now.shown);
  const output = writeOut(invocation, io, [old.path, now.path, ...invocation.explanations.map((file) => resolve(io.cwd, file))]);
  const checklists = betweenOutput(invocation, io);
  const auditor = createAuditor({ lang: invocation.lang });
  const read = (file: InputFile): Promise<Version> => versionOf(file, auditor, invocation, io);
  const { body, text, code, goesBack } = invocation.years ? years(await read(old), await read(now), invocation) : versions(await read(old), await read(now), invocation, io);
  output.write(invocation.format === 'json' ? cleanJson({ tool: TOOL, ...body }) : text.map((line) => `${cleanText(line)}\n`).join(''));
  return checklists.write(() => goesBack({ lang: invocation.lang, reviewer: invocation.reviewer ?? '', date: io.today() })) ? code : ExitCode.failed;
}

interface Result {
  readonly body: object;
  readonly text: readonly string[];
  readonly code: ExitCodeValue;
  readonly goesBack: (options: ChecklistOptions) => BetweenChecklists;
}

function versions(old: Version, now: Version, { lang, explanations }: Invocation, io: CliIo): Result {
  const explained = explanationsIn(readAllExplanations(explanations, io.cwd), old.report.file);
  const comparison = compareVersions({ ...old, report: withExplanations(old.report, explained) }, now, explained, lang);
  const settled = new Set(comparison.explanations.filter((e) => e.standing === 'kept').map((e) => e.new));
  const open = comparison.findings.some(({ new: finding }) => finding?.severity === 'error' && !settled.has(finding));
  return { body: { comparison }, text: comparisonLines(comparison, reportTexts[lang], betweenTexts[lang]), code: open ? ExitCode.errorsFound : ExitCode.clean, goesBack: (options) => versionChecklists(comparison, withExplanations(now.report, explained), options) };
}

function years(last: Version, now: Version, { lang }: Invocation): Result {
  const report = yearsBetween(factsOf(now.state, now.report.file), [factsOf(last.state, last.report.file)], lang);
  if (report.tables.length === 0) throw new CliError('usage', errorTexts.noYears(last.report.file, now.report.file));
  const open = report.findings.some((f) => f.severity === 'error');
  return { body: { years: report }, text: betweenLines(report, reportTexts[lang], betweenTexts[lang]), code: open ? ExitCode.errorsFound : ExitCode.clean, goesBack: (options) => betweenChecklists(report, options) };
}

/** A file audited; a file without known tables is compared cell by cell. */
async function versionOf(file: InputFile, auditor: Auditor, invocation: Invocation, io: CliIo): Promise<Version> {
  try {
    const state = await readState(file, auditor, io);
    return { state, report: { ...buildReport(state), file: file.shown } };
  } catch (error) {
    throw asFailure(error, file.shown, invocation, io);
  }
}
