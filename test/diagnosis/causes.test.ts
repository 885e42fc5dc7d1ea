import { describe, expect, it } from 'vitest';
import { buildSystem, explainGroups, localise, type Localisation } from '../../src/audit/diagnosis';
import { Drawing, withValues, type Drawn } from './support/drawing';
import { budget } from './support/budget';
import { namingOf } from './support/naming';

/** Row sums and column sums of a two-by-two table with totals, all copied to a second table. */
function grid(values: Partial<Record<string, number | null>> = {}): Drawing {
  const d = new Drawing();
  for (const table of ['甲', '乙']) {
    const right = { B1: 100, C1: 60, D1: 40, B2: 70, C2: 45, D2: 25, B3: 30, C3: 15, D3: 15 };
    for (const [address, value] of Object.entries(right)) {
      const name = `${table}!${address}`;
      const given = values[name];
      d.cell(name, given === undefined ? value : given);
    }
    for (const row of [1, 2, 3]) d.sum(`${table}!B${row}`, `${table}!C${row}`, `${table}!D${row}`);
    for (const column of ['B', 'C', 'D']) d.sum(`${table}!${column}1`, `${table}!${column}2`, `${table}!${column}3`);
  }
  for (const address of ['B1', 'C1', 'D1']) d.same(`甲!${address}`, `乙!${address}`);
  return d;
}

const suspects = (drawn: Drawn, result: Localisation): string[][] =>
  result.groups.map((group) => group.suspects.map((s) => drawn.names[s.cell]!));

describe('one cause', () => {
  it('tells a wrong part from a wrong total', () => {
    const part = grid({ '甲!C2': 54 }).build();
    expect(suspects(part, localise(part))).toEqual([['甲!C2']]);
    const total = grid({ '甲!C1': 600 }).build();
    const result = localise(total);
    expect(suspects(total, result)).toEqual([['甲!C1']]);
    expect(result.groups[0]!.suspects[0]).toMatchObject({ proposedFen: 6000, kind: 'timesTen', closes: 3, breaks: 0 });
  });

  it('calls a total that keeps its old value stale', () => {
    const drawn = grid({ '甲!B2': 83 }).build();
    const { groups } = localise(drawn);
    expect(groups[0]!.suspects[0]).toMatchObject({ cell: drawn.at('甲!B2'), proposedFen: 7000, kind: 'totalStale' });
  });

  it('names the neighbour column that took the figure', () => {
    const drawn = grid({ '甲!C2': 25, '甲!D2': 45 }).build();
    const { groups } = localise(drawn);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ shape: 'transfer', ambiguous: false });
    expect(groups[0]!.suspects).toMatchObject([
      { cell: drawn.at('甲!C2'), proposedFen: 4500, kind: 'neighbour', related: drawn.at('甲!D2') },
      { cell: drawn.at('甲!D2'), proposedFen: 2500, kind: 'neighbour', related: drawn.at('甲!C2') },
    ]);
  });

  it('names a 元 figure and its 万元 copy, and no value for either: nothing tells which is wrong', () => {
    const d = new Drawing().cell('元!B1', 2658868.09).wanyuan({ '万元!B1': 269.89 }).same('元!B1', '万元!B1');
    const drawn = d.build();
    const { groups } = localise(drawn);
    expect(groups[0]!.ambiguous).toBe(true);
    const found = [...groups[0]!.suspects, ...groups[0]!.alternatives.flat()];
    expect(found.map((s) => drawn.names[s.cell]).sort()).toEqual(['万元!B1', '元!B1']);
    expect(found.map((s) => s.proposedFen)).toEqual([null, null]);
    expect(found.find((s) => s.cell === drawn.at('万元!B1'))!.nearFen).toBe(265_890_000);
  });
});

it('takes a blank for a figure as rounded as its sheet', () => {
  const d = new Drawing().cell('表!B2', null).wanyuan({ '表!B1': 100, '表!B3': 40.01, '表!B4': 30 });
  const drawn = d.sum('表!B1', '表!B2', '表!B3', '表!B4').build();
  const blank = localise(drawn).groups.flatMap((g) => [g.suspects, ...g.alternatives].flat()).find((s) => s.cell === drawn.at('表!B2'));
  expect(blank).toMatchObject({ proposedFen: null, nearFen: 29_990_000, kind: 'blank' });
});

describe('several causes', () => {
  it('keeps two independent faults apart, also in one equation', () => {
    const drawn = grid({ '甲!C2': 54, '甲!C3': 51 }).build();
    const { groups } = localise(drawn);
    expect(suspects(drawn, { groups, unexplained: [] })).toEqual([['甲!C2'], ['甲!C3']]);
    expect(groups.map((g) => g.suspects[0]!.proposedFen)).toEqual([4500, 1500]);
    const all = groups.flatMap((g) => g.equations);
    expect(new Set(all).size).toBe(all.length);
  });

  it('goes greedy above the limit and says so', () => {
    const clean = budget(3);
    const planted = new Map([...Array(12).keys()].map((n) => [n * 9 + 1, 100 * (n + 777)]));
    const drawn = withValues(clean, planted);
    const greedy = localise({ ...drawn, limits: { exactEquations: 1, maximumCells: 1, maximumChain: 1 } });
    expect(greedy.groups.length).toBeGreaterThan(0);
    expect(greedy.groups.some((group) => !group.exact)).toBe(true);
    expect(localise(drawn).groups.length).toBeGreaterThan(6);
  });

  it('keeps every failing equation in exactly one group', () => {
    for (let seed = 1; seed <= 15; seed++) {
      const clean = budget(seed);
      const planted = new Map([...Array(8).keys()].map((n) => [(n * 53 + seed * 17) % clean.amounts.count, 12300 * (n + 1)]));
      const drawn = withValues(clean, planted);
      const { groups } = localise(drawn);
      const failing = localise({ ...drawn, limits: { steps: 1 } });
      const grouped = groups.flatMap((g) => g.equations).sort((a, b) => a - b);
      expect(grouped).toEqual(failing.groups.flatMap((g) => g.equations).sort((a, b) => a - b));
      expect(new Set(grouped).size).toBe(grouped.length);
    }
  });
});

