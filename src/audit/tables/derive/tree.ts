import type { BoundRow } from '../model';
import { headsOf } from './heads';

/** Codes of budget units among subjects of 3, 5 and 7 digits. */
const UNIT_LENGTHS: readonly number[] = [6, 9];

/**
 * Units above their items: a row with a unit's code (125001), or with a name and no code, below which the subjects begin anew with
 * their 类. Such a row bears its code or name as `unitCode` and is no subject.
 */
function markUnits(rows: BoundRow[]): void {
  const codes = new Set(rows.flatMap((r) => (r.code !== '' && r.codeCell ? [r.codeCell.column] : [])));
  const isNamedUnit = (index: number): boolean => {
    const row = rows[index];
    const next = rows[index + 1];
    if (row.kind !== 'item' || row.code !== '' || row.label === '' || next?.kind !== 'item') return false;
    // Where items alone are listed, a name in the column of codes is no item that lost its code.
    return next.code.length === 3 || (next.code !== '' && row.labelCell !== null && codes.has(row.labelCell.column) && row.labelCell.column !== next.labelCell?.column);
  };
  const named = new Set(rows.flatMap((_, i) => (isNamedUnit(i) ? [i] : [])));
  rows.forEach((row, i) => {
    if (row.kind !== 'item') return;
    if (UNIT_LENGTHS.includes(row.code.length)) rows[i] = { ...row, code: '', unitCode: row.code };
    else if (named.has(i)) rows[i] = { ...row, unitCode: row.label };
  });
}

/**
 * Sets each row's parent by its code: the nearest row above whose code begins its own, below the unit that stands above it. Rows of
 * the highest level are the classes. `details`: rows without a code that stand below a subject (see detailsBelow).
 */
export function linkCodes(rows: BoundRow[], system: 'subject' | 'unit' = 'subject', details: ReadonlyMap<number, number> = NONE): void {
  const heads = system === 'subject' ? headsOf(rows) : null;
  if (system === 'subject' && !heads && details.size === 0) markUnits(rows);
  const stack: number[] = [];
  const highest = rows.reduce((least, r) => (r.kind === 'item' && r.code !== '' ? Math.min(least, r.code.length) : least), Infinity);
  let unit = -1;
  rows.forEach((row, index) => {
    if (row.kind !== 'item') return;
    const whole = details.get(index);
    if (whole !== undefined) {
      row.parent = whole;
      return;
    }
    const head = heads?.get(index);
    if (head !== undefined || (row.unitCode !== '' && system === 'subject')) {
      stack.length = 0;
      unit = index;
      row.parent = head ?? -1;
      return;
    }
    if (row.code === '') return;
    while (stack.length > 0 && !isBelow(row, rows[stack[stack.length - 1]])) stack.pop();
    row.parent = stack.length > 0 ? stack[stack.length - 1] : unit;
    if (system === 'subject' && row.code.length === highest) rows[index] = { ...row, isClass: true };
    stack.push(index);
  });
}

const NONE: ReadonlyMap<number, number> = new Map();

/** Below the same 政府 class where both are printed: (301,501) and (301,505) each have their own rows. */
function isBelow(row: BoundRow, above: BoundRow): boolean {
  if (row.code.length <= above.code.length || !row.code.startsWith(above.code)) return false;
  if (above.owner !== row.owner) return false;
  return above.govCode === '' || row.govCode === '' || row.govCode.startsWith(above.govCode);
}
