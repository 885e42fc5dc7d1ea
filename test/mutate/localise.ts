/** How well the diagnosis names the wrong cell: single faults by kind, and sets of two and three. */
import type { AuditState } from '../../src/audit/state';
import { allSteps } from '../../src/audit/diagnosis';
import { causesInSteps } from '../../src/audit/report/groups';
import type { CauseGroup, Localisation } from '../../src/audit/diagnosis';
import type { WorkbookSnapshot } from '../../src/audit/workbook';
import { faults, faultSets, originalValues, readBook, withFaults, type Book, type Fault, type FaultKind } from './index';

const KINDS: readonly FaultKind[] = [
  'digits swapped', 'digit dropped', 'digit doubled', 'times ten', 'tenth', 'sign', 'figure blanked', '元 for 万元',
  'value in neighbour column', 'value in neighbour row', 'leaf changed, totals stale', 'total leaves out a child',
];

export interface LocaliseRow {
  readonly kind: string;
  /** Faults that make an identity fail. */
  seen: number;
  /** The first choice holds the wrong cell (or one that stands in exactly the same identities). */
  top: number;
  /** Named among the alternatives only. */
  alternative: number;
  ambiguous: number;
  /** Values proposed for the wrong cell, and how many of them are right. */
  proposed: number;
  right: number;
  /** Cells in the first choice, summed. */
  cells: number;
  readonly missed: string[];
}

const row = (kind: string): LocaliseRow => ({ kind, seen: 0, top: 0, alternative: 0, ambiguous: 0, proposed: 0, right: 0, cells: 0, missed: [] });

export function measureLocalisation(
  audit: (snapshot: WorkbookSnapshot) => AuditState,
  fixtures: readonly { readonly name: string; readonly snapshot: WorkbookSnapshot }[],
  options: { readonly seed: string; readonly perKind: number },
): LocaliseRow[] {
  const rows = new Map<string, LocaliseRow>();
  const of = (kind: string): LocaliseRow => {
    let found = rows.get(kind);
    if (!found) rows.set(kind, (found = row(kind)));
    return found;
  };
  for (const { name, snapshot } of fixtures) {
    const book = readBook(snapshot);
    const original = audit(snapshot);
    const before = failing(original);
    const wrongBefore = suspected(original);
    for (const fault of faults(book, options.seed, options.perKind, KINDS)) judge(audit, book, [fault], before, wrongBefore, of(fault.kind), name);
    for (const size of [2, 3]) {
      for (const set of faultSets(book, options.seed, options.perKind * 3, size)) judge(audit, book, set, before, wrongBefore, of(`${size} faults at once`), name);
    }
  }
  return [...rows.values()];
}

/** Equations that fail, told by their cells' places: numbers change between workbooks. */
function failing(state: AuditState): Set<string> {
  const keys = new Set<string>();
  for (let e = 0; e < state.compiled.equations.count; e++) if (state.evaluation.outcome[e] === 1) keys.add(keyOf(state, e));
  return keys;
}

/** Places of the cells that the unmutated workbook's own diagnosis names. */
function suspected(state: AuditState): Set<string> {
  const { sheet, row: line, column } = state.recognition.amounts;
  const cells = allSteps(causesInSteps(state)).groups.flatMap((g) => [...g.suspects, ...g.alternatives.flat()]);
  return new Set(cells.map((s) => `${sheet[s.cell]}.${line[s.cell]}.${column[s.cell]}`));
}

function keyOf(state: AuditState, e: number): string {
  const { equations } = state.compiled;
  const { sheet, row: line, column } = state.recognition.amounts;
  const cells = [...equations.cell.subarray(equations.start[e], equations.start[e + 1])].map((c) => `${sheet[c]}.${line[c]}.${column[c]}`);
  return `${state.rules[equations.rule[e]].id} ${cells.join(' ')}`;
}

function judge(audit: (s: WorkbookSnapshot) => AuditState, book: Book, set: readonly Fault[], before: ReadonlySet<string>, wrongBefore: ReadonlySet<string>, result: LocaliseRow, name: string): void {
  const state = audit(withFaults(book, set));
  const causes = allSteps(causesInSteps(state));
  const fresh = causes.groups.filter((g) => g.equations.some((e) => !before.has(keyOf(state, e))));
  const cells = set.map((fault) => fault.changed.map((place) => amountAt(state, place.sheet, place.row, place.column)));
  const visible = cells.filter((own) => own.some((cell) => cell >= 0 && isAccused(state, cell, before)));
  if (visible.length < set.length) return;
  // A figure that the document itself has wrong has no right value to give back.
  if (set.some((fault) => fault.changed.some((place) => wrongBefore.has(`${place.sheet}.${place.row}.${place.column}`)))) return;
  result.seen++;
  const first = cells.every((own) => own.some((cell) => cell >= 0 && fresh.some((g) => g.suspects.some((s) => alike(state, s.cell, cell)))));
  if (first) result.top++;
  else if (cells.every((own) => own.some((cell) => cell >= 0 && fresh.some((g) => inAny(state, g, cell))))) result.alternative++;
  else result.missed.push(`[${name}] ${set.map((f) => `${f.kind} ${f.description}: ${f.original} → ${f.mutated}`).join(' & ')} => ${told(state, fresh)}`);
  if (fresh.some((g) => g.ambiguous)) result.ambiguous++;
  result.cells += fresh.reduce((n, g) => n + g.suspects.length, 0);
  values(state, causes, book, set, cells, result);
}

