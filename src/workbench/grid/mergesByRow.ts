import type { Rect } from '../../audit/workbook';

/** Rows on either side whose merged cells are looked for at once. */
const spareRows = 256;
/** Merged cells do not overlap in a genuine file; so many rows of a hostile one have no more than these, and a row no more than those. */
const mostInWindow = 20_000;
const mostInRow = 2_000;

export interface MergesByRow {
  /** Those that touch a row. */
  of(row: number): readonly Rect[];
  /** Those that touch the rows given, both ends inclusive. */
  between(from: number, to: number): readonly Rect[];
}

/**
 * Merged cells by row. All of them are looked through once a few hundred rows, when these come into view: an index of 200,000 would
 * take ten times as long, and at once.
 */
export function mergesByRow(merges: readonly Rect[]): MergesByRow {
  let window = { from: 0, to: -1, rects: merges };
  let known = new Map<number, readonly Rect[]>();
  const windowOf = (from: number, to: number): readonly Rect[] => {
    if (from < window.from || to > window.to) {
      const wide = { from: from - spareRows, to: to + spareRows };
      window = { ...wide, rects: touching(merges, wide.from, wide.to, mostInWindow) };
      known = new Map();
    }
    return window.rects;
  };
  return {
    between: (from, to) => touching(windowOf(from, to), from, to, mostInWindow),
    of(row) {
      const rects = windowOf(row, row);
      const own = known.get(row) ?? touching(rects, row, row, mostInRow);
      known.set(row, own);
      return own;
    },
  };
}

function touching(merges: readonly Rect[], from: number, to: number, most: number): Rect[] {
  const found: Rect[] = [];
  for (const rect of merges) if (rect.bottom >= from && rect.top <= to && found.push(rect) === most) break;
  return found;
}
