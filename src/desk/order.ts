import { byPath, compare } from './standings';
import type { Submission, SubmissionState } from './model';

/** What the desk can be sorted by; `worst` is how it opens. */
export type DeskOrder = 'worst' | 'unit' | 'file' | 'family' | 'year' | 'tables' | 'errors' | 'warnings' | 'notChecked' | 'explained' | 'state' | 'changed' | 'rule';

/** The states in the order of the work. */
export const statesInOrder: readonly SubmissionState[] = ['unreadable', 'unknown', 'toReturn', 'reviewing', 'waiting', 'returned', 'passed'];

type Comparison = (a: Submission, b: Submission) => number;

const up = (value: (one: Submission) => number): Comparison => (a, b) => value(a) - value(b);
const text = (value: (one: Submission) => string): Comparison => (a, b) => compare(value(a), value(b));
const errorCauses = ({ verdict }: Submission): number => verdict?.errorCauses ?? 0;
const errors = ({ verdict }: Submission): number => verdict?.errors ?? 0;
const warnings = ({ verdict }: Submission): number => verdict?.warnings ?? 0;

/** Set aside last; then what nobody can say anything of, then the most causes. */
function rank({ standing, state, verdict }: Submission): number {
  if (standing.kind !== 'leading') return 5;
  if (state === 'unreadable') return 0;
  if (verdict === null) return 4;
  if (verdict.state === 'unknown' || verdict.state === 'unchecked' || verdict.state === 'blank') return 1;
  if (verdict.errorCauses > 0) return 2;
  return 3;
}

const worst: Comparison = (a, b) =>
  rank(a) - rank(b) || errorCauses(b) - errorCauses(a) || errors(b) - errors(a) || warnings(b) - warnings(a) || (b.verdict?.causes ?? 0) - (a.verdict?.causes ?? 0) || b.notChecked - a.notChecked;

const COMPARISONS: Readonly<Record<DeskOrder, Comparison>> = {
  worst,
  unit: text(({ unit }) => unit ?? ''),
  file: text(({ file }) => file.path),
  family: text(({ familyName }) => familyName),
  year: up(({ year }) => year ?? 0),
  tables: up(({ tablesDue, tablesRead }) => tablesRead - tablesDue),
  errors: (a, b) => errorCauses(a) - errorCauses(b) || errors(a) - errors(b),
  warnings: up(warnings),
  notChecked: up(({ notChecked }) => notChecked),
  explained: up(({ verdict }) => verdict?.explained ?? 0),
  state: up(({ state }) => statesInOrder.indexOf(state)),
  changed: text(({ file }) => file.changed),
  rule: up(({ commonest }) => commonest?.count ?? 0),
};

/** A sorted copy. Equal ones stand worst first, then by path: the same list always comes out the same. */
export function ordered(submissions: readonly Submission[], by: DeskOrder = 'worst', descending = false): readonly Submission[] {
  const first = COMPARISONS[by];
  const sign = descending ? -1 : 1;
  return [...submissions].sort((a, b) => sign * first(a, b) || worst(a, b) || byPath(a, b));
}
