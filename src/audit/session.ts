import type { Auditor } from './auditor';
import { AmountState, type AmountStore } from './equations/model';
import { evaluateAll, evaluateOne } from './outcome/evaluate';
import type { AuditState } from './report/build';
import { compileRules } from './rules/compile';
import { CHECKS } from './rules/kinds';
import type { CheckResult } from './rules/kinds';
import type { CheckKind } from './rules/model';
import { amountOfCell, recognise } from './tables';
import { gridsOf, withCells, type CellInput, type CellPosition, type SheetGrid, type WorkbookSnapshot } from './workbook';

/** One edited cell; null = now blank. */
export interface CellEdit {
  readonly cell: CellPosition;
  readonly content: CellInput | null;
}

/** Checks whose verdict does not depend on amounts: kept when only amounts change. */
const WITHOUT_AMOUNTS: readonly CheckKind[] = ['codes', 'pairs', 'headings', 'residue', 'indicators'];

/** The whole audit of a snapshot. */
export function auditSnapshot(workbook: WorkbookSnapshot, auditor: Auditor): AuditState {
  const grids = gridsOf(workbook);
  const recognition = recognise(workbook, { families: auditor.families, classByName: auditor.classByName }, grids);
  const present = new Set<string>(recognition.families.map((f) => f.family));
  if (recognition.genericSheets.length > 0) present.add('generic');
  const tables = new Set(recognition.families.flatMap((f) => f.tables.map((t) => t.id)));
  if (present.has('generic')) tables.add('G');
  // Rules of a family of which the workbook holds no table are no concern of it.
  const rules = auditor.rules.filter((r) => (r.tables.length === 0 ? tables.size > 0 : r.tables.some((t) => tables.has(t))));
  const compiled = compileRules(rules, recognition);
  const evaluation = evaluateAll(compiled.equations, recognition.amounts, compiled.notes, (rule) => rules[rule].blanks);
  const year = auditor.options.year ?? recognition.year;
  const base = { workbook, grids, recognition, rules, compiled, evaluation, year, auditor };
  return { ...base, checks: runChecks(base, null) };
}

/** Runs the checks that are no equations; with `previous`, only those that depend on amounts. */
function runChecks(state: Omit<AuditState, 'checks'>, previous: ReadonlyMap<number, CheckResult> | null): Map<number, CheckResult> {
  const results = new Map<number, CheckResult>();
  state.rules.forEach((rule, index) => {
    if (rule.kind === null) return;
    const kept = WITHOUT_AMOUNTS.includes(rule.kind) ? previous?.get(index) : undefined;
    results.set(
      index,
      kept ??
        CHECKS[rule.kind]({ workbook: state.workbook, grids: state.grids, recognition: state.recognition, chart: state.auditor.chart, year: state.year, rule }),
    );
  });
  return results;
}

/** The state after edits. Amounts that stay amounts are re-evaluated where they occur; anything else is audited afresh. */
export function applyToState(state: AuditState, edits: readonly CellEdit[], auditor: Auditor): AuditState {
  if (edits.length === 0) return state;
  const workbook = withCells(state.workbook, edits);
  const changed = amountsOf(state, edits);
  if (changed === null) return auditSnapshot(workbook, auditor);
  const grids = gridsOf(workbook);
  const amounts = replaceAmounts(state, grids, changed);
  const recognition = { ...state.recognition, amounts };
  const { equations, notes } = state.compiled;
  const outcome = state.evaluation.outcome.slice();
  const difference = state.evaluation.difference.slice();
  const touched = new Set(changed);
  for (let e = 0; e < equations.count; e++) {
    for (let t = equations.start[e]; t < equations.start[e + 1]; t++) {
      if (!touched.has(equations.cell[t])) continue;
      evaluateOne(e, equations, amounts, notes, state.rules[equations.rule[e]].blanks, outcome, difference);
      break;
    }
  }
  const next = { ...state, workbook, grids, recognition, evaluation: { outcome, difference } };
  return { ...next, checks: runChecks(next, state.checks) };
}

/** Amount indices of the edited cells; null where an edit may change what the tables are or which rules apply. */
function amountsOf(state: AuditState, edits: readonly CellEdit[]): number[] | null {
  const { recognition, compiled } = state;
  const wanted = new Map(edits.map((e) => [`${e.cell.sheet}|${e.cell.row}|${e.cell.column}`, e]));
  const found: number[] = [];
  const { sheet, row, column, count, state: states } = recognition.amounts;
  const sheets = new Set(edits.map((e) => e.cell.sheet));
  for (let a = 0; a < count; a++) {
    if (!sheets.has(sheet[a])) continue;
    const edit = wanted.get(`${sheet[a]}|${row[a]}|${column[a]}`);
    if (!edit) continue;
    const block = recognition.blocks[recognition.owners.block[a]];
    // The levels of 表10 follow from its amounts, and unidentified lines decide what a form's sums prove.
    const structural = block.table.definition.codes === 'project' || block.rows[recognition.owners.row[a]].kind === 'extra';
    const isNumber = edit.content === null || edit.content.kind === 'number';
    if (structural || !isNumber || states[a] === AmountState.unreadable || compiled.conditionCells.has(a)) return null;
    found.push(a);
  }
  return found.length === wanted.size ? found : null;
}

function replaceAmounts(state: AuditState, grids: readonly SheetGrid[], changed: readonly number[]): AmountStore {
  const old = state.recognition.amounts;
  const fen = old.fen.slice();
  const states = old.state.slice();
  const step = old.step.slice();
  const fractions = new Map(old.fractions);
  for (const a of changed) {
    const grid = grids[old.sheet[a]];
    const { table } = state.recognition.blocks[state.recognition.owners.block[a]];
    const role = state.recognition.blocks[state.recognition.owners.block[a]].columns[state.recognition.owners.column[a]].role;
    const amount = amountOfCell(grid, grid.at(old.row[a], old.column[a]), role === 'quantity' ? 'yuan' : table.unit);
    fen[a] = amount.fen;
    states[a] = amount.state;
    step[a] = amount.step;
    if (amount.fraction === null) fractions.delete(a);
    else fractions.set(a, amount.fraction);
  }
  return { ...old, fen, state: states, step, fractions };
}

