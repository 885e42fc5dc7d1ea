import type { BoundBlock } from '../../tables';

/** Columns of a block that hold the same figure of this year and of the year before. */
export interface YearPair {
  readonly now: number;
  readonly before: number;
}

/** 合计 beside 上年, 因公出国 beside 上年.因公出国, 扣除 beside 扣除.上年, by the names that the vocabulary gives the columns. */
export function yearPairs({ columns }: BoundBlock): YearPair[] {
  return columns.flatMap(({ id }, now): YearPair[] => {
    const before = columns.findIndex((c) => c.id === (id === '合计' ? '上年' : `上年.${id}`) || c.id === `${id}.上年`);
    return before < 0 ? [] : [{ now, before }];
  });
}