describe('ambiguity', () => {
  it('names both sides of a lone equality', () => {
    const drawn = new Drawing().cells({ '表1!B1': 65200, '表2!B1': 55200 }).same('表1!B1', '表2!B1').build();
    const { groups } = localise(drawn);
    expect(groups).toHaveLength(1);
    expect(groups[0]!.ambiguous).toBe(true);
    const sets = [groups[0]!.suspects, ...groups[0]!.alternatives];
    expect(sets.map((set) => set[0]!.nearFen).sort()).toEqual([5520000, 6520000]);
    expect(sets.map((set) => set[0]!.proposedFen)).toEqual([null, null]);
  });

  it('leaves out explanations that need a negative amount where none is', () => {
    const d = new Drawing().cells({ '表!B1': 100, '表!B2': 90, '表!B3': 5, '表!B4': 400 });
    const drawn = d.sum('表!B1', '表!B2', '表!B3', '表!B4').build();
    const { groups } = localise(drawn);
    const named = [groups[0]!.suspects, ...groups[0]!.alternatives].flat().map((s) => drawn.names[s.cell]).sort();
    expect(named).toEqual(['表!B1', '表!B4']);
  });
});

describe('inequalities', () => {
  it('lets 其中 ≤ decide between cells that equalities cannot tell apart', () => {
    const d = new Drawing().cells({ '表!B1': 100, '表!B2': 70, '表!B3': 40, '表!B4': 65 });
    const drawn = d.sum('表!B1', '表!B2', '表!B3').atMost('表!B4', '表!B2').build();
    const named = localise(drawn).groups.flatMap((g) => [g.suspects, ...g.alternatives].flat().map((s) => drawn.names[s.cell]));
    expect(named.sort()).toEqual(['表!B1', '表!B3']);
  });

  it('proposes no value where only a bound is broken', () => {
    const drawn = new Drawing().cells({ '表!B1': 100, '表!B2': 120 }).atMost('表!B2', '表!B1').build();
    const { groups } = localise(drawn);
    expect(groups[0]!.ambiguous).toBe(true);
    for (const set of [groups[0]!.suspects, ...groups[0]!.alternatives]) expect(set[0]!.proposedFen).toBeNull();
  });
});

describe('limits of the arithmetic', () => {
  it('skips equations with unreadable cells and never proposes one', () => {
    const built = grid({ '甲!C2': 54 }).build();
    const state = built.amounts.state.slice();
    state[built.at('甲!C2')] = 2;
    expect(localise({ ...built, amounts: { ...built.amounts, state } }).groups).toEqual([]);
  });

  it('takes the outcomes it is given', () => {
    const drawn = grid({ '甲!C2': 54 }).build();
    expect(localise({ ...drawn, outcome: new Uint8Array(drawn.equations.count) }).groups).toEqual([]);
  });

  it('keeps nothing between calls', () => {
    const drawn = grid({ '甲!C2': 54 }).build();
    const system = buildSystem(drawn.amounts, drawn.equations);
    const before = drawn.amounts.fen.slice();
    expect(localise(drawn, system)).toEqual(localise(drawn, system));
    expect(drawn.amounts.fen).toEqual(before);
  });

  it('names candidates without a value when nothing within the limits explains it', () => {
    const d = new Drawing().cells({ '表!B1': 10, '表!B2': 7, '表!C1': 10, '表!D1': 10, '表!C2': 7, '表!D2': 7 });
    const drawn = d.same('表!B1', '表!B2').same('表!B1', '表!C1', '表!D1').same('表!B2', '表!C2', '表!D2').build();
    const { groups } = localise({ ...drawn, limits: { maximumCells: 1, maximumChain: 1 } });
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ shape: 'unknown', ambiguous: true, exact: false, equations: [0] });
    expect(groups[0]!.suspects.map((s) => [drawn.names[s.cell], s.proposedFen])).toEqual([['表!B1', null], ['表!B2', null]]);
    const [group] = explainGroups({ groups, unexplained: [] }, namingOf(drawn));
    expect(group!.headline).toBe('1 项不符未能归结到确定的单元格：请先核对 表!B1、B2');
  });

  it('explains the same with three cells on either side when it may look further', () => {
    const d = new Drawing().cells({ '表!B1': 10, '表!B2': 7, '表!C1': 10, '表!D1': 10, '表!C2': 7, '表!D2': 7 });
    const drawn = d.same('表!B1', '表!B2').same('表!B1', '表!C1', '表!D1').same('表!B2', '表!C2', '表!D2').build();
    const { groups } = localise(drawn);
    expect(suspects(drawn, { groups, unexplained: [] })).toEqual([['表!B1', '表!C1', '表!D1']]);
    expect(groups[0]!.alternatives.map((set) => set.map((s) => drawn.names[s.cell]))).toEqual([['表!B2', '表!C2', '表!D2']]);
    const [group] = explainGroups({ groups, unexplained: [] }, namingOf(drawn, {}, 'en'));
    expect(group!.headline).toBe('表!B1, C1, D1 are probably wrong together, or 表!B2, C2, D2; either explains 1 of the '
      + 'failed checks: check the sources and correct one of them');
    expect(group!.suspects[3]!.explanation).toContain('Another possibility: ');
  });
});
