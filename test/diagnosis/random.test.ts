import { describe, expect, it } from 'vitest';
import { localise } from '../../src/audit/diagnosis';
import { budget, looseSize, rounded, usualSize, type BudgetSize } from './support/budget';
import { withValues, type Drawn } from './support/drawing';
import { slip, twins } from './support/faults';
import { random } from './support/random';

interface Score {
  cases: number;
  named: number;
  proposed: number;
  right: number;
  oversized: number;
}

/** Plants `faults` in identifiable cells (no twin) and counts cases in which every one of them is named. */
function measure(faults: number, seeds: number, each: number, size: BudgetSize): Score {
  const score: Score = { cases: 0, named: 0, proposed: 0, right: 0, oversized: 0 };
  for (let seed = 1; seed <= seeds; seed++) {
    const clean = budget(seed, size);
    const rand = random(seed * 7919);
    const alone = [...Array(clean.amounts.count).keys()].filter((cell) => twins(clean, cell).length === 1);
    for (let n = 0; n < each; n++) {
      const planted = new Map<number, number>();
      while (planted.size < faults) {
        const cell = rand.pick(alone);
        const wrong = slip(rand, clean.amounts.fen[cell]!);
        if (wrong !== null) planted.set(cell, wrong);
      }
      tally(score, clean, planted);
    }
  }
  return score;
}

function tally(score: Score, clean: Drawn, planted: ReadonlyMap<number, number>): void {
  const { groups } = localise(withValues(clean, planted));
  const named = new Map(groups.flatMap((group) => group.suspects.map((s) => [s.cell, s] as const)));
  score.cases++;
  if ([...planted.keys()].every((cell) => named.has(cell))) score.named++;
  if (groups.length > planted.size) score.oversized++;
  for (const [cell, suspect] of named) {
    if (!planted.has(cell) || suspect.proposedFen === null) continue;
    score.proposed++;
    if (suspect.proposedFen === clean.amounts.fen[cell]) score.right++;
  }
}

describe('planted faults in random budgets', () => {
  it('says nothing about a clean budget', () => {
    for (let seed = 1; seed <= 40; seed++) expect(localise(budget(seed))).toEqual({ groups: [], unexplained: [] });
  });

  it.each([
    { faults: 1, seeds: 30, least: 0.97, tables: 'copied', size: usualSize },
    { faults: 2, seeds: 30, least: 0.9, tables: 'copied', size: usualSize },
    { faults: 3, seeds: 20, least: 0.8, tables: 'copied', size: usualSize },
    { faults: 1, seeds: 30, least: 0.97, tables: 'loose', size: looseSize },
    { faults: 2, seeds: 30, least: 0.9, tables: 'loose', size: looseSize },
    { faults: 3, seeds: 20, least: 0.8, tables: 'loose', size: looseSize },
  ])('names $faults independent fault(s), $tables tables', ({ faults, seeds, least, size }) => {
    const score = measure(faults, seeds, 20, size);
    if (process.env.SHOW) console.log(score);
    expect(score.named / score.cases).toBeGreaterThanOrEqual(least);
    expect(score.proposed).toBeGreaterThan(score.cases * 0.8);
    expect(score.right / score.proposed).toBeGreaterThanOrEqual(0.99);
  });

  it('names exactly the cells that cannot be told apart', () => {
    let cases = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const clean = budget(seed);
      const rand = random(seed + 31);
      for (let n = 0; n < 200; n++) {
        const cell = rand.below(clean.amounts.count);
        const same = twins(clean, cell);
        const wrong = slip(rand, clean.amounts.fen[cell]!);
        if (same.length < 2 || wrong === null || wrong < 0) continue;
        cases++;
        const { groups } = localise(withValues(clean, new Map([[cell, wrong]])));
        const named = [...groups[0]!.suspects, ...groups[0]!.alternatives.flat()].map((s) => s.cell);
        expect(groups).toHaveLength(1);
        expect(named).toContain(cell);
        expect(same).toEqual(expect.arrayContaining(named));
        if (named.length > 1) expect(groups[0]!.ambiguous).toBe(true);
      }
    }
    expect(cases).toBeGreaterThan(20);
  });

  it('keeps to its word in tables of rounded 万元 figures: no groups for tails, values only where they are certain', () => {
    const score: Score = { cases: 0, named: 0, proposed: 0, right: 0, oversized: 0 };
    for (let seed = 1; seed <= 20; seed++) {
      const clean = rounded(budget(seed));
      expect(localise(clean).groups).toEqual([]);
      const rand = random(seed + 99);
      for (let n = 0; n < 20; n++) {
        const cell = rand.below(clean.amounts.count);
        if (twins(clean, cell).length > 1) continue;
        tally(score, clean, new Map([[cell, clean.amounts.fen[cell]! + 200_000 * (1 + rand.below(500))]]));
      }
    }
    expect(score.named / score.cases).toBeGreaterThanOrEqual(0.97);
    expect(score.proposed).toBeGreaterThan(score.cases * 0.5);
    expect(score.right / score.proposed).toBeGreaterThanOrEqual(0.99);
  });

  it('gives the same answer twice', () => {
    const clean = budget(5);
    const dirty = withValues(clean, new Map([[10, 12300], [80, 4500]]));
    expect(localise(dirty)).toEqual(localise(dirty));
  });
});
