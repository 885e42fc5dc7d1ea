import { describe, expect, it } from 'vitest';
import { thaw } from './grid';
import { checkable, gap, generateNational, PLACES, type NationalBook } from './national';

const SEEDS = Array.from({ length: 12 }, (_, i) => i);

/** The figure in a cell as a whole number of 10^-decimals, read back from the workbook digit by digit. */
function figure(value: unknown, decimals: number): bigint {
  const text = typeof value === 'number' ? value.toFixed(decimals) : String(value ?? '0').replace(/,/g, '');
  const [whole, fraction = ''] = text.replace('-', '').split('.');
  const digits = BigInt(whole + fraction.padEnd(decimals, '0'));
  return text.startsWith('-') ? -digits : digits;
}

/** Every relation again, from the cells of the workbook and not from the model. */
function broken({ snapshot, truth }: NationalBook): string[] {
  const sheets = new Map(thaw(snapshot).sheets.map((s) => [s.name, s]));
  const cents = truth.amounts.map((a) => figure(sheets.get(a.sheet)?.get(a.row, a.column)?.value, a.decimals) * BigInt(a.step));
  return truth.relations.flatMap((relation) => {
    const off = relation.terms.reduce((sum, [i, c]) => sum + BigInt(c) * cents[i], 0n);
    return (off < 0n ? -off : off) > BigInt(Math.floor(relation.tolerance)) ? [`${truth.place} ${relation.kind} ${relation.terms.map(([i]) => `${truth.amounts[i].sheet}!${truth.amounts[i].row},${truth.amounts[i].column}`).join(' ')}`] : [];
  });
}

describe('generated national budgets', () => {
  it('obey every relation they claim, in whole 分', () => {
    for (const seed of SEEDS) expect(broken(generateNational({ seed })), `seed ${seed}`).toEqual([]);
  });

  it('come from every known place and from mixtures', () => {
    for (const { id } of PLACES) {
      const { truth } = generateNational({ seed: 1, place: id });
      expect(truth.place).toBe(id);
      expect(checkable(truth).length).toBeGreaterThan(50);
    }
    expect(() => generateNational({ seed: 1, place: 'nowhere' })).toThrow(/known/);
  });

  it('are the same for a seed and differ between seeds', () => {
    expect(generateNational({ seed: 'a' }).snapshot).toEqual(generateNational({ seed: 'a' }).snapshot);
    expect(generateNational({ seed: 'a' }).snapshot).not.toEqual(generateNational({ seed: 'b' }).snapshot);
  });

  it('show the cells that the truth names', () => {
    const { snapshot, truth } = generateNational({ seed: 3, tidy: true });
    const sheets = new Map(thaw(snapshot).sheets.map((s) => [s.name, s]));
    for (const cell of truth.amounts) {
      const value = sheets.get(cell.sheet)?.get(cell.row, cell.column)?.value;
      if (cell.blank) expect(value).toBeUndefined();
      else expect(typeof value).toBe('number');
    }
    for (const { codeAt, code } of truth.codes) {
      if (codeAt) expect(String(sheets.get(codeAt.sheet)?.get(codeAt.row, codeAt.column)?.value)).toMatch(new RegExp(`${code.slice(-2)}`));
    }
  });

  it('a changed figure opens a gap', () => {
    const { truth } = generateNational({ seed: 4, tidy: true });
    const amount = checkable(truth)[10];
    const relation = truth.relations.find((r) => r.terms.some(([i]) => i === amount));
    expect(relation && Math.abs(gap(truth, relation, { amount, printed: truth.amounts[amount].printed + 7 }))).toBe(7 * truth.amounts[amount].step);
  });
});
