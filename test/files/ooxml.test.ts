import { describe, expect, it } from 'vitest';
import { CellKind } from '../../src/audit/workbook';
import { FileError, readWorkbook } from '../../src/files';
import { makeXlsx, rawParts, type RawWorkbook } from './makeXlsx';
import { plainSnapshot } from './oracle';
import { buildZip } from './zipBuilder';

const readRaw = async (book: RawWorkbook) => readWorkbook(makeXlsx(book), 'book.xlsx');
const cellsOf = async (data: string, rest: Partial<RawWorkbook> = {}) =>
  plainSnapshot(await readRaw({ sheets: [{ name: '表', data }], ...rest }))[0].cells;
const sheetOf = async (xml: string) => (await readRaw({ sheets: [{ name: '表', xml: `<worksheet {ns}>${xml}</worksheet>` }] })).sheets[0];

describe('cell values', () => {
  it.each([
    ['<v>1</v>', 'n|1|General|'],
    ['<v> 12.50 </v>', 'n|12.5|General|'],
    ['<v>-0.1</v>', 'n|-0.1|General|'],
    ['<v>1.0E-2</v>', 'n|0.01|General|'],
    ['<v>123456789012345678</v>', 'n|123456789012345680|General|'],
    ['<v>0.30000000000000004</v>', 'n|0.30000000000000004|General|'],
    ['<v>4.35</v>', 'n|4.35|General|'],
    ['<v>&#49;2</v>', 'n|12|General|'],
    ['<v><![CDATA[7]]></v>', 'n|7|General|'],
    ['<v>1<!-- c -->2</v>', 'n|12|General|'],
    ['<v>0x10</v>', 's|0x10||'],
    ['<v>1e999</v>', 's|1e999||'],
  ])('number %s', async (value, expected) => {
    expect(await cellsOf(`<row r="1"><c r="A1">${value}</c></row>`)).toEqual({ A1: expected });
  });

  it('empty values are empty cells, unless a formula stands there', async () => {
    const data = '<row r="1"><c r="A1"><v></v></c><c r="B1"/><c r="C1" t="str"><v/></c><c r="D1"><f>A1+1</f><v></v></c><c r="E1"><f>B1</f></c></row>';
    expect(await cellsOf(data)).toEqual({ D1: 's|||A1+1', E1: 's|||B1' });
  });

  it('joins rich text without phonetic guides', async () => {
    const sharedStrings = '<si><r><t>预</t></r><r><rPr><b/></rPr><t xml:space="preserve">算 </t></r><rPh sb="0" eb="1"><t>ヨサン</t></rPh><phoneticPr fontId="1"/></si>';
    expect(await cellsOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { sharedStrings })).toEqual({ A1: 's|预算 ||' });
  });

  it('decodes entities, escapes, CDATA and line ends; respects xml:space', async () => {
    const text = (t: string): string => `<c t="inlineStr"><is>${t}</is></c>`;
    const data = `<row>${text('<t>a&amp;b&lt;&#x4e2d;&#25991;</t>')}${text('<t>1_x000D_2_x005F_x000D_</t>')}${text('<t>  x </t>')}${text(
      '<t xml:space="preserve">  x </t>',
    )}${text('<t><![CDATA[<&amp;>]]></t>')}${text('<t>a\r\nb</t>')}${text(`<t>${'长'.repeat(80)}&gt;</t>`)}</row>`;
    expect(await cellsOf(data)).toEqual({
      A1: 's|a&b<中文||',
      B1: 's|1\r2_x000D_||',
      C1: 's|x||',
      D1: 's|  x ||',
      E1: 's|<&amp;>||',
      F1: 's|a\nb||',
      G1: `s|${'长'.repeat(80)}>||`,
    });
  });

  it('counts on where addresses are omitted', async () => {
    const data = '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row><row r="9"><c><v>5</v></c></row>';
    expect(Object.keys(await cellsOf(data))).toEqual(['A1', 'D1', 'E1', 'A2', 'A9']);
  });

  it('reads ISO dates as serial numbers', async () => {
    const data = '<row><c t="d"><v>2025-03-01</v></c><c t="d"><v>2025-03-01T12:00:00</v></c><c t="d"><v>1900-01-01</v></c></row>';
    expect(await cellsOf(data)).toEqual({ A1: 'n|45717|General|', B1: 'n|45717.5|General|', C1: 'n|1|General|' });
    expect(await cellsOf('<row><c t="d"><v>1904-01-02</v></c></row>', { workbookPr: '<{p}workbookPr date1904="1"/>' })).toEqual({ A1: 'n|1|General|' });
  });

  it('a shared text that does not exist is a value that is not known', async () => {
    const book = await readWorkbook(makeXlsx({ sheets: [{ name: '表', data: '<row r="1"><c r="A1" t="s"><v>3</v></c></row>' }] }), 'a.xlsx');
    expect([...book.sheets[0].kinds]).toEqual([CellKind.unknown]);
    expect(book.repairs).toEqual([{ kind: 'lostText', sheet: '表', places: ['A1'], count: 1 }]);
  });

  it('refuses a cell outside the sheet', async () => {
    await expect(cellsOf('<row r="1"><c r="XFE1"><v>3</v></c></row>')).rejects.toMatchObject({ code: 'damaged' });
    await expect(cellsOf('<row r="1048577"><c><v>3</v></c></row>')).rejects.toMatchObject({ code: 'damaged' });
  });
});

