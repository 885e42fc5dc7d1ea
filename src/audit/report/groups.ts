import { explainGroups, explainSuspicions, localiseInSteps, Verdict, type CauseGroup, type Localisation, type Naming, type Steps, type StructuralCause, type SuspectCell } from '../diagnosis';
import { OutcomeCode } from '../outcome/evaluate';
import { decimalText, moneyText } from '../rules/kinds/money';
import type { AuditState } from '../state';
import { storedUnit } from '../tables';
import { shownName } from '../workbook';
import type { Placed } from './context';
import { AmountNames } from './labels';
import { MendedFormulas } from './mendedFormulas';
import { missingRows } from './missingRows';
import { partlyObeyedSums } from './partlyObeyed';
import type { FindingGroup } from './model';
import { toldGroups } from './toldGroups';

/** Causes as they were told before. */
export interface CausesBefore {
  readonly causes: ReadonlyMap<CauseGroup, FindingGroup>;
  /** Amounts that are others now. */
  readonly changed: ReadonlySet<number>;
}

/** What explains the failing identities, and what would explain inferred sums that fail. */
export interface Causes {
  readonly certain: Localisation;
  readonly suspected: Localisation;
}

/** The causes behind the failing identities: which cell is wrong, and what it should be where that is determined; `remember` is given each as it is told. */
export function groupsOf(state: AuditState, found: Causes, placed: readonly Placed[], names: AmountNames, lang: 'zh' | 'en', before: CausesBefore | null, remember: Map<CauseGroup, FindingGroup>): FindingGroup[] {
  const { recognition, compiled: { equations } } = state;
  if (found.certain.groups.length + found.suspected.groups.length === 0) return [];
  const findingOf = new Map(placed.flatMap((p) => [...(p.equation >= 0 && p.finding.outcome === 'inconsistent' ? [p.equation] : []), ...(p.sums ?? [])].map((e) => [e, p.finding.id] as const)));
  const formulas = new MendedFormulas(state);
  const naming: Naming = {
    language: lang,
    place: (cell) => ({ sheet: names.sheet(cell), address: names.address(cell) }),
    label: (cell) => rowWords(state, cell),
    column: (cell) => names.columnLabel(cell),
    unit: (cell) => names.unitText(cell, lang),
    value: (cell) => recognition.amounts.fen[cell],
    amount: (cell, fen) => moneyText(fen, names.unit(cell)),
    plain: (cell, fen) => (names.isBlank(cell) && fen === 0 ? '' : decimalText(fen, names.unit(cell))),
    formula: (cell) => formulas.of(cell),
    mendedFormula: (suspect, together) => formulas.mended(suspect, together),
    finding: (equation) => findingOf.get(equation) ?? null,
  };
  const groups = [
    ...explainGroups(found.certain, naming, toldGroups(before?.causes ?? new Map<CauseGroup, FindingGroup>(), before?.changed ?? new Set(), formulas, remember)),
    ...explainSuspicions(found.suspected, naming, (e) => equations.cell[equations.start[e]]),
  ];
  // A cause that explains more comes first; then the order in which its findings are read.
  const order = new Map(placed.map((p, i) => [p.finding.id, i]));
  const first = new Map(groups.map((g) => [g, g.findings.reduce((least, id) => Math.min(least, order.get(id) ?? placed.length), placed.length)]));
  return groups.sort((a, b) => b.findings.length - a.findings.length || (first.get(a) ?? 0) - (first.get(b) ?? 0));
}

/** Beyond so many failures no search for single cells makes sense, and none ends in good time. */
export const MOST_SEARCHED = 2_000;

/** Failing relations of the rules that accuse. */
export function failingOf({ compiled: { equations }, evaluation: { outcome }, rules }: AuditState): number {
  let count = 0;
  for (let e = 0; e < equations.count; e++) if (outcome[e] === OutcomeCode.inconsistent && rules[equations.rule[e]].severity === 'error') count++;
  return count;
}

/** The diagnosis itself, by amount and equation numbers. Only identities between cells that must hold accuse a cell; hints and limits do not. */
export function* causesInSteps(state: AuditState): Steps<Localisation> {
  const { recognition, compiled, evaluation, raw, rules } = state;
  const { equations } = compiled;
  const sums = partlyObeyedSums(state.unearned);
  const verdictOf = (code: number, e: number): number => {
    if (rules[equations.rule[e]].severity !== 'error' || compiled.notes.constants.has(e)) return Verdict.skipped;
    return code === raw.outcome[e] ? code : sums.has(e) ? Verdict.inferred : Verdict.disputed;
  };
  const outcome = evaluation.outcome.map(verdictOf);
  if (!outcome.includes(OutcomeCode.inconsistent) || failingOf(state) > MOST_SEARCHED) return { groups: [], unexplained: [] };
  const found = yield* localiseInSteps({ amounts: recognition.amounts, equations, outcome, tolerance: evaluation.tolerance, isTotal: (cell) => isTotal(state, cell), ...placesIn(state), conditionsOf: (e) => compiled.conditionsOf.get(equations.rule[e]) ?? NONE, structural: [...duplicatedRows(state, outcome), ...missingRows(state, outcome, new AmountNames(state.workbook, recognition))] });
  return { ...found, groups: found.groups.map((group) => withoutGuesses(state, group)) };
}

