import { describe, expect, it } from 'vitest';
import { openAudit } from '../../src/audit/audit';
import { fixtureWorkbook } from '../host/workbooks';

const session = openAudit(fixtureWorkbook('002.xlsx'));

describe('relations that hold', () => {
  it('are as many as the report counts, rule by rule, and each adds up', () => {
    let listed = 0;
    for (const { rule, outcomes } of session.report.rules) {
      const relations = session.relations({ by: 'rule', id: rule });
      // Checks that are no equations are counted as well, and list none.
      expect([0, outcomes.consistent]).toContain(relations.length);
      listed += relations.length;
      for (const { outcome, difference, left, right, cells, message, rule: own } of relations) {
        expect([outcome, own]).toEqual(['consistent', rule]);
        if (message.includes(' = ')) expect([left, Number(difference)]).toEqual([right, 0]);
        else expect(Math.sign(Number(difference))).not.toBe(message.includes(' ≤ ') ? 1 : -1);
        expect(cells.filter(({ side }) => side !== undefined).length).toBeGreaterThan(0);
      }
    }
    expect(listed).toBe(session.state.evaluation.outcome.filter((code) => code === 0).length);
  });

  it('are told with both sides, by table too', () => {
    const [first] = session.relations({ by: 'table', ...session.report.tables[0] });
    expect(first.message).toMatch(/^表1 \S+ .* = /);
    expect(first.message).not.toContain('相差');
    expect(session.relations({ by: 'table', id: '没有', sheet: '表1' })).toEqual([]);
  });

  it('prove their totals, unless another relation of the cell fails', () => {
    const proved = session.proved().map(({ sheet, address }) => `${session.snapshot.sheets[sheet].name}!${address}`);
    expect(proved).toContain('表1!B36');
    expect(proved).not.toContain('表6!E16');
    expect(proved).not.toContain('表4!F8');
    expect(new Set(proved).size).toBe(proved.length);
  });
});