describe('formulas', () => {
  const shared = async (master: string, at: string): Promise<string> => {
    const data = `<row r="5"><c r="C5"><f t="shared" ref="A1:Z99" si="0">${master}</f><v>1</v></c></row><row r="7"><c r="${at}"><f t="shared" si="0"/><v>2</v></c></row>`;
    return (await cellsOf(data))[at].split('|').slice(3).join('|');
  };

  it.each([
    ['A1+$B2+C$3+$D$4', 'B3+$B4+D$3+$D$4'],
    ['SUM(A:B,$C:C,1:2,$3:3)', 'SUM(B:C,$C:D,3:4,$3:5)'],
    ['LOG10(A1)+"A1"&amp;"say ""B2"""', 'LOG10(B3)+"A1"&"say ""B2"""'],
    ["'A1 年'!B2+Sheet1!B2+[1]Sheet1!B2", "'A1 年'!C4+Sheet1!C4+[1]Sheet1!C4"],
    ["'it''s A1'!A1", "'it''s A1'!B3"],
    ['Table1[[#This Row],[A1]]+A1', 'Table1[[#This Row],[A1]]+B3'],
    ['预算数A1+A1', '预算数A1+B3'],
    ['XFD1+A1048576', '#REF!+#REF!'],
    ['1.5E3+A1:B2', '1.5E3+B3:C4'],
  ])('shared %s, two rows down and one column right', async (master, expected) => {
    expect(await shared(master, 'D7')).toBe(expected);
  });

  it('expands a shared formula whose first cell comes later', async () => {
    const data = '<row r="1"><c r="A1"><f t="shared" si="3"/><v>2</v></c></row><row r="2"><c r="A2"><f t="shared" si="3" ref="A1:A2">B2</f><v>1</v></c></row>';
    expect(await cellsOf(data)).toEqual({ A1: 'n|2|General|B1', A2: 'n|1|General|B2' });
  });

  it('takes array formulas as text, drops data tables, shows new functions as Excel does', async () => {
    const data =
      '<row><c><f t="array" ref="A1:A2">A1:A2*2</f><v>1</v></c><c><f t="dataTable" ref="B1" r1="C1"/><v>2</v></c>' +
      '<c t="str"><f>_xlfn._xlws.FILTER(A1:A9,"_xlfn.")&amp;_xlfn.XLOOKUP(1,A:A,B:B)</f><v>x</v></c><c><f>=A1</f><v>3</v></c></row>';
    expect(await cellsOf(data)).toEqual({
      A1: 'n|1|General|A1:A2*2',
      B1: 'n|2|General|',
      C1: 's|x||FILTER(A1:A9,"_xlfn.")&XLOOKUP(1,A:A,B:B)',
      D1: 'n|3|General|A1',
    });
  });
});

describe('sheet properties', () => {
  it('reads merges, hidden rows and columns, protection', async () => {
    const sheet = await sheetOf(
      '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="0"/><col min="6" max="16384" hidden="true"/></cols>' +
        '<sheetData><row r="2" hidden="1"/><row r="3" hidden="1"/><row r="5" hidden="0"/><row r="9" hidden="1"/></sheetData>' +
        '<sheetProtection password="CC1A" sheet="1"/><mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>' +
        '<extLst><ext><x14:sparklines xmlns:x14="u"><xm:f xmlns:xm="v">A1</xm:f></x14:sparklines></ext></extLst>',
    );
    expect(sheet.hiddenColumns).toEqual([{ from: 1, to: 3 }, { from: 5, to: 16_383 }]);
    expect(sheet.hiddenRows).toEqual([{ from: 1, to: 2 }, { from: 8, to: 8 }]);
    expect(sheet.isProtected).toBe(true);
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 2 }]);
  });

  it('zeroHeight hides every row not spelled out', async () => {
    const sheet = await sheetOf('<sheetFormatPr zeroHeight="1"/><sheetData><row r="1"/><row r="3" hidden="1"/><row r="4"/></sheetData>');
    expect(sheet.hiddenRows).toEqual([{ from: 1, to: 2 }, { from: 4, to: 1_048_575 }]);
  });

  it('protection elements without sheet="1" do not protect', async () => {
    expect((await sheetOf('<sheetData/><sheetProtection objects="1"/>')).isProtected).toBe(false);
  });

  it('visibility and odd names', async () => {
    const names = ['__proto__', 'constructor', 'a&amp;b', '_x0041_'];
    const book = await readRaw({ sheets: names.map((name, i) => ({ name, data: '', state: ['visible', 'hidden', 'veryHidden', undefined][i] })) });
    expect(book.sheets.map((sheet) => [sheet.name, sheet.visibility])).toEqual([
      ['__proto__', 'visible'],
      ['constructor', 'hidden'],
      ['a&b', 'veryHidden'],
      ['A', 'visible'],
    ]);
  });
});

