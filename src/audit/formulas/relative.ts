import { columnName, parseCellAddress } from '../workbook';
import { areasOf } from './parse';
import type { Expression } from './syntax';

/** How a formula of its own sheet looks from its cell: what it does, and how far away it looks. */
export interface RelativeFormula {
  /** The formula without places: SUM(_) + _. */
  readonly shape: string;
  /** Rows and columns of the corners, counted from the cell. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** null where the formula refers to other sheets or to whole columns, or says itself that a place is fixed ($). */
export function relativeFormula(formula: string, expression: Expression, row: number, column: number): RelativeFormula | null {
  const areas = areasOf(expression);
  if (areas.length === 0 || formula.includes('$')) return null;
  const rows: number[] = [];
  const columns: number[] = [];
  for (const { sheet, from, to } of areas) {
    if (sheet !== null || from.row === null || to.row === null) return null;
    rows.push(from.row - row, to.row - row);
    columns.push(from.column - column, to.column - column);
  }
  return { shape: formula.replace(REFERENCE, '_').replace(/\s/g, '').toUpperCase(), rows, columns };
}

/** A reference in a formula without "$" and without other sheets. */
const REFERENCE = /(?<![A-Za-z0-9.])[A-Za-z]{1,3}[1-9]\d*(?![A-Za-z0-9(])/g;

/** The formula as it reads so many rows and columns further on, as if filled there; for formulas that have a `relativeFormula`. */
export function filledFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(REFERENCE, (reference) => {
    const at = parseCellAddress(reference);
    return at ? `${columnName(at.column + columns)}${at.row + rows + 1}` : reference;
  });
}
