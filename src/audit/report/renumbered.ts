import type { CauseGroup, Localisation, StructuralCause, SuspectCell } from '../diagnosis';
import type { AmountStore, EquationStore } from '../equations/model';
import { OutcomeCode } from '../outcome/evaluate';
import type { AuditState } from '../state';

/** Amounts and failing equations of a state by the numbers that the same have in another; undefined where there is none. */
export interface Numbering {
  readonly cell: (old: number) => number | undefined;
  readonly equation: (old: number) => number | undefined;
}

/** Where both states have the same tables, though perhaps not the same amounts and equations; null where the tables differ. */
export function numberingOf(before: AuditState, now: AuditState): Numbering | null {
  if (before.compiled === now.compiled) return SAME;
  const [tables, others] = [before.recognition.tables, now.recognition.tables];
  if (tables.length !== others.length || tables.some((table, i) => table.id !== others[i].id || table.sheet !== others[i].sheet)) return null;
  const [amounts, amountsNow] = [before.recognition.amounts, now.recognition.amounts];
  const cell = cellsBetween(amounts, amountsNow);
  const wanted = new Map(failing(now).map((e) => [relationOf(now, e, (a) => a), e]));
  const equations = new Map(failing(before).map((e) => [e, wanted.get(relationOf(before, e, cell))]));
  return { cell, equation: (old) => equations.get(old) };
}

/** Amounts by their places; mostly all of them stand where they stood. */
function cellsBetween(before: AmountStore, now: AmountStore): Numbering['cell'] {
  let same = before.count === now.count;
  for (let a = 0; same && a < now.count; a++) same = before.row[a] === now.row[a] && before.column[a] === now.column[a] && before.sheet[a] === now.sheet[a];
  if (same) return SAME.cell;
  const places = new Map(Array.from({ length: now.count }, (_, a) => [placeOf(now, a), a]));
  return (old) => places.get(placeOf(before, old));
}

/** Nothing was compiled anew. */
export const SAME: Numbering = { cell: (old) => old, equation: (old) => old };

/** What was found, in the numbers of the other state; causes with cells that are there no more are gone. */
export function renumbered({ groups, unexplained }: Localisation, numbering: Numbering): Localisation {
  if (numbering === SAME) return { groups, unexplained };
  return { groups: groups.flatMap((group) => groupOf(group, numbering) ?? []), unexplained: inOrder(unexplained, numbering) };
}

function groupOf(group: CauseGroup, numbering: Numbering): CauseGroup | null {
  const { cell } = numbering;
  const { structural, mass } = group;
  if (cellsOf(group).some((old) => old >= 0 && cell(old) === undefined)) return null;
  const to = (old: number): number => (old < 0 ? old : cell(old) ?? -1);
  const suspects = (list: readonly SuspectCell[]): SuspectCell[] => list.map((one) => ({ ...one, cell: to(one.cell), related: to(one.related) }));
  return {
    ...group,
    equations: inOrder(group.equations, numbering),
    suspects: suspects(group.suspects),
    alternatives: group.alternatives.map(suspects),
    structural: structural && structuralOf(structural, to, numbering),
    mass: mass && {
      ...mass,
      cells: mass.cells.map(to),
      equations: inOrder(mass.equations, numbering),
      moves: mass.moves.map((move) => ({ ...move, cell: to(move.cell) })),
      sources: new Map([...mass.sources].map(([at, from]) => [to(at), to(from)])),
    },
    parent: to(group.parent),
  };
}

const structuralOf = (cause: StructuralCause, to: (old: number) => number, numbering: Numbering): StructuralCause =>
  ({ ...cause, cells: cause.cells.map(to), equations: inOrder(cause.equations, numbering) });

/** Every amount that a cause speaks of; −1 where it has none of a kind. Asked for after each edit, of causes that mostly stay what they are. */
export function cellsOf(group: CauseGroup): readonly number[] {
  let cells = CELLS.get(group);
  if (cells) return cells;
  const { suspects, alternatives, structural, mass, parent } = group;
  cells = [
    parent,
    ...[...suspects, ...alternatives.flat()].flatMap(({ cell, related }) => [cell, related]),
    ...(structural?.cells ?? []),
    ...(mass ? [...mass.cells, ...mass.sources.keys(), ...mass.sources.values(), ...mass.moves.map(({ cell }) => cell)] : []),
  ];
  CELLS.set(group, cells);
  return cells;
}

const CELLS = new WeakMap<CauseGroup, readonly number[]>();

/** Those that still fail, ascending. */
const inOrder = (equations: readonly number[], { equation }: Numbering): number[] => equations.flatMap((old) => equation(old) ?? []).sort((a, b) => a - b);

/** Excel's limits: a sheet, row and column make one number. */
const placeOf = ({ sheet, row, column }: AmountStore, a: number): number => (sheet[a] * 1_048_576 + row[a]) * 16_384 + column[a];

function failing({ compiled: { equations }, evaluation: { outcome } }: AuditState): number[] {
  return Array.from({ length: equations.count }, (_, e) => e).filter((e) => outcome[e] === OutcomeCode.inconsistent);
}

/** A relation as a text: its rule and its terms. */
function relationOf({ compiled: { equations }, rules }: AuditState, e: number, cell: (own: number) => number | undefined): string {
  const { start, cell: terms, coefficient, rule, relation }: EquationStore = equations;
  let text = `${rules[rule[e]].id}|${relation[e]}`;
  for (let t = start[e]; t < start[e + 1]; t++) text += `|${coefficient[t]}·${cell(terms[t]) ?? '?'}`;
  return text;
}
