/** What reporting systems call .xls: the example written as XML Spreadsheet 2003 and as HTML tables reads as the example. */
import { describe, expect, it } from 'vitest';
import { FileError, readWorkbook } from '../../src/files';
import { formulaFromR1C1 } from '../../src/files/exported/r1c1';
import { CellKind, type SheetSnapshot, type WorkbookSnapshot } from '../../src/audit/workbook';
import { example } from '../audit/support/fixtures';
import { auditFile, beyond } from '../cases/alter';
import { plainSnapshot } from './oracle';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const mergeAt = (sheet: SheetSnapshot, row: number, column: number) => sheet.merges?.find((m) => m.top === row && m.left === column);

function xmlSpreadsheet(workbook: WorkbookSnapshot, formulas = ''): string {
  const sheets = workbook.sheets.map((sheet) => {
    const rows = [...sheet.rowNumbers].map((row, i) => {
      const cells = Array.from({ length: sheet.rowStart[i + 1] - sheet.rowStart[i] }, (_, k) => sheet.rowStart[i] + k).map((cell) => {
        const merge = mergeAt(sheet, row, sheet.columns[cell]);
        const merged = merge ? ` ss:MergeAcross="${merge.right - merge.left}" ss:MergeDown="${merge.bottom - merge.top}"` : '';
        const isNumber = sheet.kinds[cell] === CellKind.number;
        const value = isNumber ? String(sheet.numbers[cell]) : escape(workbook.strings[sheet.texts[cell]]);
        return `<Cell ss:Index="${sheet.columns[cell] + 1}"${merged}${isNumber ? ' ss:StyleID="n"' : ''}><Data ss:Type="${isNumber ? 'Number' : 'String'}">${value}</Data></Cell>`;
      });
      return `<Row ss:Index="${row + 1}">${cells.join('')}</Row>`;
    });
    return `<Worksheet ss:Name="${escape(sheet.name)}"><Table>${rows.join('')}</Table></Worksheet>`;
  });
  const ns = 'urn:schemas-microsoft-com:office:spreadsheet';
  return `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="${ns}" xmlns:ss="${ns}"><Styles><Style ss:ID="n"><NumberFormat ss:Format="Standard"/></Style></Styles>${sheets.join('')}${formulas}</Workbook>`;
}

function html(workbook: WorkbookSnapshot): string {
  const tables = workbook.sheets.map((sheet) => {
    const covered = (row: number, column: number): boolean => sheet.merges?.some((m) => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right && !(m.top === row && m.left === column)) ?? false;
    const last = sheet.rowNumbers[sheet.rowNumbers.length - 1] ?? -1;
    const width = Math.max(0, ...sheet.columns) + 1;
    const rows = Array.from({ length: last + 1 }, (_, row) => {
      const i = sheet.rowNumbers.indexOf(row);
      const cells = Array.from({ length: width }, (__, column) => {
        if (covered(row, column)) return '';
        const merge = mergeAt(sheet, row, column);
        const spans = merge ? ` colspan=${merge.right - merge.left + 1} rowspan="${merge.bottom - merge.top + 1}"` : '';
        const cell = i < 0 ? -1 : Array.from(sheet.columns.subarray(sheet.rowStart[i], sheet.rowStart[i + 1])).indexOf(column) + sheet.rowStart[i];
        const has = i >= 0 && cell >= sheet.rowStart[i];
        const text = !has ? '&nbsp;' : sheet.kinds[cell] === CellKind.number ? sheet.numbers[cell].toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 6 }) : escape(workbook.strings[sheet.texts[cell]]);
        return `<td${spans}>${text}</td>`;
      });
      return `<tr>${cells.join('')}</tr>`;
    });
    return `<table>${rows.join('\n')}</table>`;
  });
  const names = workbook.sheets.map((s) => `<x:ExcelWorksheet><x:Name>${escape(s.name)}</x:Name></x:ExcelWorksheet>`).join('');
  return `<html><head><meta charset="utf-8"><!--[if gte mso 9]><xml>${names}</xml><![endif]--></head><body>${tables.join('<br>')}</body></html>`;
}

