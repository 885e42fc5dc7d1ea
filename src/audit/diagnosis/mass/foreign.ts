/** A table that agrees in itself and with no other: taken over from another unit, another year or an older version. */
import { Relation } from '../../equations/model';
import { isViolated, type SearchState } from '../state';
import type { MassCause } from './model';

/** Failing equations with other tables, and figures in them, before a table is called foreign. */
const least = 4;

interface Account {
  readonly group: number;
  /** Equations of the table alone, and with other tables; those between zeros say nothing. */
  own: number;
  ownFailing: number;
  others: number;
  readonly failing: number[];
  readonly cells: Set<number>;
  readonly values: Set<number>;
}

/** The table with the largest share of failures towards others; null where none agrees in itself so well. */
export function foreignTable(state: SearchState, failing: readonly number[], tableOf: (cell: number) => number): MassCause | null {
  const suspects = new Set<number>();
  const counts = new Map<number, number>();
  for (const e of failing) for (const table of tablesOf(state, e, tableOf)) counts.set(table, (counts.get(table) ?? 0) + 1);
  for (const [table, count] of counts) if (count >= least) suspects.add(table);
  if (suspects.size === 0) return null;
  const found = [...accountsOf(state, suspects, tableOf).values()].filter((a) => a.failing.length >= least && a.cells.size >= least
    && a.values.size >= least && a.failing.length >= 0.6 * a.others && a.own >= least && a.ownFailing <= 0.1 * a.own);
  found.sort((a, b) => b.failing.length / b.others - a.failing.length / a.others || b.failing.length - a.failing.length || a.group - b.group);
  const [best] = found;
  return best ? { kind: 'foreign', cells: [...best.cells].sort((a, b) => a - b), by: 0, factor: 1, equations: best.failing, moves: [], sources: new Map() } : null;
}

function accountsOf(state: SearchState, suspects: ReadonlySet<number>, tableOf: (cell: number) => number): Map<number, Account> {
  const { count, start, cell, relation } = state.system.equations;
  const accounts = new Map<number, Account>();
  for (let e = 0; e < count; e++) {
    if (state.skipped[e] === 1 || relation[e] !== Relation.equal) continue;
    const tables = tablesOf(state, e, tableOf);
    let filled = false;
    for (let t = start[e]!; t < start[e + 1]!; t++) filled ||= state.fen[cell[t]!] !== 0;
    if (!filled) continue;
    for (const group of tables) {
      if (!suspects.has(group)) continue;
      const account = accounts.get(group) ?? { group, own: 0, ownFailing: 0, others: 0, failing: [], cells: new Set<number>(), values: new Set<number>() };
      accounts.set(group, account);
      const bad = isViolated(state, e);
      if (tables.size === 1) {
        account.own++;
        if (bad) account.ownFailing++;
        continue;
      }
      account.others++;
      if (!bad) continue;
      account.failing.push(e);
      for (let t = start[e]!; t < start[e + 1]!; t++) {
        if (tableOf(cell[t]!) !== group) continue;
        account.cells.add(cell[t]!);
        if (state.fen[cell[t]!] !== 0) account.values.add(state.fen[cell[t]!]!);
      }
    }
  }
  return accounts;
}

function tablesOf({ system: { equations } }: SearchState, e: number, tableOf: (cell: number) => number): Set<number> {
  const tables = new Set<number>();
  for (let t = equations.start[e]!; t < equations.start[e + 1]!; t++) tables.add(tableOf(equations.cell[t]!));
  return tables;
}
