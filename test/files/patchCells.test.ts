import { describe, expect, it } from 'vitest';
import type { CellInput } from '../../src/audit/workbook';
import { patchCells, readWorkbook, type CellEdit } from '../../src/files';
import { DEFAULT_FILE_LIMITS } from '../../src/files/limits';
import { ZipPackage } from '../../src/files/zip';
import { MemoryHost } from '../../src/host/memory';
import { makeXlsx, rawParts } from './makeXlsx';
import { plainSnapshot } from './oracle';
import { Random } from './random';
import { buildPackage, richShape } from './richPackage';
import { buildZip } from './zipBuilder';

const number = (value: number): CellInput => ({ kind: 'number', value });
const edit = (row: number, column: number, content: CellInput | null, formula: string | null = null, sheet = 0): CellEdit => ({ cell: { sheet, row, column }, content, formula });
const textOf = (bytes: Uint8Array, part: string): string => new TextDecoder().decode(new ZipPackage(bytes, DEFAULT_FILE_LIMITS).read(part));
const sheetOf = (bytes: Uint8Array): string => textOf(bytes, 'xl/worksheets/sheet1.xml').replace(/^[^]*<sheetData>|<\/sheetData>[^]*$/g, '');
const patched = (data: string, ...edits: CellEdit[]): string => sheetOf(patchCells(makeXlsx({ sheets: [{ name: 's', data }] }), edits).bytes);

