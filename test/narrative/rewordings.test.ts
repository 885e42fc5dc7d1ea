import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { auditNarrative } from '../../src/audit/narrative';
import { readWorkbook } from '../../src/files';
import { REWORDINGS } from './rewordings';

const FOLDER = 'test/fixtures/narrative';
const auditor = createAuditor();
const names = readdirSync(FOLDER).filter((f) => f.endsWith('.txt')).map((f) => f.slice(0, -4));

/** A third of the changes for each document; npm run narrative tries them all on generated prose. */
const kindsFor = (name: string): (readonly [string, (line: string) => string])[] => Object.entries(REWORDINGS).filter((_, i) => i % 3 === names.indexOf(name) % 3);

describe.each(names)('the prose of %s', (name) => {
  it('brings no new finding where only the writing changes', async () => {
    const path = [`${FOLDER}/${name}.xlsx`, `test/fixtures/${name}.xlsx`].find((p) => existsSync(p)) ?? '';
    const workbook = await readWorkbook(new Uint8Array(readFileSync(path)), path);
    const { recognition, year } = openAudit(workbook, {}, auditor).state;
    const lines = readFileSync(`${FOLDER}/${name}.txt`, 'utf8').split('\n');
    const found = (paragraphs: readonly string[]): string[] =>
      auditNarrative({ file: '', paragraphs }, { chart: auditor.chart, recognition, workbook, year }).drafts.filter((d) => d.severity === 'error').map((d) => `${d.rule} ${d.place.paragraph}`);
    const before = new Set(found(lines));
    for (const [kind, change] of kindsFor(name)) {
      const changed = lines.map(change);
      const fresh = auditNarrative({ file: '', paragraphs: changed }, { chart: auditor.chart, recognition, workbook, year }).drafts.filter((d) => d.severity === 'error' && !before.has(`${d.rule} ${d.place.paragraph}`));
      expect(fresh.map((d) => `${d.place.quote}: ${d.message.zh}`), kind).toEqual([]);
    }
  });
});
