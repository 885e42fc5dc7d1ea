import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compareRoster, ordered, withStandings, type Submission } from '../../desk';
import { checklistNames, summaryDocument, unitChecklist, type ChecklistOptions, type SummaryExtras } from '../../desk/checklist';
import { printedHtml, writePrinted } from '../../files/printed';
import type { WorkbookReport } from '../../audit/report/model';
import { CliError } from '../cliError';
import type { CliIo } from '../io';
import { makeFolder, replaceFile } from '../output';
import { errorTexts, reportTexts } from '../texts';
import type { FileOutcome } from './checkFile';
import type { Setup } from './prepare';

/** All files together, worst first. */
export interface Desk {
  readonly submissions: readonly Submission[];
  readonly extras: SummaryExtras;
}

export function deskOf(outcomes: readonly FileOutcome[], { roster, invocation, remarks }: Setup, more: readonly string[]): Desk {
  const texts = reportTexts[invocation.lang];
  const submissions = ordered(withStandings(outcomes.map(({ submission }) => submission)));
  return {
    submissions,
    extras: {
      roster: roster === null || invocation.roster === null ? null : { source: invocation.roster, result: compareRoster(roster, submissions) },
      remarks: [...remarks, ...more, ...severalDepartments(submissions).map(([folder, units]) => texts.twoDepartments(folder === '' ? '.' : folder, units))],
    },
  };
}

/** Folders that hold department-level workbooks of more than one department. */
function severalDepartments(submissions: readonly Submission[]): readonly (readonly [string, readonly string[]])[] {
  const folders = new Map<string, Set<string>>();
  for (const { folder, level, unit } of submissions) if (level === 'department' && unit !== null) folders.set(folder, (folders.get(folder) ?? new Set()).add(unit));
  return [...folders].filter(([, units]) => units.size > 1).map(([folder, units]) => [folder, [...units].sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The folder for the 检查表, made where there is none. Found out before anything is read. Throws `CliError`. */
export function settleFolder(folder: string | null, io: CliIo): string | null {
  if (folder === null) return null;
  const path = resolve(io.cwd, folder);
  try {
    makeFolder(path);
    if (!statSync(path).isDirectory()) throw Object.assign(new Error('ENOTDIR'), { code: 'ENOTDIR' });
    accessSync(path, constants.W_OK);
    return path;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const isNoFolder = code === 'EEXIST' || code === 'ENOTDIR';
    throw new CliError('cannotWrite', isNoFolder ? errorTexts.noFolder('--checklist', folder) : errorTexts.checklistFolder(folder, code), folder, { cause: error });
  }
}

const optionsOf = ({ invocation, date }: Setup): ChecklistOptions => ({ lang: invocation.lang, reviewer: invocation.reviewer ?? '', date });

/**
 * Writes a 检查表 a file, but for copies and older versions, and the 汇总表. A file that stands there with other contents may bear a unit's answers: it stays, the
 * new one gets a number. Answers what was written, and what could not be.
 */
export function writeChecklists(folder: string, outcomes: readonly FileOutcome[], { submissions, extras }: Desk, setup: Setup): { readonly lines: readonly string[]; readonly failures: readonly CliError[] } {
  const { lang, checklist } = setup.invocation;
  const texts = reportTexts[lang];
  const made = new Map(outcomes.flatMap(({ submission, checklist: bytes }) => (bytes === null ? [] : [[submission.file.path, bytes] as const])));
  const withOwn = submissions.filter(({ file, standing }) => standing.kind === 'leading' && made.has(file.path));
  const names = checklistNames(withOwn, lang);
  const files: (readonly [string, Uint8Array])[] = withOwn.map(({ file }, i) => [names[i], made.get(file.path) ?? new Uint8Array()]);
  files.push([lang === 'zh' ? '汇总表.xlsx' : 'summary.xlsx', writePrinted(summaryDocument(submissions, optionsOf(setup), extras))]);
  const failures: CliError[] = [];
  const summary = files.length - 1;
  let written = 0;
  let hasSummary = false;
  let renumbered = 0;
  for (const [i, [name, bytes]] of files.entries()) {
    try {
      const free = freeName(folder, name, bytes);
      if (free !== name) renumbered++;
      replaceFile(join(folder, free), bytes);
      if (i === summary) hasSummary = true;
      else written++;
    } catch (error) {
      failures.push(new CliError('cannotWrite', errorTexts.checklistNotWritten(name, (error as NodeJS.ErrnoException).code ?? ''), name, { cause: error }));
    }
  }
  return { lines: [...(written > 0 || hasSummary ? [texts.checklists(written, hasSummary, checklist ?? '')] : []), ...(renumbered > 0 ? [texts.renumbered(renumbered)] : [])], failures };
}

function freeName(folder: string, name: string, bytes: Uint8Array): string {
  const stem = name.replace(/\.xlsx$/, '');
  for (let n = 1; ; n++) {
    const wanted = n === 1 ? name : `${stem}-${n}.xlsx`;
    const path = join(folder, wanted);
    if (!existsSync(path) || holds(path, bytes)) return wanted;
  }
}

/** Whether it is a file of these bytes; a pipe is not opened, which would wait for its other end. Throws where it is a folder. */
function holds(path: string, bytes: Uint8Array): boolean {
  const found = statSync(path);
  return (found.isFile() || found.isDirectory()) && readFileSync(path).equals(bytes);
}

/** The 汇总表 where there are several, and every 检查表, in one page. */
export function htmlReport(reports: readonly WorkbookReport[], { submissions, extras }: Desk, setup: Setup): string {
  const options = optionsOf(setup);
  const byPath = new Map(reports.map((report) => [report.file, report]));
  const units = submissions.flatMap(({ file }) => byPath.get(file.path) ?? []);
  const documents = units.map((report) => unitChecklist(report, options));
  const summary = submissions.length === 1 && documents.length === 1 ? [] : [summaryDocument(submissions, options, extras)];
  return printedHtml([...summary, ...documents], reportTexts[options.lang].htmlTitle, options.lang);
}
