/**
 * For components too large for the exact search: the changes that settle most and break least, one after the other.
 * Gains are kept in a heap; a change only renews those of the cells it meets.
 */
import type { Move } from './model';
import { deltasOf } from './search';
import { isBadAfter, settle, type SearchState } from './state';
import type { Steps } from './steps';
import type { Weighed } from './weigh';

/** After so many cells it may be looked up from. */
const cellsAtOnce = 200;

/** A change must settle so much to be made before others have been tried in smaller components. */
const leastGain = 2;

/**
 * Makes up to `most` changes, at least one unless nothing is better than leaving things as they are. Of equally good
 * changes `rate` says the order; each answer is what it made of one step, the change that was made first.
 */
export function* greedySteps(state: SearchState, most: number, rate: (found: readonly (readonly Move[])[]) => Weighed[]): Steps<Weighed[][]> {
  const heap = new Heap();
  const gains = new Map<number, Gain>();
  const renew = (cell: number): void => {
    const gain = state.moved[cell] === 1 ? null : bestOf(state, cell);
    if (gain) {
      gains.set(cell, gain);
      heap.push(gain.score, cell);
    } else gains.delete(cell);
  };
  for (const [i, cell] of cellsOf(state, state.bad).entries()) {
    if (i % cellsAtOnce === 0) yield;
    renew(cell);
  }
  const steps: Weighed[][] = [];
  while (steps.length < most) {
    const top = heap.pop((score, cell) => gains.get(cell)?.score === score);
    if (!top || (top.score < leastGain && steps.length > 0)) break;
    const ties = [...touched(state, top.cell)].filter((cell) => gains.get(cell)?.score === top.score && rivals(state, top.cell, cell));
    const rated = rate(ties.flatMap((cell) => gains.get(cell)!.moves).map((move) => [move]));
    const [made] = rated[0]!.moves;
    steps.push(rated);
    settle(state, made!);
    if (made!.cell !== top.cell) heap.push(top.score, top.cell);
    for (const cell of touched(state, made!.cell)) renew(cell);
    yield;
  }
  return steps;
}

interface Gain {
  readonly score: number;
  readonly moves: readonly Move[];
}

/** The best changes of one cell; null where none is better than nothing. */
function bestOf(state: SearchState, cell: number): Gain | null {
  let score = 0;
  let moves: Move[] = [];
  for (const delta of deltasOf(state, cell)) {
    const gain = gainOf(state, { cell, delta });
    if (gain > score) {
      score = gain;
      moves = [];
    }
    if (gain === score && gain > 0) moves.push({ cell, delta });
  }
  return moves.length > 0 ? { score, moves } : null;
}

/** Failing equations fewer after the change, an equation broken counting one and a half; nothing is changed for it, as it is asked of every cell. */
function gainOf(state: SearchState, { cell, delta }: Move): number {
  const { from, of, coefficient } = state.system;
  let gain = 0;
  for (let k = from[cell]!; k < from[cell + 1]!; k++) {
    const e = of[k]!;
    let factor = coefficient[k]!;
    // An equation may hold the cell twice.
    while (k + 1 < from[cell + 1]! && of[k + 1] === e) factor += coefficient[++k]!;
    const bad = state.badAt[e]! > 0;
    if (state.skipped[e] === 1 || bad === isBadAfter(state, e, factor, cell, delta)) continue;
    gain += bad ? 1 : -1.5;
  }
  return gain;
}

/** Two cells explain the same: they share a failing equation. */
function rivals(state: SearchState, a: number, b: number): boolean {
  const { from, of } = state.system;
  const own = new Set<number>();
  for (let k = from[a]!; k < from[a + 1]!; k++) if (state.badAt[of[k]!]! > 0) own.add(of[k]!);
  for (let k = from[b]!; k < from[b + 1]!; k++) if (own.has(of[k]!)) return true;
  return false;
}

/** All cells of the equations of a cell, ascending: their gains change with it. */
function touched(state: SearchState, cell: number): Uint32Array {
  const { from, of } = state.system;
  return cellsOf(state, of.subarray(from[cell]!, from[cell + 1]!));
}

/** Cells of some equations, ascending. */
function cellsOf({ system: { equations: { start, cell } }, marks }: SearchState, equations: ArrayLike<number>): Uint32Array {
  let terms = 0;
  for (let i = 0; i < equations.length; i++) terms += start[equations[i]! + 1]! - start[equations[i]!]!;
  const found = new Uint32Array(terms);
  let count = 0;
  for (let i = 0; i < equations.length; i++) {
    for (let t = start[equations[i]!]!; t < start[equations[i]! + 1]!; t++) {
      if (marks[cell[t]!] === 1) continue;
      marks[cell[t]!] = 1;
      found[count++] = cell[t]!;
    }
  }
  const cells = found.subarray(0, count);
  for (const one of cells) marks[one] = 0;
  return cells.sort();
}

/** Largest score first, then the smallest cell. Entries out of date are left in and passed over. */
class Heap {
  private readonly entries: { readonly score: number; readonly cell: number }[] = [];

  push(score: number, cell: number): void {
    const { entries } = this;
    let at = entries.push({ score, cell }) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!before(entries[at]!, entries[above]!)) break;
      [entries[at], entries[above]] = [entries[above]!, entries[at]!];
      at = above;
    }
  }

  /** The first entry that is still true. */
  pop(isTrue: (score: number, cell: number) => boolean): { readonly score: number; readonly cell: number } | null {
    while (this.entries.length > 0) {
      const top = this.entries[0]!;
      const last = this.entries.pop()!;
      if (this.entries.length > 0) this.sink(last);
      if (isTrue(top.score, top.cell)) return top;
    }
    return null;
  }

  private sink(entry: { readonly score: number; readonly cell: number }): void {
    const { entries } = this;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child + 1 < entries.length && before(entries[child + 1]!, entries[child]!)) child++;
      if (child >= entries.length || !before(entries[child]!, entry)) break;
      entries[at] = entries[child]!;
      at = child;
    }
    entries[at] = entry;
  }
}

const before = (a: { score: number; cell: number }, b: { score: number; cell: number }): boolean => a.score > b.score || (a.score === b.score && a.cell < b.cell);
