import type { Finding, WorkbookReport } from '../audit/report/model';
import { uncheckedCount } from '../audit/report/uncheckedCount';
import { isOpen, isProblem, verdictOf } from '../audit/report/verdict';
import type { Submission, SubmissionFile, Tally } from './model';

/** A file in the list that no audit has seen yet. */
export function waitingSubmission(file: SubmissionFile): Submission {
  return {
    file, folder: folderOf(file.path), unit: null, family: null, familyName: '', kind: null, level: null, year: null, tablesRead: 0, tablesDue: 0,
    verdict: null, notChecked: 0, lapsed: 0, rules: {}, tables: {}, causes: {}, names: { rules: {}, tables: {} }, commonest: null, state: 'waiting', decision: null, failure: '',
    standing: { kind: 'leading', besides: [] },
  };
}

/** A file that cannot be read, with the sentence that says why. */
export function unreadableSubmission(file: SubmissionFile, failure: string): Submission {
  return { ...waitingSubmission(file), state: 'unreadable', failure };
}

/** A file that was audited. Explanations that the report carries are taken off; every number is the verdict's. */
export function submissionOf(report: WorkbookReport, file: SubmissionFile): Submission {
  const verdict = verdictOf(report);
  const problems = report.findings.filter((finding) => isOpen(finding) && isProblem(finding));
  const rules = tallyOf(problems.map(({ rule }) => rule), problems.map(({ count }) => count ?? 1));
  const tables = tallyOf(problems.map(({ table }) => table ?? ''), problems.map(({ count }) => count ?? 1));
  const read = new Set(report.tables.filter(({ family }) => family === report.family).map(({ id }) => id));
  return {
    ...waitingSubmission(file),
    unit: report.unit,
    family: report.family,
    familyName: report.familyName,
    kind: report.kind,
    level: report.level,
    year: report.year,
    tablesRead: read.size,
    tablesDue: read.size + report.missing.filter(({ declaredEmpty }) => !declaredEmpty).length,
    verdict,
    notChecked: uncheckedCount(report),
    lapsed: report.findings.filter(({ explanation }) => explanation?.standing === 'lapsed').length,
    rules,
    tables,
    causes: causeTally(report, problems),
    names: {
      rules: Object.fromEntries(report.rules.filter(({ rule }) => rule in rules).map(({ rule, text }) => [rule, text])),
      tables: Object.fromEntries([...report.missing.map(({ id, title }) => [id, title] as const), ...report.tables.map(({ id, name }) => [id, name] as const)].filter(([id]) => id in tables)),
    },
    commonest: commonestOf(rules, report),
    state: verdict.state === 'unknown' ? 'unknown' : 'reviewing',
  };
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Counts (an id counts `cases`, else once), the ids in the order of code units: equal lists give equal tallies, whatever their order. */
export function tallyOf(ids: readonly string[], cases: readonly number[] = []): Tally {
  const counts = new Map<string, number>();
  ids.forEach((id, i) => counts.set(id, (counts.get(id) ?? 0) + (cases[i] ?? 1)));
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A cause counts once, by what happened to its first cell. */
function causeTally({ groups }: WorkbookReport, problems: readonly Finding[]): Tally {
  const open = new Set(problems.map(({ id }) => id));
  return tallyOf(groups.filter((group) => group.findings.some((id) => open.has(id))).map(({ suspects }) => suspects[0]?.kind ?? 'other'));
}

function commonestOf(rules: Tally, report: WorkbookReport): Submission['commonest'] {
  let best: { rule: string; count: number } | null = null;
  for (const [rule, count] of Object.entries(rules)) if (best === null || count > best.count) best = { rule, count };
  return best && { ...best, text: report.rules.find(({ rule }) => rule === best.rule)?.text ?? '' };
}
