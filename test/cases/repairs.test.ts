/** One bad cell does not refuse the book: what is left out is said, and nothing else changes. */
import { describe, expect, it } from 'vitest';
import { Random } from '../files/random';
import { auditFile, beyond, Parts } from './alter';

/** Blank styled cells of a sheet of the example. */
function blanks(parts: Parts, sheet: string): string[] {
  return [...parts.text(parts.sheet(sheet)).matchAll(/<c r="([A-Z]+\d+)"[^>]*(?:\/>|><\/c>)/g)].map((m) => m[1]);
}

const SHEETS = ['表3', '表4', '表5', '表6', '表7', '表8'];

describe('a text that is not in the file', () => {
  const spellings = ['-1', '999999', '1e3', 'x', '4294967295'];
  it.each(spellings.map((spelling, seed) => ({ spelling, seed })))('index $spelling: a note, no finding', async ({ spelling, seed }) => {
    const random = new Random(seed + 1);
    const parts = new Parts('000');
    const sheet = random.pick(SHEETS);
    const address = random.pick(blanks(parts, sheet));
    const report = await auditFile(parts.cell(sheet, address, 's', `<v>${spelling}</v>`).zip());
    expect(await beyond('000', report)).toEqual([]);
    expect(report.notes).toEqual([`${sheet} ${address} 指向的文字不在文件里，按空白处理；需要它的核对取数不足`]);
  });

  it('in place of an amount: undecided, not blank', async () => {
    const report = await auditFile(new Parts('000').cell('表6', 'E24', 's', '<v>70000</v>').zip());
    expect(await beyond('000', report)).toEqual([]);
    expect(report.unchecked.some((u) => u.reason.includes('表6 E24'))).toBe(true);
  });

  it.each(['<v></v>', '<v/>', '<v> </v>', ''])('no index at all (%s): a blank, no note', async (inside) => {
    const report = await auditFile(new Parts('000').cell('表4', 'D12', 's', inside).zip());
    expect([await beyond('000', report), report.notes]).toEqual([[], []]);
  });
});

it.each(['', '#REF!', 'A0:B2', 'A1:', 'XFE1:XFE2'])('a merged area "%s" is left out', async (ref) => {
  const parts = new Parts('000');
  const report = await auditFile(parts.change(parts.sheet('表5'), (xml) => xml.replace('</mergeCells>', `<mergeCell ref="${ref}"/></mergeCells>`)).zip());
  expect(await beyond('000', report)).toEqual([]);
  expect(report.notes).toEqual(['表5 有 1 处合并区域的地址不能读取，已略去']);
});

it('$A$1 means A1', async () => {
  const parts = new Parts('000');
  const report = await auditFile(parts.change(parts.sheet('表6'), (xml) => xml.replace(/<c r="([A-Z]+)(\d+)"/g, '<c r="$$$1$$$2"')).zip());
  expect(await beyond('000', report)).toEqual([]);
});

describe('a sheet that is listed and has no content', () => {
  const listed = (parts: Parts, id: string): Parts => parts.change('xl/workbook.xml', (xml) => xml.replace('</sheets>', `<sheet name="附页" sheetId="99" r:id="${id}"/></sheets>`));
  const expected = ['工作表“附页”在文件里没有内容，不能读取，已略去'];

  it('no relationship', async () => {
    const report = await auditFile(listed(new Parts('000'), 'rId999').zip());
    expect([await beyond('000', report), report.notes]).toEqual([[], expected]);
  });

  it('no part', async () => {
    const parts = listed(new Parts('000'), 'rId999');
    parts.change('xl/_rels/workbook.xml.rels', (xml) =>
      xml.replace('</Relationships>', '<Relationship Id="rId999" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet77.xml"/></Relationships>'));
    const report = await auditFile(parts.zip());
    expect([await beyond('000', report), report.notes]).toEqual([[], expected]);
  });
});
