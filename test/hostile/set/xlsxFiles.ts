import { DEFAULT_FILE_LIMITS } from '../../../src/files';
import { makeXlsx, rawParts, type RawWorkbook } from '../../files/makeXlsx';
import { buildZip } from '../../files/zipBuilder';
import type { HostileFile } from './model';

const LONGEST = DEFAULT_FILE_LIMITS.textCharacters;
const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const sheet = (data: string): RawWorkbook => ({ sheets: [{ name: '表', data }] });
const rows = (cells: readonly string[], width = 1_000): string =>
  Array.from({ length: Math.ceil(cells.length / width) }, (_, i) => `<row>${cells.slice(i * width, (i + 1) * width).join('')}</row>`).join('');
/** Different texts of the greatest length. */
const longTexts = (count: number, character: string): string[] => Array.from({ length: count }, (_, i) => inline(character.repeat(LONGEST - 5) + String(10_000 + i)));
const MEGABYTE = 1_048_576;

/** Workbooks of our own reader. */
export const XLSX_FILES: readonly HostileFile[] = [
  {
    what: '一个单元格有 500 MB 文字 / one cell with 500 MB of text', name: 'one-text.xlsx', code: 'textTooLong',
    make: (isFull) => makeXlsx(sheet(rows([inline('a'.repeat((isFull ? 500 : 4) * MEGABYTE))]))),
  },
  {
    what: '一个单元格有 1000 万个 &amp; / ten million &amp; in one cell', name: 'entities.xlsx', code: 'textTooLong',
    make: (isFull) => makeXlsx(sheet(rows([inline('&amp;'.repeat(isFull ? 10_000_000 : 200_000))]))),
  },
  {
    what: '一处文字分成许多 CDATA / one text in very many CDATA sections', name: 'cdata.xlsx', code: 'textTooLong',
    make: (isFull) => makeXlsx(sheet(rows([inline('<![CDATA[ab]]>'.repeat(isFull ? 20_000_000 : 200_000))]))),
  },
  {
    what: '一处文字分成许多段 / one rich text of very many runs', name: 'runs.xlsx', code: 'textTooLong',
    make: (isFull) => makeXlsx({ ...sheet('<row><c t="s"><v>0</v></c></row>'), sharedStrings: `<si>${'<r><t>ab</t></r>'.repeat(isFull ? 20_000_000 : 500_000)}</si>` }),
  },
  {
    what: '每个单元格 100 KB 文字 / 100 KB of text in every cell', name: 'every-cell.xlsx', code: 'textTooLong',
    make: (isFull) => makeXlsx(sheet(rows(Array.from({ length: isFull ? 4_800 : 40 }, () => inline('中'.repeat(34_000)))))),
  },
  {
    what: '公式有 1000 万字 / a formula of ten million characters', name: 'formula.xlsx', code: 'textTooLong',
    make: (isFull) => makeXlsx(sheet(`<row><c><f>${'A1+'.repeat(isFull ? 3_300_000 : 200_000)}1</f><v>1</v></c></row>`)),
  },
  {
    what: '工作表名有 40 MB / the name of a sheet of 40 MB', name: 'sheet-name.xlsx', code: 'textTooLong',
    make: (isFull) => makeXlsx({ sheets: [{ name: 'n'.repeat((isFull ? 40 : 2) * MEGABYTE), data: '' }] }),
  },
  {
    what: '每处文字都是规范化后变长 18 倍的字 / texts that normalisation makes 18 times as long', name: 'expanding.xlsx', code: null,
    make: (isFull) => makeXlsx(sheet(rows(longTexts(isFull ? 1_525 : 60, '\ufdfa')))),
  },
  {
    what: '文字合计超过上限 / texts beyond the limit in all', name: 'texts.xlsx', code: 'textsTooLong', isLarge: true,
    make: () => makeXlsx(sheet(rows(longTexts(1_530, 'a')))),
  },
  {
    what: '共享公式展开到上限 / shared formulas up to the limit', name: 'shared-formulas.xlsx', code: 'formulasTooLong', isLarge: true,
    make: () => makeXlsx(sheet(`<row><c><f t="shared" si="0" ref="A1">${'A1+'.repeat(5_000)}1</f><v>1</v></c></row>${rows(Array.from({ length: 50_000 }, () => '<c><f t="shared" si="0"/><v>1</v></c>'))}`)),
  },
  {
    what: '数字格式很长 / very long number formats', name: 'formats.xlsx', code: null,
    make: (isFull) => {
      const count = isFull ? 60_000 : 2_000;
      const formats = Array.from({ length: count }, (_, i) => `<numFmt numFmtId="${200 + i}" formatCode="${'[$'.repeat(2_000)}${i}"/>`);
      const styles = `<numFmts>${formats.join('')}</numFmts><cellXfs>${Array.from({ length: count }, (_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs>`;
      return makeXlsx({ ...sheet(rows(Array.from({ length: count }, (_, i) => `<c s="${i}"><v>${i}</v></c>`), 20)), styles });
    },
  },
  {
    what: 'UTF-16 编码的部件有 256 MB / a part of 256 MB in UTF-16', name: 'utf16.xlsx', code: 'inflatesTooLarge', isLarge: true,
    make: () => {
      const part = new Uint8Array(256 * MEGABYTE);
      part.set([0xff, 0xfe]);
      return buildZip(rawParts(sheet('')).map((p) => (p.name === 'xl/worksheets/sheet1.xml' ? { ...p, data: part } : p)));
    },
  },
  {
    what: '单元格数达到上限 / as many cells as the limit allows', name: 'cells.xlsx', code: null, isLarge: true,
    make: () => makeXlsx(sheet(`<row>${'<c><v>1</v></c>'.repeat(1_000)}</row>`.repeat(DEFAULT_FILE_LIMITS.cells / 1_000))),
  },
  {
    what: '每个单元格都有公式，达到上限 / as many formulas as the limit allows', name: 'formulas.xlsx', code: null, isLarge: true,
    make: () => makeXlsx(sheet(`<row>${'<c><f>A1</f><v>1</v></c>'.repeat(1_000)}</row>`.repeat(DEFAULT_FILE_LIMITS.cells / 1_000))),
  },
  {
    what: '表中 20 万处合并单元格 / 200,000 merged areas in a known table', name: 'merges.xlsx', code: null,
    make: (isFull) => makeXlsx({ sheets: [{ name: '表5', xml: codedTable(isFull ? 200_000 : 3_000, true) }] }),
  },
  {
    what: '同一张表有 100 万行 / a known table of a million rows', name: 'rows.xlsx', code: null, isLarge: true,
    make: () => makeXlsx({ sheets: [{ name: '表5', xml: codedTable(DEFAULT_FILE_LIMITS.cells / 5 - 10, false) }] }),
  },
  {
    what: '2,000 张有标题的工作表 / 2,000 sheets, each with a title', name: 'sheets.xlsx', code: null,
    make: (isFull) => makeXlsx({ sheets: Array.from({ length: isFull ? 2_000 : 100 }, (_, i) => ({ name: `表${i}`, xml: codedTable(20, false) })) }),
  },
];

/** 支出功能分类 with `count` rows of code, name and three amounts; each row merged with itself where wanted. */
function codedTable(count: number, isMerged: boolean): string {
  const head = (texts: readonly string[]): string => `<row>${texts.map(inline).join('')}</row>`;
  const parts = [
    '<worksheet {ns}><sheetData>',
    head(['2024年部门综合预算一般公共预算支出明细表（按支出功能分类科目，不含上年结转）']),
    head(['单位：元']),
    head(['功能科目编码', '功能科目名称', '合计', '人员经费支出', '公用经费支出']),
  ];
  for (let i = 0; i < count; i++) parts.push(`<row><c><v>${2_010_101 + (i % 300_000)}</v></c>${inline(`名${i}`)}<c><v>${i}</v></c><c><v>${i}</v></c><c><v>0</v></c></row>`);
  parts.push('</sheetData>');
  if (isMerged) parts.push(`<mergeCells>${Array.from({ length: count }, (_, i) => `<mergeCell ref="F${i + 4}:G${i + 4}"/>`).join('')}</mergeCells>`);
  return `${parts.join('')}</worksheet>`;
}
