import { describe, expect, it } from 'vitest';
import { repairedForest } from '../../src/audit/tables/bind/projectRepair';

describe('levels of a list of projects with a wrong figure', () => {
  // 甲 30 = 10 + 20, 乙 12 = 5 + 7, 丙 9 = 9: together 51.
  const parents = [-1, 0, 0, -1, 3, 3, -1, 6];

  it('stay as they are where a sum is wrong, or a part', () => {
    expect(repairedForest([30, 10, 20, 11, 5, 7, 9, 9], 0, 8, 51)).toEqual(parents);
    expect(repairedForest([30, 10, 20, 12, 5, 8, 9, 9], 0, 8, 51)).toEqual(parents);
    // A sum that leaves its first part out: 5 + 7 would be as much too much below 1.
    expect(repairedForest([30, 10, 20, 12, 1, 5, 7, 9, 9], 0, 9, 52)).toEqual([-1, 0, 0, -1, 3, 3, 3, -1, 7]);
  });

  it('are what adds up where two figures could be the wrong one, or nothing says what they make', () => {
    expect(repairedForest([30, 10, 21, 12, 5, 8, 9, 9], 0, 8, 51)).toEqual([-1, -1, -1, -1, -1, -1, -1, 6]);
    expect(repairedForest([30, 10, 20, 11, 5, 7, 9, 9], 0, 8, NaN)).toEqual([-1, 0, 0, -1, -1, -1, -1, 6]);
  });
});
