import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAuditor } from '../../src/audit/audit';
import { compareVersions, type Change, type Version } from '../../src/audit/between';
import { buildReport } from '../../src/audit/report/build';
import { explanationOf, figuresOf } from '../../src/audit/report/explanations';
import { auditSnapshot } from '../../src/audit/session';
import type { WorkbookSnapshot } from '../../src/audit/workbook';
import { readWorkbook } from '../../src/files';
import { freeze, Random, thaw } from '../generate';
import { editAtRandom } from './edits';

const auditor = createAuditor();
const NAMES = ['000', '002', '003', 'forms/suzhou-2026-a', 'forms/xian-2026-a', 'forms/foshan-2019-final', 'forms/yantai-2026-a'];
const books = new Map<string, Version>();

/** As `freeze` writes it: what thawing loses is lost on both sides. */
const version = (workbook: WorkbookSnapshot): Version => {
  const state = auditSnapshot(freeze(thaw(workbook)), auditor);
  return { state, report: buildReport(state) };
};
const book = (name: string): Version => books.get(name) ?? expect.fail(name);
const short = ({ kind, old, new: now }: Change): string => `${kind} ${old ? `${old.sheet}!${old.address}` : ''} → ${now ? `${now.sheet}!${now.address}` : ''}`;

beforeAll(async () => {
  for (const name of NAMES) books.set(name, version(await readWorkbook(readFileSync(`test/fixtures/${name}.xlsx`), `${name}.xlsx`)));
});

describe('two versions of a workbook', () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed))('with known edits, seed %i: all of them and no others', (seed) => {
    const old = book(NAMES[seed % NAMES.length]);
    const { workbook, expected, done } = editAtRandom(old.state, new Random(`edits ${seed}`));
    const state = auditSnapshot(workbook, auditor);
    const { changes } = compareVersions(old, { state, report: old.report }, {}, 'zh');
    expect(changes.map(short).sort(), `${old.state.workbook.name}: ${done.join('; ')}`).toEqual(expected);
  });

  it('says of a figure that is only stored otherwise how it was and is, and that no finding changed for it', () => {
    const old = book('002');
    const text = thaw(old.state.workbook);
    const sheet = text.sheets.find(({ name }) => name === '表6') ?? expect.fail();
    sheet.set(15, 4, '405200');
    sheet.set(4, 8, 0);
    const { changes, counts } = compareVersions(old, version(freeze(text)), {}, 'zh');
    expect(changes.map(({ kind, old: from, new: to }) => [kind, from?.address, from?.value, from?.isText, to?.value, to?.isText])).toEqual([
      ['stored', 'I5', '', undefined, '0', undefined],
      ['stored', 'E16', '405200', undefined, '405200', true],
    ]);
    expect(counts).toMatchObject({ mended: 0, changed: 0, same: 11 });
  });

  it('takes a finding for unchanged where its figures are, whatever other tables repeat them', () => {
    const old = book('002');
    const without = thaw(old.state.workbook);
    const kept = freeze({ ...without, sheets: without.sheets.filter(({ name }) => name !== '表5') });
    const { counts, findings } = compareVersions(old, version(kept), {}, 'zh');
    const repeated = old.report.findings.filter(({ cells }) => cells.some(({ role }) => role === 'same'));
    expect(repeated.length).toBeGreaterThan(2);
    for (const finding of repeated) {
      const told = (figures: string) => explanationOf(findings.find(({ old: from }) => from === finding)?.new ?? expect.fail(), { [finding.id]: { text: '已核实', by: '', date: '', figures, isTheirs: false } })?.standing;
      expect([told(figuresOf(finding)), told(figuresOf({ ...finding, left: '1.00' }))]).toEqual(['own', 'lapsed']);
      // As files of earlier versions have it.
      const listed = [finding.left, finding.right, finding.difference, ...finding.cells.map(({ value }) => value)].join('|');
      expect(explanationOf(finding, { [finding.id]: { text: '已核实', by: '', date: '', figures: listed, isTheirs: false } })?.standing).toBe('own');
    }
    expect(counts).toMatchObject({ mended: 0, changed: 0, same: 11, new: 1 });
    // A blank among the terms that is a nought now changes nothing.
    const zeros = thaw(old.state.workbook);
    const sheet = zeros.sheets.find(({ name }) => name === '表6') ?? expect.fail();
    for (const row of [18, 19, 20]) for (const column of [5, 6, 7]) if (sheet.get(row, column)?.value === undefined) sheet.set(row, column, 0);
    expect(compareVersions(old, version(freeze(zeros)), {}, 'zh').counts).toMatchObject({ mended: 0, changed: 0, same: 11, new: 0 });
    expect(findings.find(({ standing }) => standing === 'new')?.new?.rule).toBe('M1');
  });
});
