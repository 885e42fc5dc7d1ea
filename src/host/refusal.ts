import { cellAddress, type CellState } from '../audit/workbook';
import { HostError, type NumberWrite, type RefusedCell } from './workbookHost';

/** Throws where a write would cover something newer than what its writer knew, or a formula. `now`: what the cells hold, in the order of the writes. */
export function refuseSurprises(writes: readonly NumberWrite[], now: readonly CellState[]): void {
  const cells = writes.map(({ cell }, i): RefusedCell => ({ cell, now: now[i] }));
  const stale = cells.filter((_, i) => isOther(writes[i].expected, now[i]));
  if (stale.length > 0) throw new HostError('stale', listed(stale), { cells: stale });
  const formulas = cells.filter((_, i) => now[i].formula !== null && writes[i].overFormula !== true);
  if (formulas.length > 0) throw new HostError('formula', listed(formulas), { cells: formulas });
}

/** A formula that was calculated anew is another value, too. */
function isOther(expected: CellState | undefined, now: CellState): boolean {
  return expected !== undefined && (expected.value !== now.value || expected.formula !== now.formula);
}

const listed = (cells: readonly RefusedCell[]): string => cells.map(({ cell, now }) => `${cellAddress(cell.row, cell.column)}: ${now.formula === null ? String(now.value ?? '') : `=${now.formula}`}`).join(', ');
