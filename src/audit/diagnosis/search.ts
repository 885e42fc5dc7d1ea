/**
 * Branch and bound for the smallest set of changed cells: whatever is changed, every equation that fails must have
 * one of its cells changed, so the search branches over the cells of one failing equation (the shortest) and over the
 * amounts by which that cell is off in the equations it stands in. An equation broken on the way must be repaired too.
 */
import { AmountState, Relation } from '../equations/model';
import type { Move } from './model';
import { apply, isViolated, undo, type SearchState } from './state';

export interface SearchRequest {
  readonly state: SearchState;
  /** Largest number of cells. */
  readonly cells: number;
  readonly steps: number;
  /** Only changes of exactly this amount, up or down. */
  readonly amount?: number;
  /** At most so many solutions are kept. */
  readonly keep?: number;
}

/** Cells looked at for each step at most, on average: sums of thousands of rows are not searched to the end. */
const LOOKS = 300;

export interface SearchResult {
  readonly solutions: readonly (readonly Move[])[];
  /** false: stopped early, there may be more. */
  readonly complete: boolean;
}

/** All sets of at most `cells` changes after which every equation in focus holds. */
export function search(request: SearchRequest): SearchResult {
  const { state } = request;
  const keep = request.keep ?? 200;
  const solutions: Move[][] = [];
  const path: Move[] = [];
  const taboo = new Set<string>();
  let steps = 0;
  let looks = 0;
  let complete = true;

  const descend = (left: number): void => {
    if (state.bad.length === 0) {
      if (solutions.length < keep) solutions.push([...path].sort((a, b) => a.cell - b.cell));
      else complete = false;
      return;
    }
    if (left === 0 || leastCells(state, left) > left) return;
    const banned: string[] = [];
    for (const cell of branchCells(state)) {
      if (++looks > request.steps * LOOKS) {
        complete = false;
        break;
      }
      if (left === 1 && badCount(state, cell) < state.bad.length) continue;
      for (const delta of deltasOf(state, cell, request.amount)) {
        const key = `${cell}:${delta}`;
        if (taboo.has(key)) continue;
        if (++steps > request.steps) {
          complete = false;
          break;
        }
        const move = { cell, delta };
        apply(state, move);
        path.push(move);
        descend(left - 1);
        path.pop();
        undo(state, move);
        taboo.add(key);
        banned.push(key);
      }
      if (steps > request.steps) break;
    }
    for (const key of banned) taboo.delete(key);
  };

  descend(request.cells);
  return { solutions, complete };
}

/** Changes that bring the cell's failing equations to balance; bounds of inequalities only where no equality asks. */
export function deltasOf(state: SearchState, cell: number, amount?: number): number[] {
  const { from, of, coefficient, equations, amounts } = state.system;
  if (amounts.state[cell] === AmountState.unreadable) return [];
  const exact: number[] = [];
  const bounds: number[] = [];
  for (let k = from[cell]!; k < from[cell + 1]!; k++) {
    const e = of[k]!;
    if (state.badAt[e] === 0 && !(state.strict && state.foreign[e] === 1 && isViolated(state, e))) continue;
    const delta = wholeStep(-state.residual[e]! / coefficient[k]!, state.fen[cell]!, state.system.step[cell]!);
    if (delta === 0 || (amount !== undefined && Math.abs(delta) !== amount)) continue;
    const list = equations.relation[e] === Relation.equal ? exact : bounds;
    if (!list.includes(delta)) list.push(delta);
  }
  return exact.length > 0 ? exact : bounds;
}

/** The change that leaves the figure on its own rounding grid, if it is on it now. */
function wholeStep(delta: number, fen: number, step: number): number {
  const grid = step > 0 && fen % step === 0 ? step : 1;
  return Math.round(delta / grid) * grid;
}

function badCount(state: SearchState, cell: number): number {
  const { from, of } = state.system;
  let n = 0;
  for (let k = from[cell]!; k < from[cell + 1]!; k++) if (state.badAt[of[k]!]! > 0) n++;
  return n;
}

/** Cells not yet changed of the failing equation with the fewest of them, ascending. */
function branchCells(state: SearchState): number[] {
  const { start, cell } = state.system.equations;
  const length = (e: number): number => start[e + 1]! - start[e]!;
  /** How many are free, as far as that is no more than `most`. */
  const freeOf = (e: number, most: number): number => {
    let free = 0;
    for (let t = start[e]!; t < start[e + 1]! && free <= most; t++) if (state.moved[cell[t]!] === 0) free++;
    return free;
  };
  // A sum over thousands of rows is not counted to its end beside a short one.
  let best = state.bad.reduce((shortest, e) => (length(e) < length(shortest) ? e : shortest));
  let least = freeOf(best, Infinity);
  for (const e of state.bad) {
    const free = freeOf(e, least);
    if (free < least || (free === least && e < best)) {
      least = free;
      best = e;
    }
  }
  const cells: number[] = [];
  for (let t = start[best]!; t < start[best + 1]!; t++) if (state.moved[cell[t]!] === 0) cells.push(cell[t]!);
  return cells.sort((a, b) => a - b);
}

/** A lower bound: failing equations without a common free cell each need a change of their own. */
function leastCells(state: SearchState, enough: number): number {
  const { from, of, equations: { start, cell } } = state.system;
  const chosen: number[] = [];
  const isShared = (i: number): boolean => {
    for (let k = from[i]!; k < from[i + 1]!; k++) if (chosen.includes(of[k]!)) return true;
    return false;
  };
  for (const e of state.bad) {
    let free = false;
    let apart = true;
    for (let t = start[e]!; t < start[e + 1]! && apart; t++) {
      const i = cell[t]!;
      if (state.moved[i] === 1) continue;
      free = true;
      // Nothing is shared with nothing: the first sum, often the longest, need not be gone through.
      if (chosen.length === 0) break;
      if (isShared(i)) apart = false;
    }
    if (!free) return Infinity;
    if (!apart) continue;
    chosen.push(e);
    if (chosen.length > enough) return chosen.length;
  }
  return chosen.length;
}