describe('number formats', () => {
  it('resolves custom, built-in and Chinese ids; only those in use', async () => {
    const ids = [0, 4, 31, 49, 164, 9999];
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="#,##0.00&quot;元&quot;"/></numFmts><cellStyleXfs><xf numFmtId="1"/></cellStyleXfs><cellXfs>${ids
      .map((id) => `<xf numFmtId="${id}"><alignment/></xf>`)
      .join('')}</cellXfs><dxfs><dxf><numFmt numFmtId="4" formatCode="wrong"/></dxf></dxfs>`;
    const cells = await cellsOf(`<row>${[...ids.keys(), 77].map((s) => `<c s="${s}"><v>1</v></c>`).join('')}</row>`, { styles });
    expect(Object.values(cells).map((cell) => cell.split('|')[2])).toEqual([
      'General', '#,##0.00', 'yyyy"年"m"月"d"日"', '@', '#,##0.00"元"', 'General', 'General',
    ]);
  });
});

describe('dialects and packages', () => {
  const book: RawWorkbook = {
    sheets: [{ name: '表', data: '<{p}row r="1"><{p}c r="A1" t="s"><{p}v>0</{p}v></{p}c><{p}c r="B1"><{p}f>A1</{p}f><{p}v>2</{p}v></{p}c></{p}row>' }],
    sharedStrings: '<{p}si><{p}t>文</{p}t></{p}si>',
  };
  const expected = { A1: 's|文||', B1: 'n|2|General|A1' };

  it.each([
    ['a prefix', { prefix: 'x:' }],
    ['strict namespaces', { isStrict: true }],
    ['both', { prefix: 'ns0:', isStrict: true }],
  ])('%s', async (_, dialect) => {
    expect(plainSnapshot(await readRaw({ ...book, ...dialect }))[0].cells).toEqual(expected);
  });

  it.each([
    ['stored entries', { isStored: true }, {}],
    ['data descriptors', { hasDescriptor: true }, {}],
    ['zip64', {}, { zip64: true }],
    ['an archive comment', {}, { comment: '备注' }],
  ])('%s', async (_, part, zip) => {
    const bytes = buildZip(rawParts(book).map((p) => ({ ...p, ...part })), zip);
    expect(plainSnapshot(await readWorkbook(bytes, 'b.xlsx'))[0].cells).toEqual(expected);
  });

  it.each(['utf-16le', 'utf-16be', 'utf-8 with mark'])('%s parts', async (encoding) => {
    const parts = rawParts(book).map((part) => ({ ...part, data: encode(String(part.data).replace('UTF-8', encoding.startsWith('utf-16') ? 'UTF-16' : 'UTF-8'), encoding) }));
    expect(plainSnapshot(await readWorkbook(buildZip(parts), 'b.xlsx'))[0].cells).toEqual(expected);
  });

  it('names with other case, backslashes, absolute targets', async () => {
    const parts = rawParts(book).map((part) => ({
      ...part,
      name: part.name.replace('worksheets/sheet1', 'Worksheets\\Sheet1'),
      data: String(part.data).replace('Target="worksheets/', 'Target="/xl/worksheets/'),
    }));
    expect(plainSnapshot(await readWorkbook(buildZip(parts), 'b.xlsx'))[0].cells).toEqual(expected);
  });

  it('chart sheets are passed over; a workbook of nothing else is refused', async () => {
    const chart = (parts: ReturnType<typeof rawParts>, i: number) =>
      parts.map((part) => ({ ...part, data: String(part.data).replace(new RegExp(`worksheet" Target="worksheets/sheet${i}`), `chartsheet" Target="worksheets/sheet${i}`) }));
    const two = rawParts({ sheets: [{ name: '图', data: '' }, ...book.sheets], sharedStrings: '<si><t>文</t></si>' });
    expect((await readWorkbook(buildZip(chart(two, 1)), 'b.xlsx')).sheets.map((sheet) => sheet.name)).toEqual(['表']);
    const error = await readWorkbook(buildZip(chart(rawParts(book), 1)), 'b.xlsx').catch((e: unknown) => e);
    expect(error).toBeInstanceOf(FileError);
    expect(error).toMatchObject({ code: 'noWorksheets' });
  });
});

function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8 with mark') return new TextEncoder().encode(`\uFEFF${text}`);
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  [0xfeff, ...Array.from(text, (c) => c.charCodeAt(0))].forEach((unit, i) => view.setUint16(i * 2, unit, encoding === 'utf-16le'));
  return bytes;
}
