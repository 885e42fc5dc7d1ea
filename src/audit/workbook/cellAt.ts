import { CellKind, type CellPosition, type WorkbookSnapshot } from './snapshot';

/** What stands in a cell: null = blank. Without "=" in the formula. */
export interface CellState {
  readonly value: number | string | boolean | null;
  readonly formula: string | null;
}

/** A cell of a snapshot, blank where there is none. */
export function cellAt({ sheets, strings }: WorkbookSnapshot, { sheet: index, row, column }: CellPosition): CellState {
  const sheet = sheets[index];
  const r = sheet?.rowNumbers.indexOf(row) ?? -1;
  if (!sheet || r < 0) return { value: null, formula: null };
  for (let i = sheet.rowStart[r]; i < sheet.rowStart[r + 1]; i++) {
    if (sheet.columns[i] !== column) continue;
    const kind = sheet.kinds[i];
    const value = kind === CellKind.number ? sheet.numbers[i] : kind === CellKind.boolean ? sheet.numbers[i] !== 0 : (strings[sheet.texts[i]] ?? '');
    return { value: value === '' ? null : value, formula: sheet.formulas.get(i) ?? null };
  }
  return { value: null, formula: null };
}
