import { describe, expect, it } from 'vitest';
import { FileError, readProse } from '../../src/files';
import { pdfOf, setInLines } from './pdfBuilder';

const codeOf = (bytes: Uint8Array): Promise<string> => readProse(bytes, '说明.pdf').then(() => 'read', (error: unknown) => (error instanceof FileError ? error.code : String(error)));

const PARAGRAPHS = [
  '一、收支预算总体情况',
  '2026年本部门当年预算收入4,203.47万元，其中：一般公共预算拨款4,005.29万元、上年实户资金余额98.18万元、其他收入100.00万元，较上年增加142.30万元，增长3.50%，增长的主要原因是：人员增加。',
  '2026年本部门当年预算支出4,203.47万元。',
];

describe('a PDF with a text layer', () => {
  it('is read as the paragraphs that its lines make up', async () => {
    expect(await readProse(pdfOf([setInLines(PARAGRAPHS, 36)]), '说明.pdf')).toEqual(PARAGRAPHS);
  });

  it('goes on over the end of a page, without the page numbers', async () => {
    const [, long] = PARAGRAPHS;
    const pages = [[...setInLines([PARAGRAPHS[0], long.slice(0, 68)], 34), { text: '- 1 -', x: 280, y: 40 }], [{ text: long.slice(68), x: 50, y: 800 }, { text: '第 2 页', x: 280, y: 40 }]];
    expect(await readProse(pdfOf(pages), '说明.pdf')).toEqual([PARAGRAPHS[0], long]);
  });

  it('keeps a heading apart from the paragraph below it, and the cells of a row apart', async () => {
    const lines = [{ text: '公务接待费', x: 50, y: 800 }, { text: '3.50', x: 300, y: 800 }, { text: '4.00', x: 400, y: 800 }, ...setInLines([PARAGRAPHS[2]], 34).map((l) => ({ ...l, y: l.y - 40 }))];
    expect(await readProse(pdfOf([lines]), '说明.pdf')).toEqual(['公务接待费\t3.50\t4.00', PARAGRAPHS[2]]);
  });
});

describe('a PDF that cannot be read', () => {
  it('as a scan: there is no text layer', async () => expect(await codeOf(pdfOf([[]]))).toBe('noTextLayer'));
  it('with a password', async () => {
    const handler = `<< /Filter /Standard /V 1 /R 2 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`;
    expect(await codeOf(pdfOf([setInLines(PARAGRAPHS, 34)], { objects: [handler], trailer: '/Encrypt 5 0 R /ID [<00> <00>]' }))).toBe('encrypted');
  });
  it('cut off, or none at all', async () => {
    expect(await codeOf(new TextEncoder().encode('%PDF-1.7\nnonsense'))).toBe('damagedPdf');
    expect(await codeOf(new TextEncoder().encode('没有'))).toBe('damagedPdf');
  });
  it('with too many pages', async () => expect(await codeOf(pdfOf(Array.from({ length: 2001 }, () => [])))).toBe('tooManyPages'));
});
