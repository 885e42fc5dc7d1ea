/** Tables without any figure although other tables have what should stand there: not filled in, or cleared. */
import { AmountState } from '../../equations/model';
import { isViolated, type SearchState } from '../state';
import type { MassCause } from './model';

/** Figures of other tables that have nothing on the other side, before a table is called empty: one wrong figure may meet several blanks. */
const least = 3;

export function emptyTables(state: SearchState, failing: readonly number[], tableOf: (cell: number) => number): MassCause[] {
  const { equations: { start, cell }, amounts } = state.system;
  const filled = new Set<number>();
  for (let i = 0; i < state.fen.length; i++) if (state.fen[i] !== 0 || amounts.state[i] === AmountState.unreadable) filled.add(tableOf(i));
  const cellsOf = (e: number): number[] => [...cell.subarray(start[e]!, start[e + 1]!)];
  const emptyIn = (e: number): Set<number> => new Set(cellsOf(e).map(tableOf).filter((table) => !filled.has(table)));
  const found: MassCause[] = [];
  let left = failing.filter((e) => isViolated(state, e) && emptyIn(e).size > 0);
  for (;;) {
    const witnesses = new Map<number, Set<number>>();
    for (const e of left) {
      if (!isOneSided(state, e)) continue;
      for (const table of emptyIn(e)) witnesses.set(table, new Set([...(witnesses.get(table) ?? []), ...cellsOf(e).filter((c) => state.fen[c] !== 0)]));
    }
    // Of several the one that is most asked for: a table of funds may be empty with reason.
    const [best] = [...witnesses].sort((a, b) => b[1].size - a[1].size || a[0] - b[0]);
    if (!best || best[1].size < least) return found;
    const [table] = best;
    const equations = left.filter((e) => emptyIn(e).has(table));
    const cells = new Set(equations.flatMap(cellsOf).filter((c) => tableOf(c) === table));
    found.push({ kind: 'empty', cells: [...cells].sort((a, b) => a - b), by: 0, factor: 1, equations, moves: [], sources: new Map() });
    left = left.filter((e) => !equations.includes(e));
  }
}

/** Figures stand on one side alone; where both have some they contradict each other, whatever is empty beside them. */
function isOneSided({ fen, system: { equations: { start, cell, coefficient } } }: SearchState, e: number): boolean {
  let [above, below] = [false, false];
  for (let t = start[e]!; t < start[e + 1]!; t++) {
    const term = coefficient[t]! * fen[cell[t]!]!;
    above ||= term > 0;
    below ||= term < 0;
  }
  return above !== below;
}
