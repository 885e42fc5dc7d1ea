import { describe, expect, it } from 'vitest';
import { parseCellAddress } from '../../src/audit/workbook';
import { knownWorkbooks } from '../forms/known';
import { thaw } from '../generate/grid';

const FOLDERS = [['test/fixtures/forms', 23], ['test/fixtures/cases', 25]] as const;

/** What is expected of real workbooks of other places and years. `npm run forms -- --known test/fixtures/forms` measures the audit by it. */
describe.each(FOLDERS)('%s', (folder, count) => {
  const workbooks = [...knownWorkbooks(folder)];

  it('every workbook is expected to be something', () => {
    expect(workbooks).toHaveLength(count);
    for (const { name, snapshot, known } of workbooks) {
      expect(snapshot.sheets.length, name).toBeGreaterThanOrEqual(known.amountSheets);
      expect(['budget', 'final'], name).toContain(known.kind);
    }
  });

  it('cells that are wrong in the document hold something or lie among figures', () => {
    for (const { name, snapshot, known } of workbooks) {
      const sheets = new Map(thaw(snapshot).sheets.map((s) => [s.name, s]));
      for (const sheet of known.trueSheets ?? []) expect(sheets.has(sheet), `${name} ${sheet}`).toBe(true);
      for (const cell of known.trueCells) {
        const [sheet, address] = cell.split('!');
        const at = parseCellAddress(address);
        expect(at && (sheets.get(sheet)?.rows.length ?? 0) > at.row, `${name} ${cell}`).toBe(true);
      }
    }
  });

  it('the body and the year are printed where they are expected', () => {
    for (const { name, snapshot, known } of workbooks) {
      const texts = thaw(snapshot).sheets.flatMap((s) => [...s.cells()].flatMap(({ cell }) => (typeof cell.value === 'string' ? [cell.value.replace(/\s/g, '')] : [])));
      if (known.unit !== undefined) expect(texts.some((t) => t.includes(known.unit ?? '')), name).toBe(true);
      if (known.year !== undefined) expect(texts.some((t) => t.includes(String(known.year))), name).toBe(true);
    }
  });
});
