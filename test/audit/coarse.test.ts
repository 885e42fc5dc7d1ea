/** Tables printed in whole 万元: rounded figure by figure, or exact. */
import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { withCells } from '../../src/audit/workbook';
import { FORMS, makeForm } from '../generate/places';

const auditor = createAuditor();
const form = FORMS.find((f) => f.id === 'county-round')!;

describe('whole 万元', () => {
  it.each(['b.0', 'b.1', 'b.2'])('figures rounded one by one are no errors (%s)', (seed) => {
    const { findings } = openAudit(makeForm(form, seed), {}, auditor).report;
    expect(findings.filter((f) => f.severity === 'error').map((f) => f.message)).toEqual([]);
    expect(findings.some((f) => f.outcome === 'rounding')).toBe(true);
  });

  it('a figure that is off by more is an error', () => {
    const book = makeForm(form, 'b.0');
    const sheet = book.sheets.findIndex((s) => s.name.startsWith('表4'));
    const session = openAudit(book, {}, auditor);
    const { amounts } = session.state.recognition;
    const figure = Array.from({ length: amounts.count }, (_, a) => a).find((a) => amounts.sheet[a] === sheet && amounts.fen[a] > 50_000_000)!;
    const cell = { sheet, row: amounts.row[figure], column: amounts.column[figure] };
    const { findings } = openAudit(withCells(book, [{ cell, content: { kind: 'number', value: amounts.fen[figure] / 1_000_000 + 90 } }]), {}, auditor).report;
    expect(findings.some((f) => f.severity === 'error' && f.cells.some((c) => c.sheet === book.sheets[sheet].name))).toBe(true);
  });
});
