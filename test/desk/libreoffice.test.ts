import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openAudit } from '../../src/audit/audit';
import { ordered, submissionOf, withStandings } from '../../src/desk';
import { summaryDocument, unitChecklist } from '../../src/desk/checklist';
import { readWorkbook } from '../../src/files';
import { writePrinted } from '../../src/files/printed';
import { file } from './support';

const options = { lang: 'zh', reviewer: '张三', date: '2026-03-05' } as const;
const folder = mkdtempSync(join(tmpdir(), 'gouji-printed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const audit = async (name: string) => openAudit(await readWorkbook(new Uint8Array(readFileSync(`test/fixtures/${name}`)), name)).report;
/** LibreOffice writes every page of a PDF as an object of its own, uncompressed. */
const pages = (name: string): number => readFileSync(join(folder, `${name}.pdf`), 'latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

describe.skipIf(spawnSync('soffice', ['--version']).status !== 0)('printed by LibreOffice', () => {
  it('a 检查表 takes a few pages, a 汇总表 of 300 files at most ten', async () => {
    const reports = await Promise.all(['002.xlsx', 'forms/xian-2022-b.xlsx'].map(audit));
    const many = Array.from({ length: 300 }, (_, i) => submissionOf({ ...reports[i % 2], unit: `某某县医疗保险经办机构第${i + 1}办事处` }, file(`上报/第${i % 9}局/某某县医疗保险经办机构2024年预算公开表-${i}.xlsx`)));
    const documents = { a: unitChecklist(reports[0], options), b: unitChecklist(reports[1], options), c: summaryDocument(ordered(withStandings(many)), options, { roster: null, remarks: [] }) };
    for (const [name, document] of Object.entries(documents)) writeFileSync(join(folder, `${name}.xlsx`), writePrinted(document));
    const run = (to: string) => execFileSync('soffice', [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--convert-to', to, '--outdir', folder, ...['a', 'b', 'c'].map((name) => join(folder, `${name}.xlsx`))], { stdio: 'ignore' });
    run('pdf');
    for (const name of ['a', 'b']) {
      expect(pages(name)).toBeGreaterThan(1);
      expect(pages(name)).toBeLessThanOrEqual(4);
    }
    expect(pages('c')).toBeGreaterThan(3);
    expect(pages('c')).toBeLessThanOrEqual(10);
  }, 90_000);
});
