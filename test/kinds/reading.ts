/** Files that other programs open and a strict reader refuses; lines and sheets that are hidden. */
import { AmountState } from '../../src/audit/equations/model';
import { cellAddress, type Rect, type SheetSnapshot } from '../../src/audit/workbook';
import { drawFigure, drawTable, amountsOf, placeOfAmount, tablesOf } from './places';
import { partsOf, type Base, type Kind } from './model';
import type { Random } from '../generate/random';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A cell of a read sheet in or beside its table that holds nothing and is under no merged area. */
function drawBlank({ state }: Base, random: Random): { sheet: string; address: string } | null {
  const sheet = random.pick(state.workbook.sheets);
  const grid = state.grids[state.workbook.sheets.indexOf(sheet)];
  if (sheet.rowNumbers.length === 0) return null;
  const row = random.pick([...sheet.rowNumbers]);
  const column = random.int(0, Math.max(...sheet.columns) + 1);
  return grid.at(row, column) >= 0 || grid.mergeAt(row, column) ? null : { sheet: sheet.name, address: cellAddress(row, column) };
}

const LOST = ['-1', '99999', '1e3', 'x', '4294967295', '-2147483648', '70000', '1.5', '0x1'];

/** The area of a sheet that holds something, for hiding lines of it. */
function figuresIn(base: Base, sheet: string, isHidden: (row: number, column: number) => boolean): string[] {
  return tablesOf(base).flatMap((t) => amountsOf(base, t)).map((a) => placeOfAmount(base, a)).filter((p) => p.sheet === sheet && isHidden(p.row, p.column)).map((p) => p.name);
}

const mergesOf = (sheet: SheetSnapshot): readonly Rect[] => sheet.merges ?? [];

