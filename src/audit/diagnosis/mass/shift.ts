/** Figures that stand one place too far along their line: which run of places, and what putting them back makes hold. */
import type { Move } from '../move';
import { isViolated, type SearchState } from '../state';
import { violates } from '../system';
import { effectOf, type Effect } from './effect';
import type { Bundle } from './lines';
import type { MassCause } from './model';

/** Places at the ends of a run that say nothing themselves and are tried as part of it. */
const mostNeutral = 6;

export interface Shift extends MassCause {
  readonly gain: number;
}

/** The best run of the bundle, by places or by the sums along its lines; null where none stands out. */
export function shiftOf(state: SearchState, bundle: Bundle): Shift | null {
  const run = bundle.run ?? bestRun(scores(state, bundle));
  if (!run) return null;
  let best: { from: number; to: number; effect: Effect; gain: number } | null = null;
  for (let from = run.from; from >= Math.max(0, run.from - mostNeutral); from--) {
    for (let to = run.to; to < Math.min(bundle.lines[0]!.length, run.to + mostNeutral + 1); to++) {
      const trial = movesOf(state, bundle, from, to);
      if (!trial) break;
      const effect = effectOf(state, trial.moves, trial.free);
      const gain = effect.closed.length - 2 * effect.broken;
      if (!best || gain > best.gain) best = { from, to, effect, gain };
    }
  }
  if (!best) return null;
  const { moves, free } = movesOf(state, bundle, best.from, best.to)!;
  if (!standsOut(state, bundle, best.effect, moves)) return null;
  const first = bundle.by === -1 ? best.from - 1 : best.from;
  const last = bundle.by === -1 ? best.to : best.to + 1;
  return {
    kind: bundle.vertical ? (bundle.whole ? 'rowsShifted' : 'columnShifted') : bundle.whole ? 'columnsShifted' : 'rowShifted',
    cells: bundle.lines.flatMap((line) => line.slice(first, last + 1).filter((cell) => cell >= 0)),
    by: bundle.by, factor: 1, sources: sourcesOf(bundle, best.from, best.to), equations: best.effect.closed, gain: best.gain,
    moves: [...moves, ...[...free].map((cell) => ({ cell, delta: 0 }))],
  };
}

/** Enough equations hold with the figures put back, at enough places, and next to none is lost. */
function standsOut(state: SearchState, bundle: Bundle, { closed, broken }: Effect, moves: readonly Move[]): boolean {
  const { amounts, equations } = state.system;
  const places = new Set<number>();
  const changed = new Map(moves.filter((move) => move.delta !== 0).map((move) => [move.cell, bundle.vertical ? amounts.row[move.cell]! : amounts.column[move.cell]!]));
  for (const e of closed) for (let t = equations.start[e]!; t < equations.start[e + 1]!; t++) if (changed.has(equations.cell[t]!)) places.add(changed.get(equations.cell[t]!)!);
  const values = new Set(moves.map((move) => state.fen[move.cell]! + move.delta).filter((fen) => fen !== 0));
  const least = bundle.vertical ? 3 : 2;
  return closed.length >= 3 && places.size >= least && values.size >= least && broken * 5 <= closed.length;
}

/** For each place: equations closed less twice those broken if it held the figure from the next place. */
function scores(state: SearchState, bundle: Bundle): Float64Array {
  const { lines } = bundle;
  const placeOf = new Map<number, number>();
  for (const line of lines) line.forEach((cell, p) => { if (cell >= 0) placeOf.set(cell, p); });
  const result = new Float64Array(lines[0]!.length);
  for (let p = 0; p < result.length; p++) result[p] = scoreAt(state, bundle, placeOf, p);
  return result;
}

function scoreAt(state: SearchState, { lines, by }: Bundle, placeOf: ReadonlyMap<number, number>, p: number): number {
  const { from, of, coefficient, equations } = state.system;
  const shift = new Map<number, number>();
  for (const line of lines) {
    const cell = line[p]!;
    if (cell < 0) continue;
    const source = line[p + by] ?? -1;
    if (source < 0) return -Infinity;
    const delta = state.fen[source]! - state.fen[cell]!;
    for (let k = from[cell]!; k < from[cell + 1]!; k++) if (state.skipped[of[k]!] === 0) shift.set(of[k]!, (shift.get(of[k]!) ?? 0) + coefficient[k]! * delta);
  }
  let score = 0;
  for (const [e, change] of shift) {
    if (change === 0 || meetsOtherPlaces(state, placeOf, e, p)) continue;
    const before = isViolated(state, e);
    const after = violates(equations.relation[e]!, state.residual[e]! + change, state.tolerance[e]!);
    if (before && !after) score++;
    else if (!before && after) score -= 2;
  }
  return score;
}

/** Sums along the line change with the whole run; they are looked at afterwards. */
function meetsOtherPlaces({ system: { equations } }: SearchState, placeOf: ReadonlyMap<number, number>, e: number, p: number): boolean {
  for (let t = equations.start[e]!; t < equations.start[e + 1]!; t++) {
    const place = placeOf.get(equations.cell[t]!);
    if (place !== undefined && place !== p) return true;
  }
  return false;
}

/** The run with the largest sum. */
function bestRun(values: Float64Array): { from: number; to: number } | null {
  let best: { from: number; to: number } | null = null;
  let most = 1;
  let sum = 0;
  let from = 0;
  for (let p = 0; p < values.length; p++) {
    if (sum <= 0) {
      sum = 0;
      from = p;
    }
    sum += values[p]!;
    if (sum > most) {
      most = sum;
      best = { from, to: p };
    }
  }
  return best;
}

/** Figures of the run put back; `free` is the place whose own figure is lost. */
function movesOf(state: SearchState, { lines, by }: Bundle, from: number, to: number): { moves: Move[]; free: Set<number> } | null {
  const moves: Move[] = [];
  const free = new Set<number>();
  for (const line of lines) {
    for (let p = from; p <= to; p++) {
      const cell = line[p]!;
      const source = line[p + by] ?? -1;
      if (cell < 0 && source < 0) continue;
      if (cell < 0 || source < 0) return null;
      moves.push({ cell, delta: state.fen[source]! - state.fen[cell]! });
    }
    const lost = line[by === -1 ? from - 1 : to + 1] ?? -1;
    if (lost >= 0) free.add(lost);
  }
  return { moves, free };
}

function sourcesOf({ lines, by }: Bundle, from: number, to: number): Map<number, number> {
  const sources = new Map<number, number>();
  for (const line of lines) for (let p = from; p <= to; p++) if (line[p]! >= 0) sources.set(line[p]!, line[p + by]!);
  return sources;
}
