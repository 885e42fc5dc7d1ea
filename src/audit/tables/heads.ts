import { normaliseText, type SheetGrid } from '../workbook';
import type { Header, Region } from '../layout';
import type { Words } from '../words';
import { unitByName } from './amountUnits';
import { amountUnitIn, unitNameIn } from './cover';
import type { AmountUnit, CellRef } from './model';

/** Lines between a title and its header (单位名称, 单位：元) are at most so many. */
const LINES_ABOVE = 6;

/** Longer texts are prose. */
const LONGEST = 90;

/** What the lines above a table say of it. */
export interface HeadLines {
  readonly unit: AmountUnit | 'other' | null;
  readonly unitText: string;
  readonly unitCell: CellRef | null;
  readonly unitName: string;
  readonly unitNameCell: CellRef | null;
}

/** 单位：元 and 单位名称：… stand between title and header, beside or above the title, or are glued to it. */
export function linesAbove(grid: SheetGrid, region: Region, words: Words): HeadLines {
  let unit: AmountUnit | 'other' | null = null;
  let unitText = '';
  let unitCell: CellRef | null = null;
  let unitName = '';
  let unitNameCell: CellRef | null = null;
  const title = region.titles[0];
  const top = Math.max(0, (title?.row ?? region.from) - 1);
  for (let row = top; row <= Math.min(region.to, region.from + LINES_ABOVE); row++) {
    const [from, to] = grid.cellsOf(row);
    for (let i = from; i < to; i++) {
      if (!grid.isText(i)) continue;
      const text = grid.normOf(i);
      if (text.length > LONGEST) continue;
      const cell = { sheet: grid.index, row, column: grid.sheet.columns[i] };
      const torn = amountUnitIn(text) === null ? unitBeside(grid, i, to) : '';
      const found = amountUnitIn(text + torn);
      if (found && unit === null) {
        unit = found;
        unitText = grid.rawOf(i).trim() + torn;
        unitCell = cell;
      }
      const name = unitName === '' ? nameIn(grid.rawOf(i), text, found !== null, words) ?? nameBeside(grid, i, to, words) : null;
      if (name) {
        unitName = name;
        unitNameCell = cell;
      }
    }
  }
  if (unit === null) ({ unit, unitText, unitCell } = unitFurtherUp(grid, top, words) ?? unitBelow(grid, region));
  return { unit, unitText, unitCell, unitName, unitNameCell };
}

/** 合计（万元）, 预算数(元): the unit behind the words that head the figures, where all that have one say the same. */
export function unitInHeader(grid: SheetGrid, { top, bottom }: Header, words: Words): Pick<HeadLines, 'unit' | 'unitText' | 'unitCell'> {
  let found: Pick<HeadLines, 'unit' | 'unitText' | 'unitCell'> = NO_UNIT;
  for (let row = top; row <= bottom; row++) {
    const [from, to] = grid.cellsOf(row);
    for (let i = from; i < to; i++) {
      const [, word, name] = UNIT_BEHIND.exec(grid.isText(i) ? grid.normOf(i) : '') ?? [];
      const unit = name === undefined ? null : unitByName(name);
      // 单价(元) beside 金额(万元) says nothing of the amounts.
      if (unit === null || !words.phrase(word).concepts.some((c) => c.dimension === 'total' || c.dimension === 'measure')) continue;
      if (found.unit !== null && found.unit !== unit) return NO_UNIT;
      found = { unit, unitText: grid.rawOf(i).trim(), unitCell: { sheet: grid.index, row, column: grid.sheet.columns[i] } };
    }
  }
  return found;
}

const UNIT_BEHIND = /^(.+)\((.{1,3}元|元)\)$/;

const NO_UNIT: Pick<HeadLines, 'unit' | 'unitText' | 'unitCell'> = { unit: null, unitText: '', unitCell: null };

/** Lines of words above a title (the table's number, the department) are at most so many. */
const LINES_FURTHER_UP = 3;

