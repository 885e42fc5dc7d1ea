import { compareRoster, ordered, withStandings, type Submission } from '../../desk';
import { checklistNames, summaryDocument, summaryName, unitChecklist, type ChecklistOptions, type SummaryExtras } from '../../desk/checklist';
import { printedHtml, writePrinted } from '../../files/printed';
import type { WorkbookReport } from '../../audit/report/model';
import { writeChecklistFiles, type ChecklistsWritten } from '../output';
import { reportTexts } from '../texts';
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

const optionsOf = ({ invocation, date }: Setup): ChecklistOptions => ({ lang: invocation.lang, reviewer: invocation.reviewer ?? '', date });

/** Writes a 检查表 a file, but for copies and older versions, and the 汇总表. Answers what was written, and what could not be. */
export function writeChecklists(folder: string, outcomes: readonly FileOutcome[], { submissions, extras }: Desk, setup: Setup): ChecklistsWritten {
  const { lang, checklist } = setup.invocation;
  const made = new Map(outcomes.flatMap(({ submission, checklist: bytes }) => (bytes === null ? [] : [[submission.file.path, bytes] as const])));
  const withOwn = submissions.filter(({ file, standing }) => standing.kind === 'leading' && made.has(file.path));
  const names = checklistNames(withOwn, lang);
  const units = withOwn.map(({ file }, i) => [names[i], made.get(file.path) ?? new Uint8Array()] as const);
  const summary = [summaryName(lang), writePrinted(summaryDocument(submissions, optionsOf(setup), extras))] as const;
  return writeChecklistFiles({ path: folder, shown: checklist ?? '' }, units, summary, lang);
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
