/** Causes that move many figures at once: found as one, with their proof, and never taken for single mistakes. */
import { describe, expect, it } from 'vitest';
import { explainGroups, localise, type Localisation } from '../../src/audit/diagnosis';
import { budget } from './support/budget';
import { withValues, type Drawn } from './support/drawing';
import { slip } from './support/faults';
import { namingOf } from './support/naming';
import { random } from './support/random';

/** The cells of one column of a table from the top. */
function column(drawn: Drawn, table: string, letter: string): number[] {
  return drawn.names.flatMap((name, i) => (new RegExp(`^${table}!${letter}\\d+$`).test(name) ? [i] : []));
}

/** From place `from` to `to` every figure one place up (−1) or down (1); what falls out is lost. */
function shifted(drawn: Drawn, lines: readonly (readonly number[])[], from: number, to: number, by: 1 | -1): Drawn {
  const changes = new Map<number, number>();
  for (const line of lines) {
    for (let p = from; p <= to; p++) changes.set(line[p]!, p - by >= from && p - by <= to ? drawn.amounts.fen[line[p - by]!]! : 0);
  }
  return withValues(drawn, changes);
}

const proposals = ({ groups }: Localisation): number => groups.flatMap((g) => [...g.suspects, ...g.alternatives.flat()]).filter((s) => s.proposedFen !== null).length;

describe('shifted', () => {
  it.each([[1, -1], [2, 1], [3, -1], [4, 1]] as const)('a column, budget %d, by %d', (seed, by) => {
    const clean = budget(seed);
    const line = column(clean, '表5', 'C');
    const [from, to] = [2, Math.min(line.length - 1, 10)];
    const result = localise(shifted(clean, [line], from, to, by));
    const mass = result.groups.filter((g) => g.mass);
    expect(mass).toHaveLength(1);
    expect(mass[0]!.mass).toMatchObject({ kind: 'columnShifted', by });
    expect(mass[0]!.equations.length).toBeGreaterThanOrEqual(5);
    expect(mass[0]!.suspects.every((s) => s.proposedFen === null)).toBe(true);
    const moves = mass[0]!.mass!.moves.filter((m) => line.includes(m.cell));
    expect(moves.length).toBeGreaterThan(4);
  });

  it('rows beside their codes', () => {
    const clean = budget(6);
    const lines = ['C', 'D', 'E'].map((letter) => column(clean, '表7', letter));
    const { groups } = localise(shifted(clean, lines, 3, 9, 1));
    expect(groups.filter((g) => g.mass).map((g) => g.mass!.kind)).toContain('rowsShifted');
  });

  it('says from where, which way, and what putting it back makes hold', () => {
    const clean = budget(1);
    const dirty = shifted(clean, [column(clean, '表5', 'C')], 2, 10, -1);
    const { groups } = localise(dirty);
    const [group] = explainGroups({ groups, unexplained: [] }, namingOf(dirty)).filter((g) => g.suspects[0]!.kind === 'columnShifted');
    expect(group!.headline).toMatch(/^表5 C栏自 C3 起上移了一行（C3:C\d+）：各数下移一行后，\d+ 项不符转为一致（如 C3 的 [\d,.]+ 应在 C4、C4 的 [\d,.]+ 应在 C5）$/);
    expect(group!.suspects.length).toBeLessThanOrEqual(5);
    expect(group!.ambiguous).toBe(false);
    const english = explainGroups({ groups, unexplained: [] }, namingOf(dirty, {}, 'en'));
    expect(english.some((g) => /the column C stands one row too high from C3 on/.test(g.headline))).toBe(true);
  });
});

describe('whole tables', () => {
  const times = (drawn: Drawn, table: string, factor: number): Drawn => withValues(drawn, new Map(drawn.names.flatMap((name, i) =>
    (name.startsWith(`${table}!`) ? [[i, drawn.amounts.fen[i]! * factor] as const] : []))));

  it.each([10_000, 10, 100])('times %d are one cause without a value for any cell', (factor) => {
    const dirty = times(budget(2), '表7', factor);
    const result = localise(dirty);
    expect(result.groups).toHaveLength(1);
    expect(result.groups[0]!.mass).toMatchObject({ kind: 'scaled', factor });
    expect(proposals(result)).toBe(0);
    expect(explainGroups(result, namingOf(dirty))[0]!.headline).toContain(`金额整体扩大了 ${factor} 倍`);
  });

  it.each(['表5', '表7'])('%s without any figure is one cause, and no other table is blamed', (table) => {
    const dirty = times(budget(2), table, 0);
    const result = localise(dirty);
    expect(result.groups).toHaveLength(1);
    expect(result.groups[0]!.mass).toMatchObject({ kind: 'empty' });
    expect(new Set(result.groups[0]!.suspects.map((s) => dirty.names[s.cell]!.split('!')[0]))).toEqual(new Set([table]));
    expect(proposals(result)).toBe(0);
    expect(explainGroups(result, namingOf(dirty))[0]!.headline).toContain(`${table} 没有一个金额`);
  });

  it('without any figure beside a wrong figure elsewhere: both are told', () => {
    const empty = times(budget(2), '表7', 0);
    const at = empty.names.findIndex((name, i) => name.startsWith('表1!') && empty.amounts.fen[i]! > 0);
    const result = localise(withValues(empty, new Map([[at, empty.amounts.fen[at]! + 12_300]])));
    expect(result.groups.map((g) => g.mass?.kind ?? 'figures').sort()).toEqual(['empty', 'figures']);
    expect(result.groups.find((g) => !g.mass)!.suspects.map((s) => s.cell)).toContain(at);
  });

  it('of another unit are one cause', () => {
    const dirty = times(budget(2), '表7', 3);
    const result = localise(dirty);
    expect(result.groups[0]!.mass).toMatchObject({ kind: 'foreign' });
    expect(proposals(result)).toBe(0);
    expect(explainGroups(result, namingOf(dirty))[0]!.headline).toContain('表7 表内各数相互一致，与其他各表却有');
  });
});

it('ten or twenty single mistakes are no such cause, and what is proposed for them is right', () => {
  let proposed = 0;
  for (let seed = 1; seed <= 24; seed++) {
    const clean = budget(seed);
    const rand = random(seed);
    const planted = new Map<number, number>();
    while (planted.size < (seed % 2 === 0 ? 10 : 20)) {
      const cell = rand.below(clean.amounts.count);
      const wrong = slip(rand, clean.amounts.fen[cell]!);
      if (wrong !== null) planted.set(cell, wrong);
    }
    const { groups } = localise(withValues(clean, planted));
    expect(groups.filter((g) => g.mass)).toEqual([]);
    for (const suspect of groups.flatMap((g) => [...g.suspects, ...g.alternatives.flat()])) {
      if (suspect.proposedFen === null) continue;
      proposed++;
      expect(suspect.proposedFen, clean.names[suspect.cell]).toBe(clean.amounts.fen[suspect.cell]);
    }
  }
  expect(proposed).toBeGreaterThan(150);
});
