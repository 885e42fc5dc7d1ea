import Decimal from 'decimal.js';
import { CellKind, gridsOf, type CellPosition, type SheetGrid, type SheetSnapshot, type WorkbookSnapshot } from '../workbook';
import { FormulaEvaluator, type FormulaResult } from './evaluate';
import type { Expression } from './syntax';

/** What the formulas of a workbook say beside what is stored for them. */
export interface FormulaFacts {
  /** Formulas without a usable stored result, computed here. */
  readonly computed: readonly CellPosition[];
  /** Formulas without a usable stored result that are beyond the plain ones, circular, or meet an error; under manual calculation with old results all that are beyond. */
  readonly open: readonly CellPosition[];
  /** Formulas whose stored result is another number than their own formula gives. */
  readonly stale: readonly StaleResult[];
  expressionOf(sheet: number, cell: number): Expression | null;
}

export interface StaleResult {
  readonly at: CellPosition;
  readonly stored: number;
  readonly result: Decimal;
}

export interface SettledWorkbook {
  /** The workbook to be audited: own results stand where the stored ones are missing or declared old. */
  readonly workbook: WorkbookSnapshot;
  readonly facts: FormulaFacts;
}

const NO_FACTS: FormulaFacts = { computed: [], open: [], stale: [], expressionOf: () => null };

/** Traces of binary arithmetic, larger where large figures cancel out; below these a stored result is the formula's. */
const RESIDUE = 1e-6;
const RELATIVE_RESIDUE = 1e-9;
/** The 分 always tells. */
const MOST_RESIDUE = 0.004;

/**
 * Looks at every formula. A missing result, one that the writer declares due at opening, and under manual calculation one
 * that is old, is replaced by the formula's own; of the others differences are noted.
 */
export function settleFormulas(workbook: WorkbookSnapshot): SettledWorkbook {
  const { calculation } = workbook;
  if (workbook.sheets.every((sheet) => sheet.formulas.size === 0) || calculation.usesDisplayed) return { workbook, facts: NO_FACTS };
  const grids = gridsOf(workbook);
  // A generator that asks for a calculation at opening stores 0 for what it cannot compute.
  const isUsable = ({ sheet }: SheetGrid, cell: number): boolean =>
    sheet.kinds[cell] !== CellKind.unknown && !(calculation.isDueOnOpening && sheet.numbers[cell] === 0);
  const evaluator = new FormulaEvaluator(grids, isUsable);
  const computed: CellPosition[] = [];
  const open: CellPosition[] = [];
  const stale: StaleResult[] = [];
  const strings = [...workbook.strings];
  const edited = grids.map((grid) => {
    const edits = new Map<number, FormulaResult>();
    for (const { cell, row, column } of formulaCells(grid.sheet)) {
      const at = { sheet: grid.index, row, column };
      const result = evaluator.resultOf(grid.index, cell);
      const plain = evaluator.expressionOf(grid.index, cell) !== null;
      const isOther = plain && differs(grid.sheet, cell, result);
      if (!isUsable(grid, cell) || (calculation.isDueOnOpening && isOther)) {
        // A stored 0 that the formula yields as well is its result.
        if (result instanceof Decimal && result.isZero() && grid.sheet.numbers[cell] === 0) continue;
        edits.set(cell, result);
        if (result === null) open.push(at);
        else computed.push(at);
        continue;
      }
      if (!isOther) continue;
      stale.push({ at, stored: grid.sheet.numbers[cell], result });
      if (calculation.isManual) edits.set(cell, result);
    }
    return edits;
  });
  if (calculation.isManual && stale.length > 0) {
    for (const at of beyond()) {
      edited[at.sheet].set(grids[at.sheet].at(at.row, at.column), null);
      open.push(at);
    }
  }
  const sheets = grids.map((grid) => withResults(grid.sheet, edited[grid.index], strings));
  return {
    workbook: { ...workbook, sheets, strings: strings.length === workbook.strings.length ? workbook.strings : strings },
    facts: { computed, open, stale, expressionOf: (sheet, cell) => evaluator.expressionOf(sheet, cell) },
  };

  /** What cannot be calculated here, where others show that nothing was calculated again. */
  function beyond(): CellPosition[] {
    return grids.flatMap((grid) => [...formulaCells(grid.sheet)]
      .filter(({ cell }) => grid.isNumber(cell) && evaluator.expressionOf(grid.index, cell) === null)
      .map(({ row, column }) => ({ sheet: grid.index, row, column })));
  }

  function differs(sheet: SheetSnapshot, cell: number, result: FormulaResult): result is Decimal {
    if (!(result instanceof Decimal) || sheet.kinds[cell] !== CellKind.number) return false;
    const stored = sheet.numbers[cell];
    return result.minus(stored).abs().greaterThan(Math.max(RESIDUE, Math.min(MOST_RESIDUE, Math.abs(stored) * RELATIVE_RESIDUE)));
  }
}

function* formulaCells(sheet: SheetSnapshot): Iterable<{ cell: number; row: number; column: number }> {
  if (sheet.formulas.size === 0) return;
  for (let i = 0; i < sheet.rowNumbers.length; i++) {
    for (let cell = sheet.rowStart[i]; cell < sheet.rowStart[i + 1]; cell++) {
      if (sheet.formulas.has(cell)) yield { cell, row: sheet.rowNumbers[i], column: sheet.columns[cell] };
    }
  }
}

/** The sheet with results put in; the cells keep their indices. */
function withResults(sheet: SheetSnapshot, edits: ReadonlyMap<number, FormulaResult>, strings: string[]): SheetSnapshot {
  if (edits.size === 0) return sheet;
  const kinds = sheet.kinds.slice();
  const numbers = sheet.numbers.slice();
  const texts = sheet.texts.slice();
  const put = (cell: number, kind: number, number: number, text: number): void => {
    kinds[cell] = kind;
    numbers[cell] = number;
    texts[cell] = text;
  };
  for (const [cell, result] of edits) {
    if (result === null) put(cell, CellKind.unknown, NaN, indexOf(strings, ''));
    else if (typeof result === 'string') put(cell, CellKind.text, NaN, indexOf(strings, result));
    else put(cell, CellKind.number, result.toNumber(), -1);
  }
  return { ...sheet, kinds, numbers, texts };
}

function indexOf(strings: string[], text: string): number {
  const known = strings.indexOf(text);
  return known >= 0 ? known : strings.push(text) - 1;
}
