import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { AuditReport } from '../../src/audit/report/model';
import { makeSandbox } from './sandbox';

/**
 * One 公开说明 (xian-2022-b) as a Word file with its tables inside: written by LibreOffice with the tables as they stand on the
 * sheets, and from Word's own template with titles and units as paragraphs above the tables.
 */
const sandbox = makeSandbox();
afterAll(() => sandbox.remove());
for (const name of ['libreoffice', 'word']) copyFileSync(`test/fixtures/word/xian-2022-b-${name}.docx`, join(sandbox.folder, `${name}.docx`));
const base = resolve('test/fixtures/narrative/xian-2022-b');

/** Findings by rule and place in the text, or by rule and table; Word's tables hold texts by nature, of which hints tell in a workbook. */
async function findings(...operands: string[]): Promise<string[]> {
  const report = JSON.parse((await sandbox.run(['check', ...operands, '--format', 'json'])).out) as AuditReport;
  return report.workbooks[0].findings.filter((f) => f.severity !== 'hint').map((f) => (f.text ? `${f.rule} ${f.severity} ¶${f.text.paragraph} ${f.text.quote}` : `${f.rule} ${f.severity} ${f.table ?? ''} ${f.cells.length}`)).sort();
}

it('a Word file with the tables inside says the same as the workbook and the text', async () => {
  const apart = await findings(`${base}.xlsx`, '--text', `${base}.txt`);
  expect(apart.length).toBeGreaterThan(40);
  expect(await findings('libreoffice.docx')).toEqual(apart);
  expect(await findings('word.docx')).toEqual(apart);
});
