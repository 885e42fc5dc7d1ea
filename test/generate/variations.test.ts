import { describe, expect, it } from 'vitest';
import { readTables } from './anatomy';
import { generateDepartmentBudget, generateFinalAccounts, thaw, varied, VARIATIONS } from './index';
import type { WorkbookSnapshot } from '../../src/audit/workbook';

const BOOKS = {
  budget: generateDepartmentBudget({ seed: 11, year: 2024, units: 4 }),
  accounts: generateFinalAccounts({ seed: 12, year: 2020, form: '2020-list' }),
};

/** Every figure of the workbook, whatever it is written like, in order; zeros and blanks apart. */
function figures(book: WorkbookSnapshot): number[] {
  const result: number[] = [];
  for (const sheet of thaw(book).sheets) {
    for (const { cell } of sheet.cells()) {
      const value = typeof cell.value === 'string' ? plain(cell.value) : cell.value;
      if (typeof value === 'number' && Math.round(value * 100) !== 0) result.push(Math.round(value * 100));
    }
  }
  return result;
}

function plain(text: string): number | null {
  const digits = text.normalize('NFKC').replace(/[\s,]/g, '');
  return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : null;
}

/** The digits of the first columns of functional tables, row by row: codes, however they are split. */
function joinedCodes(book: WorkbookSnapshot): string[] {
  return thaw(book).sheets.flatMap((sheet) =>
    readTables(sheet).filter((t) => /^(B05|B07|F0[2358])$/.test(t.kind)).flatMap((t) =>
      sheet.rows.slice(t.firstData - 1, t.bottom + 1).map((cells) => cells.slice(0, 4).map((c) => (typeof c?.value === 'string' && /^\d+$/.test(c.value) ? c.value : '')).join('')).filter((code) => code !== ''),
    ),
  );
}

describe.each(Object.entries(BOOKS))('variations of the %s', (_, book) => {
  const repeats = new Set(['repeated headers']);

  it.each(VARIATIONS.map((v) => [v.name, v] as const))('%s: the same figures, by seed', (name, variation) => {
    const changed = varied(book, [variation], 3);
    expect(varied(book, [variation], 3)).toEqual(changed);
    if (name === 'codes in three columns') expect(joinedCodes(changed)).toEqual(joinedCodes(book));
    else if (!repeats.has(name)) expect(figures(changed)).toEqual(figures(book));
  });

  it('each changes something in one of the two workbooks', () => {
    for (const variation of VARIATIONS) {
      const some = Object.values(BOOKS).some((b) => JSON.stringify(thaw(varied(b, [variation], 3))) !== JSON.stringify(thaw(b))) || /blanks for zeros|codes as text|full-width/.test(variation.name);
      expect(some, variation.name).toBe(true);
    }
  });

  it('stacking and moving keep the tables', () => {
    const kinds = (b: WorkbookSnapshot): string[] => thaw(b).sheets.flatMap((s) => readTables(s).map((t) => `${t.kind} ${t.amounts.length} ${t.codes.length}`));
    const some = VARIATIONS.filter((v) => /stacked|moved|Sheet1|merges/.test(v.name));
    expect(kinds(varied(book, some, 5))).toEqual(kinds(book));
  });

  it('they compose', () => {
    const all = VARIATIONS.filter((v) => !/zeros for|dashes|repeated|three columns/.test(v.name));
    expect(figures(varied(book, all, 8))).toEqual(figures(book));
  });
});