/** Counts proposals for the changed cells and whether they give back the original. */
function values(state: AuditState, causes: Localisation, book: Book, set: readonly Fault[], cells: readonly (readonly number[])[], result: LocaliseRow): void {
  set.forEach((fault, i) => {
    const originals = originalValues(book, fault);
    cells[i].forEach((cell, k) => {
      const suspect = causes.groups.flatMap((g) => g.suspects).find((s) => s.cell === cell);
      const original = originals[k];
      if (!suspect || suspect.proposedFen === null || (typeof original !== 'number' && original !== null)) return;
      result.proposed++;
      const unit = state.recognition.blocks[state.recognition.owners.block[cell]].table.unit === 'yuan' ? 100 : 1_000_000;
      if (Math.round((original ?? 0) * unit) === suspect.proposedFen) result.right++;
      else result.missed.push(`value: ${fault.kind} ${fault.description}: ${fault.original} → ${fault.mutated}; proposed ${suspect.proposedFen / unit}`);
    });
  });
}

const inAny = (state: AuditState, g: CauseGroup, cell: number): boolean => [g.suspects, ...g.alternatives].some((list) => list.some((s) => alike(state, s.cell, cell)));

function told(state: AuditState, groups: readonly CauseGroup[]): string {
  const { sheet, row: line, column } = state.recognition.amounts;
  return groups.map((g) => g.suspects.map((s) => `${state.workbook.sheets[sheet[s.cell]].name}!${String.fromCharCode(65 + column[s.cell])}${line[s.cell] + 1}`).join('+')).join(' | ') || 'nothing';
}

function amountAt(state: AuditState, sheet: number, line: number, column: number): number {
  const { amounts } = state.recognition;
  for (let a = 0; a < amounts.count; a++) if (amounts.sheet[a] === sheet && amounts.row[a] === line && amounts.column[a] === column) return a;
  return -1;
}

function isAccused(state: AuditState, cell: number, before: ReadonlySet<string>): boolean {
  return equationsOf(state, cell).some(([e]) => state.evaluation.outcome[e] === 1 && state.rules[state.compiled.equations.rule[e]].severity === 'error' && !before.has(keyOf(state, e)));
}

function equationsOf(state: AuditState, cell: number): (readonly [equation: number, coefficient: number])[] {
  const { equations } = state.compiled;
  const found: (readonly [number, number])[] = [];
  for (let e = 0; e < equations.count; e++) {
    for (let t = equations.start[e]; t < equations.start[e + 1]; t++) if (equations.cell[t] === cell) found.push([e, equations.coefficient[t]]);
  }
  return found;
}

/** The same cell, or one that stands in exactly the same equations up to sign: nothing can tell them apart. */
function alike(state: AuditState, a: number, b: number): boolean {
  if (a === b) return true;
  const active = (list: (readonly [number, number])[]): (readonly [number, number])[] => list.filter(([e]) => state.rules[state.compiled.equations.rule[e]].severity === 'error');
  const x = active(equationsOf(state, a));
  const y = active(equationsOf(state, b));
  if (x.length !== y.length || x.length === 0) return false;
  const sign = x[0][1] * y[0][1];
  return x.every(([e, c], i) => e === y[i][0] && Math.sign(c * y[i][1]) === Math.sign(sign));
}

/** The table for people. */
export function printLocalisation(rows: readonly LocaliseRow[], details: number): string {
  const percent = (a: number, b: number): string => (b === 0 ? '-' : `${((100 * a) / b).toFixed(1)} %`);
  const line = (cells: readonly string[]): string => cells.map((c, i) => (i === 0 ? c.padEnd(30) : c.padStart(12))).join('');
  const all = rows.filter((r) => !r.kind.includes('at once'));
  const sum = (key: 'seen' | 'top' | 'alternative' | 'ambiguous' | 'proposed' | 'right' | 'cells', list = all): number => list.reduce((n, r) => n + r[key], 0);
  const total: LocaliseRow = { ...row('all single faults'), seen: sum('seen'), top: sum('top'), alternative: sum('alternative'), ambiguous: sum('ambiguous'), proposed: sum('proposed'), right: sum('right'), cells: sum('cells') };
  const lines = [line(['fault', 'seen', 'top-1', 'alternative', 'missed', 'values', 'right', 'ambiguous', 'cells/case'])];
  for (const r of [...rows, total]) {
    lines.push(line([r.kind, String(r.seen), percent(r.top, r.seen), percent(r.alternative, r.seen), percent(r.seen - r.top - r.alternative, r.seen), String(r.proposed), percent(r.right, r.proposed), percent(r.ambiguous, r.seen), r.seen ? (r.cells / r.seen).toFixed(2) : '-']));
  }
  const missed = rows.flatMap((r) => r.missed).slice(0, details);
  return [...lines, '', ...missed].join('\n');
}
