/** Names what happened to a figure, from its equations, its neighbours and the typing errors. */
import { Relation } from '../equations/model';
import type { ErrorKind, LocaliseInput, Move } from './model';
import type { DiagnosticSystem } from './system';
import { typingSlip } from './typing';

export interface Reading {
  readonly kind: ErrorKind;
  /** Part left out, neighbour, other place of the figure; −1 = none. */
  readonly related: number;
}

/** `moves` are all changes of the same cause, the one to name among them; `fen` the values as they stand. */
export function readMove(system: DiagnosticSystem, input: LocaliseInput, move: Move, moves: readonly Move[]): Reading {
  const { amounts } = system;
  const fen = amounts.fen;
  const current = fen[move.cell]!;
  const proposed = current + move.delta;
  const changed = new Set(moves.map((m) => m.cell));
  const part = partOfDifference(system, move, changed, input.isTotal);
  if (part) return part;
  const slip = typingSlip(current, proposed, system.step[move.cell]!);
  if (slip !== null && slip !== 'digitWrong' && slip !== 'blank') return { kind: slip, related: -1 };
  const neighbour = exchangedNeighbour(input, fen, move, proposed);
  if (neighbour >= 0) return { kind: 'neighbour', related: neighbour };
  if (moves.some((m) => m.delta === -move.delta)) {
    return { kind: 'moved', related: moves.find((m) => m.delta === -move.delta)!.cell };
  }
  const same = copyOf(system, move.cell, proposed, changed);
  if (slip !== null) return { kind: slip, related: same };
  if (proposed === 0) return { kind: 'surplus', related: -1 };
  if (same >= 0) return { kind: 'copyDiffers', related: same };
  return { kind: isTotalOf(system, input, move.cell) ? 'totalStale' : 'other', related: -1 };
}

/** Kinds that any difference would be given: they explain nothing by themselves. */
const unspecific: ReadonlySet<ErrorKind> = new Set<ErrorKind>(['other', 'copyDiffers', 'totalStale', 'neighbour', 'moved', 'blank', 'surplus']);

export function isUnspecific(system: DiagnosticSystem, input: LocaliseInput, move: Move, moves: readonly Move[]): boolean {
  return unspecific.has(readMove(system, input, move, moves).kind);
}

/** The cell is the total of some sum: the caller's word, or a positive coefficient over at least two parts. */
export function isTotalOf(system: DiagnosticSystem, input: LocaliseInput, cell: number): boolean {
  if (input.isTotal) return input.isTotal(cell);
  const { start } = system.equations;
  for (let k = system.from[cell]!; k < system.from[cell + 1]!; k++) {
    const e = system.of[k]!;
    if (system.coefficient[k]! > 0 && start[e + 1]! - start[e]! > 2) return true;
  }
  return false;
}

/** The total differs by exactly one of its parts: that row was left out, or taken twice. */
function partOfDifference(
  system: DiagnosticSystem, move: Move, changed: ReadonlySet<number>, isTotal?: (cell: number) => boolean,
): Reading | null {
  if (isTotal && !isTotal(move.cell)) return null;
  const { equations, amounts, from, of, coefficient } = system;
  for (let k = from[move.cell]!; k < from[move.cell + 1]!; k++) {
    const e = of[k]!;
    const size = equations.start[e + 1]! - equations.start[e]!;
    if (coefficient[k]! <= 0 || size < 3 || equations.relation[e] !== Relation.equal) continue;
    const off = coefficient[k]! * move.delta;
    for (let t = equations.start[e]!; t < equations.start[e + 1]!; t++) {
      const i = equations.cell[t]!;
      if (equations.coefficient[t]! >= 0 || changed.has(i)) continue;
      const share = -equations.coefficient[t]! * amounts.fen[i]!;
      if (share === 0) continue;
      if (share === off) return { kind: 'rowLeftOut', related: i };
      if (share === -off && amounts.fen[move.cell] !== share) return { kind: 'countedTwice', related: i };
    }
  }
  return null;
}

/** The neighbour that holds the figure which belongs here, or whose figure stands here. */
function exchangedNeighbour(input: LocaliseInput, fen: Float64Array, move: Move, proposed: number): number {
  if (!input.neighbours || proposed === fen[move.cell]) return -1;
  const around = input.neighbours(move.cell);
  const cells = [around.left, around.right, around.above, around.below].filter((i) => i >= 0);
  if (proposed !== 0) return cells.find((i) => fen[i] === proposed) ?? -1;
  return -1;
}

/** A cell of a plain equality (a = b) that already carries the proposed figure. */
function copyOf(system: DiagnosticSystem, cell: number, proposed: number, changed: ReadonlySet<number>): number {
  const { equations, from, of } = system;
  for (let k = from[cell]!; k < from[cell + 1]!; k++) {
    const e = of[k]!;
    const first = equations.start[e]!;
    if (equations.start[e + 1]! - first !== 2 || equations.relation[e] !== Relation.equal) continue;
    const other = equations.cell[first] === cell ? equations.cell[first + 1]! : equations.cell[first]!;
    if (!changed.has(other) && system.amounts.fen[other] === proposed && proposed !== 0) return other;
  }
  return -1;
}
