/** A table that was misread says so instead of accusing; broken workbooks keep their errors. */
import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { auditSnapshot } from '../../src/audit/session';
import { OutcomeCode } from '../../src/audit/outcome/evaluate';
import { doubtsOf, type DoubtInput, type Explanation } from '../../src/audit/outcome/doubt';
import { buildReport } from '../../src/audit/report/build';
import type { Finding } from '../../src/audit/report/model';
import { withCells, type WorkbookSnapshot } from '../../src/audit/workbook';
import { Random } from '../generate';
import { CLASSES } from '../mutate/classes';
import { sourceOf } from '../mutate/proposals';
import { EXAMPLES, example, generated } from './support/fixtures';

const auditor = createAuditor();
const findings = (snapshot: WorkbookSnapshot): readonly Finding[] => openAudit(snapshot, {}, auditor).report.findings;
const doubts = (list: readonly Finding[]): Finding[] => list.filter((f) => f.outcome === 'insufficient');

describe('numbers', () => {
  /** Two cells an equation; table = cell ÷ 100; `bad` equations fail. */
  const input = (pairs: readonly (readonly [number, number])[], bad: readonly number[]): DoubtInput => ({
    equations: {
      count: pairs.length, rule: new Uint16Array(pairs.length), relation: new Uint8Array(pairs.length),
      start: Uint32Array.from([...pairs.keys(), pairs.length], (n) => n * 2), cell: Uint32Array.from(pairs.flat()),
      coefficient: Float64Array.from(pairs.flatMap(() => [1, -1])),
    },
    outcome: Uint8Array.from(pairs, (_, e) => (bad.includes(e) ? OutcomeCode.inconsistent : OutcomeCode.consistent)),
    fen: new Float64Array(300).fill(1),
    tableOf: (cell) => Math.floor(cell / 100),
    relationOf: () => 0,
  });
  const six = [[0, 1], [2, 3], [4, 5], [6, 7], [8, 9], [10, 11]] as const;
  const alone = (...equations: number[]): Explanation[] => equations.map((e) => ({ equations: [e], cells: 1, single: false }));

  it('doubt a table with more than half of at least four checks failing', () => {
    expect(doubtsOf(input(six, [0, 1, 2, 3]), () => alone(0, 1, 2, 3))).toEqual([{ table: 0, relation: -1, checks: 6, failing: 4, equations: [0, 1, 2, 3] }]);
    expect(doubtsOf(input(six, [0, 1, 2]), () => alone(0, 1, 2))).toEqual([]);
    expect(doubtsOf(input(six.slice(0, 3), [0, 1, 2]), () => alone(0, 1, 2))).toEqual([]);
  });

  it('believe failures with a compact cause', () => {
    expect(doubtsOf(input(six, [0, 1, 2, 3, 4]), () => [{ equations: [0, 1, 2, 3, 4], cells: 2, single: false }])).toEqual([]);
    expect(doubtsOf(input(six, [0, 1, 2, 3, 4]), () => [{ equations: [0, 1, 2, 3, 4], cells: 20, single: true }])).toEqual([]);
    expect(doubtsOf(input(six, [0, 1, 2, 3, 4]), () => [{ equations: [0, 1], cells: 1, single: false }, ...alone(2, 3, 4)])).toHaveLength(1);
  });

  it('take the failures with other tables along, and doubt a relation that fails nearly everywhere', () => {
    expect(doubtsOf(input([...six, [0, 100]], [0, 1, 2, 3, 6]), () => alone(0, 1, 2, 3, 6))[0]!.equations).toEqual([0, 1, 2, 3, 6]);
    const between = six.map(([a, b]) => [a, b + 100] as const);
    expect(doubtsOf(input(between, [0, 1, 2, 3, 4, 5]), () => alone(0, 1, 2, 3, 4, 5))).toMatchObject([{ table: -1, relation: 0, failing: 6 }]);
    expect(doubtsOf(input(between, [0, 1, 2, 3]), () => alone(0, 1, 2, 3))).toEqual([]);
  });

  it('do not ask for causes where nothing is doubtful', () => {
    expect(doubtsOf(input(six, [0]), () => { throw new Error('asked'); })).toEqual([]);
  });
});

/** All figures of one table in another order: what a wrong binding of rows and columns looks like. */
function scrambled(snapshot: WorkbookSnapshot, table: string, seed: number): WorkbookSnapshot {
  const { recognition: { amounts, blocks, owners } } = auditSnapshot(snapshot, auditor);
  const cells = [...Array(amounts.count).keys()].filter((a) => blocks[owners.block[a]].table.id === table && amounts.fen[a] !== 0);
  const order = new Random(seed).sample(cells, cells.length);
  return withCells(snapshot, cells.map((a, i) => ({
    cell: { sheet: amounts.sheet[a], row: amounts.row[a], column: amounts.column[a] }, content: { kind: 'number', value: amounts.fen[order[i]] / 100 },
  })));
}

it.each([['B05', 1], ['B06', 2], ['B06', 3]])('%s of 001 scrambled: one warning on the table, none of its errors', async (table, seed) => {
  const list = findings(scrambled(await example('001'), table, seed));
  const [doubt] = doubts(list);
  expect(doubt).toMatchObject({ severity: 'warning', table, left: null, right: null });
  expect(doubt.message).toMatch(/没有读懂：表内 \d+ 项核对有 \d+ 项不符/);
  expect(list.filter((f) => f.severity === 'error' && f.cells.some((c) => c.sheet === doubt.cells[0].sheet))).toEqual([]);
});

it('is counted as 取数不足 and said among what was not checked', async () => {
  const { report } = openAudit(scrambled(await example('001'), 'B06', 2), {}, auditor);
  const [doubt] = doubts(report.findings);
  expect(report.unchecked.filter((u) => u.reason === doubt.message)).toHaveLength(1);
  expect(report.findings.filter((f) => f.outcome === 'inconsistent')).toHaveLength(report.outcomes.inconsistent);
  for (const outcome of ['inconsistent', 'insufficient'] as const) {
    expect(report.rules.reduce((n, r) => n + r.outcomes[outcome], 0)).toBe(report.outcomes[outcome]);
  }
});

describe('what is wrong stays wrong', () => {
  it.each(EXAMPLES)('in %s', async (name) => {
    expect(doubts(findings(await example(name)))).toEqual([]);
  });

  it('with 20 faults at once', () => {
    for (const { snapshot } of generated(3)) {
      const source = sourceOf(auditSnapshot(snapshot, auditor));
      const random = new Random(3);
      for (let n = 0; n < 2; n++) {
        const planted = CLASSES.get('20 faults')!(source, random);
        if (!planted) continue;
        const report = buildReport(auditSnapshot(planted.snapshot, auditor));
        expect(doubts(report.findings).map((f) => f.message)).toEqual([]);
        expect(report.findings.filter((f) => f.severity === 'error').length).toBeGreaterThan(10);
      }
    }
  });
});
