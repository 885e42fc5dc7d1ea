import type { Auditor } from './auditor';
import { AmountState, type AmountStore } from './equations/model';
import { transpose } from './equations/transpose';
import { withoutUnearned, type Unsure } from './outcome/earned';
import { evaluateAll, evaluateOne, type Evaluation } from './outcome/evaluate';
import { slacksOf, type Slacks } from './outcome/slack';
import { withAmounts, withParts, type AuditState } from './state';
import { compileRules, type CompiledRules } from './rules/compile';
import { CHECKS } from './rules/kinds';
import type { CheckResult } from './rules/kinds';
import type { CheckKind, RuleDefinition } from './rules/model';
import { amountOfCell, hasTotalAgain, isSameReading, keepsLevels, recognise, type CellAmount, type Recognition } from './tables';
import { settleFormulas, type FormulaFacts } from './formulas';
import { CHECK_WORDS } from './words';
import { gridsOf, SheetGrid, TextTable, withCells, type CellInput, type CellPosition, type WorkbookSnapshot } from './workbook';

/** One edited cell; null = now blank. */
export interface CellEdit {
  readonly cell: CellPosition;
  readonly content: CellInput | null;
  /** A formula that was calculated anew: it stays, with another result. */
  readonly isResult?: boolean;
}

/** Checks that read no amounts. */
const WITHOUT_AMOUNTS: readonly CheckKind[] = ['codes', 'pairs', 'residue', 'indicators', 'cover', 'tableNumbers', 'indicatorValues', 'emptyReasons', 'timeTargets', 'tableOrder', 'wording', 'vehicles'];

/** Checks that read amounts themselves; the others only ask whether a cell is blank, zero, negative or over-long. */
const WITH_VALUES: readonly CheckKind[] = ['projects', 'tasks', 'procurement', 'staffing', 'twins', 'selfEvaluation', 'purchases', 'frugality', 'changeRates'];

/** Checks of formulas, whose results may hang on any cell. */
const OF_FORMULAS: readonly CheckKind[] = ['formulas', 'staleResults', 'formulaPattern', 'textFormulas'];

/** The whole audit of a snapshot. */
export function auditSnapshot(workbook: WorkbookSnapshot, auditor: Auditor): AuditState {
  const settled = settleFormulas(workbook);
  const own = gridsOf(settled.workbook);
  const grids = auditor.seen?.same(own) ?? own;
  return auditRead({ workbook, grids, formulas: settled.facts, recognition: recognise(settled.workbook, auditor, grids), auditor });
}

/** The audit of what was read. */
function auditRead({ workbook, grids, formulas, recognition: recognised, auditor }: Pick<AuditState, 'workbook' | 'grids' | 'formulas' | 'recognition' | 'auditor'>): AuditState {
  const recognition = withAmounts(recognised, recognised.amounts);
  const present = new Set<string>(recognition.families.map((f) => f.family));
  if (recognition.genericSheets.length > 0) present.add('generic');
  const tables = new Set(recognition.families.flatMap((f) => f.tables.map((t) => t.id)));
  if (present.has('generic')) tables.add('G');
  // Rules of a family of which the workbook holds no table are no concern of it.
  const rules = auditor.rules.filter((r) => (r.tables.length === 0 ? tables.size > 0 : r.tables.some((t) => tables.has(t))));
  const compiled = compileRules(rules, recognition);
  const raw = evaluateAll(compiled.equations, recognition.amounts, compiled.notes, (rule) => rules[rule].blanks);
  const year = auditor.options.year ?? recognition.year;
  const { evaluation, unearned } = judged(raw, compiled, recognition, rules);
  const state: AuditState = { workbook, grids, formulas, recognition, rules, compiled, evaluation, raw, unearned, checks: NO_CHECKS, year, auditor, index: undefined };
  return withParts(state, { checks: runChecks(state, () => null) });
}

const NO_CHECKS: AuditState['checks'] = new Map();

/** What counts of the outcomes: relations that are only inferred must be borne out by their table. */
function judged(raw: Evaluation, { equations, notes }: CompiledRules, { amounts, blocks, owners }: Recognition, rules: readonly RuleDefinition[]): Pick<AuditState, 'evaluation' | 'unearned'> {
  const codeOf = (amount: number): string => blocks[owners.block[amount]]?.rows[owners.row[amount]].code ?? '';
  return withoutUnearned(raw, equations, amounts, notes, { earns: (rule) => rules[rule].earns, codeOf, isStated: (block) => blocks[block]?.isStated === true, unsure: unsureOf(equations, blocks, owners) });
}

