/** What reporting systems call .xls: the example written as XML Spreadsheet 2003 and as HTML tables reads as the example. */
import { describe, expect, it } from 'vitest';
import { FileError, readWorkbook } from '../../src/files';
import { formulaFromR1C1 } from '../../src/files/exported/r1c1';
import type { WorkbookSnapshot } from '../../src/audit/workbook';
import { example } from '../audit/support/fixtures';
import { auditFile, beyond } from '../cases/alter';
import { htmlPage, xmlSpreadsheet } from './exportedWriters';
import { plainSnapshot } from './oracle';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
describe('XML Spreadsheet 2003', () => {
  it('reads cells and merged areas as in the .xlsx', async () => {
    const workbook = await example('000');
    const read = await readWorkbook(encode(xmlSpreadsheet(workbook)), '导出.xls');
    const bare = (book: WorkbookSnapshot) => plainSnapshot(book).map(({ name, merges, cells }) => ({ name, merges, cells: Object.fromEntries(Object.entries(cells).map(([at, cell]) => [at, cell.split('|').slice(0, 2).join('|')])) }));
    expect(bare(read)).toEqual(bare(workbook));
  });

  it('formulas, hidden lines, formats, rich text, errors', async () => {
    const sheet = '<Worksheet ss:Name="表"><Table><Column ss:Index="2" ss:Hidden="1"/><Column ss:Index="7" ss:Span="1" ss:Width="0"/><Row ss:Height="0"><Cell><Data ss:Type="Number">1.50</Data></Cell><Cell ss:StyleID="n"><Data ss:Type="Number">2</Data></Cell></Row>'
      + '<Row ss:Index="3" ss:Hidden="1"><Cell ss:Index="3" ss:Formula="=SUM(R[-2]C1:R1C[-1])"><Data ss:Type="Number">3.5</Data></Cell><Cell><Data ss:Type="String">合<B>计</B></Data></Cell><Cell><Data ss:Type="Error">#REF!</Data></Cell></Row></Table></Worksheet>';
    const read = await readWorkbook(encode(xmlSpreadsheet({ ...(await example('000')), sheets: [] }, sheet)), '导出.xls');
    expect(plainSnapshot(read)[0].cells).toEqual({ A1: 'n|1.5|General|', B1: 'n|2|#,##0.00|', C3: 'n|3.5|General|SUM($A1:B$1)', D3: 's|合计||', E3: 'e|#REF!||' });
    expect([read.sheets[0].hiddenRows, read.sheets[0].hiddenColumns]).toEqual([[{ from: 0, to: 0 }, { from: 2, to: 2 }], [{ from: 1, to: 1 }, { from: 6, to: 7 }]]);
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
    expect(await beyond('000', await auditFile(encode(htmlPage(await example('000'))), '导出.xls'))).toEqual([]);
  });

  it('spans, entities, texts that must stay texts, hidden rows, a page without an end', async () => {
    const page = '<html><table><tr><td rowspan=2>甲&amp;乙</td><td colspan="2">1,234.50</td></tr><tr style="display:none"><td x:num="0.5">50%</td><td style=\'mso-number-format:"\\@"\'>007</td></tr><tr><td>2080505<td>01<td>3<br>行';
    const read = await readWorkbook(encode(page), 'a.xls');
    expect(plainSnapshot(read)[0]).toMatchObject({ cells: { A1: 's|甲&乙||', B1: 'n|1234.5|#,##0.00|', B2: 'n|0.5|General|', C2: 's|007||', A3: 'n|2080505|General|', B3: 's|01||', C3: 's|3\n行||' }, merges: ['A1:A2', 'B1:C1'] });
    expect(read.sheets[0].hiddenRows).toEqual([{ from: 1, to: 1 }]);
  });

  it('hidden columns, and what the page says of its classes', async () => {
    const page = '<html><head><style>\n.xl65 {mso-style-parent:style0;\n\tmso-number-format:"\\@";}\n.off{display:none}\n.xl66\n\t{mso-number-format:"\\#\\,\\#\\#0\\.00"}</style></head><table><col width=72><col span=2 style="display:none"><colgroup><col width=0><col style="width:0pt"><col width=64></colgroup>'
      + '<tr><td class=xl65>007<td class=xl65>12<td class="xl66">12<td>4<td>5<td>6<tr class=off><td>1</table><table><tr><td>2</table>';
    const read = await readWorkbook(encode(page), 'a.xls');
    expect(plainSnapshot(read)[0].cells).toMatchObject({ A1: 's|007||', B1: 's|12||', C1: 'n|12|General|' });
    expect([read.sheets[0].hiddenColumns, read.sheets[0].hiddenRows, read.sheets[1].hiddenColumns]).toEqual([[{ from: 1, to: 4 }], [{ from: 1, to: 1 }], []]);
  });

  it('a page without tables, and a page that calls itself one, are refused by their name', async () => {
    await expect(readWorkbook(encode('<html><body>没有表</body></html>'), 'a.xls')).rejects.toMatchObject({ code: 'exportedText', details: { found: 'webPage' } });
    await expect(readWorkbook(encode('<html><table><tr><td>1</td></tr></table></html>'), 'a.html')).rejects.toMatchObject({ code: 'notAWorkbook', details: { found: 'webPage' } });
  });
});
