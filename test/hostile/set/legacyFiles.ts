import { unzipSync, zipSync } from 'fflate';
import { utils, write } from '@e965/xlsx';
import { buildZip } from '../../files/zipBuilder';
import type { HostileFile } from './model';

/** Records of an old workbook, between the one that opens a sheet of Excel 97 and a cell. */
function biff(...records: readonly (readonly [type: number, body: readonly number[], times: number])[]): Uint8Array {
  const word = (n: number): number[] => [n & 0xff, n >> 8];
  const bytes = [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x10, 0x00, ...new Array<number>(12).fill(0)];
  for (const [type, body, times] of records) {
    const record = [...word(type), ...word(body.length * 2), ...body.flatMap(word)];
    for (let i = 0; i < times; i++) bytes.push(...record);
  }
  const cell = [0x03, 0x02, 0x0e, 0x00, ...new Array<number>(14).fill(0)];
  return Uint8Array.from([...bytes, ...cell, 0x0a, 0x00, 0x00, 0x00]);
}

/** An .ods with styles and rows given. */
export function ods(table: string, styles = ''): Uint8Array {
  const names = 'xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:number="n"';
  return buildZip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', isStored: true },
    { name: 'META-INF/manifest.xml', data: '<manifest:manifest xmlns:manifest="m"/>' },
    { name: 'styles.xml', data: `<office:document-styles ${names}><office:styles>${styles}</office:styles></office:document-styles>` },
    { name: 'content.xml', data: `<?xml version="1.0"?><office:document-content ${names}><office:body><office:spreadsheet><table:table table:name="表">${table}</table:table></office:spreadsheet></office:body></office:document-content>` },
  ]);
}

const cell = (content: string): string => `<table:table-row><table:table-cell office:value-type="string">${content}</table:table-cell></table:table-row>`;
const format = (attributes: string, kind = 'number'): string => `<number:number-style style:name="N1"><number:${kind} ${attributes}/></number:number-style>`;

/** An .xlsb whose sheet holds the records given, each as type, 32-bit numbers, times. */
function xlsb(type: number, numbers: readonly number[], times: number): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['x', 1]]), '表');
  const parts = unzipSync(new Uint8Array(write(book, { type: 'array', bookType: 'xlsb' }) as ArrayBuffer));
  const part = parts['xl/worksheets/sheet1.bin'];
  const size = numbers.length * 4 + 2;
  const head = type < 128 ? [type] : [(type & 0x7f) | 0x80, type >> 7];
  const record = Uint8Array.from([...head, size, ...new Uint8Array(Uint32Array.from(numbers).buffer), 0, 0]);
  const records = new Uint8Array(record.length * times);
  for (let i = 0; i < times; i++) records.set(record, i * record.length);
  // Behind BrtBeginSheet.
  const sheet = new Uint8Array(part.length + records.length);
  sheet.set(part.subarray(0, 3));
  sheet.set(records, 3);
  sheet.set(part.subarray(3), 3 + records.length);
  return zipSync({ ...parts, 'xl/worksheets/sheet1.bin': sheet });
}

