/**
 * Which values are proved. All other causes are left open: an equation with a cell of another cause, or with a cell of
 * equations that nothing explains, is no witness. What is left must allow this cause and no other, and pin its values.
 */
import { AmountState, Relation } from '../equations/model';
import type { JudgedCause } from './alternatives';
import { onePerSet, rivals } from './component';
import { disorderedLines, lineOf, Trouble } from './trouble';
import { isSubstantiated, isUnblemished, isWitnessed, mayLackRow } from './witness';
import type { MassCause } from './mass';
import type { DiagnosisInput, Move } from './model';
import { search } from './search';
import { apply, focus, inScope, isViolated, undo, type SearchState } from './state';
import type { Steps } from './steps';
import { compareWeighed, weigh } from './weigh';

export interface ProvenCause extends JudgedCause {
  /** For each change of the best explanation: its value is the only one that will do. */
  readonly determined: readonly boolean[];
}

/** All causes are applied to `state` before and after; where many figures were moved nothing else is certain in that block. */
export function* proven(
  state: SearchState, input: DiagnosisInput, causes: readonly JudgedCause[], open: readonly number[], masses: readonly MassCause[],
): Steps<ProvenCause[]> {
  const owner = ownersOf(state, causes, open, masses.flatMap((mass) => mass.cells));
  const { blockOf } = input;
  const doubtful = new Set(blockOf ? [...masses.flatMap((mass) => mass.cells).map(blockOf), ...disordered(state, open, blockOf)] : []);
  const lines = disorderedLines(state, input, causes);
  const troubled = new Trouble(state, input, causes, open);
  const found: ProvenCause[] = [];
  for (const [self, cause] of causes.entries()) {
    yield;
    state.scope = { owner, self };
    const unique = cause.others.length === 0 && isSubstantiated(state, cause.best) && (cause.exact || isUnblemished(state, cause.best)) && !mayLackRow(state, input, cause.best) && !breaksSomething(state, cause.best) && isUnique(state, input, cause.best);
    const isCertain = ({ cell }: Move): boolean => !(blockOf && doubtful.has(blockOf(cell))) && !lines.has(lineOf(state, input, cell));
    found.push({ ...cause, determined: cause.best.map((move) => unique && isCertain(move) && isDetermined(state, move.cell) && isWitnessed(state, input, move, cause.best, (e) => troubled.rulesOut(e, self))) });
  }
  state.scope = null;
  return found;
}

/** So many sums of a block that nothing explains: something is wrong with the block as a whole (rows out of place), and a value that fits fits by chance. */
const leastOpen = 2;

function disordered({ system: { equations } }: SearchState, open: readonly number[], blockOf: (cell: number) => number): number[] {
  const counts = new Map<number, number>();
  for (const e of open) {
    const block = blockOf(equations.cell[equations.start[e]!]!);
    if (equations.cell.subarray(equations.start[e]!, equations.start[e + 1]!).every((cell) => blockOf(cell) === block)) counts.set(block, (counts.get(block) ?? 0) + 1);
  }
  return [...counts].filter(([, n]) => n >= leastOpen).map(([block]) => block);
}

function ownersOf(state: SearchState, causes: readonly JudgedCause[], open: readonly number[], fixed: readonly number[]): Int32Array {
  const { from, of, equations } = state.system;
  const owner = new Int32Array(equations.count).fill(-1);
  const mark = (cell: number, index: number): void => {
    for (let k = from[cell]!; k < from[cell + 1]!; k++) {
      const e = of[k]!;
      owner[e] = owner[e] === -1 || owner[e] === index ? index : -2;
    }
  };
  causes.forEach((cause, index) => {
    for (const moves of [cause.best, ...cause.others]) for (const move of moves) mark(move.cell, index);
  });
  for (const e of open) for (let t = equations.start[e]!; t < equations.start[e + 1]!; t++) mark(equations.cell[t]!, -2);
  for (const cell of fixed) mark(cell, -2);
  return owner;
}

function breaksSomething(state: SearchState, moves: readonly Move[]): boolean {
  const { from, of } = state.system;
  for (const { cell } of moves) {
    for (let k = from[cell]!; k < from[cell + 1]!; k++) if (state.skipped[of[k]!] === 0 && inScope(state, of[k]!) && isViolated(state, of[k]!)) return true;
  }
  return false;
}

/** Taken back, the cause leaves failures behind that nothing else of its size settles. */
function isUnique(state: SearchState, input: DiagnosisInput, moves: readonly Move[]): boolean {
  focus(state, []);
  for (const move of moves) undo(state, move);
  const amount = Math.abs(moves[0]!.delta);
  const chain = moves.length > 2 && moves.every((move) => Math.abs(move.delta) === amount);
  let unique = false;
  if (state.bad.length > 0) {
    const { steps } = input.limits;
    const found = search({ state, cells: moves.length, steps, ...(chain ? { amount } : {}) });
    const sets = onePerSet(found.solutions.map((set) => weigh(state, input, set, () => true))).sort(compareWeighed);
    const [best, ...others] = rivals(sets);
    unique = found.complete && best !== undefined && best.negatives === 0 && others.length === 0 && sameMoves(best.moves, moves);
  }
  for (const move of moves) apply(state, move);
  return unique;
}

function sameMoves(a: readonly Move[], b: readonly Move[]): boolean {
  return a.length === b.length && a.every((move) => b.some((other) => other.cell === move.cell && other.delta === move.delta));
}

/**
 * Whether the equations pin the (applied) value. An identity of exact figures pins it. Rounded figures pin it when the
 * identity's slack is finer than the figure's own step, or when another cell shows the same figure (a = b). Sums of
 * rounded figures never do, however many agree: each may be off by one step together with the others.
 */
function isDetermined(state: SearchState, cell: number): boolean {
  const { from, of, coefficient, equations, amounts } = state.system;
  if (amounts.state[cell] === AmountState.unreadable) return false;
  const step = state.system.step[cell]!;
  let pinned = false;
  for (let k = from[cell]!; k < from[cell + 1]!; k++) {
    const e = of[k]!;
    if (state.skipped[e] === 1 || !inScope(state, e) || equations.relation[e] !== Relation.equal || isViolated(state, e)) continue;
    const own = state.fen[cell] === 0 ? 0 : Math.abs(coefficient[k]!) * step / 2;
    const slack = (state.tolerance[e]! - own) / Math.abs(coefficient[k]!);
    const copy = equations.start[e + 1]! - equations.start[e]! === 2;
    if (slack === 0 && (step > 0 || state.residual[e] === 0)) return true;
    if (state.residual[e] !== 0) {
      if (copy && step > 0 && slack > 0) return false;
      continue;
    }
    pinned ||= step > 0 && (copy || slack < step / 2) && !meetsAnotherChange(state, e, cell);
  }
  return pinned;
}

/** Rounded figures that are changed together do not pin each other. */
function meetsAnotherChange({ moved, system: { equations: { start, cell } } }: SearchState, e: number, but: number): boolean {
  for (let t = start[e]!; t < start[e + 1]!; t++) if (cell[t] !== but && moved[cell[t]!] === 1) return true;
  return false;
}
