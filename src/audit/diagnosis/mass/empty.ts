/** Tables without any figure although other tables have what should stand there: not filled in, or cleared. */
import { AmountState } from '../../equations/model';
import { isViolated, type SearchState } from '../state';
import type { MassCause } from './model';

/** Failing equations with other tables before a table is called empty. */
const least = 3;

export function emptyTables(state: SearchState, failing: readonly number[], tableOf: (cell: number) => number): MassCause[] {
  const { equations: { start, cell }, amounts } = state.system;
  const filled = new Set<number>();
  for (let i = 0; i < state.fen.length; i++) if (state.fen[i] !== 0 || amounts.state[i] === AmountState.unreadable) filled.add(tableOf(i));
  const emptyIn = (e: number): number[] => [...new Set(cell.subarray(start[e]!, start[e + 1]!).filter((c) => !filled.has(tableOf(c))).map(tableOf))];
  const violated = failing.filter((e) => isViolated(state, e));
  const counts = new Map<number, number>();
  for (const e of violated) for (const table of emptyIn(e)) counts.set(table, (counts.get(table) ?? 0) + 1);
  const found = new Map<number, { readonly cells: Set<number>; readonly equations: number[] }>();
  for (const e of violated) {
    // Of several the one that most asks for figures: a table of funds may be empty with reason.
    const [table] = emptyIn(e).sort((x, y) => counts.get(y)! - counts.get(x)! || x - y);
    if (table === undefined) continue;
    const entry = found.get(table) ?? { cells: new Set<number>(), equations: [] };
    found.set(table, entry);
    entry.equations.push(e);
    for (const c of cell.subarray(start[e]!, start[e + 1]!)) if (tableOf(c) === table) entry.cells.add(c);
  }
  return [...found.values()].filter(({ equations }) => equations.length >= least).map(({ cells, equations }): MassCause => ({
    kind: 'empty', cells: [...cells].sort((a, b) => a - b), by: 0, factor: 1, equations, moves: [], sources: new Map(),
  }));
}
