import type { SuspectCell } from '../diagnosis';
import { cellKey, FormulaEvaluator } from '../formulas';
import type { AuditState } from '../state';
import { fenPerUnit } from '../tables';

/** Formulas of suspect cells, and which formula would give a cell the figure proposed for it. */
export class MendedFormulas {
  /** By sheet, row and column: what the checks of formulas would write there. */
  private readonly proposals = new Map<string, string>();

  constructor(private readonly state: AuditState) {
    for (const { drafts } of state.checks.values()) {
      for (const { formula, cells } of drafts) if (formula !== undefined) this.proposals.set(keyOf(cells[0].at), formula);
    }
  }

  /** The formula in the cell of an amount; null where it holds none. */
  of(amount: number): string | null {
    const { grid, cell } = this.cellOf(amount);
    return grid.sheet.formulas.get(cell) ?? null;
  }

  /** Whether a formula has to do with the cell of an amount: its own, or one that a check would write there. */
  concerns(amount: number): boolean {
    const { sheet, row, column } = this.state.recognition.amounts;
    return this.of(amount) !== null || this.proposals.has(keyOf({ sheet: sheet[amount], row: row[amount], column: column[amount] }));
  }

  /** The formula that a check mends, or the cell's own calculated anew, where it yields the proposed figure; null where neither does. */
  mended(suspect: SuspectCell, together: readonly SuspectCell[]): string | null {
    const { sheet, row, column } = this.state.recognition.amounts;
    const at = { sheet: sheet[suspect.cell], row: row[suspect.cell], column: column[suspect.cell] };
    const candidates = [this.proposals.get(keyOf(at)), this.of(suspect.cell)].filter((f) => f !== undefined && f !== null);
    if (candidates.length === 0 || suspect.proposedFen === null) return null;
    const evaluator = new FormulaEvaluator(this.state.grids, () => true, new Map(together.flatMap((other) => this.figure(other))));
    const wanted = suspect.proposedFen;
    const perUnit = this.fenPerUnit(suspect.cell);
    return candidates.find((formula) => {
      const result = evaluator.resultIn(at, formula);
      return result !== null && typeof result !== 'string' && result.times(perUnit).minus(wanted).abs().lessThan(0.5);
    }) ?? null;
  }

  private figure({ cell: amount, proposedFen }: SuspectCell): [number, number][] {
    const { grid, cell } = this.cellOf(amount);
    return proposedFen === null || cell < 0 ? [] : [[cellKey(grid.index, cell), proposedFen / this.fenPerUnit(amount)]];
  }

  private fenPerUnit(amount: number): number {
    const { owners, blocks } = this.state.recognition;
    return fenPerUnit(blocks[owners.block[amount]].table.unit);
  }

  private cellOf(amount: number): { grid: AuditState['grids'][number]; cell: number } {
    const { sheet, row, column } = this.state.recognition.amounts;
    const grid = this.state.grids[sheet[amount]];
    return { grid, cell: grid.at(row[amount], column[amount]) };
  }
}

const keyOf = ({ sheet, row, column }: { readonly sheet: number; readonly row: number; readonly column: number }): string => `${sheet}|${row}|${column}`;
