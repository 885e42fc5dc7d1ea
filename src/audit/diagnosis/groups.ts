/** From judged causes to groups: who settles which failing equation, what every cell closes and breaks. */
import { componentsOf } from './components';
import { readMove } from './kinds';
import type { MassCause } from './mass';
import { missingRowParent } from './missingRow';
import type { CauseGroup, LocaliseInput, Move, SuspectCell } from './model';
import type { ProvenCause } from './proof';
import { isViolated, type SearchState } from './state';

/** `open` are failing equations that no cause settles; all causes are applied to `state`. */
export function groupsOf(
  state: SearchState, input: LocaliseInput, given: readonly MassCause[], causes: readonly ProvenCause[],
  failing: readonly number[], open: readonly number[],
): CauseGroup[] {
  const failed = new Set(failing);
  const taken = new Set(given.flatMap((mass) => mass.equations));
  const owned: number[][] = causes.map(() => []);
  const loose = new Set(open.filter((e) => failed.has(e)));
  const owners = ownersOf(state, causes);
  const masses = given.map((mass) => ({ mass, also: [] as number[] }));
  const massOf = new Map(masses.flatMap((entry) => entry.mass.moves.map((move) => [move.cell, entry] as const)));
  for (const e of failing) {
    if (taken.has(e)) continue;
    const owner = isViolated(state, e) ? -1 : owners.get(e) ?? -1;
    const mass = owner < 0 && !isViolated(state, e) ? firstOf(state, e, massOf) : undefined;
    if (owner >= 0) owned[owner]!.push(e);
    else if (mass) mass.also.push(e);
    else loose.add(e);
  }
  const groups: CauseGroup[] = masses.map(({ mass, also }) => massGroup(state, mass, also));
  causes.forEach((cause, index) => {
    if (owned[index]!.length > 0) groups.push(groupOf(state, input, cause, owned[index]!, failed));
  });
  for (const equations of componentsOf(state, [...loose].sort((a, b) => a - b))) {
    groups.push(unknown(state, equations));
  }
  return groups.sort((a, b) => a.equations[0]! - b.equations[0]!);
}

