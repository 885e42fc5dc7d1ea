/** The formula evaluator against what LibreOffice calculates for the same generated sheets. */
import Decimal from 'decimal.js';
import { FormulaEvaluator } from '../../src/audit/formulas';
import { CellKind, gridsOf } from '../../src/audit/workbook';
import { readWorkbook, writeWorkbookXlsx } from '../../src/files';
import { FORMULA_COLUMN, FORMULAS_A_SHEET, generateFormulas } from '../formulas/sheets';
import { converted } from './office';

/** Where large figures cancel out LibreOffice's last digits are lost, far below the 分. */
const RESIDUE = 1e-5;

/** Beside figures of twenty digits what is lost is more: some of the last binary digits of the largest figure of the sheet. */
const LAST_DIGITS = 2 ** -51;

export type Results = readonly (number | null)[];

/** A workbook of generated sheets for each seed, calculated by LibreOffice; null = no number. */
export async function calculated(seeds: readonly number[], sheets: number): Promise<Results[]> {
  const books = converted(seeds.map((seed) => ({ name: 'in.xlsx', bytes: writeWorkbookXlsx(generateFormulas(seed, sheets)) })), 'xlsx');
  return Promise.all(books.map(async (bytes) => gridsOf(await readWorkbook(bytes, 'out.xlsx')).flatMap((grid) =>
    Array.from({ length: FORMULAS_A_SHEET }, (_, row) => {
      const cell = grid.at(row, FORMULA_COLUMN);
      return grid.sheet.kinds[cell] === CellKind.number ? grid.sheet.numbers[cell] : null;
    }))));
}

/** Formulas that come out otherwise here than there, and how many gave a number there. */
export function differences(seed: number, results: Results): { readonly numbers: number; readonly differing: readonly string[] } {
  const grids = gridsOf(generateFormulas(seed, results.length / FORMULAS_A_SHEET));
  const evaluator = new FormulaEvaluator(grids, () => false);
  const largest = grids.map((grid) => Math.max(0, ...results.slice(grid.index * FORMULAS_A_SHEET, (grid.index + 1) * FORMULAS_A_SHEET).map((result) => Math.abs(result ?? 0))));
  const differing = results.flatMap((expected, i) => {
    const grid = grids[Math.floor(i / FORMULAS_A_SHEET)];
    const cell = grid.at(i % FORMULAS_A_SHEET, FORMULA_COLUMN);
    const own = evaluator.resultOf(grid.index, cell);
    const agrees = own instanceof Decimal ? expected !== null && own.minus(expected).abs().lte(Math.max(RESIDUE, Math.abs(expected) * 1e-12, largest[grid.index] * LAST_DIGITS)) : expected === null;
    return agrees ? [] : [`seed ${seed} ${grid.sheet.name} =${grid.sheet.formulas.get(cell) ?? ''}: ${String(own)}, LibreOffice ${expected}`];
  });
  return { numbers: results.filter((r) => r !== null).length, differing };
}
