import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { defaultSettings, writeSettings } from '../../src/taskpane/state';
import { makeSandbox } from '../cli/sandbox';

/** The command line says what the pane has kept in a file; it counts nowhere. */
const sandbox = makeSandbox();
afterAll(() => sandbox.remove());

const words = { text: '已核实', by: '张三', date: '2026-03-01', figures: '', isTheirs: false };
const state = writeSettings({ ...defaultSettings, year: 2031, family: 'generic', explained: { f1: words, f2: words } });
const quoted = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const property = (value: string, name = 'gouji'): string => `<we:property name="${name}" value="${quoted(value)}"/>`;

/** 001.xlsx with settings of add-ins, as Excel keeps them. */
function withSettings(properties: string, part = 'xl/webextensions/webextension1.xml'): void {
  const xml = `<?xml version="1.0"?><we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{1}"><we:properties>${properties}</we:properties></we:webextension>`;
  writeFileSync(join(sandbox.folder, '带设置.xlsx'), zipSync({ ...unzipSync(new Uint8Array(readFileSync('test/fixtures/001.xlsx'))), [part]: strToU8(xml) }));
}
async function checked(): Promise<{ readonly notes: readonly string[]; readonly findings: string; readonly code: number; readonly text: string }> {
  const json = await sandbox.run(['check', '带设置.xlsx', '--format', 'json']);
  const [{ notes, findings, year, family }] = (JSON.parse(json.out) as { workbooks: { notes: string[]; findings: unknown[]; year: number; family: string }[] }).workbooks;
  return { notes, findings: JSON.stringify([findings, year, family]), code: json.code, text: (await sandbox.run(['check', '带设置.xlsx'])).out };
}

it('says how many explanations, a year and a family the file brings, in text and JSON; nothing else changes', async () => {
  withSettings('');
  const plain = await checked();
  withSettings(property('{"theirs":1}', 'another') + property(JSON.stringify({ version: 1, state })));
  const kept = await checked();
  const note = '这个工作簿里存有 2 条情况说明、指定的年度、指定的报表类别；随文件带来的不采用，结果和计数不受影响。要看，请在 Excel 里打开勾稽窗格';
  expect(kept.notes).toEqual([...plain.notes, note]);
  expect([kept.findings, kept.code]).toEqual([plain.findings, plain.code]);
  expect(kept.text).toContain(note);
  expect(plain.text).not.toContain('存有');
});

it.each([
  ['no JSON', property('{'), '存有'],
  ['another version of nothing', property('{"version":9}'), '存有'],
  ['a state that is no JSON', property(JSON.stringify({ version: 1, state: '[' })), '存有'],
  ['ids that are none and words that are too many', property(JSON.stringify({ version: 1, state: '{"version":2,"explained":{"__proto__":{"text":"a"},"<b>":{"text":"a"},"f1":{"text":7}}}' })), '存有'],
  ['a part that breaks off', '<we:property name="gouji" value="', '存有'],
  ['half a million brackets', property('['.repeat(500_000)), '存有'],
])('%s: the file is audited all the same, and nothing is said', async (_, properties, never) => {
  withSettings(properties);
  const { text, code } = await checked();
  expect([code, text.includes(never)]).toEqual([1, false]);
});
