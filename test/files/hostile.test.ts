import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CellKind } from '../../src/audit/workbook';
import { FileError, readWorkbook, type FileErrorCode, type FileLimits } from '../../src/files';
import { makeXlsx, rawParts, type RawWorkbook } from './makeXlsx';
import { buildZip, type ZipPart } from './zipBuilder';

const MEGABYTE = 1_048_576;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const plain: RawWorkbook = { sheets: [{ name: '表', data: '<row r="1"><c r="A1"><v>1</v></c></row>' }] };

/** Reads within generous bounds of processor time (10 s) and memory (700 MB beyond what was in use before). */
async function readBounded(bytes: Uint8Array, fileName = 'book.xlsx', limits?: Partial<FileLimits>) {
  const start = process.cpuUsage();
  const before = process.memoryUsage().rss;
  try {
    return await readWorkbook(bytes, fileName, { limits });
  } finally {
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(10_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(700 * MEGABYTE);
  }
}

async function refusal(bytes: Uint8Array, fileName?: string, limits?: Partial<FileLimits>): Promise<FileError> {
  const error = await readBounded(bytes, fileName, limits).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(FileError);
  return error as FileError;
}

const refuses = async (code: FileErrorCode, bytes: Uint8Array, fileName?: string, limits?: Partial<FileLimits>): Promise<void> => {
  expect((await refusal(bytes, fileName, limits)).code).toBe(code);
};

const withPart = (name: string, change: (part: ZipPart) => ZipPart, book = plain): ZipPart[] =>
  rawParts(book).map((part) => (part.name === name ? change(part) : part));

describe('zip bombs', () => {
  const zeros = new Uint8Array(64 * MEGABYTE);

  it('refuses 640 MB of zeros from the directory alone', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': zeros }, { level: 9 });
    const parts = rawParts(plain);
    const honest = Array.from({ length: 10 }, (_, i): ZipPart => ({ name: `b${i}`, data: bomb.subarray(0, 100), claimedSize: 64 * MEGABYTE }));
    const start = performance.now();
    await refuses('inflatesTooLarge', buildZip([...parts, ...honest]));
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('stops inflating where more comes out than was declared', async () => {
    const lying = buildZip(withPart('xl/worksheets/sheet1.xml', (part) => ({ ...part, data: zeros, claimedSize: 1_000 })));
    const error = await refusal(lying);
    expect(error.code).toBe('damaged');
    expect(error.details.reason).toContain('beyond its declared size');
  });

  it('refuses a size that deflate cannot reach', async () => {
    await refuses('damaged', buildZip(withPart('xl/worksheets/sheet1.xml', (part) => ({ ...part, claimedSize: 400 * MEGABYTE }))));
  });

  it('pictures and other unread parts stay packed', async () => {
    const parts = [...rawParts(plain), { name: 'xl/media/image1.png', data: 'x', claimedCrc: 1 }];
    expect((await readBounded(buildZip(parts))).sheets).toHaveLength(1);
  });

  it('a list that names one part many times is refused', async () => {
    const parts = withPart('xl/workbook.xml', (part) => ({
      ...part,
      data: String(part.data).replace('</sheets>', '<sheet name="b" sheetId="2" r:id="rId1"/></sheets>'),
    }));
    await refuses('damaged', buildZip(parts));
  });

  it('shared formulas that expand without end', async () => {
    const cells = '<row>' + '<c><f t="shared" si="0"/><v>1</v></c>'.repeat(1_000) + '</row>';
    const data = `<row><c><f t="shared" si="0" ref="A1">${'A1+'.repeat(5_000)}1</f><v>1</v></c></row>${cells.repeat(50)}`;
    await refuses('formulasTooLong', makeXlsx({ sheets: [{ name: '表', data }] }), undefined, { formulaCharacters: 20_000_000 });
  });
});

describe('XML tricks', () => {
  const doctype = '<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>';
  it.each(['xl/workbook.xml', 'xl/worksheets/sheet1.xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels'])('DOCTYPE in %s', async (name) => {
    const parts = withPart(name, (part) => ({ ...part, data: String(part.data).replace('?>', `?>${doctype}`) }));
    await refuses('documentType', buildZip(parts));
  });

  it('an entity nobody declared stays as it is written', async () => {
    const book = await readBounded(makeXlsx({ sheets: [{ name: '表', data: '<row><c t="inlineStr"><is><t>&xxe;</t></is></c></row>' }] }));
    expect(book.strings).toContain('&xxe;');
  });

  it('elements nested a million deep', async () => {
    await refuses('damaged', makeXlsx({ sheets: [{ name: '表', data: '<a>'.repeat(1_000_000) }] }));
  });

  it.each(['<row r="1"><c r="A1"><v>1', '<row r="1"', '<row r="1', '<!-- ', '<![CDATA[', '</x></x></x></x></x>', '<>', '<row r>', '<row r=1/>'])(
    'malformed %s',
    async (data) => {
      const xml = `<worksheet {ns}><sheetData>${data}`;
      await refuses('damaged', makeXlsx({ sheets: [{ name: '表', xml }] }));
    },
  );
});

describe('extreme but harmless', () => {
  it('a lone cell at XFD1048576', async () => {
    const book = await readBounded(makeXlsx({ sheets: [{ name: '表', data: '<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>' }] }));
    const [sheet] = book.sheets;
    expect([sheet.rowNumbers.length, sheet.rowNumbers[0], sheet.columns[0], sheet.numbers[0]]).toEqual([1, 1_048_575, 16_383, 7]);
  });

  it('a merge and a validation over the whole sheet', async () => {
    const xml =
      '<worksheet {ns}><sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' +
      '<dataValidations><dataValidation sqref="A1:XFD1048576"><formula1>1</formula1></dataValidation></dataValidations></worksheet>';
    const [sheet] = (await readBounded(makeXlsx({ sheets: [{ name: '表', xml }] }))).sheets;
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 1_048_575, right: 16_383 }]);
  });

  it('__proto__ and constructor as names, texts and formats', async () => {
    const styles = '<numFmts><numFmt numFmtId="164" formatCode="__proto__"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>';
    const data = '<row><c t="inlineStr"><is><t>__proto__</t></is></c><c t="inlineStr"><is><t>constructor</t></is></c></row>';
    const book = await readBounded(makeXlsx({ sheets: [{ name: '__proto__', data }], styles }));
    expect(book.sheets[0].name).toBe('__proto__');
    expect(book.strings).toEqual(['__proto__', 'constructor']);
    expect(book.numberFormats).toContain('__proto__');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('limits', () => {
  it('10,000 sheets are refused with the limit, 1,000 are read', async () => {
    const book = (count: number): Uint8Array => makeXlsx({ sheets: Array.from({ length: count }, (_, i) => ({ name: `s${i}`, data: '' })) });
    const error = await refusal(book(10_000));
    expect(error).toMatchObject({ code: 'tooManySheets', details: { limit: 2_000, actual: 10_000 } });
    expect((await readBounded(book(1_000))).sheets).toHaveLength(1_000);
  });

  it.each<[FileErrorCode, Partial<FileLimits>, RawWorkbook]>([
    ['tooManyCells', { cells: 2 }, { sheets: [{ name: 'a', data: '<row><c><v>1</v></c><c><v>1</v></c><c/><c><v>1</v></c></row>' }] }],
    ['tooManyTexts', { sharedTexts: 1 }, { ...plain, sharedStrings: '<si/><si/>' }],
    ['textsTooLong', { characters: 5 }, { sheets: [{ name: 'a', data: '<row><c t="inlineStr"><is><t>abc</t></is></c><c t="str"><v>abc</v></c></row>' }] }],
    ['textsTooLong', { characters: 5 }, { ...plain, sharedStrings: '<si><t>abc</t></si><si><t>def</t></si>' }],
    ['textTooLong', { textCharacters: 2 }, { sheets: [{ name: 'a', data: '<row><c t="e"><v>#N/A</v></c></row>' }] }],
    ['tooManyMerges', { merges: 0 }, { sheets: [{ name: 'a', xml: '<worksheet {ns}><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>' }] }],
    ['tooManyParts', { parts: 3 }, plain],
    ['fileTooLarge', { fileBytes: 100 }, plain],
    ['inflatesTooLarge', { inflatedBytes: 100 }, plain],
  ])('%s', async (code, limits, book) => {
    await refuses(code, makeXlsx(book), undefined, limits);
  });

  it('more rows, columns, relationships or styles than any workbook has', async () => {
    await refuses('damaged', makeXlsx({ sheets: [{ name: 'a', data: '<row r="1"/>'.repeat(1_048_577) }] }));
    const cols = '<col min="1" max="1" hidden="1"/>'.repeat(20_000);
    await refuses('damaged', makeXlsx({ sheets: [{ name: 'a', xml: `<worksheet {ns}><cols>${cols}</cols></worksheet>` }] }));
    const relations = '<Relationship Id="a" Type="b" Target="c"/>'.repeat(60_000);
    await refuses('tooManyParts', buildZip(withPart('_rels/.rels', (part) => ({ ...part, data: String(part.data).replace('</Rel', `${relations}</Rel`) }))));
    await refuses('tooManyFormats', makeXlsx({ ...plain, styles: `<cellXfs>${'<xf/>'.repeat(1_000_001)}</cellXfs>` }));
  });

  it('70,000 number formats in use', async () => {
    const ids = Array.from({ length: 70_000 }, (_, i) => i + 200);
    const styles = `<numFmts>${ids.map((id) => `<numFmt numFmtId="${id}" formatCode="0&quot;${id}&quot;"/>`).join('')}</numFmts><cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
    const data = Array.from({ length: 7 }, (_, r) => `<row>${ids.slice(r * 10_000, r * 10_000 + 10_000).map((id) => `<c s="${id - 200}"><v>1</v></c>`).join('')}</row>`);
    await refuses('tooManyFormats', makeXlsx({ sheets: [{ name: 'a', data: data.join('') }], styles }));
  });
});

describe('damaged and encrypted archives', () => {
  const whole = makeXlsx(plain);

  it.each([0.1, 0.5, 0.9, 0.99])('cut off at %d of its length', async (share) => {
    await refuses('damaged', whole.subarray(0, Math.floor(whole.length * share)));
  });

  it('a part whose checksum is wrong never becomes numbers', async () => {
    await refuses('damaged', buildZip(withPart('xl/worksheets/sheet1.xml', (part) => ({ ...part, claimedCrc: 1 }))));
  });

  it('two parts of one name, a foreign compression, a missing sheet', async () => {
    await refuses('damaged', buildZip([...rawParts(plain), { name: 'XL/workbook.xml', data: '' }]));
    await refuses('damaged', buildZip(withPart('xl/worksheets/sheet1.xml', (part) => ({ ...part, method: 14 }))));
    await refuses('damaged', buildZip(rawParts(plain).filter((part) => part.name !== 'xl/worksheets/sheet1.xml')));
  });

  it('circular sector chains of an .xls', async () => {
    const book = oleFile(['Root Entry', 'Workbook']);
    const view = new DataView(book.buffer);
    view.setUint16(30, 9, true);
    view.setUint32(48, 0, true); // the directory begins in sector 0,
    view.setUint32(76, 2, true); // the table of chains is sector 2,
    for (let i = 1; i < 109; i++) view.setUint32(76 + i * 4, 0xffffffff, true);
    view.setUint32(512 + 1024, 0, true); // and sector 0 is followed by itself.
    await refuses('damaged', book);
  });

  it('zip encryption and OLE2 encryption', async () => {
    await refuses('encrypted', buildZip(rawParts(plain).map((part) => ({ ...part, isEncrypted: true }))));
    await refuses('encrypted', oleFile(['Root Entry', 'EncryptionInfo', 'EncryptedPackage']));
  });
});

describe('not a workbook', () => {
  const office = (target: string, root: string): Uint8Array =>
    buildZip([
      { name: '_rels/.rels', data: `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="${target}"/></Relationships>` },
      { name: target, data: `<w:${root} xmlns:w="w"/>` },
    ]);

  it.each<[string, Uint8Array, string]>([
    ['word', office('word/document.xml', 'document'), 'a.xlsx'],
    ['presentation', office('ppt/presentation.xml', 'presentation'), 'a.xlsx'],
    ['word', oleFile(['Root Entry', 'WordDocument']), 'a.xls'],
    ['archive', buildZip([{ name: 'readme.txt', data: 'x' }]), 'a.xlsx'],
    ['archive', zipSync({}), 'a.xlsx'],
    ['word', buildZip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', isStored: true }]), 'a.ods'],
    ['pdf', utf8('%PDF-1.7\n'), 'a.xlsx'],
    ['image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), 'a.xlsx'],
    ['text', utf8('编码,名称\n1,2\n'), 'a.csv'],
    ['unknown', new Uint8Array(5_000), 'a.xlsx'],
  ])('%s', async (found, bytes, fileName) => {
    const error = await refusal(bytes, fileName);
    expect(error).toMatchObject({ code: 'notAWorkbook', details: { found, fileName } });
  });

  it.each<[string, string]>([
    ['webPage', '<html><body><p>1</p></body></html>'],
    ['xml', '<?xml version="1.0"?><orders><order/></orders>'],
    ['text', '编码\t名称\n'],
  ])('%s under the name of a spreadsheet', async (found, text) => {
    expect(await refusal(utf8(text), '导出.xls')).toMatchObject({ code: 'exportedText', details: { found } });
  });

  it('an empty file', async () => {
    await refuses('empty', new Uint8Array(0));
  });

  it('a workbook under a wrong extension reads', async () => {
    const book = await readBounded(makeXlsx(plain), '表.et');
    expect(book.sheets[0].kinds[0]).toBe(CellKind.number);
  });
});

/** An OLE2 file that has only a header and directory entries. */
function oleFile(names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 512 * 3);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  names.forEach((name, i) => {
    const at = 512 + i * 128;
    for (let k = 0; k < name.length; k++) bytes[at + k * 2] = name.charCodeAt(k);
    bytes[at + 64] = (name.length + 1) * 2;
    bytes[at + 66] = i === 0 ? 5 : 2;
  });
  return bytes;
}