/** Tells equations with an amount in a column of which nothing certain is known. */
function unsureOf({ start, cell }: CompiledRules['equations'], blocks: Recognition['blocks'], owners: Recognition['owners']): (equation: number) => Unsure {
  if (!blocks.some((b) => b.columns.some((c) => c.isUnsure))) return () => 'no';
  return (e) => {
    let found = false;
    let apart = false;
    const first = blocks[owners.block[cell[start[e]]]]?.table;
    for (let t = start[e]; t < start[e + 1]; t++) {
      const block = blocks[owners.block[cell[t]]];
      found ||= block?.columns[owners.column[cell[t]]].isUnsure === true;
      apart ||= block?.table !== first;
    }
    return !found ? 'no' : apart ? 'between' : 'within';
  };
}

/** Runs the checks that are no equations, except where `kept` still has the result. */
function runChecks(state: Omit<AuditState, 'checks'>, kept: (rule: RuleDefinition, index: number) => CheckResult | null): Map<number, CheckResult> {
  const results = new Map<number, CheckResult>();
  const seen = withoutCopies(state.recognition);
  state.rules.forEach((rule, index) => {
    if (rule.kind === null) return;
    results.set(
      index,
      kept(rule, index) ??
        // Money on hidden sheets is for amountTexts to name, wherever it stands.
        CHECKS[rule.kind]({ workbook: state.workbook, grids: state.grids, recognition: rule.kind === 'amountTexts' ? state.recognition : seen, whole: seen, formulas: state.formulas, equations: state.compiled.equations, chart: state.auditor.chart, year: state.year, rule }),
    );
  });
  return results;
}

/** What the reader sees, and whole: hidden copies of tables and parts of torn ones are not checked. */
function withoutCopies(recognition: Recognition): Recognition {
  const { tables, blocks } = recognition;
  if (!tables.some((t) => t.isCopy || t.isTorn)) return recognition;
  const seen = tables.filter((t) => !t.isCopy).map((t) => (t.isTorn ? { ...t, blocks: [] } : t));
  return { ...recognition, tables: seen, blocks: blocks.filter((b) => !b.table.isCopy && !b.table.isTorn) };
}

/**
 * The state after edits. Amounts that stay amounts are re-evaluated where they occur. After anything else the edited sheets are read again; where the
 * tables are the same as before, that is all that is done anew besides.
 */
export function applyToState(state: AuditState, edits: readonly CellEdit[], auditor: Auditor): AuditState {
  if (edits.length === 0) return state;
  const workbook = withCells(state.workbook, edits);
  const formulas = settleFormulas(workbook).facts;
  // Results of our own may have changed anywhere.
  if (replacesResults(workbook, formulas) || replacesResults(state.workbook, state.formulas)) return auditSnapshot(workbook, auditor);
  const grids = gridsAfter(state, workbook);
  const changed = amountsOf(state, edits);
  // The levels of 表10 follow from its amounts.
  const levelled = new Set((changed ?? []).map((a) => state.recognition.blocks[state.recognition.owners.block[a]]).filter(({ table }) => table.definition.codes === 'project'));
  if (changed === null || [...levelled].some((block) => !keepsLevels(block, state.grids, grids))) return readAgain(state, { workbook, formulas, grids }, edits);
  const { amounts, stays } = replaceAmounts(state, grids, changed);
  return reevaluated(state, { workbook, formulas, grids, changed, recognition: withAmounts(state.recognition, amounts), stays });
}

/** The sheets that were edited as new grids. */
function gridsAfter(state: AuditState, workbook: WorkbookSnapshot): SheetGrid[] {
  const before = state.grids.find((grid) => grid.texts.strings === workbook.strings);
  const texts = before?.texts ?? new TextTable(workbook.strings);
  return workbook.sheets.map((sheet, i) => (sheet === state.workbook.sheets[i] ? state.grids[i] : new SheetGrid(i, sheet, texts, workbook.numberFormats)));
}

/** After an edit that may have changed what the tables are. */
function readAgain(state: AuditState, { workbook, formulas, grids }: Pick<AuditState, 'workbook' | 'formulas' | 'grids'>, edits: readonly CellEdit[]): AuditState {
  const { auditor } = state;
  const recognition = recognise(workbook, auditor, grids);
  const changed = amountsAfter(state, recognition);
  if (changed === null) return auditRead({ workbook, grids, formulas, recognition, auditor });
  return reevaluated(state, { workbook, formulas, grids, changed, recognition: withAmounts(recognition, recognition.amounts), stays: onlyFigures(edits, state, grids, changed) ? 'words' : 'nothing' });
}