describe('XML Spreadsheet 2003', () => {
  it('reads cells and merged areas as in the .xlsx', async () => {
    const workbook = await example('000');
    const read = await readWorkbook(encode(xmlSpreadsheet(workbook)), '导出.xls');
    const bare = (book: WorkbookSnapshot) => plainSnapshot(book).map(({ name, merges, cells }) => ({ name, merges, cells: Object.fromEntries(Object.entries(cells).map(([at, cell]) => [at, cell.split('|').slice(0, 2).join('|')])) }));
    expect(bare(read)).toEqual(bare(workbook));
  });

  it('formulas, hidden lines, formats, rich text, errors', async () => {
    const sheet = '<Worksheet ss:Name="表"><Table><Column ss:Index="2" ss:Hidden="1"/><Row ss:Height="0"><Cell><Data ss:Type="Number">1.50</Data></Cell><Cell ss:StyleID="n"><Data ss:Type="Number">2</Data></Cell></Row>'
      + '<Row ss:Index="3" ss:Hidden="1"><Cell ss:Index="3" ss:Formula="=SUM(R[-2]C1:R1C[-1])"><Data ss:Type="Number">3.5</Data></Cell><Cell><Data ss:Type="String">合<B>计</B></Data></Cell><Cell><Data ss:Type="Error">#REF!</Data></Cell></Row></Table></Worksheet>';
    const read = await readWorkbook(encode(xmlSpreadsheet({ ...(await example('000')), sheets: [] }, sheet)), '导出.xls');
    expect(plainSnapshot(read)[0].cells).toEqual({ A1: 'n|1.5|General|', B1: 'n|2|#,##0.00|', C3: 'n|3.5|General|SUM($A1:B$1)', D3: 's|合计||', E3: 'e|#REF!||' });
    expect([read.sheets[0].hiddenRows, read.sheets[0].hiddenColumns]).toEqual([[{ from: 0, to: 0 }, { from: 2, to: 2 }], [{ from: 1, to: 1 }]]);
  });

  it('what is cut off or lies outside is refused', async () => {
    const whole = xmlSpreadsheet(await example('000'));
    for (const text of [whole.slice(0, whole.length / 2), whole.replace('ss:Index="2"', 'ss:Index="99999999"'), whole.replace('<Table>', '<!DOCTYPE x><Table>')]) {
      await expect(readWorkbook(encode(text), 'a.xls')).rejects.toBeInstanceOf(FileError);
    }
  });

  it.each([['=R[-1]C+RC[2]', 'B4+D5'], ['R1C1:R[2]C', '$A$1:B7'], ['=SUM(\'R1C1\'!RC)&"R1C1"', "SUM('R1C1'!B5)&\"R1C1\""], ['=ROUND(R[-9]C,2)', 'ROUND(#REF!,2)']])('%s', (formula, expected) => {
    expect(formulaFromR1C1(formula, 4, 1)).toBe(expected);
  });
});

describe('HTML tables', () => {
  it('the example as a page gives the example’s findings', async () => {
    expect(await beyond('000', await auditFile(encode(html(await example('000'))), '导出.xls'))).toEqual([]);
  });

  it('spans, entities, texts that must stay texts, hidden rows, a page without an end', async () => {
    const page = '<html><table><tr><td rowspan=2>甲&amp;乙</td><td colspan="2">1,234.50</td></tr><tr style="display:none"><td x:num="0.5">50%</td><td style=\'mso-number-format:"\\@"\'>007</td></tr><tr><td>2080505<td>01<td>3<br>行';
    const read = await readWorkbook(encode(page), 'a.xls');
    expect(plainSnapshot(read)[0]).toMatchObject({ cells: { A1: 's|甲&乙||', B1: 'n|1234.5|#,##0.00|', B2: 'n|0.5|General|', C2: 's|007||', A3: 'n|2080505|General|', B3: 's|01||', C3: 's|3\n行||' }, merges: ['A1:A2', 'B1:C1'] });
    expect(read.sheets[0].hiddenRows).toEqual([{ from: 1, to: 1 }]);
  });

  it('a page without tables, and a page that calls itself one, are refused by their name', async () => {
    await expect(readWorkbook(encode('<html><body>没有表</body></html>'), 'a.xls')).rejects.toMatchObject({ code: 'exportedText', details: { found: 'webPage' } });
    await expect(readWorkbook(encode('<html><table><tr><td>1</td></tr></table></html>'), 'a.html')).rejects.toMatchObject({ code: 'notAWorkbook', details: { found: 'webPage' } });
  });
});
