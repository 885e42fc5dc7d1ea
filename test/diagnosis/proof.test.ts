import { describe, expect, it } from 'vitest';
import { localise, type Localisation } from '../../src/audit/diagnosis';
import { Verdict } from '../../src/audit/diagnosis/model';
import { judge, buildSystem } from '../../src/audit/diagnosis/system';
import { Drawing, type Drawn } from './support/drawing';

const proposals = (drawn: Drawn, { groups }: Localisation): string[] =>
  groups.flatMap((g) => [...g.suspects, ...g.alternatives.flat()]).filter((s) => s.proposedFen !== null).map((s) => `${drawn.names[s.cell]!} ${s.proposedFen! / 100}`).sort();

const named = (drawn: Drawn, { groups }: Localisation): string[] => groups.flatMap((g) => g.suspects.map((s) => drawn.names[s.cell]!));

describe('a value that only fits is not proved', () => {
  /** A total that its copy bears out, and three parts that stand nowhere else. */
  const list = (first: number, second: number): Drawn => {
    const d = new Drawing().cell('甲!B1', 300).cell('甲!B2', first).cell('甲!B3', second).cell('甲!B4', 40).cell('乙!B1', 300);
    return d.sum('甲!B1', '甲!B2', '甲!B3', '甲!B4').same('甲!B1', '乙!B1').build();
  };

  it('one sum, a difference that no slip explains: another part may be wrong as well', () => {
    const drawn = list(5000, 61.5);
    const found = localise(drawn);
    expect(named(drawn, found)).toEqual(['甲!B2']);
    expect(proposals(drawn, found)).toEqual([]);
  });

  it('one sum, a slip of the keyboard: the value is given', () => {
    const drawn = list(2000, 60);
    expect(proposals(drawn, localise(drawn))).toEqual(['甲!B2 200']);
  });

  it('a sign differs between two places: never the negative one', () => {
    const drawn = new Drawing().cell('甲!B1', 120).cell('乙!B1', -120).same('甲!B1', '乙!B1').build();
    expect(proposals(drawn, localise(drawn))).toEqual(['乙!B1 120']);
  });

  it('between two figures and nothing else, 0 is no value', () => {
    const drawn = new Drawing().cell('甲!B1', 0).cell('甲!C1', -60).cell('甲!D1', 0).sum('甲!B1', '甲!C1', '甲!D1').build();
    expect(proposals(drawn, localise(drawn))).toEqual([]);
  });

  it('two figures of a row, each short of its sum: a row may be missing', () => {
    const d = new Drawing();
    for (const column of ['B', 'C']) d.cell(`甲!${column}1`, 300).cell(`甲!${column}2`, 110).cell(`甲!${column}3`, 90).cell(`乙!${column}2`, 110).cell(`乙!${column}1`, 300);
    for (const column of ['B', 'C']) d.sum(`甲!${column}1`, `甲!${column}2`, `甲!${column}3`).same(`甲!${column}2`, `乙!${column}2`).same(`甲!${column}1`, `乙!${column}1`);
    d.same('甲!B2', '甲!C2').same('甲!B3', '甲!C3');
    const drawn = d.build();
    expect(localise(drawn).groups).not.toEqual([]);
    expect(proposals(drawn, localise(drawn))).toEqual([]);
  });
});

it('an inferred relation that its table does not obey need not be explained, but no value is proved against it', () => {
  const d = new Drawing().cell('甲!B1', 100).cell('乙!B1', 1000).cell('丙!B1', 100).cell('甲!B2', 1000).cell('丁!B1', 1000);
  const drawn = d.same('甲!B1', '丙!B1').same('乙!B1', '甲!B1').same('乙!B1', '丙!B1').same('乙!B1', '甲!B2').same('乙!B1', '丁!B1').build();
  const system = buildSystem(drawn.amounts, drawn.equations);
  const verdict = judge(system);
  const disputed = (from: number): Uint8Array => verdict.map((code, e) => (e >= from ? Verdict.disputed : code));
  const open = verdict.map((code, e) => (e >= 3 ? Verdict.skipped : code));
  expect(proposals(drawn, localise({ ...drawn, outcome: open }))).toEqual(['乙!B1 100']);
  const found = localise({ ...drawn, outcome: disputed(3) });
  expect(named(drawn, found)).toEqual(['乙!B1']);
  expect(proposals(drawn, found)).toEqual([]);
});

it('a relation that applies only because of a figure in a table with another mistake proves nothing', () => {
  const d = new Drawing().cell('甲!B1', 90).cell('乙!B1', 100).cell('丙!B1', 100).cell('甲!B3', 50).cell('甲!C3', 500).cell('丁!C3', 50).cell('甲!B4', 0);
  const drawn = d.same('甲!B1', '乙!B1').same('甲!B1', '丙!B1').same('甲!B3', '甲!C3').same('甲!C3', '丁!C3').same('乙!B1', '丙!B1').build();
  const blockOf = (cell: number): number => (drawn.names[cell]!.startsWith('甲') ? 0 : cell + 1);
  const conditionsOf = (e: number): Set<number> => new Set(e < 2 ? [drawn.at('甲!B4')] : []);
  expect(proposals(drawn, localise(drawn))).toEqual(['甲!B1 100', '甲!C3 50']);
  expect(proposals(drawn, localise({ ...drawn, blockOf, conditionsOf }))).toEqual(['甲!C3 50']);
});
