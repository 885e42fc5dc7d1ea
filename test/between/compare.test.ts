import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAuditor } from '../../src/audit/audit';
import { compareVersions, type Change, type Version } from '../../src/audit/between';
import { buildReport } from '../../src/audit/report/build';
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
});