/** Whether all that was edited are amounts, which were and are figures or blank. */
function onlyFigures(edits: readonly CellEdit[], { recognition: { amounts }, grids: before }: AuditState, grids: readonly SheetGrid[], changed: readonly number[]): boolean {
  const keyOf = (sheet: number, row: number, column: number): string => `${sheet}|${row}|${column}`;
  const amountsChanged = new Set(changed.map((a) => keyOf(amounts.sheet[a], amounts.row[a], amounts.column[a])));
  const isFigure = (grid: SheetGrid, row: number, column: number): boolean => {
    const cell = grid.at(row, column);
    return cell < 0 || grid.isNumber(cell);
  };
  return edits.every(({ cell: { sheet, row, column } }) => amountsChanged.has(keyOf(sheet, row, column)) && isFigure(before[sheet], row, column) && isFigure(grids[sheet], row, column));
}

/** Indices of the amounts that are others than before; null where the tables are, or what decides which relations there are. */
function amountsAfter(state: AuditState, recognition: Recognition): number[] | null {
  const before = state.recognition;
  if (!isSameReading(before, recognition)) return null;
  const [old, now] = [before.amounts, recognition.amounts];
  const changed: number[] = [];
  for (let a = 0; a < now.count; a++) {
    if (old.fen[a] === now.fen[a] && old.state[a] === now.state[a] && old.step[a] === now.step[a] && old.fractions.get(a) === now.fractions.get(a)) continue;
    if (state.compiled.conditionCells.has(a) || before.blocks[before.owners.block[a]]?.rows[before.owners.row[a]].kind === 'extra') return null;
    changed.push(a);
  }
  return changed;
}

/** What stays besides the tables: the kinds of all amounts, or only what is no amount, or perhaps nothing. */
type Stays = 'kinds' | 'words' | 'nothing';

interface Reevaluated extends Pick<AuditState, 'workbook' | 'formulas' | 'grids' | 'recognition'> {
  readonly changed: readonly number[];
  readonly stays: Stays;
}

/** The state with other amounts in the same tables. */
function reevaluated(state: AuditState, { workbook, formulas, grids, changed, recognition, stays }: Reevaluated): AuditState {
  const { amounts } = recognition;
  const { equations, notes } = state.compiled;
  const raw: Evaluation = {
    outcome: state.raw.outcome.slice(),
    difference: state.raw.difference.slice(),
    tolerance: state.raw.tolerance.slice(),
    slacks: slacksOf(equations, amounts, notes),
  };
  const index = state.index ?? transpose(equations, amounts.count);
  for (const a of [...changed, ...otherSlacks(state.raw.slacks, raw.slacks)]) {
    for (let k = index.start[a]; k < index.start[a + 1]; k++) {
      const e = index.equation[k];
      evaluateOne(e, equations, amounts, notes, state.rules[equations.rule[e]].blanks, raw);
    }
  }
  const sheets = new Set(grids.flatMap((grid, i) => (grid === state.grids[i] ? [] : [i])));
  const tables = new Set(recognition.tables.filter((t) => sheets.has(t.sheet) || t.continued.some((part) => sheets.has(part.sheet))).map((t) => t.id));
  const computes = hasFormulas(workbook);
  const next = withParts(state, { workbook, grids, formulas, recognition, raw, ...judged(raw, state.compiled, recognition, state.rules), index });
  return withParts(next, {
    checks: runChecks(next, (rule, i) => (stillHolds(rule, tables, stays, computes) ? state.checks.get(i) ?? null : null)),
  });
}

/** Figures that are known better or worse than before: a total may have become the sum of its parts. */
function otherSlacks(before: Slacks, after: Slacks): number[] {
  const found: number[] = [];
  for (let a = 0; a < after.own.length; a++) if (before.own[a] !== after.own[a] || before.total[a] !== after.total[a]) found.push(a);
  return found;
}

/** Whether a check's result cannot have changed with an edit in these tables. */
function stillHolds(rule: RuleDefinition, tables: ReadonlySet<string>, stays: Stays, computes: boolean): boolean {
  if (rule.kind === null) return true;
  const readsThem = rule.tables.length === 0 || rule.tables.some((t) => tables.has(t));
  if (WITHOUT_AMOUNTS.includes(rule.kind)) return stays !== 'nothing' || !readsThem;
  if (WITH_VALUES.includes(rule.kind)) return !readsThem;
  return stays === 'kinds' && !(OF_FORMULAS.includes(rule.kind) && computes);
}

const hasFormulas = (workbook: WorkbookSnapshot): boolean => workbook.sheets.some((sheet) => sheet.formulas.size > 0);

const replacesResults = ({ calculation }: WorkbookSnapshot, { computed, open, stale }: FormulaFacts): boolean =>
  computed.length + open.length > 0 || (calculation.isManual && stale.length > 0);

