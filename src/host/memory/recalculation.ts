import { areasOf, cellKey, FormulaEvaluator, parseFormula, rectOf, type Area, type Expression, type FormulaResult } from '../../audit/formulas';
import { gridsOf, type CellInput, type CellPosition, type Rect, type SheetGrid, type WorkbookSnapshot } from '../../audit/workbook';
import { positionKey } from '../positionKey';

/** A formula's cell and what it yields now; null where that cannot be computed: circular, an error, a text where a number is needed. */
export interface NewResult {
  readonly cell: CellPosition;
  readonly content: CellInput | null;
}

/** Results of the plain formulas of a workbook after edits, as Excel would bring them up to date. */
export class Recalculation {
  /** Formula text → its tree; formulas repeat, and a workbook is calculated again at every edit. */
  private readonly parsed = new Map<string, Expression | null>();

  isPlain(formula: string): boolean {
    return this.expressionOf(formula) !== null;
  }

  /** Results of the formulas in changed cells and of those that hang on changed cells, directly or by way of others. */
  after(workbook: WorkbookSnapshot, changed: readonly CellPosition[]): NewResult[] {
    if (workbook.sheets.every((sheet) => sheet.formulas.size === 0)) return [];
    const grids = gridsOf(workbook);
    const due = this.due(grids, changed, workbook.calculation.isManual);
    if (due.size === 0) return [];
    const evaluator = new FormulaEvaluator(grids, () => true, storedResults(grids, due));
    return [...due.values()].map(({ sheet, index, cell }) => ({ cell, content: contentOf(evaluator.resultOf(sheet, index)) }));
  }

  private due(grids: readonly SheetGrid[], changed: readonly CellPosition[], isManual: boolean): Map<number, Formula> {
    const formulas = grids.flatMap((grid) => this.formulasOf(grid, grids));
    const places = new Set(changed.map(positionKey));
    const own = formulas.filter(({ cell }) => places.has(positionKey(cell)));
    const due = new Map(own.map((formula) => [cellKey(formula.sheet, formula.index), formula]));
    if (isManual) return due;
    const news = [...changed];
    for (let cell = news.pop(); cell !== undefined; cell = news.pop()) {
      for (const formula of formulas) {
        const key = cellKey(formula.sheet, formula.index);
        if (due.has(key) || !formula.reads.some(({ sheet, rect }) => sheet === cell.sheet && contains(rect, cell))) continue;
        due.set(key, formula);
        news.push(formula.cell);
      }
    }
    return due;
  }

  private formulasOf(grid: SheetGrid, grids: readonly SheetGrid[]): Formula[] {
    const { sheet, index: own } = grid;
    const found: Formula[] = [];
    if (sheet.formulas.size === 0) return found;
    for (let r = 0; r < sheet.rowNumbers.length; r++) {
      for (let index = sheet.rowStart[r]; index < sheet.rowStart[r + 1]; index++) {
        const text = sheet.formulas.get(index);
        const expression = text === undefined ? null : this.expressionOf(text);
        if (!expression) continue;
        const reads = areasOf(expression).flatMap((area) => {
          const rect = rectOf(area);
          const on = sheetOf(area, own, grids);
          return rect && on >= 0 ? [{ sheet: on, rect }] : [];
        });
        found.push({ sheet: own, index, cell: { sheet: own, row: sheet.rowNumbers[r], column: sheet.columns[index] }, reads });
      }
    }
    return found;
  }

  private expressionOf(formula: string): Expression | null {
    let known = this.parsed.get(formula);
    if (known === undefined) this.parsed.set(formula, (known = parseFormula(formula)));
    return known;
  }
}

interface Formula {
  readonly sheet: number;
  readonly index: number;
  readonly cell: CellPosition;
  readonly reads: readonly { readonly sheet: number; readonly rect: Rect }[];
}

function sheetOf({ sheet }: Area, own: number, grids: readonly SheetGrid[]): number {
  return sheet === null ? own : grids.findIndex((grid) => grid.sheet.name.toLowerCase() === sheet.toLowerCase());
}

function contains({ top, bottom, left, right }: Rect, { row, column }: CellPosition): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** What is not due counts as it is stored, also where a writer stored something else than its formula yields. */
function storedResults(grids: readonly SheetGrid[], due: ReadonlyMap<number, Formula>): Map<number, number> {
  const stored = new Map<number, number>();
  for (const grid of grids) {
    for (const index of grid.sheet.formulas.keys()) {
      const key = cellKey(grid.index, index);
      if (!due.has(key) && grid.isNumber(index)) stored.set(key, grid.sheet.numbers[index]);
    }
  }
  return stored;
}


function contentOf(result: FormulaResult): CellInput | null {
  if (result === null) return null;
  return typeof result === 'string' ? { kind: 'text', value: result } : { kind: 'number', value: result.toNumber() };
}
