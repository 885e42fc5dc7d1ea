import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CFB } from '@e965/xlsx';
import Ajv from 'ajv';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/audit/report/model';
import { pdfOf, setInLines } from '../files/pdfBuilder';
import { makeSandbox } from './sandbox';

const sandbox = makeSandbox();
afterAll(() => sandbox.remove());
copyFileSync('test/fixtures/narrative/002.txt', join(sandbox.folder, '说明.txt'));
const prose = readFileSync('test/fixtures/narrative/002.txt', 'utf8');
writeFileSync(join(sandbox.folder, '宽.md'), Buffer.from(`\ufeff${prose}`, 'utf16le'));
writeFileSync(join(sandbox.folder, '空.txt'), '没有数字的话。\n');
writeFileSync(join(sandbox.folder, '坏.pdf'), '%PDF-1.7\n');
writeFileSync(join(sandbox.folder, '假.docx'), '不是 Word 文件\n');
writeFileSync(join(sandbox.folder, '空.docx'), '');
writeFileSync(join(sandbox.folder, '旧.doc'), Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'));
const compound = (...streams: string[]): Buffer => {
  const file = CFB.utils.cfb_new();
  for (const name of streams) CFB.utils.cfb_add(file, `/${name}`, Buffer.alloc(5000, 7));
  return CFB.write(file, { type: 'buffer' }) as Buffer;
};
writeFileSync(join(sandbox.folder, '密.docx'), compound('EncryptionInfo', 'EncryptedPackage'));
writeFileSync(join(sandbox.folder, '旧文.docx'), compound('WordDocument', '1Table'));
const whole = zipSync({ 'word/document.xml': strToU8(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:p><w:r><w:t>1.5万元</w:t></w:r></w:p>'.repeat(99)}</w:body></w:document>`) });
writeFileSync(join(sandbox.folder, '断.docx'), whole.slice(0, whole.length / 2));
mkdirSync(join(sandbox.folder, '只有文字'));
writeFileSync(join(sandbox.folder, '只有文字', '公开.docx'), whole);
writeFileSync(join(sandbox.folder, '扫描.pdf'), pdfOf([[]]));
writeFileSync(join(sandbox.folder, '说明.pdf'), pdfOf([setInLines(['二、收支情况', '（二）支出按功能科目分类的明细情况', ...prose.split('\n').filter((line) => line.includes('2101550'))], 36)]));
writeFileSync(join(sandbox.folder, '别的单位.txt'), prose.replaceAll('子洲县医疗保险经办中心', '榆林市财政局').replaceAll('子洲县', '榆林市').replaceAll('医疗保险经办', '财政'));
writeFileSync(join(sandbox.folder, '去年.txt'), prose.replace(/2024年/g, '2023年'));

describe('gouji check --text', () => {
  const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync('docs/report.schema.json', 'utf8')) as object);
  const check = async (...argv: string[]): Promise<AuditReport> => JSON.parse((await sandbox.run(['check', ...argv, '--format', 'json'])).out) as AuditReport;

  it('tells paragraph, phrase and right value, and what became of every number', async () => {
    const report = await check('002.xlsx', '--text', '说明.txt');
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
    const [workbook] = report.workbooks;
    const { narrative } = workbook;
    expect(narrative).toMatchObject({ file: '说明.txt' });
    const unchecked = narrative?.unchecked.reduce((n, u) => n + u.count, 0) ?? 0;
    expect((narrative?.proved ?? 0) + (narrative?.wrong ?? 0) + unchecked).toBe(narrative?.numbers);
    const code = workbook.findings.find((f) => f.text?.quote.includes('2101550'));
    expect(code).toMatchObject({ rule: 'N2', severity: 'error', text: { file: '说明.txt', quote: '医疗保障管理事务（2101550）' } });
    const { paragraph = 0, start = 0, end = 0, quote } = code?.text ?? {};
    expect(prose.split('\n')[paragraph - 1].slice(start, end)).toBe(quote);
  });

  it('reads UTF-16 the same, and says it to people', async () => {
    const texts = (report: AuditReport): unknown => report.workbooks[0].findings.flatMap((f) => (f.text ? [[f.rule, f.text.paragraph, f.text.quote]] : []));
    expect(texts(await check('002.xlsx', '--text', '宽.md'))).toEqual(texts(await check('002.xlsx', '--text', '说明.txt')));
    const { out, code } = await sandbox.run(['check', '002.xlsx', '--text', '说明.txt']);
    expect(code).toBe(1);
    expect(out).toContain('“原因是是”');
    expect(out).toMatch(/文字 +说明\.txt：数字 \d+ 个/);
  });

  it('SARIF points into the text', async () => {
    const log = JSON.parse((await sandbox.run(['check', '002.xlsx', '--text', '说明.txt', '--format', 'sarif'])).out) as { runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; locations: { physicalLocation: { artifactLocation: { uri: string }; region?: { startLine: number; snippet: { text: string } } } }[] }[] }[] };
    expect(log.runs[0].tool.driver.rules.map((r) => r.id)).toEqual(expect.arrayContaining(['N1', 'N12']));
    const found = log.runs[0].results.find((r) => r.ruleId === 'N5')?.locations[0].physicalLocation;
    expect(found?.artifactLocation.uri).toBe(encodeURIComponent('说明.txt'));
    expect(prose.split('\n')[(found?.region?.startLine ?? 0) - 1]).toContain(found?.region?.snippet.text);
  });

  it.each([
    [['002.xlsx', '--text', '空.txt'], 'noText', '没有可以核对的数字'],
    [['002.xlsx', '--text', '扫描.pdf'], 'noTextLayer', '没有文字层'],
    [['002.xlsx', '--text', '假.docx'], 'textFile', '假.docx'],
    [['002.xlsx', '--text', '空.docx'], 'empty', '“空.docx”是空的'],
    [['002.xlsx', '--text', '旧.doc'], 'textFile', '另存为 .docx'],
    [['002.xlsx', '--text', '断.docx'], 'damagedDocument', '用 Word 或 WPS 打开修复并另存为 .docx'],
    [['断.docx'], 'damagedDocument', '用 Word 或 WPS 打开修复并另存为 .docx'],
    [['002.xlsx', '--text', '密.docx'], 'encrypted', '取消密码'],
    [['密.docx'], 'encrypted', '取消密码'],
    [['旧文.docx'], 'notAWorkbook', '公开说明请用 Word 或 WPS 打开，另存为 .docx'],
    [['002.xlsx', '--text', '旧文.docx'], 'textFile', '旧的 .doc 换了扩展名也不行'],
    [['只有文字'], 'emptyFolder', 'Word 文件（.docx）要在命令里逐个写出'],
    [['002.xlsx', '--text', '坏.pdf'], 'damagedPdf', '重新导出 PDF'],
    [['002.xlsx', '--text', '去年.txt'], 'textFile', '2023 年，工作簿是 2024 年；没有对照核对'],
    [['002.xlsx', '--text', '别的单位.txt'], 'textFile', '“榆林市财政局”，工作簿是“子洲县医疗保险经办机构”；没有对照核对'],
    [['002.xlsx', '--text', '没有这个.txt'], 'notFound', '没有这个.txt'],
  ])('%j: a sentence with the way out', async (argv, code, words) => {
    const report = await check(...argv);
    expect(report.errors).toMatchObject([{ code }]);
    expect(report.errors[0].message).toContain(words);
  });

  it('--text-anyway compares them all the same', async () => {
    const report = await check('002.xlsx', '--text', '去年.txt', '--text-anyway');
    expect(report.errors).toEqual([]);
    expect(report.workbooks[0].narrative?.numbers).toBeGreaterThan(50);
  });

  it('a PDF is read like any text: the same phrase is found', async () => {
    const report = await check('002.xlsx', '--text', '说明.pdf');
    expect(report.workbooks[0].findings.filter((f) => f.text !== undefined).map((f) => f.text?.quote)).toContain('医疗保障管理事务（2101550）');
  });

  it('one text goes with one workbook', async () => {
    const { code, error } = await sandbox.run(['check', '001.xlsx', '002.xlsx', '--text', '说明.txt']);
    expect(code).toBe(2);
    expect(error).toContain('--text');
  });
});
