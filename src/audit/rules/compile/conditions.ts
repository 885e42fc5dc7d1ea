import { AmountState, type AmountStore } from '../../equations/model';
import type { BoundBlock } from '../../tables';
import type { Clause, Sum } from '../language/syntax';
import { columnIndex, columnRun } from './columns';
import { isObstacle, type Places } from './places';
import { selectRows } from './rows';

/** What a condition is asked of. */
export interface Ground {
  readonly places: Places;
  readonly amounts: AmountStore;
  /** Collects the amounts that were looked at. */
  readonly cells: Set<number>;
  /** Money stands in a line of the block that was not understood: a line that was not found may be that one. */
  readonly mayBeUnread: (block: BoundBlock) => boolean;
}

/** true, false, or null where a cell cannot be read, a table is missing, or a line that need not be there may be one that was not understood. */
export function holds(clauses: readonly Clause[], ground: Ground): boolean | null {
  let unknown = false;
  for (const clause of clauses) {
    const verdict = clauseHolds(clause, ground);
    if (verdict === false) return false;
    if (verdict === null) unknown = true;
  }
  return unknown ? null : true;
}

function clauseHolds(clause: Clause, ground: Ground): boolean | null {
  if (clause.kind !== 'compare') return (clause.kind === 'present') === isThere(clause, ground.places);
  const left = valueOf(clause.left, ground);
  const right = valueOf(clause.right, ground);
  if (left === null || right === null) return null;
  switch (clause.relation) {
    case '=': return left === right;
    case '≠': return left !== right;
    case '≤': return left <= right;
    case '≥': return left >= right;
    case '<': return left < right;
    case '>': return left > right;
  }
}

/** Whether a workbook has a table, and in it a column. */
function isThere({ table, column }: { readonly table: string; readonly column: string | null }, places: Places): boolean {
  return places.instances(table).some((t) => column === null || t.blocks.some((block) => columnIndex(block, column) >= 0));
}

/** Value of a sum in 分; plain numbers are 元. */
function valueOf(sum: Sum, { places, amounts, cells, mayBeUnread }: Ground): number | null {
  let total = 0;
  for (const term of sum) {
    if (term.kind === 'number') {
      total += term.coefficient * term.value * 100;
      continue;
    }
    const reference = term.kind === 'reference' ? term : term.reference;
    const block = places.find(reference, 0);
    if (isObstacle(block)) return null;
    if (!block) continue;
    const rows = selectRows(block, reference.rows);
    if (rows.length === 0 && (!reference.optional || (block.table.definition.shape === 'blocks' && mayBeUnread(block)))) return null;
    const run = columnRun(reference, block);
    for (const row of rows) {
      for (const id of run.ids ?? block.columns.map((c) => c.id)) {
        const column = columnIndex(block, id);
        const amount = column < 0 ? -1 : block.amounts[row * block.columns.length + column];
        if (amount < 0) continue;
        cells.add(amount);
        if (amounts.state[amount] === AmountState.unreadable) return null;
        total += term.coefficient * amounts.fen[amount];
      }
    }
  }
  return total;
}
