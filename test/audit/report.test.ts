/** What every report must be: the same bytes twice, ids that stay, counts that add up, cells that exist. */
import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import type { Outcome, WorkbookReport } from '../../src/audit/report/model';
import { parseCellAddress, parseRectAddress, type WorkbookSnapshot } from '../../src/audit/workbook';
import { freeze, Random, thaw, VARIATIONS, varied, type Workbook } from '../generate';
import { faults, readBook, withFaults } from '../mutate';
import { cpuTime } from './support/cpuTime';
import { budget } from './support/budgetBook';
import { EXAMPLES, example, generated } from './support/fixtures';
import { changed, only, snapshotOf } from './support/sheets';

const auditor = createAuditor();
const reportOf = (snapshot: WorkbookSnapshot): WorkbookReport => openAudit(snapshot, {}, auditor).report;
const OUTCOMES: readonly Outcome[] = ['consistent', 'inconsistent', 'rounding', 'notApplicable', 'insufficient'];

/** The examples, and workbooks with faults of every kind. */
async function workbooks(): Promise<{ name: string; snapshot: WorkbookSnapshot }[]> {
  const real = await Promise.all(EXAMPLES.map(async (name) => ({ name, snapshot: await example(name) })));
  const spoilt = generated(5).slice(1, 3).flatMap(({ name, snapshot }) => {
    const book = readBook(snapshot);
    return [...faults(book, 5, 1)].map((fault) => ({ name: `${name} with ${fault.kind}`, snapshot: withFaults(book, [fault]) }));
  });
  return [...real, ...spoilt];
}

it('prints quantities as they stand and without a unit, whatever the unit of the table', () => {
  const inWan = changed(only(budget, '表11'), { '表11!A2': '单位：万元', '表11!F6': 13 });
  for (const book of [changed(only(budget, '表11'), { '表11!F6': 13 }), inWan]) {
    const found = reportOf(snapshotOf(book)).findings.filter(({ rule }) => rule === 'B11.2');
    expect(found.map(({ difference, cells }) => [difference, cells[0].value, cells[0].unit])).toEqual([['-1.00', '12.00', undefined], ['1.00', '13.00', undefined]]);
    expect(found[0].message).not.toContain('万元');
  }
});

describe('every report', () => {
  it('is sound in itself', async () => {
    const all = await workbooks();
    expect(all.length).toBeGreaterThan(30);
    for (const { name, snapshot } of all) {
      const report = reportOf(snapshot);
      expect(problems(report, snapshot), name).toEqual([]);
    }
  });
});

function problems(report: WorkbookReport, snapshot: WorkbookSnapshot): string[] {
  const found: string[] = [];
  const check = (holds: boolean, words: string): void => {
    if (!holds) found.push(words);
  };
  for (const outcome of OUTCOMES) {
    const sum = report.rules.reduce((n, r) => n + r.outcomes[outcome], 0);
    check(sum === report.outcomes[outcome], `${outcome}: ${report.outcomes[outcome]}, by rule ${sum}`);
  }
  const ids = report.findings.map((f) => f.id);
  check(new Set(ids).size === ids.length, `ids: ${ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => report.findings.filter((f) => f.id === id).map((f) => f.message).join(' | ')).join('; ')}`);
  check(report.findings.filter((f) => f.outcome === 'inconsistent').length === report.outcomes.inconsistent, 'as many findings as 不一致');
  const weights = report.findings.map((f) => ['error', 'warning', 'hint'].indexOf(f.severity));
  check(weights.every((w, i) => i === 0 || w >= weights[i - 1]), 'ordered by weight');
  const { amountCells, coveredCells, uncovered } = report.coverage;
  check(coveredCells <= amountCells, `coverage ${coveredCells} of ${amountCells}`);
  const open = uncovered.flatMap((u) => u.ranges).reduce((n, range) => n + size(range), 0);
  check(open === amountCells - coveredCells, `uncovered ranges hold ${open} of ${amountCells - coveredCells}`);
  const sheets = new Map(snapshot.sheets.map((s) => [s.name, s]));
  for (const finding of report.findings) {
    check(finding.cells.length > 0, `${finding.message}: no cell`);
    for (const cell of finding.cells) {
      const at = parseCellAddress(cell.address);
      const sheet = sheets.get(cell.sheet);
      check(sheet !== undefined && at !== null, `${cell.sheet}!${cell.address} of ${finding.rule}`);
      if (!sheet || !at) continue;
      check(sheet.rowNumbers.includes(at.row) || cell.value === '', `${cell.sheet}!${cell.address} of ${finding.rule}: no such row`);
    }
    for (const text of [finding.left, finding.right, finding.difference]) check(text === null || /^-?\d+\.\d{2,6}$/.test(text), `${finding.rule}: ${text ?? ''} is no decimal`);
  }
  for (const group of report.groups) {
    for (const id of group.findings) check(ids.includes(id), `cause ${group.headline}: no finding ${id}`);
    for (const s of group.suspects) check(sheets.has(s.sheet) && parseCellAddress(s.address) !== null, `suspect ${s.sheet}!${s.address}`);
  }
  for (const table of report.tables) check(parseRectAddress(table.range) !== null && table.confidence >= 0 && table.confidence <= 1, `${table.id} ${table.range}`);
  for (const u of report.unchecked) check(u.reason !== '', `${u.rule}: no reason`);
  return found;
}

function size(range: string): number {
  const rect = parseRectAddress(range);
  return rect ? (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1) : NaN;
}

