import type { BoundRow } from '../model';

/**
 * Sets each row's parent by its code: the nearest row above whose code begins its own. Units stand above their items
 * (125001 > 208 > 20805), so that the codes of the subjects begin anew below each unit.
 */
export function linkCodes(rows: BoundRow[], system: 'subject' | 'unit' = 'subject'): void {
  const units = system === 'subject' ? unitRows(rows) : new Set<number>();
  const stack: number[] = [];
  let unit = -1;
  rows.forEach((row, index) => {
    if (row.kind !== 'item' || row.code === '') return;
    if (units.has(index)) {
      stack.length = 0;
      unit = index;
      return;
    }
    while (stack.length > 0 && !isBelow(row, rows[stack[stack.length - 1]])) stack.pop();
    row.parent = stack.length > 0 ? stack[stack.length - 1] : unit;
    stack.push(index);
  });
}

/** Below the same 政府 class where both are printed: (301,501) and (301,505) each have their own rows. */
function isBelow(row: BoundRow, above: BoundRow): boolean {
  if (row.code.length <= above.code.length || !row.code.startsWith(above.code)) return false;
  return above.govCode === '' || row.govCode === '' || row.govCode.startsWith(above.govCode);
}

/** Codes of six digits among subjects of 3, 5 and 7 are those of budget units. */
function unitRows(rows: readonly BoundRow[]): Set<number> {
  const units = new Set<number>();
  rows.forEach((row, index) => {
    if (row.kind === 'item' && (row.code.length === 6 || row.code.length === 9)) units.add(index);
  });
  return units;
}