describe('patchCells', () => {
  it('writes values of every kind and keeps styles', () => {
    const row = '<row r="1"><c r="A1" s="3" t="s" cm="1"><v>0</v></c><c r="B1" s="4"><v>1</v></c><c r="C1"/><c r="D1" t="b"><v>1</v></c><c r="E1" s="2"><f>B1*2</f><v>2</v></c></row>';
    expect(
      patched(row, edit(0, 0, number(0.1)), edit(0, 1, { kind: 'text', value: ' <a> ' }), edit(0, 2, { kind: 'boolean', value: false }), edit(0, 3, { kind: 'error', value: '#N/A' }), edit(0, 4, null)),
    ).toBe(
      '<row r="1"><c r="A1" s="3"><v>0.1</v></c><c r="B1" s="4" t="inlineStr"><is><t xml:space="preserve"> &lt;a&gt; </t></is></c><c r="C1" t="b"><v>0</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1" s="2"/></row>',
    );
  });

  it('puts cells and rows that were not there in their place', () => {
    const data = '<row r="2" spans="2:3" s="7" customFormat="1"><c r="B2"/><c r="D2"/></row><row r="4"/><row r="6"><c r="A6"/></row>';
    expect(patched(data, edit(1, 0, number(1)), edit(1, 2, number(2)), edit(1, 4, number(3)), edit(3, 1, number(4)), edit(2, 0, number(5)), edit(6, 0, number(6)), edit(7, 1, number(7)), edit(8, 8, null))).toBe(
      '<row r="2" spans="1:5" s="7" customFormat="1"><c r="A2" s="7"><v>1</v></c><c r="B2"/><c r="C2" s="7"><v>2</v></c><c r="D2"/><c r="E2" s="7"><v>3</v></c></row>' +
        '<row r="3"><c r="A3"><v>5</v></c></row><row r="4"><c r="B4"><v>4</v></c></row><row r="6"><c r="A6"/></row><row r="7"><c r="A7"><v>6</v></c></row><row r="8"><c r="B8"><v>7</v></c></row>',
    );
    const empty = makeXlsx({ sheets: [{ name: 's', xml: '<worksheet {ns}><dimension ref="A1"/><cols><col min="2" max="3" style="5"/></cols><sheetData/></worksheet>' }] });
    expect(textOf(patchCells(empty, [edit(2, 2, number(1))]).bytes, 'xl/worksheets/sheet1.xml')).toContain(
      '<dimension ref="A1:C3"/><cols><col min="2" max="3" style="5"/></cols><sheetData><row r="3"><c r="C3" s="5"><v>1</v></c></row></sheetData>',
    );
  });

  it('hands the text of a shared formula on to the next cell', () => {
    const data = '<row r="1"><c r="A1"><f t="shared" ref="A1:A4" si="2">B1+$C$1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="2"/><v>1</v></c></row><row r="3"><c r="A3"><f t="shared" si="2"/><v>1</v></c></row><row r="4"><c r="A4"><f t="shared" si="2"/><v>1</v></c></row>';
    expect(patched(data, edit(0, 0, number(9)), edit(1, 0, number(8)))).toBe(
      '<row r="1"><c r="A1"><v>9</v></c></row><row r="2"><c r="A2"><v>8</v></c></row><row r="3"><c r="A3"><f t="shared" ref="A3:A4" si="2">B3+$C$1</f><v>1</v></c></row><row r="4"><c r="A4"><f t="shared" si="2"/><v>1</v></c></row>',
    );
    expect(patched(data, edit(2, 0, number(9)))).toContain('<c r="A1"><f t="shared" ref="A1:A4" si="2">B1+$C$1</f>');
  });

  it('leaves cells of an array formula and of a data table as they are, and says so', () => {
    const data = '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c><c r="B1"><f t="array" ref="B1">SUM(C1:C2*2)</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';
    const bytes = makeXlsx({ sheets: [{ name: 's', data }] });
    const result = patchCells(bytes, [edit(1, 0, number(3)), edit(0, 1, number(4))]);
    expect(result.refused).toEqual([{ sheet: 0, row: 1, column: 0 }]);
    expect(sheetOf(result.bytes)).toBe(data.replace('<f t="array" ref="B1">SUM(C1:C2*2)</f><v>1</v>', '<v>4</v>'));
    expect(patchCells(bytes, [edit(0, 0, number(3))])).toEqual({ bytes, refused: [{ sheet: 0, row: 0, column: 0 }] });
  });

  it('keeps results of other formulas, asks for calculation on opening, and only where there are formulas', () => {
    const rich = patchCells(buildPackage(richShape), [edit(1, 0, number(11))]).bytes;
    expect(textOf(rich, 'xl/worksheets/sheet1.xml')).toContain('<c r="A2"><v>11</v></c><c r="B2" s="1"><v>20.5</v></c></row><row r="4"><c r="B4" s="1"><f>SUM(B2:B3)</f><v>20.5</v></c>');
    expect(textOf(rich, 'xl/workbook.xml')).toContain('<calcPr calcMode="manual" fullCalcOnLoad="1"/>');
    const plain = makeXlsx({ sheets: [{ name: 's', data: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });
    expect(textOf(patchCells(plain, [edit(0, 0, number(2))]).bytes, 'xl/workbook.xml')).toBe(textOf(plain, 'xl/workbook.xml'));
  });

  it('keeps the order of calculation in step, over sheets, and drops it where nothing is left', () => {
    const formulas = '<row r="1"><c r="A1"><f>1</f></c><c r="B1"><f>2</f></c><c r="C1"><v>3</v></c></row>';
    const book = (chain: string): Uint8Array => {
      const parts = rawParts({ sheets: [{ name: 'a', data: formulas }, { name: 'b', data: formulas }] }).map((part) =>
        part.name === 'xl/_rels/workbook.xml.rels'
          ? { ...part, data: String(part.data).replace('</Relationships>', '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>') }
          : part,
      );
      return buildZip([...parts, { name: 'xl/calcChain.xml', data: `<calcChain>${chain}</calcChain>` }]);
    };
    const all = book('<c r="A1" i="1"/><c r="B1"/><c r="A1" i="2" l="1"/><c r="B1"/>');
    const { bytes } = patchCells(all, [edit(0, 0, number(1)), edit(0, 0, number(1), null, 1), edit(0, 2, number(4), 'A1+1', 1)]);
    expect(textOf(bytes, 'xl/calcChain.xml')).toBe('<calcChain><c r="B1" i="1"/><c r="B1" i="2"/><c r="C1" i="2"/></calcChain>');
    const none = patchCells(book('<c r="A1" i="1"/>'), [edit(0, 0, number(1))]).bytes;
    expect(new ZipPackage(none, DEFAULT_FILE_LIMITS).has('xl/calcChain.xml')).toBe(false);
    expect(textOf(none, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  });

  it('changes the result of a formula and leaves the formula as the file has it', () => {
    const data = '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2" ca="1">B1:B2</f><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">C1</f><v>2</v></c></row><row r="2"><c r="B2" t="str"><f t="shared" si="0"/><v>a</v></c></row>';
    const result = (row: number, column: number): CellEdit => ({ cell: { sheet: 0, row, column }, content: number(7), formula: 'x', isResult: true });
    expect(patched(data, result(0, 0), result(0, 1), result(1, 1))).toBe(
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2" ca="1">B1:B2</f><v>7</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">C1</f><v>7</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>7</v></c></row>',
    );
  });

  it('gives new functions the prefix that files carry', () => {
    expect(patched('<row r="1"/>', edit(0, 0, { kind: 'text', value: 'a' }, 'TEXTJOIN(",",TRUE,B1:B2)'))).toBe('<row r="1"><c r="A1" t="str"><f>_xlfn.TEXTJOIN(&quot;,&quot;,TRUE,B1:B2)</f><v>a</v></c></row>');
  });

  it('reads as the workbook in memory with the same edits', async () => {
    const seed = 7_311;
    const random = new Random(seed);
    for (let i = 0; i < 80; i++) {
      const prefix = random.pick(['', 'x:']);
      const bytes = makeXlsx({ prefix, sheets: [{ name: 'a', data: randomRows(random) }, { name: 'b', data: randomRows(random) }], sharedStrings: '<{p}si><{p}t>甲</{p}t></{p}si>' });
      const host = new MemoryHost(await readWorkbook(bytes, 'a.xlsx'));
      for (let n = random.below(12); n >= 0; n--) {
        const content = random.pick<CellInput | null>([number(random.below(1000) / 100), { kind: 'text', value: `_x0041_ ${n}` }, { kind: 'boolean', value: true }, { kind: 'error', value: '#DIV/0!' }, null]);
        host.edit({ sheet: random.below(2), row: random.below(9), column: random.below(7) }, content);
      }
      const result = patchCells(bytes, host.edits());
      const read = await readWorkbook(result.bytes, 'a.xlsx');
      expect(result.refused).toEqual([]);
      expect(plainSnapshot(read), `seed ${seed}, book ${i}`).toEqual(plainSnapshot(await host.snapshot()));
    }
  });
});

/** Rows as programs write them: with and without addresses, gaps, empty rows, shared formulas. */
function randomRows(random: Random): string {
  const rows: string[] = [];
  let shared = 0;
  let row = 0;
  while ((row += 1 + random.below(2)) < 9) {
    const cells: string[] = [];
    let column = -1;
    while ((column += 1 + random.below(3)) < 7) {
      const address = `r="${'ABCDEFG'[column]}${row}"`;
      cells.push(
        random.pick([
          `<{p}c ${address}><{p}v>${random.below(100)}</{p}v></{p}c>`,
          `<{p}c ${address} t="s"><{p}v>0</{p}v></{p}c>`,
          `<{p}c ${address}><{p}f t="shared" ref="A1:G9" si="${shared}">A1+${row}</{p}f><{p}v>1</{p}v></{p}c>`,
          `<{p}c ${address}><{p}f t="shared" si="${Math.max(0, shared - 1)}"/><{p}v>2</{p}v></{p}c>`,
          `<{p}c ${address}/>`,
        ]),
      );
      if (cells[cells.length - 1].includes('ref=')) shared++;
    }
    rows.push(cells.length === 0 ? `<{p}row r="${row}"/>` : `<{p}row r="${row}" spans="1:2">${cells.join('')}</{p}row>`);
  }
  return rows.join('');
}
