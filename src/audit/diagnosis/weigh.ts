/**
 * The price of an explanation. One cell costs about 1; the further cells of one cause (same amount, or held together by
 * an identity that stayed true) cost less than cells wrong independently of each other; a typing error makes a change
 * cheaper; an identity that was true before and after although two of its cells change speaks against it.
 */
import { Relation } from '../equations/model';
import { readMove } from './kinds';
import type { LocaliseInput, Move } from './model';
import { kindDiscount, priceOf } from './prices';
import type { SearchState } from './state';
import { residualOf, type DiagnosticSystem } from './system';

export interface Weighed {
  readonly moves: readonly Move[];
  /** The moves by cause: clusters that stand or fall together. */
  readonly causes: readonly (readonly Move[])[];
  readonly cost: number;
  /** Identities of the changed cells that come out only within rounding; one between two cells counts three. */
  readonly loose: number;
  /** Values made negative where nothing around is negative: such explanations only count when there is no other. */
  readonly negatives: number;
}

/** `failed` says whether an equation failed before any change; the moves are not applied to `state`. */
export function weigh(
  state: SearchState, input: LocaliseInput, moves: readonly Move[], failed: (e: number) => boolean,
): Weighed {
  const { system } = state;
  const { causes, restored } = clusters(system, moves, failed);
  let cost = restored * priceOf.restored;
  let negatives = 0;
  for (const cause of causes) {
    cause.forEach((move, index) => {
      const weight = input.weight?.(move.cell) ?? 1;
      const base = index === 0 ? priceOf.cell : priceOf.further;
      cost += base * weight - kindDiscount(readMove(system, input, move, cause).kind);
      if (system.amounts.fen[move.cell] === 0) cost += priceOf.emptyCell;
      if (turnsNegative(system, move)) negatives++;
    });
  }
  return { moves, causes, cost, loose: looseEnds(state, moves), negatives };
}

function looseEnds(state: SearchState, moves: readonly Move[]): number {
  const { from, of, coefficient, equations } = state.system;
  const after = new Map<number, number>();
  for (const { cell, delta } of moves) {
    for (let k = from[cell]!; k < from[cell + 1]!; k++) {
      const e = of[k]!;
      if (state.skipped[e] === 1 || equations.relation[e] !== Relation.equal) continue;
      after.set(e, (after.get(e) ?? state.residual[e]!) + coefficient[k]! * delta);
    }
  }
  let n = 0;
  for (const [e, residual] of after) if (residual !== 0) n += equations.start[e + 1]! - equations.start[e]! === 2 ? 3 : 1;
  return n;
}

/** Joins moves by an equal amount or by an equation that held before and holds after both. */
function clusters(
  system: DiagnosticSystem, moves: readonly Move[], failed: (e: number) => boolean,
): { causes: Move[][]; restored: number } {
  const group = moves.map((_, index) => index);
  const join = (a: number, b: number): void => {
    const keep = Math.min(group[a]!, group[b]!);
    const drop = Math.max(group[a]!, group[b]!);
    for (let i = 0; i < group.length; i++) if (group[i] === drop) group[i] = keep;
  };
  const firstBy = new Map<number, number>();
  const restored = new Set<number>();
  moves.forEach((move, index) => {
    for (let k = system.from[move.cell]!; k < system.from[move.cell + 1]!; k++) {
      const e = system.of[k]!;
      const first = firstBy.get(e);
      if (first === undefined) firstBy.set(e, index);
      else if (!failed(e) && system.equations.relation[e] === Relation.equal && residualOf(system, e) === 0) {
        restored.add(e);
        join(first, index);
      } else if (Math.abs(moves[first]!.delta) === Math.abs(move.delta)) join(first, index);
    }
    const twin = moves.findIndex((m) => Math.abs(m.delta) === Math.abs(move.delta));
    if (twin !== index) join(twin, index);
  });
  const causes = new Map<number, Move[]>();
  moves.forEach((move, index) => {
    const cause = causes.get(group[index]!);
    if (cause) cause.push(move);
    else causes.set(group[index]!, [move]);
  });
  return { causes: [...causes.values()], restored: restored.size };
}

function turnsNegative(system: DiagnosticSystem, move: Move): boolean {
  const { amounts, equations, from, of } = system;
  const current = amounts.fen[move.cell]!;
  if (current < 0 || current + move.delta >= 0) return false;
  for (let k = from[move.cell]!; k < from[move.cell + 1]!; k++) {
    const e = of[k]!;
    for (let t = equations.start[e]!; t < equations.start[e + 1]!; t++) {
      // The figure itself with its sign changed is no sign that negative ones belong here.
      const fen = amounts.fen[equations.cell[t]!]!;
      if (fen < 0 && fen !== current + move.delta) return false;
    }
  }
  return true;
}

/** Best first: fewest odd negatives, then price, then cells. A total order, so that results repeat. */
export function compareWeighed(a: Weighed, b: Weighed): number {
  if (a.negatives !== b.negatives) return a.negatives - b.negatives;
  if (Math.abs(a.cost - b.cost) > 1e-9) return a.cost - b.cost;
  for (let i = 0; i < Math.min(a.moves.length, b.moves.length); i++) {
    const d = a.moves[i]!.cell - b.moves[i]!.cell || a.moves[i]!.delta - b.moves[i]!.delta;
    if (d !== 0) return d;
  }
  return a.moves.length - b.moves.length;
}
