import { AmountState, type AmountStore } from '../../equations/model';
import type { Clause, Sum } from '../language/syntax';
import { columnIndex, columnRun } from './columns';
import { isObstacle, type Places } from './places';
import { selectRows } from './rows';

/** true, false, or null where a cell cannot be read or a table is missing. `cells` collects what was looked at. */
export function holds(clauses: readonly Clause[], places: Places, amounts: AmountStore, cells: Set<number>): boolean | null {
  let unknown = false;
  for (const clause of clauses) {
    const verdict = clauseHolds(clause, places, amounts, cells);
    if (verdict === false) return false;
    if (verdict === null) unknown = true;
  }
  return unknown ? null : true;
}

function clauseHolds(clause: Clause, places: Places, amounts: AmountStore, cells: Set<number>): boolean | null {
  if (clause.kind !== 'compare') return (clause.kind === 'present') === isThere(clause, places);
  const left = valueOf(clause.left, places, amounts, cells);
  const right = valueOf(clause.right, places, amounts, cells);
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
function valueOf(sum: Sum, places: Places, amounts: AmountStore, cells: Set<number>): number | null {
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
    if (rows.length === 0 && !reference.optional) return null;
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
