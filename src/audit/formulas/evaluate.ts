import Decimal from 'decimal.js';
import { CellKind, type CellPosition, type Rect, type SheetGrid } from '../workbook';
import { areasOf, parseFormula, rectOf } from './parse';
import type { Area, Expression } from './syntax';

/** What a formula yields: an exact number, a text taken over from another cell, or null where that cannot be told. */
export type FormulaResult = Decimal | string | null;

/** Cells looked at in all; only a workbook made to be slow asks for more. */
const MOST_VISITS = 20_000_000;

/** Positions a ROUND may name; Excel's own numbers end far within. */
const MOST_DIGITS = 30;

const SHEET = 2 ** 32;

/** Figures that count instead of what cells hold, by `cellKey`. */
export type GivenFigures = ReadonlyMap<number, number>;

export const cellKey = (sheet: number, cell: number): number => sheet * SHEET + cell;

/**
 * Computes the plain formulas of a workbook exactly, as Excel would with unlimited digits: each from the results of
 * those it refers to, not from what is stored. Circular ones, and those that meet an error, or a text where a number
 * is needed, have no result. A formula beyond the plain ones counts with its stored result where `trusts` allows.
 */
export class FormulaEvaluator {
  private readonly results = new Map<number, FormulaResult>();
  private readonly expressions = new Map<number, Expression | null>();
  private readonly sheets: ReadonlyMap<string, number>;
  private readonly numbers = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
  private visits = 0;

  constructor(
    private readonly grids: readonly SheetGrid[],
    private readonly trusts: (grid: SheetGrid, cell: number) => boolean,
    private readonly given: GivenFigures = new Map(),
  ) {
    this.sheets = new Map(grids.map((grid) => [grid.sheet.name.toLowerCase(), grid.index]));
  }

  /** The tree of the formula in a cell (by index), null where it is none of the plain ones. */
  expressionOf(sheet: number, cell: number): Expression | null {
    const key = cellKey(sheet, cell);
    let known = this.expressions.get(key);
    if (known === undefined) {
      const formula = this.grids[sheet].sheet.formulas.get(cell);
      known = formula === undefined ? null : parseFormula(formula);
      this.expressions.set(key, known);
    }
    return known;
  }

  /** The result of the formula in a cell; works through what it refers to without recursion, however long the chain. */
  resultOf(sheet: number, cell: number): FormulaResult {
    const wanted = cellKey(sheet, cell);
    const stack = [wanted];
    const open = new Set<number>();
    while (stack.length > 0) {
      const key = stack[stack.length - 1];
      if (this.results.has(key)) {
        stack.pop();
        continue;
      }
      const waiting = open.has(key) ? [] : this.unsettled(key);
      open.add(key);
      // What is open waits for this very formula: a circle.
      if (waiting.some((other) => open.has(other))) this.results.set(key, null);
      else if (waiting.length > 0) stack.push(...waiting);
      else this.results.set(key, this.compute(Math.floor(key / SHEET), key % SHEET));
    }
    return this.results.get(wanted) ?? null;
  }

  /** What a formula would yield in a cell; null also where it refers to that cell itself. */
  resultIn({ sheet, row, column }: CellPosition, formula: string): FormulaResult {
    const expression = parseFormula(formula);
    if (!expression) return null;
    const meetsItself = areasOf(expression).some((area) => {
      const rect = rectOf(area);
      return rect !== null && this.gridOf(area, sheet)?.index === sheet && row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right;
    });
    if (meetsItself) return null;
    for (const key of this.waitingFor(expression, sheet)) this.resultOf(Math.floor(key / SHEET), key % SHEET);
    return this.top(expression, sheet);
  }

  /** Formulas that a formula refers to and that have no result yet. */
  private unsettled(key: number): number[] {
    const sheet = Math.floor(key / SHEET);
    const expression = this.expressionOf(sheet, key % SHEET);
    return expression ? this.waitingFor(expression, sheet) : [];
  }

  private waitingFor(expression: Expression, sheet: number): number[] {
    const found: number[] = [];
    for (const area of areasOf(expression)) {
      const grid = this.gridOf(area, sheet);
      const rect = rectOf(area);
      if (!grid || !rect || grid.sheet.formulas.size === 0) continue;
      for (const cell of this.cellsIn(grid, rect)) {
        const other = cellKey(grid.index, cell);
        if (grid.sheet.formulas.has(cell) && !this.given.has(other) && !this.results.has(other)) found.push(other);
      }
    }
    return found;
  }

