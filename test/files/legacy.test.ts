import { utils, write, type BookType, type WorkBook } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { FileError, readWorkbook } from '../../src/files';
import { plainSnapshot } from './oracle';
import { buildZip } from './zipBuilder';

describe.each<BookType>(['biff8', 'xlsb', 'ods'])('%s', (bookType) => {
  it('reads as the .xlsx of the same workbook', async () => {
    const legacy = await readWorkbook(bytesOf(sample(bookType), bookType), 'book.old');
    const xlsx = await readWorkbook(bytesOf(sample(bookType), 'xlsx'), 'book.xlsx');
    // The library writes no formulas into .xls and .xlsb, and number formats of .ods do not come back as codes.
    const drop = bookType === 'ods' ? FORMAT : FORMULA;
    const [a, b] = [legacy, xlsx].map((book) => plainSnapshot(book).map((sheet) => ({ ...sheet, cells: without(drop, sheet.cells) })));
    expect(a).toEqual(b);
    expect(legacy.name).toBe('book.old');
  });

  it('cut off: refused or read, never another error', async () => {
    const bytes = bytesOf(sample(), bookType);
    for (const share of [0.2, 0.5, 0.8, 0.95]) {
      const result = await readWorkbook(bytes.subarray(0, Math.floor(bytes.length * share)), 'cut').catch((e: unknown) => e);
      if (result instanceof Error) expect(result).toBeInstanceOf(FileError);
    }
  });
});

describe('.xls tricks', () => {
  it('a list of sheet references too short for its own count is refused', async () => {
    const stream = Uint8Array.of(9, 8, 16, 0, 0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x17, 0, 0, 0);
    await expect(readWorkbook(stream, 'a.xls')).rejects.toMatchObject({ code: 'damaged' });
  });
});

describe('sheet properties', () => {
  it('.xlsb tells hidden rows and columns and merges', async () => {
    const [sheet] = (await readWorkbook(bytesOf(sample(), 'xlsb'), 'a.xlsb')).sheets;
    expect(sheet.hiddenRows).toEqual([{ from: 2, to: 3 }]);
    expect(sheet.hiddenColumns).toEqual([{ from: 1, to: 1 }]);
    expect(sheet.merges).toEqual([{ top: 5, left: 0, bottom: 6, right: 2 }]);
  });

  it('.xls tells hidden columns and merges', async () => {
    const [sheet] = (await readWorkbook(bytesOf(sample(), 'biff8'), 'a.xls')).sheets;
    expect(sheet.hiddenColumns).toEqual([{ from: 1, to: 1 }]);
    expect(sheet.merges).toEqual([{ top: 5, left: 0, bottom: 6, right: 2 }]);
  });

  it('reads a bare stream of Excel 5 and older', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['x', 1.5]]), 'a');
    const snapshot = await readWorkbook(bytesOf(book, 'biff2'), 'a.xls');
    expect(Object.values(plainSnapshot(snapshot)[0].cells)[1]).toMatch(/^n\|1\.5\|/);
  });
});

describe('.ods tricks', () => {
  const ods = (table: string): Uint8Array =>
    buildZip([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', isStored: true },
      { name: 'META-INF/manifest.xml', data: '<manifest:manifest xmlns:manifest="m"/>' },
      { name: 'styles.xml', data: '<office:document-styles xmlns:office="o"/>' },
      {
        name: 'content.xml',
        data: `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="表">${table}</table:table></office:spreadsheet></office:body></office:document-content>`,
      },
    ]);
  const filled = '<text:p>1</text:p></table:table-cell>';

  it('a filled cell repeated over the whole sheet is refused before it is unrolled', async () => {
    const start = performance.now();
    const table = `<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384">${filled}</table:table-row>`;
    await expect(readWorkbook(ods(table), 'a.ods')).rejects.toMatchObject({ code: 'tooManyCells' });
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('empty repetitions to the edge, as LibreOffice writes them, read', async () => {
    const table = `<table:table-row><table:table-cell office:value-type="float" office:value="1">${filled}<table:table-cell table:style-name="ce1" table:content-validation-name="v" table:number-columns-repeated="16383"/></table:table-row><table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`;
    expect(plainSnapshot(await readWorkbook(ods(table), 'a.ods'))[0].cells).toEqual({ A1: 'n|1|General|' });
  });

  it('nonsense repetitions and encryption are refused', async () => {
    for (const times of ['-1', '1e9', 'x', '99999999999']) {
      await expect(readWorkbook(ods(`<table:table-row table:number-rows-repeated="${times}"/>`), 'a.ods')).rejects.toMatchObject({ code: 'damaged' });
    }
    const locked = buildZip([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' },
      { name: 'META-INF/manifest.xml', data: '<manifest:encryption-data/>' },
      { name: 'content.xml', data: 'garbage' },
    ]);
    await expect(readWorkbook(locked, 'a.ods')).rejects.toMatchObject({ code: 'encrypted' });
  });
});

function sample(bookType: BookType = 'xlsx'): WorkBook {
  const first = utils.aoa_to_sheet([
    ['科目编码', '名称', '金额', '备注'],
    ['2010101', '行政运行', 1234.56, true],
    [3, -0.5, 1e-3, false],
    ['合 计', '&<>"', 45_717, 'x'],
  ]);
  first.C2.z = '#,##0.00';
  first.C4.z = 'yyyy/mm/dd';
  first.D4 = { t: 'n', v: 1234.061, f: 'SUM(C2:C3)' };
  // The library writes no errors into .ods.
  if (bookType !== 'ods') first.E4 = { t: 'e', v: 0x07 };
  first['!ref'] = 'A1:E7';
  first['!merges'] = [{ s: { r: 5, c: 0 }, e: { r: 6, c: 2 } }];
  first['!rows'] = [{}, {}, { hidden: true }, { hidden: true }];
  first['!cols'] = [{ wch: 10 }, { wch: 10, hidden: true }];
  first.A6 = { t: 's', v: '合并' };
  const book = utils.book_new();
  utils.book_append_sheet(book, first, '表一');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['第二张']]), '表二');
  return book;
}

function bytesOf(book: WorkBook, bookType: BookType): Uint8Array {
  return new Uint8Array(write(book, { type: 'array', bookType, cellStyles: true }) as ArrayBuffer);
}

const FORMAT = 2;
const FORMULA = 3;

/** The cells with one of their four fields blanked. */
function without(field: number, cells: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).map(([address, cell]) => [address, cell.split('|').map((part, i) => (i === field ? '' : part)).join('|')]),
  );
}
