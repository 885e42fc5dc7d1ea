import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { auditNarrative, proseReading } from '../../src/audit/narrative';
import { DEFAULT_FILE_LIMITS, fileErrorText, FileError, readDocx, readProse, tablesAsWorkbook, type FileErrorCode } from '../../src/files';
import { cpuTime } from '../audit/support/cpuTime';
import { example } from '../audit/support/fixtures';

/** A 公开说明 is a file of strangers as well: bounded before it is read, read in time in proportion to its length. */
const MOST_MS = 4_000;
const { proseCharacters, paragraphs: mostParagraphs, sheets } = DEFAULT_FILE_LIMITS;

const paragraph = (text: string, properties = ''): string => `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
function docx(body: string, numbering = ''): Uint8Array {
  const parts: Record<string, Uint8Array> = { 'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`) };
  if (numbering !== '') parts['word/numbering.xml'] = strToU8(`<w:numbering xmlns:w="w">${numbering}</w:numbering>`);
  return zipSync(parts);
}

const nested = (depth: number): string => `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${paragraph('x')}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;
const FILES: readonly (readonly [what: string, name: string, code: FileErrorCode, make: () => Uint8Array])[] = [
  ['a paragraph of 10 MB', 'one.docx', 'textTooLong', () => docx(paragraph('支'.repeat(3_500_000)))],
  ['very many runs in one paragraph', 'runs.docx', 'textTooLong', () => docx(`<w:p>${'<w:r><w:t>支</w:t></w:r>'.repeat(200_000)}</w:p>`)],
  ['paragraphs beyond the limit in all', 'all.docx', 'proseTooLong', () => docx(paragraph('支'.repeat(10_000)).repeat(60))],
  ['hundreds of thousands of paragraphs', 'paragraphs.docx', 'proseTooLong', () => docx('<w:p/>'.repeat(300_000))],
  ['a table in a table, and so on', 'nested.docx', 'damagedDocument', () => docx(nested(400))],
  ['a row of cells wider than a sheet', 'wide.docx', 'damagedDocument', () => docx(`<w:tbl><w:tr>${cell('1', '<w:gridSpan w:val="200"/>').repeat(100)}</w:tr></w:tbl>`)],
  ['more tables than a workbook has sheets', 'tables.docx', 'tooManySheets', () => docx(`<w:tbl><w:tr>${cell('1')}</w:tr></w:tbl>`.repeat(sheets + 1))],
  ['a text file that is too long', 'long.txt', 'proseTooLong', () => strToU8(`${'支'.repeat(30_000)}\n`.repeat(proseCharacters / 30_000 + 1))],
  ['a text file of one paragraph', 'paragraph.txt', 'textTooLong', () => strToU8('支'.repeat(40_000))],
  ['a text file of 30 MB', 'huge.txt', 'proseTooLong', () => new Uint8Array(30_000_000).fill(0x37)],
  ['a text file of line ends', 'lines.txt', 'proseTooLong', () => new Uint8Array(mostParagraphs + 1).fill(0x0a)],
];

describe.each(FILES)('%s', (_, name, code, make) => {
  it(`is refused: ${code}`, async () => {
    const bytes = make();
    const start = process.cpuUsage();
    const error: unknown = await readProse(bytes, name).catch((thrown: unknown) => thrown);
    const { user, system } = process.cpuUsage(start);
    expect(error).toBeInstanceOf(FileError);
    const refusal = error as FileError;
    expect(refusal.code).toBe(code);
    expect(fileErrorText(refusal.code, 'zh', refusal.details)).toMatch(new RegExp(`文件“${name}”.*请.*。$`));
    expect((user + system) / 1000).toBeLessThan(MOST_MS);
  });
});

describe('a Word file made to take long', () => {
  it('labels of lists are short, however long their pattern is', () => {
    const list = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="' + '%1'.repeat(15_000) + '"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    const item = paragraph('x', '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>');
    expect(cpuTime(() => readDocx(docx(item.repeat(500), list), 'labels.docx'))).toBeLessThan(MOST_MS);
  });

  it('wide rows, of which every cell goes on below', () => {
    const row = (merge: string): string => `<w:tr>${cell('1', merge).repeat(16_000)}</w:tr>`;
    const document = readDocx(docx(`<w:tbl>${row('<w:vMerge w:val="restart"/>')}${row('<w:vMerge/>')}${row('<w:vMerge/>')}</w:tbl>`), 'merges.docx');
    expect(cpuTime(() => expect(tablesAsWorkbook(document, 'merges.docx').sheets[0].merges?.length).toBe(16_000))).toBeLessThan(MOST_MS);
  });

  it('a span below one counts as one', () => {
    const { tables } = readDocx(docx(`<w:tbl><w:tr>${cell('1', '<w:gridSpan w:val="-5"/>')}${cell('2', '<w:gridSpan w:val="0.2"/>')}</w:tr></w:tbl>`), 'span.docx');
    expect(tables[0].rows[0].map(({ column, span }) => [column, span])).toEqual([[0, 1], [1, 1]]);
  });
});

describe('texts that the grammar likes least', async () => {
  const auditor = createAuditor();
  const workbook = await example('000');
  const { report, state: { recognition, year } } = openAudit(workbook, {}, auditor);
  const LENGTH = 40_000;
  it.each([
    ['digits', '7'], ['thousands', '1,'], ['blanks', '\u3000'], ['brackets', '('], ['commas', '，'], ['amounts', '10万元，'], ['shares', '占5%，'], ['changes', '比上年增加10万元，'],
    ['codes', '(2010101)'], ['ordinals', '（一）'], ['years', '2024年'], ['accounts', '一般公共服务(类)支出10万元，'], ['reasons', '主要原因是'], ['blanks of the template', '××'],
  ])('%s', (_, unit) => {
    const run = unit.repeat(LENGTH / unit.length);
    const heads = ['第二部分 部门预算情况说明', '一、收支预算总体情况'];
    for (const paragraphs of [[run], [...heads, `2024年支出预算${run}10万元。`], [...heads, ...Array.from({ length: 1_000 }, (__, i) => `${unit.repeat(40 / unit.length)}${i}万元。`)]]) {
      expect(cpuTime(() => proseReading(auditNarrative({ file: 'x', paragraphs }, { chart: auditor.chart, recognition, workbook, year }), report, workbook, 'zh', null))).toBeLessThan(MOST_MS);
    }
  });
});
