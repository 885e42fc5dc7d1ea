import { describe, expect, it } from 'vitest';
import type { Finding, WorkbookReport } from '../../src/audit/report/model';
import { cellAddress, type WorkbookSnapshot } from '../../src/audit/workbook';
import { Random, thaw } from '../generate';
import { doubleDigit, dropDigit, otherSign, otherUnit, swapDigits, tenth, timesTen } from './digits';
import { FIXTURE_NAMES, loadFixture } from './fixtures';
import { FAULT_KINDS, faults, faultSets, HARMLESS_KINDS, mutations, originalValues, readBook, withFaults, type Mutation } from './index';
import { runMutations } from './run';
import { printTable } from './table';

describe('typing errors', () => {
  const random = new Random(1);
  it('change the digits they name and nothing else', () => {
    expect(swapDigits(12, random)).toSatisfy((v: number) => [21, 10.2].includes(v));
    expect(swapDigits(11.11, random)).toBeNull();
    expect(dropDigit(5, random)).toBeNull();
    expect(dropDigit(52, random)).toSatisfy((v: number) => [5, 2].includes(v));
    expect(doubleDigit(7, random)).toBe(77);
    expect(timesTen(-3.21, random)).toBe(-32.1);
    expect(tenth(405200, random)).toBe(40520);
    expect(otherSign(0.24, random)).toBe(-0.24);
    expect(otherUnit(false)(405200, random)).toBe(40.52);
    expect(otherUnit(true)(22.85, random)).toBe(228500);
  });
});

/** "sheet!address" of every cell that differs. */
function differences(a: WorkbookSnapshot, b: WorkbookSnapshot): string[] {
  const list = (book: WorkbookSnapshot): Map<string, string> =>
    new Map(thaw(book).sheets.flatMap((sheet) => [...sheet.cells()].map(({ row, column, cell }) => [`${sheet.name}!${cellAddress(row, column)}`, JSON.stringify(cell.value)] as const)));
  const [x, y] = [list(a), list(b)];
  return [...new Set([...x.keys(), ...y.keys()])].filter((key) => x.get(key) !== y.get(key)).sort();
}

describe.each(FIXTURE_NAMES)('mutations of %s', (name) => {
  const { snapshot } = loadFixture(name, 5);
  const book = readBook(snapshot);

  it('are the same for the same seed', () => {
    const list = (): string[] => [...faults(book, 9, 2)].map((f) => `${f.kind} ${JSON.stringify(f.changed)} ${f.mutated}`);
    expect(list()).toEqual(list());
    expect([...faults(book, 10, 2)].map((f) => JSON.stringify(f.changed))).not.toEqual([...faults(book, 9, 2)].map((f) => JSON.stringify(f.changed)));
  });

  it('change the cells they say, and leave the original alone', () => {
    const before = JSON.stringify(thaw(snapshot));
    for (const fault of faults(book, 3, 4)) {
      const changed = differences(snapshot, withFaults(book, [fault]));
      expect(changed.length, `${fault.kind} ${fault.description}`).toBeGreaterThan(0);
      const said = fault.changed.map((p) => `${book.workbook.sheets[p.sheet].name}!${cellAddress(p.row, p.column)}`).sort();
      if (fault.inPlace) expect(changed, `${fault.kind} ${fault.description}`).toEqual([...new Set(said)].sort());
      expect(fault.mutated).not.toBe(fault.original);
    }
    expect(JSON.stringify(thaw(snapshot))).toBe(before);
  });

  it('cover the kinds that the workbook has room for', () => {
    const kinds = new Set([...faults(book, 1, 1)].map((f) => f.kind));
    const absent: Record<string, readonly string[]> = {
      '002': ['wrong unit name'], '003': ['wrong 政府 code', 'project name in one place'], unit: ['wrong unit name'],
      list: ['wrong 政府 code', 'project name in one place'],
      accounts: ['wrong 政府 code', '空表 flag flipped', 'project name in one place'],
    };
    expect(FAULT_KINDS.filter((kind) => !kinds.has(kind))).toEqual(absent[name] ?? []);
  });

  it('knows moves that no total notices', () => {
    for (const fault of faults(book, 6, 40, ['value in neighbour row'])) {
      if (/^B13 .*财政拨款/.test(fault.description)) expect(fault.visible).toBe(false);
      if (/^B05/.test(fault.description)) expect(fault.visible).toBe(true);
    }
  });

  it('can be combined where rows stay', () => {
    const [a, b] = [...faults(book, 2, 1, ['sign', 'tenth'])];
    expect(differences(snapshot, withFaults(book, [a, b])).length).toBeGreaterThanOrEqual(1);
    for (const set of faultSets(book, 4, 5, 3)) {
      expect(set.length).toBe(3);
      expect(differences(snapshot, withFaults(book, set)).length).toBe(3);
      expect(set.map((fault) => String(originalValues(book, fault)[0]))).toEqual(set.map((fault) => fault.original));
    }
    const [row] = [...faults(book, 2, 1, ['duplicated row'])];
    expect(() => withFaults(book, [a, row])).toThrow();
  });
});

