import { statesInOrder } from './order';
import { compare } from './standings';
import { nameOf } from './submission';
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
  /** Of a rule or table, as its form calls it; "" where it has none. */
  readonly name: string;
  readonly count: number;
  readonly files: number;
  /** Where it occurs most: units by name, else files; the first few. */
  readonly most: readonly { readonly name: string; readonly count: number }[];
}

export interface DeskOverview {
  readonly sums: DeskSums;
  /** All kinds of causes, rules and tables by how many files they occur in, commonest first; ids as in `Submission`. */
  readonly causes: readonly Frequency[];
  readonly rules: readonly Frequency[];
  readonly tables: readonly Frequency[];
}

/** What the desk's picture shows: files by state, the commonest causes and rules, findings by table. */
export function overviewOf(submissions: readonly Submission[]): DeskOverview {
  const leading = submissions.filter(({ standing }) => standing.kind === 'leading');
  return {
    sums: sumsOf(submissions),
    causes: frequencies(leading, ({ causes }) => causes),
    rules: frequencies(leading, ({ rules }) => rules, ({ names }) => names.rules),
    tables: frequencies(leading, ({ tables }) => tables, ({ names }) => names.tables),
  };
}

/** Units named behind a line of the picture. */
const MOST_UNITS = 3;

function frequencies(submissions: readonly Submission[], tallyOf: (one: Submission) => Tally, namesOf: (one: Submission) => Readonly<Record<string, string>> = () => ({})): readonly Frequency[] {
  const found = new Map<string, { name: string; count: number }[]>();
  const called = new Map<string, string>();
  for (const one of submissions) {
    const name = one.unit ?? nameOf(one.file.path);
    for (const [id, count] of Object.entries(tallyOf(one))) {
      if (!called.has(id) && Object.hasOwn(namesOf(one), id)) called.set(id, namesOf(one)[id]);
      const known = found.get(id);
      if (known) known.push({ name, count });
      else found.set(id, [{ name, count }]);
    }
  }
  return [...found]
    .map(([id, each]): Frequency => ({
      id,
      name: called.get(id) ?? '',
      count: each.reduce((sum, { count }) => sum + count, 0),
      files: each.length,
      most: each.sort((a, b) => b.count - a.count || compare(a.name, b.name)).slice(0, MOST_UNITS),
    }))
    .sort((a, b) => b.files - a.files || b.count - a.count || compare(a.id, b.id));
}
