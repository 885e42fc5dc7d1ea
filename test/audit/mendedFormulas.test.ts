/** A proposal for a cell with a formula names the formula that yields the figure, or that none is known; never just the figure. */
import { expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import type { Suspect } from '../../src/audit/report/model';
import { budget } from './support/budgetBook';
import { changed, snapshotOf, type Change } from './support/sheets';

const auditor = createAuditor();

/** The totals of 2101501 … in 表5, as sums of the rows below. */
const TOTALS: Change = {
  '表5!C11': { formula: 'SUM(C12:C13)', value: 800_000 },
  '表5!D11': { formula: 'SUM(D12:D13)', value: 500_000 },
  '表5!E11': { formula: 'SUM(E12:E13)', value: 100_000 },
  '表5!F11': { formula: 'SUM(F12:F13)', value: 200_000 },
};

function suspectsAfter(change: Change): Suspect[] {
  const { report } = openAudit(snapshotOf(changed(changed(budget, TOTALS), change)), {}, auditor);
  return report.groups.flatMap((group) => [...group.suspects]);
}

it.each([
  ['a range that leaves out a row', { formula: 'SUM(C12:C12)', value: 600_000 }, 'SUM(C12:C12)', 'SUM(C12:C13)'],
  ['the column beside it', { formula: 'SUM(D12:D13)', value: 500_000 }, 'SUM(D12:D13)', 'SUM(C12:C13)'],
  ['an old result: the formula itself', { formula: 'SUM(C12:C13)', value: 790_000 }, 'SUM(C12:C13)', 'SUM(C12:C13)'],
  ['a total typed over among formulas', 600_000, null, 'SUM(C12:C13)'],
  ['a formula beyond the plain ones: none is known', { formula: 'SUBTOTAL(9,C12:C12)', value: 600_000 }, 'SUBTOTAL(9,C12:C12)', null],
])('%s', (_, value, formula, proposedFormula) => {
  expect(suspectsAfter({ '表5!C11': value })).toMatchObject([{ sheet: '表5', address: 'C11', proposed: '800000.00', formula, proposedFormula }]);
});

it('a figure in a cell without formula stays a figure', () => {
  expect(suspectsAfter({ '表6!E14': 6_000 })).toMatchObject([{ address: 'E14', proposed: '5000.00', formula: null, proposedFormula: null }]);
});
