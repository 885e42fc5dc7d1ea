import { cellAddress, WorkbookBuilder, type WorkbookSnapshot } from '../../src/audit/workbook';
import { Random } from '../files/random';

/** Formulas stand in this column from row 1 on, what they refer to left of it. */
export const FORMULA_COLUMN = 6;
export const FORMULAS_A_SHEET = 8;
const ROWS = 12;
const NAMES = ['表 一', "李's表", 'Sheet3', '表4'];

/** A workbook of `sheets` generated sheets: amounts, blanks and words, and plain formulas over them, without results. */
export function generateFormulas(seed: number, sheets: number): WorkbookSnapshot {
  const random = new Random(seed);
  const builder = new WorkbookBuilder('公式.xlsx');
  builder.calculate({ isManual: false, isDueOnOpening: true, usesDisplayed: false });
  const names = Array.from({ length: sheets }, (_, i) => `${NAMES[i % NAMES.length]}${i}`);
  names.forEach((name) => {
    const sheet = builder.sheet(name);
    for (let row = 0; row < ROWS; row++) {
      for (let column = 0; column < FORMULA_COLUMN; column++) {
        const drawn = random.below(10);
        if (drawn < 7) sheet.number(row, column, amount(random));
        else if (drawn === 7) sheet.text(row, column, '备注');
      }
      if (row < FORMULAS_A_SHEET) sheet.unknown(row, FORMULA_COLUMN, 'General', formula(random, row, names));
    }
    builder.add(sheet.finish());
  });
  return builder.finish();
}

const amount = (random: Random): number => (random.below(2_000_000) - 400_000) / [1, 10, 100, 100][random.below(4)];

function formula(random: Random, row: number, names: readonly string[]): string {
  switch (random.below(6)) {
    case 0: return `SUM(${range(random)})`;
    case 1: return `SUM(${range(random)},${reference(random, row, names)},${amount(random)})`;
    case 2: return `ROUND(${expression(random, row, names, 2)},${random.below(5) - 1})`;
    default: return expression(random, row, names, 3);
  }
}

function expression(random: Random, row: number, names: readonly string[], depth: number): string {
  if (depth === 0 || random.below(5) === 0) return term(random, row, names);
  const [left, right] = [expression(random, row, names, depth - 1), expression(random, row, names, depth - 1)];
  const text = `${left}${random.pick(['+', '-', '*', '/', ' + ', '-'])}${right}`;
  return random.below(3) === 0 ? `${random.pick(['', '-', '+'])}(${text})` : text;
}

function term(random: Random, row: number, names: readonly string[]): string {
  switch (random.below(8)) {
    case 0: return String(random.below(1000) / 100);
    case 1: return `${random.below(200)}%`;
    case 2: return `SUM(${range(random)})`;
    case 3: return `-${reference(random, row, names)}`;
    default: return reference(random, row, names);
  }
}

function range(random: Random): string {
  const [a, b] = [random.below(ROWS), random.below(ROWS)];
  const [c, d] = [random.below(FORMULA_COLUMN), random.below(FORMULA_COLUMN)];
  return `${cellAddress(Math.min(a, b), Math.min(c, d))}:${random.pick(['', '$'])}${cellAddress(Math.max(a, b), Math.max(c, d))}`;
}

/** A cell with data, an earlier formula, or a cell of another sheet. */
function reference(random: Random, row: number, names: readonly string[]): string {
  const cell = cellAddress(random.below(ROWS), random.below(FORMULA_COLUMN));
  switch (random.below(5)) {
    case 0: return row > 0 ? cellAddress(random.below(row), FORMULA_COLUMN) : cell;
    case 1: return `'${random.pick(names).replaceAll("'", "''")}'!${cell}`;
    default: return cell;
  }
}