export const READING: readonly Kind[] = [
  {
    name: 'text not in the file, blank cell',
    plant: (base, random) => {
      const at = drawBlank(base, random);
      if (!at) return null;
      const index = random.pick(LOST);
      return { file: partsOf(base).cell(at.sheet, at.address, 's', `<v>${index}</v>`).zip(), what: `${at.sheet}!${at.address} index ${index}`, mayGo: true, notes: [new RegExp(`^${escaped(at.sheet)} ${at.address} 指向的文字不在文件里`)] };
    },
  },
  {
    name: 'text not in the file, amount',
    plant: (base, random) => {
      const table = drawTable(base, random);
      const list = table ? amountsOf(base, table, random.pick([AmountState.blank, AmountState.number])) : [];
      if (list.length === 0) return null;
      const at = placeOfAmount(base, random.pick(list));
      return { file: partsOf(base).cell(at.sheet, at.address, 's', `<v>${random.pick(LOST)}</v>`).zip(), what: at.name, mayGo: true, notes: [new RegExp(`^${escaped(at.sheet)} ${at.address} 指向的文字不在文件里`)] };
    },
  },
  {
    name: 'text index empty',
    plant: (base, random) => {
      const [first, second] = [drawBlank(base, random), drawBlank(base, random)];
      if (!first || !second) return null;
      const file = partsOf(base).cell(first.sheet, first.address, 's', random.pick(['<v></v>', '<v/>', '<v> </v>', ''])).cell(second.sheet, second.address, 's', '<v/>').zip();
      return { file, what: `${first.sheet}!${first.address}`, notes: [], decidesAll: true };
    },
  },
  {
    name: 'merged area without address',
    plant: (base, random) => {
      const sheet = random.pick(base.state.workbook.sheets).name;
      const ref = random.pick(['', '#REF!', '#REF!:#REF!', 'A0:B2', 'A1:', ':B2', 'XFE1:XFE2', 'A1048577:A1048578', 'x', 'Sheet1!A1:B2']);
      return { file: partsOf(base).merge(sheet, ref).zip(), what: `${sheet} "${ref}"`, notes: [new RegExp(`^${escaped(sheet)} 有 1 处合并区域的地址不能读取`)], decidesAll: true };
    },
  },
  {
    name: 'sheet without content',
    plant: (base, random) => {
      const name = random.pick(['附页', 'Sheet9', '说明（二）', '表99', '封面2']);
      const parts = partsOf(base);
      const element = `<sheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" name="${name}" sheetId="99"${random.pick(['', ' state="hidden"'])} r:id="rId999"/>`;
      parts.change('xl/workbook.xml', (xml) => (random.chance(0.5) ? xml.replace('</sheets>', `${element}</sheets>`) : xml.replace(/<sheets>/, `<sheets>${element}`)));
      if (random.chance(0.5)) {
        parts.change('xl/_rels/workbook.xml.rels', (xml) => xml.replace('</Relationships>', '<Relationship Id="rId999" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet77.xml"/></Relationships>'));
      }
      return { file: parts.zip(), what: name, notes: [new RegExp(`工作表“${escaped(name)}”.*不能读取`)], decidesAll: true };
    },
  },
  {
    name: '$A$1 addresses',
    plant: (base, random) => {
      const { sheet } = drawFigure(base, random)?.place ?? { sheet: '' };
      const spell = random.pick(['$$$1$$$2', '$$$1$2', '$1$$$2']);
      const parts = partsOf(base);
      return sheet === '' ? null : { file: parts.change(parts.sheet(sheet), (xml) => xml.replace(/<c r="([A-Z]+)(\d+)"/g, `<c r="${spell}"`)).zip(), what: `${sheet} ${spell}`, decidesAll: true };
    },
  },
  {
    name: 'hidden row',
    plant: (base, random) => {
      const drawn = drawFigure(base, random);
      if (!drawn) return null;
      const { sheet, row } = drawn.place;
      const how = random.pick(['ht="0" customHeight="1"', 'hidden="1"', 'ht="0"', 'hidden="true" ht="15"']);
      const at = figuresIn(base, sheet, (r) => r === row);
      return { file: partsOf(base).row(sheet, row + 1, how).zip(), what: `${sheet} row ${row + 1} ${how}`, says: at.map((name) => ({ rule: 'M3', at: [name] })), decidesAll: true, notes: [] };
    },
  },
  {
    name: 'hidden column',
    plant: (base, random) => {
      const drawn = drawFigure(base, random);
      if (!drawn) return null;
      const { sheet, column } = drawn.place;
      const grid = base.state.workbook.sheets.find((s) => s.name === sheet);
      if (!grid || mergesOf(grid).some((m) => m.left <= column && m.right >= column && m.top > 3)) return null;
      const how = random.pick(['hidden="1"', 'width="0" customWidth="1"']);
      const parts = partsOf(base);
      parts.change(parts.sheet(sheet), (xml) => xml.replace(/<cols>.*?<\/cols>/s, '').replace('<sheetData', `<cols><col min="${column + 1}" max="${column + 1}" ${how}/></cols><sheetData`));
      const at = figuresIn(base, sheet, (_, c) => c === column);
      return { file: parts.zip(), what: `${sheet} column ${column + 1} ${how}`, says: [{ rule: 'M3', at }], decidesAll: true, notes: [] };
    },
  },
  {
    name: 'hidden sheet',
    plant: (base, random) => {
      const drawn = drawFigure(base, random);
      if (!drawn) return null;
      const { sheet } = drawn.place;
      const state = random.pick(['hidden', 'veryHidden']);
      const file = partsOf(base).change('xl/workbook.xml', (xml) => xml.replace(/<sheet\s[^>]*>/g, (element) => (element.includes(` name="${sheet}"`) ? element.replace(/ state="[^"]*"/, '').replace('<sheet ', `<sheet state="${state}" `) : element))).zip();
      return { file, what: `${sheet} ${state}`, says: [{ rule: 'M3', at: figuresIn(base, sheet, () => true) }], decidesAll: true };
    },
  },
];