/** 单位：万元 above the table's number, which stands above the title; null where what stands there is another table's. */
function unitFurtherUp(grid: SheetGrid, top: number, words: Words): Pick<HeadLines, 'unit' | 'unitText' | 'unitCell'> | null {
  for (let row = top - 1; row >= Math.max(0, top - LINES_FURTHER_UP); row--) {
    const [from, to] = grid.cellsOf(row);
    if (from === to || to - from > 2 || words.isNote(grid.normOf(from))) return null;
    for (let i = from; i < to; i++) {
      const text = grid.isText(i) ? grid.normOf(i) : '';
      const found = text !== '' && text.length <= LONGEST_UNIT ? amountUnitIn(text) : null;
      if (found) return row === 0 || grid.cellsOf(row - 1)[0] === grid.cellsOf(row - 1)[1] ? { unit: found, unitText: grid.rawOf(i).trim(), unitCell: { sheet: grid.index, row, column: grid.sheet.columns[i] } } : null;
    }
  }
  return null;
}

/** 单位： | 万元: the unit in the next cell that is not blank. */
function unitBeside(grid: SheetGrid, label: number, to: number): string {
  if (!grid.normOf(label).endsWith('单位') && !grid.normOf(label).endsWith('单位:')) return '';
  let next = label + 1;
  while (next < to && grid.normOf(next) === '') next++;
  return next < to && grid.isText(next) && grid.normOf(next).endsWith('元') && grid.normOf(next).length <= LONGEST_UNIT ? grid.normOf(next) : '';
}

/** The unit may stand by itself in one of so many lines below the table. */
const LINES_BELOW = 4;

/** 单位：万元 at the foot of a table. */
function unitBelow(grid: SheetGrid, { from, to }: Region): Pick<HeadLines, 'unit' | 'unitText' | 'unitCell'> {
  const rows = grid.rowsBetween(from + LINES_ABOVE + 1, to);
  for (const row of rows.subarray(Math.max(0, rows.length - LINES_BELOW))) {
    const [first, end] = grid.cellsOf(row);
    for (let i = first; i < end && end - first <= 2; i++) {
      const text = grid.isText(i) ? grid.normOf(i) : '';
      const found = text.length <= LONGEST_UNIT && text !== '' ? amountUnitIn(text) : null;
      if (found) return { unit: found, unitText: grid.rawOf(i).trim(), unitCell: { sheet: grid.index, row, column: grid.sheet.columns[i] } };
    }
  }
  return NO_UNIT;
}

/** (金额单位：人民币万元). */
const LONGEST_UNIT = 14;

/** The unit's name; "收支预算总表部门：某局 单位：万元" holds title, name and unit in one cell. */
function nameIn(raw: string, text: string, hasUnit: boolean, words: Words): string | null {
  if (!hasUnit) return unitNameIn(raw, words);
  const at = words.headLine(text) > 0 ? 0 : words.headWithin(text);
  const rest = text.slice(at);
  const end = words.headWithin(rest);
  return end < rest.length ? unitNameIn(normaliseText(rest.slice(0, end)), words) : null;
}

/** 部门名称 | 某局: label and name in two cells. Words that head columns are no names. */
function nameBeside(grid: SheetGrid, label: number, to: number, words: Words): string | null {
  if (words.headLine(`${grid.normOf(label)}:`) === 0 || !grid.normOf(label).endsWith('名称')) return null;
  let next = label + 1;
  while (next < to && grid.normOf(next) === '') next++;
  if (next >= to || !grid.isText(next)) return null;
  const text = grid.normOf(next);
  if (text.length < 4 || text.length > 40 || words.phrase(text).known > 0.7) return null;
  // 单位名称 | 资产类别 | …: columns of a table, where further words follow.
  let further = next + 1;
  while (further < to && grid.normOf(further) === '') further++;
  return further < to && !words.endsAsBody(text) && words.headLine(grid.normOf(further)) === 0 ? null : grid.rawOf(next).trim();
}