/** Workbooks of the formats that the library reads. */
export const LEGACY_FILES: readonly HostileFile[] = [
  { what: '3,000 条整行列宽记录 / 3,000 records of column widths, each for 65,536 columns', name: 'columns.xls', code: 'damaged', make: () => biff([0x7d, [0, 0xffff, 2_000, 0, 0, 0], 3_000]) },
  { what: '覆盖整张表的超链接 / hyperlinks over the whole sheet', name: 'links.xls', code: null, make: () => biff([0x1b8, [0, 0xffff, 0, 0xff, ...new Array<number>(12).fill(0)], 100]) },
  { what: '覆盖整张表的链接提示 / tips of links over the whole sheet', name: 'tips.xls', code: null, make: () => biff([0x800, [0x800, 0, 0xffff, 0, 0xff, 0x41, 0], 100]) },
  { what: '2,000 条数组公式 / 2,000 array formulas', name: 'arrays.xls', code: 'damaged', make: () => biff([0x221, [0, 0xffff, 0xff00, 0, 0, 0, 0], 2_000]) },
  { what: '公式没有长度 / a formula without its length', name: 'formula.xls', code: 'damaged', make: () => biff([0x06, new Array<number>(10).fill(0), 1]) },
  { what: '共享文字没有长度 / a shared text without its length', name: 'texts.xls', code: 'damaged', make: () => biff([0xfc, [1, 0, 1, 0, 0x41], 1]) },
  { what: '6 万处合并单元格只有一处 / one of 60,000 merged areas', name: 'merges.xls', code: 'damaged', make: () => biff([0xe5, [60_000, 0, 1, 0, 1], 1]) },
  { what: '5,000 条文字，各自称有 65,535 字 / 5,000 texts, each said to have 65,535 characters', name: 'rich.xls', code: 'damaged', make: () => biff([0xd6, [0, 0, 0, 0xffff, 0, 0], 5_000]) },
  { what: '1,000 条共享文字，最后一处称有 65,535 字 / 1,000 lists of shared texts, the last of each said to have 65,535 characters', name: 'shared.xls', code: 'damaged', make: () => biff([0xfc, [1, 0, 2, 0, 1, 0x4100, 0xffff, 0x4100], 1_000]) },
  { what: '文字断成许多段 / a text in very many pieces', name: 'pieces.xls', code: 'damaged', make: (isFull) => biff(...Array.from({ length: isFull ? 20 : 2 }, () => [[0x204, [0, 0, 0, 0xffff, ...new Array<number>(4_096).fill(0)], 1], [0x3c, [], 40_000]] as const).flat()) },
  { what: '40 亿字的单元格 / a cell said to have no text at all, which reads as four thousand million characters', name: 'null.xlsb', code: 'damaged', make: () => xlsb(6, [0, 0, 0xffffffff], 1) },
  { what: '20 亿字的单元格 / a cell of two thousand million characters', name: 'text.xlsb', code: 'damaged', make: () => xlsb(6, [0, 0, 0x7fffffff], 1) },
  { what: '重复 100 万行的单元格 / two cells repeated over a million rows', name: 'rows.ods', code: 'tooManyCells', make: () => ods('<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1"/></table:table-row>') },
  { what: '小数位数 10 亿 / a number format of a thousand million decimals', name: 'decimals.ods', code: 'damaged', make: () => ods(cell('<text:p>1</text:p>'), format('number:decimal-places="1000000000"')) },
  { what: '整数位数 10 亿 / a thousand million digits', name: 'digits.ods', code: 'damaged', make: () => ods(cell('<text:p>1</text:p>'), format('number:min-integer-digits="1000000000"')) },
  { what: '指数位数 1e9 / 1e9 digits of the exponent', name: 'exponent.ods', code: 'damaged', make: () => ods(cell('<text:p>1</text:p>'), format('number:min-exponent-digits="1e9"', 'scientific-number')) },
  { what: '分数位数不是数 / digits of a fraction that are no number', name: 'fraction.ods', code: 'damaged', make: () => ods(cell('<text:p>1</text:p>'), format('number:min-numerator-digits="x"', 'fraction')) },
  {
    what: '数字格式层层引用 / number formats made of number formats', name: 'maps.ods', code: 'damaged',
    make: () =>
      ods(cell('<text:p>1</text:p>'), Array.from({ length: 40 }, (_, i) => `<number:number-style style:name="N${i}"><number:number number:min-integer-digits="1"/>${`<style:map style:condition="value()&gt;=0" style:apply-style-name="N${i - 1}"/>`.repeat(2)}</number:number-style>`).join('')),
  },
  { what: '10 亿个空格 / a run of a thousand million blanks', name: 'blanks.ods', code: 'textTooLong', make: () => ods(cell('<text:p>a<text:s text:c="1000000000"/></text:p>')) },
  { what: '许多空格合计过多 / runs of blanks, too many in all', name: 'many-blanks.ods', code: 'textsTooLong', make: () => ods(cell(`<text:p>${'<text:s text:c="30000"/>'.repeat(2_000)}</text:p>`)) },
  { what: '写满整张表的重复单元格 / a cell repeated over the whole sheet', name: 'repeats.ods', code: 'tooManyCells', make: () => ods('<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell></table:table-row>') },
  { what: '重复的列 / columns repeated over and over', name: 'columns.ods', code: 'damaged', make: () => ods(`${'<table:table-column table:number-columns-repeated="16384"/>'.repeat(100)}${cell('<text:p>1</text:p>')}`) },
  { what: '20 亿列的列宽 / widths of two thousand million columns', name: 'columns.xlsb', code: 'damaged', make: () => xlsb(60, [0, 0x7fffffff, 2_000, 0], 1) },
  { what: '重叠的列宽 / widths of the same columns over and over', name: 'overlap.xlsb', code: 'damaged', make: () => xlsb(60, [0, 16_383, 2_000, 0], 100) },
  { what: '覆盖整张表的超链接 / a hyperlink over the whole sheet', name: 'links.xlsb', code: null, make: () => xlsb(494, [0, 1_048_575, 0, 16_383], 1) },
  { what: '第 20 亿列的单元格 / a cell in column two thousand million', name: 'cell.xlsb', code: 'damaged', make: () => xlsb(2, [0x7fffffff, 0, 0], 1) },
  { what: '2,000 条数组公式 / 2,000 array formulas', name: 'arrays.xlsb', code: 'damaged', make: () => xlsb(426, [0, 1_048_575, 0, 16_383], 2_000) },
  { what: '一个单元格有 40,000 字 / a text of 40,000 characters', name: 'text.ods', code: 'textTooLong', make: () => ods(cell(`<text:p>${'中'.repeat(40_000)}</text:p>`)) },
];
