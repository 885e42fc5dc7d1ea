import type { Change } from '../model';

/** A change in 分, down negative; null where its words leave it open. */
export function signed(change: Change): number | null {
  if (change.direction === 'equal') return 0;
  if (change.amount === null) return null;
  return change.direction === 'up' ? change.amount.fen : change.direction === 'down' ? -change.amount.fen : null;
}
