import { foldText } from '../audit/workbook';
import type { Submission, SubmissionState } from './model';

/** What the desk shows; null and empty lists leave everything in. */
export interface DeskFilter {
  /** Words, all of which occur in unit, path, form, year or rules; X5 finds every file that fails rule X5. */
  readonly search: string;
  readonly states: readonly SubmissionState[];
  readonly folder: string | null;
  /** Id of a rule, of a table, of a kind of cause. */
  readonly rule: string | null;
  readonly table: string | null;
  readonly cause: string | null;
}

export const noFilter: DeskFilter = { search: '', states: [], folder: null, rule: null, table: null, cause: null };

export function filtered(submissions: readonly Submission[], filter: DeskFilter): readonly Submission[] {
  const words = filter.search.split(/\s+/u).map(searchable).filter((word) => word !== '');
  const has = (tally: Submission['rules'], id: string | null): boolean => id === null || Object.hasOwn(tally, id);
  return submissions.filter(
    (one) =>
      (filter.states.length === 0 || filter.states.includes(one.state)) &&
      (filter.folder === null || one.folder === filter.folder || one.folder.startsWith(`${filter.folder}/`)) &&
      has(one.rules, filter.rule) && has(one.tables, filter.table) && has(one.causes, filter.cause) &&
      words.every((word) => holds(one, word)),
  );
}

function holds({ unit, file, familyName, year, rules }: Submission, word: string): boolean {
  const texts = [unit ?? '', file.path, familyName, year === null ? '' : String(year)];
  return texts.some((text) => searchable(text).includes(word)) || Object.keys(rules).some((rule) => searchable(rule) === word);
}

/** Width, blanks and case do not matter. */
const searchable = (text: string): string => foldText(text).toLowerCase();
