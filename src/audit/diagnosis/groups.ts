/** From judged causes to groups: who settles which failing equation, what every cell closes and breaks. */
import type { JudgedCause, JudgedMoves } from './alternatives';
import { componentsOf } from './components';
import { readMove } from './kinds';
import { missingRowParent } from './missingRow';
import type { CauseGroup, LocaliseInput, Move, SuspectCell } from './model';
import { isViolated, type SearchState } from './state';

/** `open` are failing equations that no cause settles; all causes are applied to `state`. */
export function groupsOf(
  state: SearchState, input: LocaliseInput, causes: readonly JudgedCause[], failing: readonly number[],
  open: readonly number[],
): CauseGroup[] {
  const failed = new Set(failing);
  const owned: number[][] = causes.map(() => []);
  const loose = new Set(open.filter((e) => failed.has(e)));
  for (const e of failing) {
    const owner = isViolated(state, e) ? -1 : ownerOf(state, causes, e);
    if (owner >= 0) owned[owner]!.push(e);
    else loose.add(e);
  }
  const groups: CauseGroup[] = [];
  causes.forEach((cause, index) => {
    if (owned[index]!.length > 0) groups.push(groupOf(state, input, cause, owned[index]!, failed));
  });
  for (const equations of componentsOf(state.system, [...loose].sort((a, b) => a - b))) {
    groups.push(unknown(state, equations));
  }
  return groups.sort((a, b) => a.equations[0]! - b.equations[0]!);
}

/** The cause whose change moves the equation most. */
function ownerOf(state: SearchState, causes: readonly JudgedCause[], e: number): number {
  const { start, cell, coefficient } = state.system.equations;
  let owner = -1;
  let most = -1;
  causes.forEach((cause, index) => {
    let shift = 0;
    let takesPart = false;
    for (const move of cause.best.moves) {
      for (let t = start[e]!; t < start[e + 1]!; t++) {
        if (cell[t] !== move.cell) continue;
        shift += coefficient[t]! * move.delta;
        takesPart = true;
      }
    }
    if (takesPart && Math.abs(shift) > most) {
      most = Math.abs(shift);
      owner = index;
    }
  });
  return owner;
}

function groupOf(
  state: SearchState, input: LocaliseInput, cause: JudgedCause, equations: readonly number[],
  failed: ReadonlySet<number>,
): CauseGroup {
  const suspects = suspectsOf(state, input, cause.best, failed);
  const alternatives = cause.others.map((other) => suspectsOf(state, input, other, failed));
  const parent = missingRowParent(state.system, cause.best.moves, equations);
  const base = { equations, exact: cause.exact, structural: null, parent };
  if (parent >= 0) {
    const blind = (cells: readonly SuspectCell[]): SuspectCell[] => cells.map((c) => ({ ...c, proposedFen: null }));
    return { ...base, suspects: blind(suspects), alternatives: alternatives.map(blind), ambiguous: true, shape: 'missingRow' };
  }
  const { moves } = cause.best;
  const transfer = moves.length > 1 && moves.some((m) => moves.some((n) => n.delta === -m.delta));
  const opposite = transfer && moves.length > 2 ? otherSide(state, moves, equations) : [];
  if (opposite.length > 0) alternatives.push(opposite.map((cell) => bare(state, cell, failed)));
  return {
    ...base, suspects, alternatives,
    ambiguous: alternatives.length > 0,
    shape: transfer ? 'transfer' : moves.length > 1 ? 'cells' : 'cell',
  };
}

function suspectsOf(
  state: SearchState, input: LocaliseInput, judged: JudgedMoves, failed: ReadonlySet<number>,
): SuspectCell[] {
  return judged.moves.map((move, index) => {
    const near = state.system.amounts.fen[move.cell]! + move.delta;
    const reading = readMove(state.system, input, move, judged.moves);
    return {
      ...bare(state, move.cell, failed),
      proposedFen: judged.determined[index] ? near : null,
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

/** Nothing settles these: the cells that take part in most of them, at most six. */
function unknown(state: SearchState, equations: readonly number[]): CauseGroup {
  const { start, cell } = state.system.equations;
  const part = new Map<number, number>();
  for (const e of equations) {
    for (let t = start[e]!; t < start[e + 1]!; t++) part.set(cell[t]!, (part.get(cell[t]!) ?? 0) + 1);
  }
  const vouched = (i: number): number => state.system.from[i + 1]! - state.system.from[i]! - part.get(i)!;
  const cells = [...part.keys()].sort((a, b) => part.get(b)! - part.get(a)! || vouched(a) - vouched(b) || a - b);
  const none = new Set<number>();
  const suspects = cells.slice(0, 6).map((i) => ({ ...bare(state, i, none), breaks: 0 }));
  return { equations, suspects, alternatives: [], ambiguous: true, exact: false, shape: 'unknown', structural: null, parent: -1 };
}