const NONE: ReadonlySet<number> = new Set();

/** Tables and blocks by number, for causes that concern many cells at once. */
export function placesIn({ recognition: { owners, blocks, tables } }: AuditState): { tableOf: (cell: number) => number; blockOf: (cell: number) => number } {
  const index = new Map(tables.map((table, i) => [table, i]));
  const table = blocks.map((block) => index.get(block.table) ?? -1);
  return { tableOf: (cell) => table[owners.block[cell]], blockOf: (cell) => owners.block[cell] };
}

/** Where a table's levels had to be guessed (表10 with a wrong amount), a cell can be named but no value proved; where a format shows another figure than is stored, none can be written. */
function withoutGuesses(state: AuditState, group: CauseGroup): CauseGroup {
  const { owners, blocks } = state.recognition;
  const modest = (list: readonly SuspectCell[]): readonly SuspectCell[] =>
    list.map((s) => (blocks[owners.block[s.cell]].doubt === '' && isStoredAsShown(state, s.cell) ? s : { ...s, proposedFen: null }));
  return { ...group, suspects: modest(group.suspects), alternatives: group.alternatives.map(modest) };
}

function isStoredAsShown({ recognition, grids }: AuditState, cell: number): boolean {
  const { amounts, owners, blocks } = recognition;
  const grid = grids[amounts.sheet[cell]];
  const { unit } = blocks[owners.block[cell]].table;
  return storedUnit(grid, grid.at(amounts.row[cell], amounts.column[cell]), unit) === unit;
}

/** "30228 工会经费"; a line without a code by its words. */
function rowWords(state: AuditState, cell: number): string {
  const { owners, blocks } = state.recognition;
  const row = blocks[owners.block[cell]].rows[owners.row[cell]];
  const label = shownName(row.label.replace(/\s+/g, ''));
  return row.codeCell && row.code !== '' ? `${row.code} ${label}` : label || shownName(row.key);
}

export function isTotal(state: AuditState, cell: number): boolean {
  const { owners, blocks } = state.recognition;
  const block = blocks[owners.block[cell]];
  return block.rows[owners.row[cell]].kind === 'total' || block.children[owners.row[cell]].length > 0;
}

/** A row listed twice explains the sums that are too large by just its amounts. One pass over amounts and terms, however many rows. */
function duplicatedRows(state: AuditState, outcome: Uint8Array): StructuralCause[] {
  const drafts = [...state.checks.values()].flatMap((c) => c.drafts).filter((d) => d.rule === 'C3' && d.key.startsWith('twice|'));
  if (drafts.length === 0) return [];
  const cells = cellsByRow(state, new Set(drafts.map((d) => placeKey(d.cells[0].at.sheet, d.cells[0].at.row))));
  const closed = closedBy(state, outcome, new Set([...cells.values()].flat()));
  return drafts.flatMap((draft): StructuralCause[] => {
    const { at } = draft.cells[0];
    const own = cells.get(placeKey(at.sheet, at.row)) ?? [];
    const equations = [...new Set(own.flatMap((cell) => closed.get(cell) ?? []))].sort((a, b) => a - b);
    return equations.length === 0 ? [] : [{ cells: own, kind: 'duplicatedRow', explanation: draft.message[state.auditor.options.lang ?? 'zh'], equations }];
  });
}

const placeKey = (sheet: number, row: number): string => `${sheet}|${row}`;

function cellsByRow({ recognition }: AuditState, wanted: ReadonlySet<string>): Map<string, number[]> {
  const { sheet, row, count } = recognition.amounts;
  const found = new Map<string, number[]>();
  for (let a = 0; a < count; a++) {
    const key = placeKey(sheet[a], row[a]);
    if (!wanted.has(key)) continue;
    const list = found.get(key);
    if (list) list.push(a);
    else found.set(key, [a]);
  }
  return found;
}

/** Failing equations that each cell would close if it were not there. */
function closedBy({ compiled, evaluation, recognition }: AuditState, outcome: Uint8Array, wanted: ReadonlySet<number>): Map<number, number[]> {
  const { equations } = compiled;
  const found = new Map<number, number[]>();
  for (let e = 0; e < equations.count; e++) {
    if (outcome[e] !== OutcomeCode.inconsistent) continue;
    for (let t = equations.start[e]; t < equations.start[e + 1]; t++) {
      const cell = equations.cell[t];
      if (!wanted.has(cell) || evaluation.difference[e] !== equations.coefficient[t] * recognition.amounts.fen[cell]) continue;
      const list = found.get(cell);
      if (list) list.push(e);
      else found.set(cell, [e]);
    }
  }
  return found;
}
