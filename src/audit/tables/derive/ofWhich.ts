import type { RowKind } from '../model';

/** The row of which each row “其中：…” is a part: the one above it that is none itself; -1 for all other rows and where there is none. */
export function wholesOf(kinds: readonly RowKind[]): number[] {
  let above = -1;
  return kinds.map((kind, i) => {
    if (kind === 'item' || kind === 'total') above = i;
    return kind === 'ofWhich' ? above : -1;
  });
}
