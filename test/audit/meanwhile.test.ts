/** After an edit what depends on the cell is known at once, and the causes after it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createAuditor, openAudit, type AuditSession, type CellEdit } from '../../src/audit/audit';
import { allSteps } from '../../src/audit/diagnosis';
import type { FindingGroup } from '../../src/audit/report/model';
import { withCells, type WorkbookSnapshot } from '../../src/audit/workbook';
import { generateBudgetOfCells } from '../generate';
import { example } from './support/fixtures';

const auditor = createAuditor();

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function place(session: AuditSession, address: string): CellEdit['cell'] {
  const [sheet, column, row] = /^(.+)!([A-Z])(\d+)$/.exec(address)?.slice(1) ?? [];
  return { sheet: session.snapshot.sheets.findIndex(({ name }) => name === sheet), row: Number(row) - 1, column: column.charCodeAt(0) - 65 };
}

describe('a workbook with hundreds of wrong figures', () => {
  let broken: WorkbookSnapshot;
  let edits: CellEdit[];
  beforeAll(() => {
    const clean = generateBudgetOfCells(9_000, 1);
    const { amounts, blocks, owners } = openAudit(clean, {}, auditor).state.recognition;
    const filled = Array.from({ length: amounts.count }, (_, a) => a).filter((a) => amounts.fen[a] !== 0 && ['B02', 'B03', 'B05', 'B06', 'B07'].includes(blocks[owners.block[a]].table.id));
    const edit = (a: number, by: number): CellEdit => ({ cell: { sheet: amounts.sheet[a], row: amounts.row[a], column: amounts.column[a] }, content: { kind: 'number', value: amounts.fen[a] / 100 + by } });
    broken = withCells(clean, filled.filter((_, i) => i % 9 === 0).map((a, i) => edit(a, 100 + i)));
    edits = filled.filter((_, i) => i % 101 === 5).slice(0, 2).map((a) => edit(a, 1));
  });

  // The work is counted: a re-check looks for no cause, and the search for causes can be left off some hundred times.
  it('tells findings and outcomes of an edit in a third of the time that the causes need', () => {
    const session = openAudit(broken, {}, auditor);
    const shares: number[] = [];
    for (const [i, edit] of edits.entries()) {
      const quick = timed(() => session.recheck([edit]));
      const meanwhile = session.report;
      const steps = session.diagnose();
      let count = 0;
      const whole = timed(() => {
        while (!steps.next().done) count++;
      });
      shares.push(quick / whole);
      expect(count).toBeGreaterThan(300);
      const fresh = openAudit(withCells(broken, edits.slice(0, i + 1)), {}, auditor).report;
      expect(session.report).toEqual(fresh);
      expect({ ...meanwhile, groups: [] }).toEqual({ ...fresh, groups: [] });
    }
    // The least disturbed of them: other processes run beside a test.
    expect(Math.min(...shares)).toBeLessThan(1 / 3);
  });

  it('makes nothing anew that says what it said before, edit after edit', () => {
    const session = openAudit(broken, {}, auditor);
    // Whatever was compiled anew in between.
    session.recheck([{ cell: edits[0].cell, content: { kind: 'text', value: '见附件' } }]);
    const before = session.report;
    session.recheck([edits[1]]);
    const findings = new Set(before.findings);
    const isNew = (kept: ReadonlySet<unknown>) => (one: unknown): boolean => !kept.has(one);
    const others = session.report.findings.filter(isNew(findings)).filter(({ cells }) => cells.some(({ side }) => side !== undefined));
    expect([before.findings.length > 100, others.length < 12]).toEqual([true, true]);
    const other = openAudit(broken, {}, auditor);
    const groups = new Set(other.report.groups);
    other.recheck([edits[0]]);
    other.recheck([edits[1]]);
    expect([groups.size > 50, other.report.groups.filter(isNew(groups)).length < 12]).toEqual([true, true]);
  });

  it('tells them as soon where an edit changes what kind of thing stands in a cell, and keeps the causes of the others', () => {
    const session = openAudit(broken, {}, auditor);
    const { cell } = edits[0];
    const steps: readonly (CellEdit['content'])[] = [{ kind: 'text', value: '见附件' }, { kind: 'number', value: 12 }, null];
    for (const content of steps) {
      const groups = session.report.groups.length;
      session.recheck([{ cell, content }]);
      const meanwhile = session.report;
      const fresh = openAudit(withCells(broken, [{ cell, content }]), {}, auditor).report;
      expect({ ...meanwhile, groups: [] }).toEqual({ ...fresh, groups: [] });
      // The cause of a figure that is no figure now may be gone, and what it explained.
      expect(meanwhile.groups.length).toBeGreaterThan(groups - 8);
      let count = 0;
      const search = session.diagnose();
      while (!search.next().done) count++;
      expect(count).toBeGreaterThan(300);
      expect(session.report).toEqual(fresh);
    }
  });

  it('takes up the search anew where an edit came between its steps', () => {
    const session = openAudit(broken, {}, auditor);
    session.recheck([edits[0]]);
    const left = session.diagnose();
    for (let i = 0; i < 100; i++) left.next();
    session.recheck([edits[1]]);
    const quick = session.report;
    allSteps(left);
    expect(session.report).toBe(quick);
    expect(allSteps(session.diagnose())).toEqual(openAudit(withCells(broken, [edits[0], edits[1]]), {}, auditor).report);
  });
});

describe('causes found before an edit', () => {
  const of = (groups: readonly FindingGroup[], cell: string): FindingGroup | undefined => groups.find(({ suspects: [first] }) => `${first.sheet}!${first.address}` === cell);

  it('stand as they were where the edit touches none of their figures; else nothing is proposed until they are found anew', async () => {
    const session = openAudit(await example('002'), { lang: 'zh' }, auditor);
    const before = session.report.groups;
    expect(of(before, '表6!E16')?.suspects[0].proposed).toBe('425400.00');
    // One of the parts of the sum that E16 is.
    session.recheck([{ cell: place(session, '表6!E17'), content: { kind: 'number', value: 405_201 } }]);
    const meanwhile = session.report.groups;
    expect(of(meanwhile, '表6!E16')?.suspects.map(({ current, proposed }) => [current, proposed])).toEqual(of(before, '表6!E16')?.suspects.map(({ current }) => [current, null]));
    const others = before.filter((group) => group !== of(before, '表6!E16'));
    expect(others.length).toBeGreaterThan(0);
    expect(meanwhile.filter((group) => group !== of(meanwhile, '表6!E16'))).toEqual(others);
  });

  it('are gone with the last of their findings', async () => {
    const session = openAudit(await example('002'), { lang: 'zh' }, auditor);
    const cause = of(session.report.groups, '表6!E16');
    session.recheck((cause?.suspects ?? []).map(({ sheet, address, proposed }) => ({ cell: place(session, `${sheet}!${address}`), content: { kind: 'number', value: Number(proposed) } })));
    expect(of(session.report.groups, '表6!E16')).toBeUndefined();
    expect(session.report.findings.filter(({ id }) => cause?.findings.includes(id))).toEqual([]);
  });
});