describe('the run', () => {
  const fixture = loadFixture('002', 1);
  const report = (findings: readonly Finding[]): WorkbookReport => ({
    file: '', family: null, familyName: '', kind: null, level: null, year: null, unit: null, tables: [], warning: null, missing: [],
    outcomes: { consistent: 0, inconsistent: 0, rounding: 0, notApplicable: 0, insufficient: 0 },
    rules: [], findings, groups: [], unchecked: [], coverage: { amountCells: 0, coveredCells: 0, uncovered: [] }, notes: [],
  });
  const finding = (key: string, severity: 'error' | 'hint'): Finding => {
    const [sheet, address] = key.split('!');
    const cells = [{ sheet, address, role: 'subject' as const, value: '', label: '' }];
    return { id: key, rule: 'T', severity, outcome: 'inconsistent', table: null, message: key, left: null, right: null, difference: null, cells };
  };

  it('counts every fault as missed for an audit that says nothing', () => {
    const table = runMutations(() => report([]), [fixture], { seed: 1, perKind: 2 });
    expect(table.totals.detected).toBe(0);
    expect(table.totals.noisy).toBe(0);
    expect(table.missed.length).toBe(table.rows.filter((r) => !r.harmless).reduce((n, r) => n + r.count, 0));
  });

  it('counts every in-place fault as detected for an audit that knows the original, and its noise', () => {
    const table = runMutations((s) => report(differences(fixture.snapshot, s).map((key) => finding(key, 'error'))), [fixture], { seed: 1, perKind: 2 });
    expect(table.rows.find((r) => r.kind === 'digits swapped')).toMatchObject({ count: 2, reported: 0 });
    expect(table.missed).toEqual([]);
    expect(table.rows.find((r) => r.kind === 'half-width brackets')).toMatchObject({ harmless: true, count: 1, noisy: 1 });
    expect(table.rows.find((r) => r.kind === 'column widths')).toMatchObject({ noisy: 0 });
    expect(printTable(table, 3)).toContain('digits swapped');
  });

  it('does not take hints for detection', () => {
    const table = runMutations((s) => report(differences(fixture.snapshot, s).map((key) => finding(key, 'hint'))), [fixture], { seed: 1, perKind: 1 });
    expect(table.totals.detected).toBe(0);
    expect(table.totals.noisy).toBeGreaterThan(0);
  });

  it('has every harmless kind', () => {
    const kinds = new Set([...mutations(fixture.snapshot, 1, 1)].filter((m: Mutation) => m.harmless).map((m) => m.kind));
    expect(HARMLESS_KINDS.filter((k) => k.listed).every((k) => kinds.has(k.name))).toBe(true);
  });
});

describe('the fixtures', () => {
  it('are read with their own mistakes', () => {
    const value = (name: string, sheet: string, row: number, column: number): unknown => thaw(loadFixture(name, 1).snapshot).sheets.find((s) => s.name === sheet)?.get(row, column)?.value;
    expect(value('002', '表4', 7, 5)).toBe(65200);
    expect(value('003', '公开04表', 30, 1)).toBe(4537.58);
  });
});
