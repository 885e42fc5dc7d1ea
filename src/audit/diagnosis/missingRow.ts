/** A row that should be there: its parent's totals exceed the listed rows in several columns at once. */
import { Relation } from '../equations/model';
import type { Move } from './model';
import { residualOf, type DiagnosticSystem } from './system';

/**
 * The parent cell (the first of its row), if the cause changes only parts, in several columns, and every total of one
 * and the same row is larger than its parts; otherwise −1.
 */
export function missingRowParent(system: DiagnosticSystem, moves: readonly Move[], equations: readonly number[]): number {
  if (moves.length < 2 || equations.length < 2 || moves.some((move) => move.delta <= 0)) return -1;
  const { start, cell, coefficient, relation } = system.equations;
  const { sheet, row, column } = system.amounts;
  const columns = new Set<number>();
  let first = -1;
  for (const e of equations) {
    if (relation[e] !== Relation.equal || start[e + 1]! - start[e]! < 2 || residualOf(system, e) <= 0) return -1;
    const total = findTotal(start[e]!, start[e + 1]!, cell, coefficient);
    if (total < 0 || moves.some((move) => move.cell === total)) return -1;
    if (first < 0) first = total;
    if (sheet[total] !== sheet[first] || row[total] !== row[first]) return -1;
    columns.add(column[total]!);
  }
  return columns.size >= 2 ? first : -1;
}

function findTotal(from: number, to: number, cell: Uint32Array, coefficient: Float64Array): number {
  let total = -1;
  for (let t = from; t < to; t++) {
    if (coefficient[t]! <= 0) continue;
    if (total >= 0) return -1;
    total = cell[t]!;
  }
  return total;
}
