/** By class of trouble: is it found, is it named, and is every value that is proposed the right one? */
import { allSteps } from '../../src/audit/diagnosis';
import { buildReport } from '../../src/audit/report/build';
import { causesInSteps } from '../../src/audit/report/groups';
import { isPartlyObeyed } from '../../src/audit/report/partlyObeyed';
import { suspicionsInSteps } from '../../src/audit/report/suspicions';
import type { Draft } from '../../src/audit/rules/kinds';
import type { AuditState } from '../../src/audit/state';
import type { WorkbookSnapshot } from '../../src/audit/workbook';
import { Random } from '../generate/random';
import { CLASSES, sameSpot, spotOf, type Planted, type Source, type Spot } from './classes';

export interface ClassRow {
  readonly name: string;
  cases: number;
  /** Single faults planted, found (an identity with the cell fails) and named (the cell, or all that cannot be told from it). */
  faults: number;
  found: number;
  named: number;
  /** Values proposed anywhere, and those that are what stood there before. */
  proposed: number;
  right: number;
  causes: number;
  readonly wrong: string[];
  readonly unnamed: string[];
  readonly unfound: string[];
}

/** From here on a figure in 分 has more than ten digits. */
const TEN_DIGITS = 1e10;

const keyOf = (spot: Spot): string => `${spot.sheet}.${spot.row}.${spot.column}`;

export function measureClasses(
  audit: (snapshot: WorkbookSnapshot) => AuditState,
  fixtures: readonly { readonly name: string; readonly snapshot: WorkbookSnapshot }[],
  options: { readonly seed: string; readonly perClass: number; readonly classes?: readonly string[] },
): ClassRow[] {
  const names = options.classes ?? [...CLASSES.keys()];
  const rows = names.map((name): ClassRow => ({ name, cases: 0, faults: 0, found: 0, named: 0, proposed: 0, right: 0, causes: 0, wrong: [], unnamed: [], unfound: [] }));
  for (const { name, snapshot } of fixtures) {
    const source = sourceOf(audit(snapshot));
    const known = suspected(source.state);
    for (const row of rows) {
      const random = new Random(`${options.seed} ${name} ${row.name}`);
      for (let n = 0, made = 0; n < options.perClass * 6 && made < options.perClass; n++) {
        const planted = CLASSES.get(row.name)?.(source, random);
        if (!planted || planted.faults.flat().some((spot) => known.has(keyOf(planted.before(spot) ?? spot)))) continue;
        made++;
        score(row, name, source, planted, audit(planted.snapshot), known);
      }
    }
  }
  return rows;
}

export function sourceOf(state: AuditState): Source {
  const { compiled: { equations }, evaluation, rules, recognition: { amounts, blocks, owners } } = state;
  const tied = new Set<number>();
  for (let e = 0; e < equations.count; e++) {
    if (evaluation.outcome[e] !== 0 || rules[equations.rule[e]].severity !== 'error') continue;
    for (let t = equations.start[e]; t < equations.start[e + 1]; t++) if (amounts.fen[equations.cell[t]] !== 0 && blocks[owners.block[equations.cell[t]]].doubt === '') tied.add(equations.cell[t]);
  }
  return { state, tied: [...tied].sort((a, b) => a - b) };
}

/** Places whose right value is not known: the unspoilt workbook's own diagnosis names them, or their own relations fail there. */
function suspected(state: AuditState): Set<string> {
  const { groups } = allSteps(causesInSteps(state));
  const cells = groups.flatMap((g) => [...g.suspects, ...g.alternatives.flat()].map((s) => s.cell));
  return new Set([...cells, ...groups.flatMap((g) => g.equations.flatMap((e) => cellsOf(state, e)))].map((cell) => keyOf(spotOf(state, cell))));
}

