import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { annotatePackage, patchCells } from '../../src/files';
import { buildPackage, richShape } from './richPackage';

/** A second opinion where LibreOffice is installed: another program reads what we write. */
const isInstalled = ((): boolean => {
  try {
    return execFileSync('sh', ['-c', 'command -v soffice'], { encoding: 'utf8' }) !== '';
  } catch {
    return false;
  }
})();

it.runIf(isInstalled)('LibreOffice opens an annotated package and shows marks, notes, the 审核意见 and the edited cell', { timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-'));
  try {
    const edited = patchCells(buildPackage(richShape), [{ cell: { sheet: 0, row: 1, column: 0 }, content: { kind: 'number', value: 12.5 }, formula: null }]).bytes;
    const { bytes } = annotatePackage(edited, [{ cell: { sheet: 0, row: 3, column: 1 }, style: 'suspect', note: '应为 32.5' }], {
      notes: true,
      review: { name: '审核意见', title: '审核意见', head: ['序号', '说明'], rows: [['1', '合计不符']], widths: [6, 40] },
    });
    writeFileSync(join(folder, 'a.xlsx'), bytes);
    execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'fods', '--outdir', folder, join(folder, 'a.xlsx')], { stdio: 'ignore' });
    const found = readFileSync(join(folder, 'a.fods'), 'utf8');
    expect([...found.matchAll(/calcext:value="(formula-is[^"]*)" calcext:base-cell-address="([^"]*)"/g)].map(([, rule, cell]) => `${cell} ${rule}`)).toEqual(['表1.B4 formula-is(N(&quot;gouji:suspect&quot;)=0)']);
    // The note of the user and ours, in the order of cells.
    const notes = [...found.matchAll(/<office:annotation .*?<\/office:annotation>/gs)].map(([note]) => note.replace(/<dc:date>.*?<\/dc:date>|<[^>]*>/g, '').replace(/\s+/g, ' ').trim());
    expect(notes).toEqual(['张三: 见附件', '【勾稽 gouji】应为 32.5']);
    expect([...found.matchAll(/<table:table table:name="([^"]*)"/g)].map(([, name]) => name)).toEqual(['表1', '表2', '审核意见']);
    expect(found).toMatch(/office:value="12\.5"/);
    expect(found).toContain('合计不符');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
