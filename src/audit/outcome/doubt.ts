/**
 * Self-doubt: a table most of whose own checks fail, with no compact cause behind the failures, was probably misread, and
 * so was a relation between tables that fails nearly everywhere. What they say is no accusation.
 */
import type { EquationStore } from '../equations/model';
import { OutcomeCode } from './evaluate';

export interface Doubt {
  /** By the caller's number; −1 for a relation between tables. */
  readonly table: number;
  /** A relation between tables, by the caller's number; −1 for a table. */
  readonly relation: number;
  /** The checks counted, and how many of them fail. */
  readonly checks: number;
  readonly failing: number;
  /** All failing equations that prove nothing therefore, ascending. */
  readonly equations: readonly number[];
}

export interface DoubtInput {
  readonly equations: EquationStore;
  readonly outcome: Uint8Array;
  /** Amounts in 分: an equation between zeros is no check. */
  readonly fen: Float64Array;
  readonly tableOf: (cell: number) => number;
  /** Rule, check and table of an equation. */
  readonly relationOf: (equation: number) => number;
}

/** A cause, as far as it counts here: what it settles and how many cells it takes. */
export interface Explanation {
  readonly equations: readonly number[];
  readonly cells: number;
  /** One cause for many cells: a shift, a row that is missing or doubled, a wrong unit. */
  readonly single: boolean;
}

/** Fewer checks, or fewer failures, are no pattern. */
const leastChecks = 4;
const leastOfRelation = 6;
/** A table whose failures are more than half of its checks; a relation that fails four times in five. */
const mostOfTable = 0.5;
const mostOfRelation = 0.8;
/** A cause is compact if it settles two equations a cell; failures so explained in this share are believed. */
const equationsPerCell = 2;
const nearlyAll = 0.8;

/** `explain` gives the causes of all failures; it is asked only where numbers alone give reason to doubt. */
export function doubtsOf(input: DoubtInput, explain: () => readonly Explanation[]): Doubt[] {
  const { tables, relations } = countsOf(input);
  const doubtful = [
    ...[...tables].filter(([, c]) => c.failing.length >= leastChecks && c.failing.length > mostOfTable * c.checks).map(([table, c]) => ({ ...c, table, relation: -1 })),
    ...[...relations].filter(([, c]) => c.failing.length >= leastOfRelation && c.failing.length >= mostOfRelation * c.checks).map(([relation, c]) => ({ ...c, table: -1, relation })),
  ];
  if (doubtful.length === 0) return [];
  const believed = new Set(explain().filter((x) => x.single || x.equations.length >= equationsPerCell * x.cells).flatMap((x) => x.equations));
  const misread = doubtful.filter(({ failing }) => failing.filter((e) => believed.has(e)).length < nearlyAll * failing.length);
  const ofTable = failingByTable(input, new Set(misread.map(({ table }) => table)));
  const closed = new Set<number>();
  return misread.map(({ table, relation, checks, failing }) => {
    const all = table >= 0 ? ofTable.get(table) ?? [] : failing;
    const equations = all.filter((e) => !closed.has(e));
    for (const e of equations) closed.add(e);
    return { table, relation, checks, failing: failing.length, equations };
  }).filter((doubt) => doubt.equations.length > 0);
}

interface Count {
  checks: number;
  readonly failing: number[];
}

/** Checks within each table, and between tables by relation. */
function countsOf({ equations, outcome, fen, tableOf, relationOf }: DoubtInput): { tables: Map<number, Count>; relations: Map<number, Count> } {
  const tables = new Map<number, Count>();
  const relations = new Map<number, Count>();
  for (let e = 0; e < equations.count; e++) {
    const code = outcome[e];
    if (code !== OutcomeCode.consistent && code !== OutcomeCode.inconsistent && code !== OutcomeCode.rounding) continue;
    const first = tableOf(equations.cell[equations.start[e]]);
    let own = true;
    let filled = false;
    for (let t = equations.start[e]; t < equations.start[e + 1]; t++) {
      own &&= tableOf(equations.cell[t]) === first;
      filled ||= fen[equations.cell[t]] !== 0;
    }
    if (!filled) continue;
    const list = own ? tables : relations;
    const key = own ? first : relationOf(e);
    const count = list.get(key) ?? { checks: 0, failing: [] };
    list.set(key, count);
    count.checks++;
    if (code === OutcomeCode.inconsistent) count.failing.push(e);
  }
  return { tables, relations };
}

/** All failing equations with a cell of the tables wanted, by table. One pass, however many tables. */
function failingByTable({ equations, outcome, tableOf }: DoubtInput, wanted: ReadonlySet<number>): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (let e = 0; e < equations.count; e++) {
    if (outcome[e] !== OutcomeCode.inconsistent) continue;
    for (let t = equations.start[e]; t < equations.start[e + 1]; t++) {
      const table = tableOf(equations.cell[t]);
      if (!wanted.has(table)) continue;
      const list = found.get(table);
      if (!list) found.set(table, [e]);
      else if (list[list.length - 1] !== e) list.push(e);
    }
  }
  return found;
}