function score(row: ClassRow, name: string, source: Source, planted: Planted, state: AuditState, known: ReadonlySet<string>): void {
  const { amounts } = state.recognition;
  const certain = allSteps(causesInSteps(state));
  const causes = certain.groups.filter((g) => g.equations.some((e) => failsAnew(source, planted, state, e)));
  const suspicions = allSteps(suspicionsInSteps(state, certain)).groups.filter((g) => g.equations.some((e) => failsAnew(source, planted, state, e)));
  const accused = new Set<string>();
  for (const g of causes) for (const e of g.equations) for (const a of cellsOf(state, e)) accused.add(keyOf(spotOf(state, a)));
  const named = new Set([...causes, ...suspicions].flatMap((g) => [...g.suspects, ...g.alternatives.flat()]).map((s) => keyOf(spotOf(state, s.cell))));
  // A row that is gone or there twice may be told by a check of codes alone.
  const noted = saidAnew(source, state);
  const said = planted.before === sameSpot ? new Set<string>() : noted;
  // A cause about a row or a range names what its equations are about.
  for (const g of [...causes, ...suspicions].filter((c) => c.structural || c.mass || c.shape === 'missingRow')) for (const e of g.equations) for (const a of cellsOf(state, e)) named.add(keyOf(spotOf(state, a)));
  // Hints tell as well that something is at odds, and so do checks of codes about a whole table; they name no suspect.
  for (const e of hintsAnew(source, planted, state)) for (const a of cellsOf(state, e)) accused.add(keyOf(spotOf(state, a)));
  for (const e of partlyObeyedAnew(source, state)) for (const a of cellsOf(state, e)) accused.add(keyOf(spotOf(state, a)));
  row.cases++;
  row.causes += causes.length;
  for (const fault of planted.faults) {
    row.faults++;
    const isSaid = fault.some((spot) => said.has(`${spot.sheet}.${spot.row}`));
    const isNoted = fault.length > 1 && fault.some((spot) => noted.has(`${spot.sheet}.${spot.row}`));
    if (!isSaid && !isNoted && !fault.some((spot) => accused.has(keyOf(spot)) || rowsOf(accused).has(`${spot.sheet}.${spot.row}`))) {
      row.unfound.push(`[${name}] ${row.name}: ${fault.map((s) => place(state, s)).slice(0, 3).join(' ')} (${fault.length})`);
      continue;
    }
    row.found++;
    const rowWise = fault.length > 1;
    if (isSaid || (rowWise && isToldWhole(fault, source, state)) || fault.some((spot) => named.has(keyOf(spot)) || (rowWise && rowsOf(named).has(`${spot.sheet}.${spot.row}`)))) row.named++;
    else row.unnamed.push(`[${name}] ${row.name}: ${fault.map((s) => place(state, s)).slice(0, 3).join(' ')}`);
  }
  for (const suspect of causes.flatMap((g) => [...g.suspects, ...g.alternatives.flat()])) {
    if (suspect.proposedFen === null) continue;
    const spot = spotOf(state, suspect.cell);
    const was = planted.before(spot);
    if (was && known.has(keyOf(was))) continue;
    row.proposed++;
    const original = was === null ? -1 : amountAt(source.state, was);
    const right = original < 0 ? 0 : planted.rescale(source.state.recognition.amounts.fen[original]);
    // A figure cut to ten digits is mended to the whole one that stands elsewhere.
    const cut = original < 0 || Math.abs(right) < TEN_DIGITS ? 0 : source.state.evaluation.slacks.own[original];
    if (Math.abs(suspect.proposedFen - right) <= cut) row.right++;
    else row.wrong.push(`[${name}] ${row.name}: ${place(state, spot)} is ${amounts.fen[suspect.cell]}, proposed ${suspect.proposedFen}, right ${right}; faults at ${planted.faults.flat().slice(0, 20).map((s) => place(state, s)).join(' ')}`);
  }
}

/** A whole table that is told to be above what others allow, as it was not before. */
function isToldWhole(fault: readonly Spot[], source: Source, state: AuditState): boolean {
  const told = (of: AuditState): string[] => buildReport(of).groups.filter(({ suspects }) => suspects[0]?.kind === 'foreign').flatMap(({ suspects }) => suspects.map(({ sheet }) => sheet));
  const own = state.workbook.sheets[fault[0].sheet].name;
  return told(state).includes(own) && !told(source.state).includes(own);
}

/** Sums that an inferred relation is told to fail at, though nothing is called wrong for it. */
function partlyObeyedAnew(source: Source, state: AuditState): number[] {
  const keyOfGroup = ({ rules, unearned }: AuditState): string[] => unearned.filter(isPartlyObeyed).map((own) => `${rules[own.rule].id} ${own.block} ${own.held} ${own.broken}`);
  const before = new Set(keyOfGroup(source.state));
  return state.unearned.filter(isPartlyObeyed).filter((_, i) => !before.has(keyOfGroup(state)[i])).flatMap((own) => own.members);
}