describe('the same bytes', () => {
  it.each(EXAMPLES)('%s twice, with one auditor or two', async (name) => {
    const snapshot = await example(name);
    const first = JSON.stringify(reportOf(snapshot));
    expect(JSON.stringify(reportOf(await example(name)))).toBe(first);
    expect(JSON.stringify(openAudit(snapshot).report)).toBe(first);
    expect(JSON.parse(first)).toEqual(reportOf(snapshot));
  });

  it('English says the same of the same cells', async () => {
    for (const name of EXAMPLES) {
      const snapshot = await example(name);
      const plain = (r: WorkbookReport): unknown => r.findings.map((f) => [f.id, f.rule, f.severity, f.difference, f.cells.map((c) => c.address)]);
      const english = openAudit(snapshot, { lang: 'en' }).report;
      expect(plain(english)).toEqual(plain(reportOf(snapshot)));
      for (const f of english.findings) expect(f.message).toMatch(/[a-z]{2}|≠|[<>]/);
    }
  });
});

/** Sets of ids, sorted: places in a report may change, identities may not. */
const idsOf = (snapshot: WorkbookSnapshot, except: string | null = null): string[] =>
  reportOf(snapshot).findings.filter((f) => f.rule !== except).map((f) => f.id).sort();

describe('ids stay', () => {
  const layouts = VARIATIONS.filter((v) => ['sheets called anything', 'sheets called Sheet1 …', 'tables moved', 'remarks column', 'merges unknown', 'blank rows'].includes(v.name));

  it('there are such rearrangements', () => expect(layouts.length).toBe(6));

  it.each(EXAMPLES)('of %s when sheets are renamed or moved and tables shifted', async (name) => {
    const snapshot = await example(name);
    const expected = idsOf(snapshot);
    for (const rename of [(s: string) => `${s}（改）`, (_: string, i: number) => `Sheet${i + 1}`]) {
      expect(idsOf(edited(snapshot, (w) => w.sheets.forEach((s, i) => (s.name = rename(s.name, i)))))).toEqual(expected);
    }
    expect(idsOf(edited(snapshot, (w) => w.sheets.slice(2).forEach((s) => s.insertRows(0, 3))))).toEqual(expected);
    expect(idsOf(edited(snapshot, (w) => w.sheets.slice(2).forEach((s) => s.insertColumns(0, 2))))).toEqual(expected);
    const random = new Random(`order ${name}`);
    // The cover and the 目录 stay in front, the tables change places; that they stand in another order than the 目录 lists them is the one thing new.
    const moved = edited(snapshot, (w) => (w.sheets = [...w.sheets.slice(0, 2), ...random.sample(w.sheets.slice(2), w.sheets.length)]));
    expect(idsOf(moved, 'M8a')).toEqual(idsOf(snapshot, 'M8a'));
  });

  it.each(layouts)('of generated workbooks with a fault under: $name', (variation) => {
    for (const { snapshot } of generated(6).slice(1, 4)) {
      const book = readBook(snapshot);
      for (const fault of faults(book, 6, 1, ['times ten', 'wrong name', 'value in neighbour column', 'missing 款 row'])) {
        const spoilt = withFaults(book, [fault]);
        expect(idsOf(varied(spoilt, [variation], 6)), fault.description).toEqual(idsOf(spoilt));
      }
    }
  });
});

function edited(snapshot: WorkbookSnapshot, edit: (workbook: Workbook) => void): WorkbookSnapshot {
  const workbook = thaw(snapshot);
  edit(workbook);
  return freeze(workbook);
}

describe('rounding hints', () => {
  it('two tables of one kind and name have two ids', () => {
    const twice = { ...budget, '表13-3': budget['表13-1'] };
    const report = reportOf(snapshotOf(changed(twice, { '表13-1!E5': 15.34, '表13-1!E6': 4.65, '表13-3!E5': 15.34, '表13-3!E6': 4.65 })));
    const hints = report.findings.filter((f) => f.outcome === 'rounding');
    expect(hints).toHaveLength(2);
    expect(hints[0].id).not.toBe(hints[1].id);
  });

  it('a whole table of tails is one hint in little time', () => {
    const rows = Array.from({ length: 140_000 }, (_, i) => [String(100_000 + i), '单位', 1.01, 0.5, 0.5]);
    const book = { 封面: budget.封面, 表2: [['单位综合预算收入总表'], ['单位：万元'], ['单位编码', '单位名称', '合计', '公共预算拨款', '其他收入'], ...rows] };
    const snapshot = snapshotOf(book);
    const reports: WorkbookReport[] = [];
    expect(cpuTime(() => reports.push(reportOf(snapshot)))).toBeLessThan(10_000);
    const [report] = reports;
    expect(report.findings.filter((f) => f.outcome === 'rounding')).toHaveLength(1);
    expect(report.outcomes.rounding).toBe(140_000);
  });
});

describe('what was not recognised is said', () => {
  it('an empty workbook', () => {
    const report = reportOf(snapshotOf({ Sheet1: [] }));
    expect(report).toMatchObject({ family: null, tables: [], findings: [], coverage: { amountCells: 0, coveredCells: 0 } });
  });

  it('missing tables and those declared empty', async () => {
    const report = reportOf(await example('000'));
    expect(report.missing.find((m) => m.id === 'B02')).toMatchObject({ declaredEmpty: false });
    expect(report.missing.find((m) => m.id === 'B11')).toMatchObject({ declaredEmpty: true });
  });
});
