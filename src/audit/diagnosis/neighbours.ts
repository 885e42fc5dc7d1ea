/** Which amount cells lie beside a cell, from their places in the sheet. */
import type { AmountStore } from '../equations/model';
import type { Neighbours } from './model';

/** The places are indexed on first use: a workbook without failures pays nothing. */
export function neighboursOf(amounts: AmountStore): (cell: number) => Neighbours {
  let places: Map<number, number> | null = null;
  const key = (sheet: number, row: number, column: number): number => (sheet * 1_048_577 + row + 1) * 16_386 + column + 1;
  return (cell) => {
    if (!places) {
      places = new Map();
      for (let i = 0; i < amounts.count; i++) places.set(key(amounts.sheet[i]!, amounts.row[i]!, amounts.column[i]!), i);
    }
    const known = places;
    const [sheet, row, column] = [amounts.sheet[cell]!, amounts.row[cell]!, amounts.column[cell]!];
    const at = (r: number, c: number): number => known.get(key(sheet, r, c)) ?? -1;
    return { left: at(row, column - 1), right: at(row, column + 1), above: at(row - 1, column), below: at(row + 1, column) };
  };
}