/** Equations of mere hints that fail, and did not before. */
function hintsAnew(source: Source, planted: Planted, state: AuditState): number[] {
  const { compiled: { equations }, evaluation, rules } = state;
  return Array.from({ length: equations.count }, (_, e) => e).filter((e) => evaluation.outcome[e] === 1 && rules[equations.rule[e]].severity === 'hint' && failsAnew(source, planted, state, e));
}

/** Rows named by warnings and errors of the checks that the unspoilt workbook has not. */
function saidAnew(source: Source, state: AuditState): Set<string> {
  const drafts = ({ checks }: AuditState): Draft[] => [...checks.values()].flatMap((check) => check.drafts).filter((d) => d.severity !== 'hint');
  const before = new Set(drafts(source.state).map((d) => `${d.rule} ${d.key}`));
  return new Set(drafts(state).filter((d) => !before.has(`${d.rule} ${d.key}`)).flatMap((d) => d.cells.map(({ at }) => `${at.sheet}.${at.row}`)));
}

const rowsOf = (keys: ReadonlySet<string>): Set<string> => new Set([...keys].map((key) => key.slice(0, key.lastIndexOf('.'))));

function failsAnew(source: Source, planted: Planted, state: AuditState, e: number): boolean {
  const spots = cellsOf(state, e).map((a) => planted.before(spotOf(state, a)));
  if (spots.some((spot) => spot === null)) return true;
  const before = failing(source.state);
  return !before.has(`${state.rules[state.compiled.equations.rule[e]].id} ${spots.map((spot) => (spot ? keyOf(spot) : '')).join(' ')}`);
}

const failingOf = new WeakMap<AuditState, Set<string>>();

/** Equations that fail, told by their cells' places: numbers change between workbooks. */
function failing(state: AuditState): Set<string> {
  const kept = failingOf.get(state);
  if (kept) return kept;
  const keys = new Set<string>();
  const inferred = new Set(state.unearned.flatMap(({ members }) => members));
  for (let e = 0; e < state.compiled.equations.count; e++) {
    if (state.evaluation.outcome[e] === 1 || inferred.has(e)) keys.add(`${state.rules[state.compiled.equations.rule[e]].id} ${cellsOf(state, e).map((a) => keyOf(spotOf(state, a))).join(' ')}`);
  }
  failingOf.set(state, keys);
  return keys;
}

function cellsOf({ compiled: { equations } }: AuditState, e: number): number[] {
  return [...equations.cell.subarray(equations.start[e], equations.start[e + 1])];
}

function amountAt({ recognition: { amounts } }: AuditState, spot: Spot): number {
  for (let a = 0; a < amounts.count; a++) if (amounts.sheet[a] === spot.sheet && amounts.row[a] === spot.row && amounts.column[a] === spot.column) return a;
  return -1;
}

const place = (state: AuditState, { sheet, row, column }: Spot): string => `${state.workbook.sheets[sheet].name}!${String.fromCharCode(65 + column)}${row + 1}`;

/** The table for people. */
export function printClasses(rows: readonly ClassRow[], details: number): string {
  const percent = (a: number, b: number): string => (b === 0 ? '-' : `${((100 * a) / b).toFixed(1)} %`);
  const line = (cells: readonly string[]): string => cells.map((c, i) => (i === 0 ? c.padEnd(26) : c.padStart(10))).join('');
  const list = rows.map((r) => line([r.name, String(r.cases), String(r.faults), percent(r.found, r.faults), percent(r.named, r.found), String(r.proposed), String(r.right), percent(r.right, r.proposed), r.cases ? (r.causes / r.cases).toFixed(1) : '-']));
  const told = [...rows.flatMap((r) => r.wrong.slice(0, details)), ...rows.flatMap((r) => r.unnamed.slice(0, Math.ceil(details / 3)).map((text) => `not named: ${text}`)), ...rows.flatMap((r) => r.unfound.slice(0, details).map((text) => `not found: ${text}`))];
  return [line(['class', 'cases', 'faults', 'found', 'named', 'proposed', 'right', '', 'causes']), ...list, '', ...told].join('\n');
}
