import { describe, expect, it } from 'vitest';
import type { WorkbookSnapshot } from '../../src/audit/workbook';
import { readTables } from './anatomy';
import { thaw } from './grid';
import { ACCOUNT_FEATURES, FEATURES, generateVintageAccounts, generateVintageBudget } from './vintage';

const kinds = (snapshot: WorkbookSnapshot): string[] => thaw(snapshot).sheets.flatMap((s) => readTables(s).map((t) => t.kind)).sort();

/** Amounts with a fraction, whatever their unit: codes, years and line numbers have none. */
const fractions = (snapshot: WorkbookSnapshot): number => thaw(snapshot).sheets.reduce((n, s) => n + [...s.cells()].filter(({ cell }) => typeof cell.value === 'number' && !Number.isInteger(cell.value)).length, 0);

/** The first seed whose workbook the feature changes: some need a second year or a fund table. */
function changedBy<T extends { snapshot: WorkbookSnapshot }>(make: (seed: number) => T, plain: (seed: number) => T): [T, T] | null {
  for (let seed = 0; seed < 8; seed++) {
    const pair: [T, T] = [make(seed), plain(seed)];
    if (JSON.stringify(thaw(pair[0].snapshot)) !== JSON.stringify(thaw(pair[1].snapshot))) return pair;
  }
  return null;
}

describe('budgets of earlier years', () => {
  it.each(FEATURES)('%s changes the form and loses no table', (feature) => {
    const pair = changedBy((s) => generateVintageBudget(s, [feature]), (s) => generateVintageBudget(s, []));
    expect(pair).not.toBeNull();
    if (!pair) return;
    const [changed, plain] = pair;
    expect(kinds(changed.snapshot)).toEqual(kinds(plain.snapshot));
    if (feature !== 'one year' && feature !== 'wanyuan' && feature !== 'blank first line') expect(fractions(changed.snapshot)).toBeGreaterThanOrEqual(fractions(plain.snapshot));
  });
});

describe('final accounts in other layouts', () => {
  it.each(ACCOUNT_FEATURES)('%s changes the form and loses no figure', (feature) => {
    const pair = changedBy((s) => generateVintageAccounts(s, [feature]), (s) => generateVintageAccounts(s, []));
    expect(pair).not.toBeNull();
    if (!pair) return;
    expect(fractions(pair[0].snapshot)).toBe(fractions(pair[1].snapshot));
  });
});