  private compute(sheet: number, cell: number): FormulaResult {
    const expression = this.expressionOf(sheet, cell);
    if (expression) return this.top(expression, sheet);
    const grid = this.grids[sheet];
    return this.trusts(grid, cell) ? this.stored(grid, cell) : null;
  }

  /** A formula that is one reference takes over a text; otherwise only numbers count. */
  private top(expression: Expression, sheet: number): FormulaResult {
    if (expression.kind !== 'area' || expression.isRange) return this.number(expression, sheet);
    return this.scalar(expression, sheet);
  }

  private number(expression: Expression, sheet: number): Decimal | null {
    switch (expression.kind) {
      case 'number': return new this.numbers(expression.value);
      case 'area': {
        const value = expression.isRange ? null : this.scalar(expression, sheet);
        return typeof value === 'string' ? null : value;
      }
      case 'sum': return this.sum(expression.items, sheet);
      case 'negate': return this.number(expression.of, sheet)?.negated() ?? null;
      case 'percent': return this.number(expression.of, sheet)?.div(100) ?? null;
      case 'round': return this.round(this.number(expression.of, sheet), expression.digits);
      case 'binary': {
        const left = this.number(expression.left, sheet);
        const right = this.number(expression.right, sheet);
        return left && right ? combine(expression.operator, left, right) : null;
      }
    }
  }

  /** Half away from zero; Excel cuts what binary arithmetic left behind the fifteenth digit before it rounds. */
  private round(value: Decimal | null, digits: number): Decimal | null {
    if (!value || Math.abs(digits) > MOST_DIGITS) return null;
    const unit = new this.numbers(10).pow(-digits);
    return value.div(unit).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(unit);
  }

  /** SUM passes over texts and booleans in what it refers to; an error there is its result. */
  private sum(items: readonly Expression[], sheet: number): Decimal | null {
    let total = new this.numbers(0);
    for (const item of items) {
      if (item.kind !== 'area') {
        const value = this.number(item, sheet);
        if (!value) return null;
        total = total.plus(value);
        continue;
      }
      const grid = this.gridOf(item, sheet);
      const rect = rectOf(item);
      if (!grid || !rect) return null;
      for (const cell of this.cellsIn(grid, rect)) {
        if (this.visits > MOST_VISITS) return null;
        const value = this.valueOf(grid, cell);
        if (value === null) return null;
        if (typeof value !== 'string' && grid.sheet.kinds[cell] !== CellKind.boolean) total = total.plus(value);
      }
    }
    return total;
  }

  /** The single cell of a reference; a blank is 0. */
  private scalar(area: Area, sheet: number): FormulaResult {
    const grid = this.gridOf(area, sheet);
    const rect = rectOf(area);
    if (!grid || !rect) return null;
    const cell = grid.at(rect.top, rect.left);
    return cell < 0 ? new this.numbers(0) : this.valueOf(grid, cell);
  }

  private valueOf(grid: SheetGrid, cell: number): FormulaResult {
    const given = this.given.get(cellKey(grid.index, cell));
    if (given !== undefined) return new this.numbers(given);
    return grid.sheet.formulas.has(cell) ? this.results.get(cellKey(grid.index, cell)) ?? null : this.stored(grid, cell);
  }

  private stored({ sheet, texts }: SheetGrid, cell: number): FormulaResult {
    switch (sheet.kinds[cell]) {
      case CellKind.number: return new this.numbers(sheet.numbers[cell]);
      case CellKind.text: return texts.strings[sheet.texts[cell]];
      default: return null;
    }
  }

  private gridOf(area: Area, own: number): SheetGrid | undefined {
    const index = area.sheet === null ? own : this.sheets.get(area.sheet.toLowerCase());
    return index === undefined ? undefined : this.grids[index];
  }

  private *cellsIn(grid: SheetGrid, rect: Rect): Iterable<number> {
    const { columns } = grid.sheet;
    for (const row of grid.rowsBetween(rect.top, rect.bottom)) {
      const [from, to] = grid.cellsOf(row);
      for (let cell = from; cell < to; cell++) {
        if (++this.visits > MOST_VISITS) return;
        if (columns[cell] >= rect.left && columns[cell] <= rect.right) yield cell;
      }
    }
  }
}

function combine(operator: '+' | '-' | '*' | '/', left: Decimal, right: Decimal): Decimal | null {
  switch (operator) {
    case '+': return left.plus(right);
    case '-': return left.minus(right);
    case '*': return left.times(right);
    case '/': return right.isZero() ? null : left.div(right);
  }
}
