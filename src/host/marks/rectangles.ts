import type { Rect } from '../../audit/workbook';

/**
 * Joins cells to few rectangles: neighbours in a row to runs, equal runs in following rows to blocks.
 * Not the smallest possible cover, but linear and exact: every cell is in exactly one rectangle.
 */
export function joinCells(cells: readonly { readonly row: number; readonly column: number }[]): Rect[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const done: Rect[] = [];
  // Blocks that end in the row above the current one, by their left and right column.
  let open = new Map<string, Rect>();
  let openRow = -1;
  let next = new Map<string, Rect>();

  const closeRow = (row: number): void => {
    done.push(...open.values());
    open = next;
    next = new Map();
    openRow = row;
  };
  let i = 0;
  while (i < sorted.length) {
    const { row, column: left } = sorted[i];
    let right = left;
    i++;
    while (i < sorted.length && sorted[i].row === row && sorted[i].column <= right + 1) right = sorted[i++].column;
    const key = `${left}:${right}`;
    const above = openRow === row - 1 ? open.get(key) : undefined;
    if (above) open.delete(key);
    next.set(key, { top: above?.top ?? row, left, bottom: row, right });
    if (i === sorted.length || sorted[i].row !== row) closeRow(row);
  }
  done.push(...open.values());
  return done.sort((a, b) => a.top - b.top || a.left - b.left);
}
