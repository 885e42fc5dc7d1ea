import { statesInOrder } from './order';
import { compare } from './standings';
import type { Submission, SubmissionState, Tally } from './model';

/** The foot of the desk. Copies and older versions are counted by `setAside` alone. */
export interface DeskSums {
  readonly files: number;
  readonly setAside: number;
  readonly states: Readonly<Record<SubmissionState, number>>;
  /** Files with an error. */
  readonly withErrors: number;
  readonly causes: number;
  readonly errorCauses: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notChecked: number;
  readonly explained: number;
  readonly tablesRead: number;
  readonly tablesDue: number;
}

export function sumsOf(submissions: readonly Submission[]): DeskSums {
  const leading = submissions.filter(({ standing }) => standing.kind === 'leading');
  const sum = (value: (one: Submission) => number): number => leading.reduce((total, one) => total + value(one), 0);
  const states = Object.fromEntries(statesInOrder.map((state) => [state, leading.filter((one) => one.state === state).length]));
  return {
    files: submissions.length,
    setAside: submissions.length - leading.length,
    states: states as Record<SubmissionState, number>,
    withErrors: leading.filter(({ verdict }) => (verdict?.errors ?? 0) > 0).length,
    causes: sum(({ verdict }) => verdict?.causes ?? 0),
    errorCauses: sum(({ verdict }) => verdict?.errorCauses ?? 0),
    errors: sum(({ verdict }) => verdict?.errors ?? 0),
    warnings: sum(({ verdict }) => verdict?.warnings ?? 0),
    notChecked: sum(({ notChecked }) => notChecked),
    explained: sum(({ verdict }) => verdict?.explained ?? 0),
    tablesRead: sum(({ tablesRead }) => tablesRead),
    tablesDue: sum(({ tablesDue }) => tablesDue),
  };
}

/** How often something occurs, and in how many files. */
export interface Frequency {
  readonly id: string;
  readonly count: number;
  readonly files: number;
}

export interface DeskOverview {
  readonly sums: DeskSums;
  /** Kinds of causes, rules and tables by how many files they occur in, commonest first; ids as in `Submission`. */
  readonly causes: readonly Frequency[];
  readonly rules: readonly Frequency[];
  readonly tables: readonly Frequency[];
}

/** Shown of causes and rules. */
const MOST_SHOWN = 10;

/** What the desk's picture shows: files by state, the commonest causes and rules, findings by table. */
export function overviewOf(submissions: readonly Submission[]): DeskOverview {
  const leading = submissions.filter(({ standing }) => standing.kind === 'leading');
  return {
    sums: sumsOf(submissions),
    causes: frequencies(leading.map(({ causes }) => causes)).slice(0, MOST_SHOWN),
    rules: frequencies(leading.map(({ rules }) => rules)).slice(0, MOST_SHOWN),
    tables: frequencies(leading.map(({ tables }) => tables)),
  };
}

function frequencies(tallies: readonly Tally[]): readonly Frequency[] {
  const found = new Map<string, { count: number; files: number }>();
  for (const tally of tallies) {
    for (const [id, count] of Object.entries(tally)) {
      const known = found.get(id) ?? { count: 0, files: 0 };
      found.set(id, { count: known.count + count, files: known.files + 1 });
    }
  }
  return [...found].map(([id, each]) => ({ id, ...each })).sort((a, b) => b.files - a.files || b.count - a.count || compare(a.id, b.id));
}
