import type { Rect } from '../../audit/workbook';

/** Rows whose merged cells are looked for together. */
const blockRows = 128;
/** Merged cells do not overlap in a genuine file; a row of a hostile one has no more than these. */
const mostInRow = 2_000;
/** No more than these are looked through for a row. */
const mostLookedAt = 20_000;

export interface MergesByRow {
  /** Those that touch a row. */
  of(row: number): readonly Rect[];
  /** Those that touch the rows given, both ends inclusive. */
  between(from: number, to: number): readonly Rect[];
}

/** Merged cells by row. Entered by blocks of rows, those of very many rows apart; a row's own are looked for when it is drawn. */
export function mergesByRow(merges: readonly Rect[]): MergesByRow {
  const { tall, inBlock } = blocksOf(merges);
  const between = (from: number, to: number): readonly Rect[] => {
    const touches = (rect: Rect): boolean => rect.bottom >= from && rect.top <= to;
    const found = new Set(tall.filter(touches));
    for (let block = blockOf(from); block <= blockOf(to); block++) for (const i of inBlock(block)) if (touches(merges[i])) found.add(merges[i]);
    return [...found];
  };
  const known = new Map<number, readonly Rect[]>();
  return {
    between,
    of(row) {
      const own = known.get(row) ?? between(row, row).slice(0, mostInRow);
      known.set(row, own);
      return own;
    },
  };
}

const blockOf = (row: number): number => Math.floor(row / blockRows);
const isTall = ({ top, bottom }: Rect): boolean => blockOf(bottom) - blockOf(top) > 1;

/** Numbers of merged cells in one array, block after block: with a list for each block, 200,000 would take three times as long. */
function blocksOf(merges: readonly Rect[]): { readonly tall: readonly Rect[]; readonly inBlock: (block: number) => Uint32Array } {
  const tall: Rect[] = [];
  let last = -1;
  for (const merge of merges) if (!isTall(merge)) last = Math.max(last, blockOf(merge.bottom));
  /** One past the end of each block; while they are filled, where the next one goes. */
  const next = new Uint32Array(last + 2);
  for (const merge of merges) {
    if (!isTall(merge)) for (let block = blockOf(merge.top); block <= blockOf(merge.bottom); block++) next[block + 1]++;
    else if (tall.length < mostLookedAt) tall.push(merge);
  }
  for (let block = 0; block <= last; block++) next[block + 1] += next[block];
  const start = next.slice();
  const entries = new Uint32Array(next[last + 1]);
  merges.forEach((merge, i) => {
    if (!isTall(merge)) for (let block = blockOf(merge.top); block <= blockOf(merge.bottom); block++) entries[next[block]++] = i;
  });
  return { tall, inBlock: (block) => entries.subarray(start[block] ?? 0, Math.min(start[block + 1] ?? 0, (start[block] ?? 0) + mostLookedAt)) };
}
