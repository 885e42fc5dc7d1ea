import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { parseCellAddress } from '../../src/audit/workbook';
import { judgeKnown, knownWorkbooks } from '../forms/known';
import { thaw } from '../generate/grid';

const FOLDERS = [['test/fixtures/forms', 23], ['test/fixtures/cases', 25]] as const;

/** Workbooks with more than two things worth a look, read by hand: projects named differently in two tables, codes of another year. (quanzhou: the reader of the fixtures knows no result of =100%.) */
const WARNINGS: Readonly<Record<string, number>> = { 'quanzhou-2026-a': 3, 'xian-2020-a': 4, 'xian-2021-a': 3, 'xian-2022-c': 3, 'xian-2026-c': 4 };

/** The export kept ten digits of each figure: every true slip is within rounding, told as a hint. */
const HINTS_ONLY = ['xian-2022-d'];

const auditor = createAuditor();

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

  it.each(workbooks.map((w) => [w.name, w] as const))('%s: no false error, its true ones found, its tables, kind and year read', (_, workbook) => {
    const { falseErrors, trueErrors, warnings, read, sheets, covered, kindRight, yearRight, unitRight } = judgeKnown(workbook, openAudit(workbook.snapshot, {}, auditor).report);
    const { trueCells, trueSheets = [] } = workbook.known;
    expect(falseErrors.map((f) => `${f.rule} ${f.message}`)).toEqual([]);
    if (trueCells.length + trueSheets.length > 0 && !HINTS_ONLY.includes(workbook.name)) expect(trueErrors).toBeGreaterThan(0);
    if (folder.endsWith('cases')) return;
    expect(warnings.length).toBeLessThanOrEqual(WARNINGS[workbook.name] ?? 2);
    expect(read / sheets).toBeGreaterThanOrEqual(0.9);
    expect(covered).toBeGreaterThanOrEqual(0.94);
    expect({ kindRight, yearRight, unitRight }).toEqual({ kindRight: true, yearRight: true, unitRight: true });
  });

  it('the body and the year are printed where they are expected', () => {
    for (const { name, snapshot, known } of workbooks) {
      const texts = thaw(snapshot).sheets.flatMap((s) => [...s.cells()].flatMap(({ cell }) => (typeof cell.value === 'string' ? [cell.value.replace(/\s/g, '')] : [])));
      if (known.unit !== undefined) expect(texts.some((t) => t.includes(known.unit ?? '')), name).toBe(true);
      if (known.year !== undefined) expect(texts.some((t) => t.includes(String(known.year))), name).toBe(true);
    }
  });
});