function firstOf<T>({ system: { equations } }: SearchState, e: number, by: ReadonlyMap<number, T>): T | undefined {
  for (let t = equations.start[e]!; t < equations.start[e + 1]!; t++) {
    const found = by.get(equations.cell[t]!);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `also` are equations that hold once the places whose figures were lost are filled. */
function massGroup({ system: { amounts } }: SearchState, mass: MassCause, also: readonly number[]): CauseGroup {
  const equations = [...mass.equations, ...also].sort((a, b) => a - b);
  const suspects = mass.cells.map((cell): SuspectCell => ({
    cell, currentFen: amounts.fen[cell]!, proposedFen: null, nearFen: null, kind: 'other', related: -1, closes: mass.equations.length, breaks: 0,
  }));
  return { equations, suspects, alternatives: [], ambiguous: false, exact: true, shape: 'mass', structural: null, mass, parent: -1 };
}

/** For every equation that changes meet: the cause whose change moves it most. */
function ownersOf(state: SearchState, causes: readonly ProvenCause[]): Map<number, number> {
  const { from, of, coefficient } = state.system;
  const owner = new Map<number, { cause: number; shift: number }>();
  causes.forEach((cause, index) => {
    const shifts = new Map<number, number>();
    for (const { cell, delta } of cause.best) {
      for (let k = from[cell]!; k < from[cell + 1]!; k++) shifts.set(of[k]!, (shifts.get(of[k]!) ?? 0) + coefficient[k]! * delta);
    }
    for (const [e, shift] of shifts) if (Math.abs(shift) > (owner.get(e)?.shift ?? -1)) owner.set(e, { cause: index, shift: Math.abs(shift) });
  });
  return new Map([...owner].map(([e, { cause }]) => [e, cause]));
}

function groupOf(
  state: SearchState, input: LocaliseInput, cause: ProvenCause, equations: readonly number[],
  failed: ReadonlySet<number>,
): CauseGroup {
  const { best: moves } = cause;
  const parent = missingRowParent(state.system, moves, equations);
  const transfer = moves.length > 1 && moves.some((m) => moves.some((n) => n.delta === -m.delta));
  const opposite = parent < 0 && transfer && moves.length > 2 ? otherSide(state, moves, equations) : [];
  const emptied = emptiedRow(state, moves);
  const surplus = parent < 0 && emptied.length === moves.length;
  const ambiguous = parent >= 0 || emptied.length > 0 || cause.others.length > 0 || opposite.length > 0;
  const alternatives = cause.others.map((other) => suspectsOf(state, input, other, other.map(() => false), failed));
  if (opposite.length > 0) alternatives.push(opposite.map((cell) => bare(state, cell, failed)));
  return {
    equations, exact: cause.exact, structural: null, mass: null, parent, alternatives, ambiguous,
    suspects: suspectsOf(state, input, moves, cause.determined.map((determined) => determined && !ambiguous), failed),
    shape: parent >= 0 ? 'missingRow' : surplus ? 'surplusRow' : transfer ? 'transfer' : moves.length > 1 ? 'cells' : 'cell',
  };
}

/** Several figures of one row become 0: the row is listed twice, does not belong here, or is missing in another table. */
function emptiedRow({ system: { amounts } }: SearchState, moves: readonly Move[]): readonly Move[] {
  const rows = new Map<string, Move[]>();
  for (const move of moves) {
    if (amounts.fen[move.cell]! + move.delta !== 0) continue;
    const key = `${amounts.sheet[move.cell]!}|${amounts.row[move.cell]!}`;
    const row = rows.get(key);
    if (row) row.push(move);
    else rows.set(key, [move]);
  }
  return [...rows.values()].find((row) => row.length > 1) ?? [];
}

function suspectsOf(
  state: SearchState, input: LocaliseInput, moves: readonly Move[], determined: readonly boolean[], failed: ReadonlySet<number>,
): SuspectCell[] {
  return moves.map((move, index) => {
    const near = state.system.amounts.fen[move.cell]! + move.delta;
    const reading = readMove(state.system, input, move, moves);
    return {
      ...bare(state, move.cell, failed),
      proposedFen: determined[index] ? near : null,
      nearFen: near,
      kind: reading.kind,
      related: reading.related,
    };
  });
}

function bare(state: SearchState, cell: number, failed: ReadonlySet<number>): SuspectCell {
  const { from, of, amounts } = state.system;
  let closes = 0;
  let breaks = 0;
  for (let k = from[cell]!; k < from[cell + 1]!; k++) {
    const e = of[k]!;
    if (state.skipped[e] === 1) continue;
    const bad = isViolated(state, e);
    if (failed.has(e) && !bad) closes++;
    if (!failed.has(e) && bad) breaks++;
  }
  return { cell, currentFen: amounts.fen[cell]!, proposedFen: null, nearFen: null, kind: 'other', related: -1, closes, breaks };
}

/** Money moved between lines: the cells on the other side of the short failing equations. */
function otherSide(state: SearchState, moves: readonly Move[], equations: readonly number[]): number[] {
  const { start, cell } = state.system.equations;
  const cells = new Set<number>();
  for (const e of equations) {
    if (start[e + 1]! - start[e]! > 3) continue;
    for (let t = start[e]!; t < start[e + 1]!; t++) {
      if (!moves.some((move) => move.cell === cell[t])) cells.add(cell[t]!);
    }
  }
  return [...cells].sort((a, b) => a - b);
}

/** Nothing settles these: the cells that take part in most of them, at most five. */
function unknown(state: SearchState, equations: readonly number[]): CauseGroup {
  const { start, cell } = state.system.equations;
  const part = new Map<number, number>();
  for (const e of equations) {
    for (let t = start[e]!; t < start[e + 1]!; t++) part.set(cell[t]!, (part.get(cell[t]!) ?? 0) + 1);
  }
  const vouched = (i: number): number => state.system.from[i + 1]! - state.system.from[i]! - part.get(i)!;
  const cells = [...part.keys()].sort((a, b) => part.get(b)! - part.get(a)! || vouched(a) - vouched(b) || a - b);
  const none = new Set<number>();
  const suspects = cells.slice(0, 5).map((i) => ({ ...bare(state, i, none), breaks: 0 }));
  return { equations, suspects, alternatives: [], ambiguous: true, exact: false, shape: 'unknown', structural: null, mass: null, parent: -1 };
}
