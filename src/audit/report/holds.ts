import { OutcomeCode } from '../outcome/evaluate';
import type { AuditState } from '../state';
import { cellAddress, parseAmountText, parseCellAddress } from '../workbook';
import type { Finding, FindingCell } from './model';

/**
 * Whether what a finding complained about was looked at again and is right now. A finding can also be gone because its
 * relation cannot be checked any more: a figure became a text, a row or a table is no longer there.
 */
export function holdsNow(state: AuditState, finding: Finding): boolean {
  const sided = finding.cells.filter(({ side }) => side !== undefined);
  return sided.length > 0 ? equationHolds(state, finding.rule, sided) : checkHolds(state, finding);
}

/** The relation between the very same cells. */
function equationHolds(state: AuditState, rule: string, cells: readonly FindingCell[]): boolean {
  const { equations } = state.compiled;
  const wanted = keyOf(cells.map(({ sheet, address }) => `${sheet}!${address}`));
  for (let e = 0; e < equations.count; e++) {
    if (state.rules[equations.rule[e]].id !== rule || equations.start[e + 1] - equations.start[e] !== cells.length) continue;
    if (keyOf(termPlaces(state, e)) !== wanted) continue;
    const outcome = state.evaluation.outcome[e];
    return outcome === OutcomeCode.consistent || outcome === OutcomeCode.rounding;
  }
  return false;
}

function termPlaces({ compiled: { equations }, recognition: { amounts }, workbook }: AuditState, e: number): string[] {
  return [...equations.cell.subarray(equations.start[e], equations.start[e + 1])].map((a) => `${workbook.sheets[amounts.sheet[a]].name}!${cellAddress(amounts.row[a], amounts.column[a])}`);
}

const keyOf = (places: readonly string[]): string => [...places].sort().join('|');

/** A check that is no relation: its rule was applied, and no figure it looked at has become something else. */
function checkHolds({ workbook, grids, checks }: AuditState, { rule, cells }: Finding): boolean {
  if ([...checks.values()].some(({ unchecked }) => unchecked.some((one) => one.rule === rule))) return false;
  return cells.every(({ sheet, address, value }) => {
    const at = parseCellAddress(address);
    const grid = grids[workbook.sheets.findIndex(({ name }) => name === sheet)];
    if (!at || !grid) return false;
    const cell = grid.at(at.row, at.column);
    return parseAmountText(value) === null || cell < 0 || grid.isNumber(cell);
  });
}
