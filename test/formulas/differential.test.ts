/** The exact evaluator against what LibreOffice calculated for the same sheets (record.ts writes the file). */
import { readFileSync } from 'node:fs';
import Decimal from 'decimal.js';
import { expect, it } from 'vitest';
import { FormulaEvaluator } from '../../src/audit/formulas';
import { gridsOf } from '../../src/audit/workbook';
import { FORMULA_COLUMN, FORMULAS_A_SHEET, generateFormulas } from './sheets';

/** Where large figures cancel out LibreOffice's last digits are lost, far below the 分. */
const RESIDUE = 1e-5;

const recorded = JSON.parse(readFileSync(new URL('libreoffice.json', import.meta.url), 'utf8')) as (number | null)[][];

it('500 generated sheets come out as in LibreOffice', () => {
  const differences: string[] = [];
  let numbers = 0;
  recorded.forEach((results, book) => {
    const grids = gridsOf(generateFormulas(book + 1, results.length / FORMULAS_A_SHEET));
    const evaluator = new FormulaEvaluator(grids, () => false);
    results.forEach((expected, i) => {
      const grid = grids[Math.floor(i / FORMULAS_A_SHEET)];
      const cell = grid.at(i % FORMULAS_A_SHEET, FORMULA_COLUMN);
      const own = evaluator.resultOf(grid.index, cell);
      if (expected !== null) numbers++;
      const agrees = own instanceof Decimal ? expected !== null && own.minus(expected).abs().lte(Math.max(RESIDUE, Math.abs(expected) * 1e-12)) : expected === null;
      if (!agrees) differences.push(`book ${book + 1} ${grid.sheet.name} =${grid.sheet.formulas.get(cell)}: ${String(own)}, LibreOffice ${expected}`);
    });
  });
  expect(differences).toEqual([]);
  expect(numbers).toBeGreaterThan(2_500);
});