/** Amount indices of the edited cells; null where an edit may change what the tables are or which rules apply. */
function amountsOf(state: AuditState, edits: readonly CellEdit[]): number[] | null {
  const { recognition, compiled } = state;
  const wanted = new Map(edits.map((e) => [`${e.cell.sheet}|${e.cell.row}|${e.cell.column}`, e]));
  const found: number[] = [];
  const { sheet, row, column, count, state: states } = recognition.amounts;
  if (unitsHangOnSizes(recognition)) return null;
  const sheets = new Set(edits.map((e) => e.cell.sheet));
  const rows = new Set(edits.map((e) => e.cell.row));
  for (let a = 0; a < count; a++) {
    if (!rows.has(row[a]) || !sheets.has(sheet[a])) continue;
    const edit = wanted.get(`${sheet[a]}|${row[a]}|${column[a]}`);
    if (!edit) continue;
    const block = recognition.blocks[recognition.owners.block[a]];
    const { kind } = block.rows[recognition.owners.row[a]];
    // Unidentified lines decide what a form's sums prove, levels may be what amounts bear out, and a total printed again is told by its figures.
    const structural = kind === 'extra' || block.hangsOnAmounts || (kind === 'total' && block.table.definition.shape === 'coded' && (block.table.continued.length > 0 || hasTotalAgain(block.table, state.grids[sheet[a]])));
    const isNumber = edit.content === null || edit.content.kind === 'number';
    if (structural || !isNumber || states[a] === AmountState.unreadable || compiled.conditionCells.has(a)) return null;
    // Where cells were text or blank before, rows and columns might be told differently.
    const cell = state.grids[sheet[a]].at(row[a], column[a]);
    if (edit.content === null || !state.grids[sheet[a]].isNumber(cell) || mayNumberColumns(state.grids[sheet[a]], row[a], edit.content)) return null;
    found.push(a);
  }
  return found.length === wanted.size ? found : null;
}

/** Where unit lines differ or were doubted, the size of the figures decides a table's unit. */
function unitsHangOnSizes({ tables }: Recognition): boolean {
  const printed = tables.filter((t) => t.unitCell !== null && t.definition.unit === undefined);
  return printed.some((t) => t.unitDoubt !== '' || t.unit !== printed[0].unit);
}

/** 1 2 3 … in a row without words number the columns and are no amounts. */
function mayNumberColumns(grid: SheetGrid, row: number, content: CellInput): boolean {
  if (content.kind !== 'number' || !/^\d{1,2}$/.test(String(content.value))) return false;
  const [from, to] = grid.cellsOf(row);
  for (let i = from; i < to; i++) if (grid.isText(i) && !/^\d{0,2}$/.test(grid.normOf(i)) && !CHECK_WORDS.columnNumbers.label.test(grid.normOf(i))) return false;
  return true;
}

/** New amounts of the changed cells; their kinds stay where zero stays zero, positive positive, and no digits are beyond the 分. */
function replaceAmounts(state: AuditState, grids: readonly SheetGrid[], changed: readonly number[]): { amounts: AmountStore; stays: Stays } {
  const old = state.recognition.amounts;
  const fen = old.fen.slice();
  const states = old.state.slice();
  const step = old.step.slice();
  const fractions = new Map(old.fractions);
  let sameKind = true;
  for (const a of changed) {
    const grid = grids[old.sheet[a]];
    const { table, columns } = state.recognition.blocks[state.recognition.owners.block[a]];
    const { role } = columns[state.recognition.owners.column[a]];
    const amount = amountOfCell(grid, grid.at(old.row[a], old.column[a]), role === 'quantity' ? 'yuan' : table.unit);
    sameKind &&= isSameKind(state, a, amount);
    fen[a] = amount.fen;
    states[a] = amount.state;
    step[a] = amount.step;
    if (amount.fraction === null) fractions.delete(a);
    else fractions.set(a, amount.fraction);
  }
  const { count, sheet, row, column } = old;
  return { amounts: { count, sheet, row, column, fen, state: states, step, fractions }, stays: sameKind ? 'kinds' : 'words' };
}

function isSameKind(state: AuditState, a: number, now: CellAmount): boolean {
  const old = state.recognition.amounts;
  const cell = state.grids[old.sheet[a]].at(old.row[a], old.column[a]);
  return (
    now.state === old.state[a] &&
    Math.sign(now.fen) === Math.sign(old.fen[a]) &&
    now.fraction === null &&
    !old.fractions.has(a) &&
    !state.grids[old.sheet[a]].sheet.formulas.has(cell)
  );
}
