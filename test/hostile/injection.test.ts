import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { makeSandbox } from '../cli/sandbox';

/** Names of sheets that are script, formula or a turn of the line stay text in whatever is written. */
const sandbox = makeSandbox();
afterAll(() => sandbox.remove());
const at = (...names: readonly string[]): string => join(sandbox.folder, ...names);

const parts = unzipSync(new Uint8Array(readFileSync(at('001.xlsx'))));
const renamed = strFromU8(parts['xl/workbook.xml']).replace(/(<sheet\s[^>]*?name=")([^"]*)"/g, (_, before: string, name: string) => `${before}=cmd|&lt;script&gt;&#x202E;${name}"`);
writeFileSync(at('恶意.xlsx'), zipSync({ ...parts, 'xl/workbook.xml': strToU8(renamed) }));

it('a page shows them, and runs nothing', async () => {
  const { out } = await sandbox.run(['check', '恶意.xlsx', '--format', 'html']);
  expect(out.includes('=cmd|&lt;script&gt;')).toBe(true);
  expect(/.{9}(<script|\u202e|<[^>]*\son\w+=)/.exec(out)).toBeNull();
});

it.each([
  ['检查表', ['check', '恶意.xlsx', '--checklist', '表'], '表', false],
  ['marked copies with their own sheet', ['annotate', '恶意.xlsx', '--out', '标', '--sheet', '--notes'], '标', true],
])('%s hold them as texts: no formula is added', async (_, argv, folder, isCopy) => {
  expect((await sandbox.run(argv)).code).toBeLessThan(2);
  const formulas = (archive: Readonly<Record<string, Uint8Array>>): string[] =>
    Object.entries(archive).filter(([name]) => /worksheets\/.*\.xml$/.test(name)).flatMap(([, xml]) => strFromU8(xml).match(/<f[ >][^<]*/g) ?? []).sort();
  const archives = readdirSync(at(folder)).map((name) => unzipSync(new Uint8Array(readFileSync(at(folder, name)))));
  for (const archive of archives) expect(formulas(archive)).toEqual(isCopy ? formulas(parts) : []);
  expect(archives.some((archive) => Object.values(archive).some((xml) => strFromU8(xml).includes('=cmd|&lt;script&gt;')))).toBe(true);
});

it('JSON and SARIF stay what they are', async () => {
  for (const format of ['json', 'sarif']) {
    const { out } = await sandbox.run(['check', '恶意.xlsx', '--format', format]);
    expect([JSON.stringify(JSON.parse(out)).includes('=cmd|<script>\u202e'), out.includes('\u202e')]).toEqual([true, false]);
  }
});
