import { cellAddress } from '../../src/audit/workbook';
import { type Cell, type Sheet } from '../generate/grid';
import { grouped } from '../generate/money';
import type { Random } from '../generate/random';

/**
 * What the way from a printed document to a workbook leaves behind: texts glued or torn, merges lost, page breaks. No amount changes and none is lost,
 * so that a figure that is accused now and was not before is accused because the form was misread.
 */

/** A sheet whose cells remember where they stood before. */
export class Traced {
  private readonly origins = new Map<Cell, string>();

  constructor(readonly sheet: Sheet) {
    for (const { row, column, cell } of sheet.cells()) this.origins.set(cell, `${sheet.name}!${cellAddress(row, column)}`);
  }

  /** Sheet!A1 of the cell that stands here now, as the untouched workbook has it; null for a cell that is new. */
  origin(row: number, column: number): string | null {
    const cell = this.sheet.get(row, column);
    return (cell && this.origins.get(cell)) ?? null;
  }

  /** Writes another value into a cell that stays the same one. */
  rewrite(row: number, column: number, value: Cell['value']): void {
    const cell = this.sheet.get(row, column);
    if (!cell) return;
    const next = { ...cell, value };
    this.origins.set(next, this.origins.get(cell) ?? '');
    this.sheet.rows[row][column] = next;
  }

  move(row: number, from: number, to: number): void {
    const cells = this.sheet.rows[row];
    cells[to] = cells[from];
    cells[from] = undefined;
  }
}

/** Rows of column headers and the first row of figures, as a person would see them. */
export interface Anatomy {
  readonly header: number;
  readonly data: number;
  readonly end: number;
}

/** Amounts may be texts: 1,234.00. */
const isFigure = (cell: Cell | undefined): boolean => (typeof cell?.value === 'number' ? !Number.isInteger(cell.value) || Math.abs(cell.value) >= 10_000 : /^-?[\d,]+\.\d\d$/.test(String(cell?.value)));
const isText = (cell: Cell | undefined): cell is Cell & { value: string } => typeof cell?.value === 'string' && cell.value.trim() !== '';

export function anatomyOf(sheet: Sheet): Anatomy | null {
  const data = sheet.rows.findIndex((cells) => cells.some(isFigure));
  if (data < 2) return null;
  let header = data;
  while (header > 1 && sheet.rows[header - 1].filter((c) => c !== undefined).length >= 2) header--;
  // A line with the name and the unit is no header.
  while (header < data && sheet.rows[header].some((c) => isText(c) && /(单位|部门)[^:：]{0,4}[:：]/.test(c.value))) header++;
  return header < data ? { header, data, end: sheet.rows.length - 1 } : null;
}

type Apply = (traced: Traced, at: Anatomy, random: Random) => boolean;

const headerCells = ({ sheet }: Traced, { header, data }: Anatomy): { row: number; column: number }[] =>
  [...sheet.cells()].filter(({ row, cell }) => row >= header && row < data && isText(cell)).map(({ row, column }) => ({ row, column }));

const names = ({ sheet }: Traced, { data }: Anatomy, fewest: number): { row: number; column: number; text: string }[] =>
  [...sheet.cells()].flatMap(({ row, column, cell }) => (row >= data && isText(cell) && cell.value.length >= fewest && cell.value.length < 40 && /^[^\d\s]/.test(cell.value) ? [{ row, column, text: cell.value }] : []));

/** Cells of codes with a name right of them, in columns without figures. */
const codes = ({ sheet }: Traced, { data }: Anatomy): { row: number; column: number }[] => {
  const body = [...sheet.cells()].filter(({ row }) => row >= data);
  const amounts = new Set(body.filter(({ cell }) => isFigure(cell)).map(({ column }) => column));
  return body.flatMap(({ row, column, cell }) => (/^\d{3}(\d\d){0,2}$/.test(String(cell.value)) && !amounts.has(column) && isText(sheet.get(row, column + 1)) && !/^\d/.test(sheet.text(row, column + 1)) ? [{ row, column }] : []));
};

export const ARTEFACTS: Readonly<Record<string, Apply>> = {
  'merges lost': ({ sheet }) => {
    const had = (sheet.merges?.length ?? 0) > 0;
    sheet.merges = null;
    return had;
  },
  'one merge lost': ({ sheet }, _, random) => {
    if (!sheet.merges || sheet.merges.length === 0) return false;
    sheet.merges.splice(random.int(0, sheet.merges.length - 1), 1);
    return true;
  },
  'title torn': (traced, { header }) => {
    for (let row = 0; row < header; row++) {
      const column = traced.sheet.rows[row].findIndex((c) => isText(c) && c.value.length >= 8);
      if (column < 0 || traced.sheet.get(row, column + 1)) continue;
      const text = traced.sheet.text(row, column);
      const cut = Math.floor(text.length / 2);
      traced.rewrite(row, column, text.slice(0, cut));
      traced.sheet.set(row, column + 1, text.slice(cut));
      if (traced.sheet.merges) traced.sheet.merges = traced.sheet.merges.filter((m) => m.top > row || m.bottom < row);
      return true;
    }
    return false;
  },
  'title over two rows': (traced, { header }) => {
    for (let row = 0; row < header; row++) {
      const column = traced.sheet.rows[row].findIndex((c) => isText(c) && c.value.length >= 10);
      if (column < 0) continue;
      const text = traced.sheet.text(row, column);
      const cut = Math.floor(text.length / 2);
      traced.sheet.insertRows(row + 1, 1);
      traced.rewrite(row, column, text.slice(0, cut));
      traced.sheet.set(row + 1, column, text.slice(cut));
      return true;
    }
    return false;
  },
  'name and unit in one cell': (traced, { header }) => {
    for (let row = 0; row < header; row++) {
      const line = traced.sheet.rows[row].flatMap((c, column) => (isText(c) ? [{ column, text: c.value }] : []));
      const unit = line.findIndex((c) => /单位[:：]\s*(万?元)/.test(c.text));
      if (unit < 1) continue;
      traced.rewrite(row, line[0].column, line.map((c) => c.text).join(' '));
      for (const c of line.slice(1)) traced.sheet.set(row, c.column, null);
      return true;
    }
    return false;
  },
  'header over two rows': (traced, at, random) => {
    const row = at.data - 1;
    const cells = headerCells(traced, at).filter((c) => c.row === row && traced.sheet.text(c.row, c.column).length >= 4 && !/^[\d,.]+$/.test(traced.sheet.text(c.row, c.column)));
    if (cells.length === 0) return false;
    const { column } = random.pick(cells);
    const text = traced.sheet.text(row, column);
    traced.sheet.insertRows(row + 1, 1);
    traced.rewrite(row, column, text.slice(0, 2));
    traced.sheet.set(row + 1, column, text.slice(2));
    return true;
  },
  'name over two rows': (traced, at, random) => {
    const long = names(traced, at, 8);
    if (long.length === 0) return false;
    const { row, column, text } = random.pick(long);
    traced.sheet.insertRows(row + 1, 1);
    traced.rewrite(row, column, text.slice(0, text.length - 2));
    traced.sheet.set(row + 1, column, text.slice(text.length - 2));
    return true;
  },
  'line breaks in names': (traced, at, random) => {
    for (const { row, column, text } of names(traced, at, 6)) if (random.chance(0.3)) traced.rewrite(row, column, `${text.slice(0, 4)}\n${text.slice(4)}`);
    return true;
  },
  'header once more': (traced, at, random) => {
    if (at.end - at.data < 6) return false;
    const row = random.int(at.data + 2, at.end - 1);
    const copies = traced.sheet.rows.slice(at.header, at.data).map((cells) => cells.map((c) => c && { ...c }));
    traced.sheet.insertRows(row, copies.length);
    copies.forEach((cells, i) => (traced.sheet.rows[row + i] = cells));
    return true;
  },
  'title and header once more': (traced, at, random) => {
    if (at.end - at.data < 6) return false;
    const row = random.int(at.data + 2, at.end - 1);
    const copies = traced.sheet.rows.slice(0, at.data).map((cells) => cells.map((c) => c && { ...c }));
    traced.sheet.insertRows(row, copies.length);
    copies.forEach((cells, i) => (traced.sheet.rows[row + i] = cells));
    return true;
  },
  'page number': (traced, at, random) => {
    if (at.end - at.data < 6) return false;
    const row = random.int(at.data + 2, at.end);
    traced.sheet.insertRows(row, 1);
    traced.sheet.set(row, random.int(0, 3), random.pick(['第 3 页', '— 12 —', '- 7 -', '第5页 共12页', '12']));
    return true;
  },
  'number row': (traced, { data }) => {
    const width = Math.max(...traced.sheet.rows.slice(data).map((r) => r.length));
    if (traced.sheet.rows[data - 1].some((c) => c && /^(1|\*\*|栏次)$/.test(String(c.value).trim()))) return false;
    traced.sheet.insertRows(data, 1);
    for (let c = 0; c < width; c++) traced.sheet.set(data, c, String(c + 1));
    return true;
  },
  'code and name glued': (traced, at, random) => {
    const list = codes(traced, at);
    if (list.length < 3) return false;
    const gap = random.pick([' ', '', '　']);
    for (const { row, column } of list) {
      traced.rewrite(row, column, `${String(traced.sheet.get(row, column)?.value)}${gap}${traced.sheet.text(row, column + 1).trim()}`);
      traced.sheet.set(row, column + 1, null);
    }
    return true;
  },
  'one code and name glued': (traced, at, random) => {
    const list = codes(traced, at);
    if (list.length < 3) return false;
    const { row, column } = random.pick(list);
    traced.rewrite(row, column, `${String(traced.sheet.get(row, column)?.value)} ${traced.sheet.text(row, column + 1).trim()}`);
    traced.sheet.set(row, column + 1, null);
    return true;
  },
  'amounts as text': (traced, { data }) => {
    for (const { row, column, cell } of [...traced.sheet.cells()]) if (row >= data && typeof cell.value === 'number' && !Number.isInteger(cell.value)) traced.rewrite(row, column, grouped(cell.value));
    return true;
  },
  'blank column': ({ sheet }, _, random) => {
    if (sheet.width < 3) return false;
    sheet.insertColumns(random.int(1, sheet.width - 1), 1);
    return true;
  },
  'blank columns everywhere': ({ sheet }) => {
    for (let c = sheet.width - 1; c > 0; c--) sheet.insertColumns(c, 1);
    return true;
  },
  'blank rows everywhere': ({ sheet }, { data, end }) => {
    for (let r = end; r > data; r--) sheet.insertRows(r, 1);
    return true;
  },
  'names indented by columns': (traced, at) => {
    const list = codes(traced, at);
    if (list.length < 4) return false;
    const column = list[0].column + 1;
    traced.sheet.insertColumns(column + 1, 2);
    for (const { row, column: c } of list) {
      const depth = (String(traced.sheet.get(row, c)?.value).length - 3) / 2;
      if (c === list[0].column && depth > 0) traced.move(row, column, column + depth);
    }
    return true;
  },
  'figures moved one column': (traced, { data }, random) => {
    // The reading of lines put a few right-aligned figures into the blank column beside their own.
    const { sheet } = traced;
    if (sheet.width < 3) return false;
    const at = random.int(1, sheet.width - 1);
    const column = sheet.rows.slice(data).flatMap((cells) => cells[at] ?? []);
    if (!column.some(isFigure) || !column.every((cell) => typeof cell.value === 'number')) return false;
    sheet.insertColumns(at + 1, 1);
    for (let row = data; row < sheet.rows.length; row++) traced.move(row, at, at + 1);
    return true;
  },
  'zeros as dashes': (traced, { data }, random) => {
    const dash = random.pick(['-', '—', '0.00', '--', '/']);
    let some = false;
    for (const { row, column, cell } of [...traced.sheet.cells()]) {
      if (row < data || cell.value !== 0) continue;
      traced.rewrite(row, column, dash);
      some = true;
    }
    return some;
  },
  'notes below': ({ sheet }, { end }, random) => {
    sheet.set(end + 1, 0, random.pick(['注：本表金额转换为万元时，因四舍五入可能存在尾差。', '说明：2025年预算为年初预算数，合计100.00万元。', '备注：1.本表反映部门本年度收支情况。2.本表为空的请说明。']));
    return true;
  },
  'unit line lost': (traced, { header }) => {
    for (let row = 0; row < header; row++) {
      const column = traced.sheet.rows[row].findIndex((c) => isText(c) && /^(金额)?单位[:：]\s*万?元$/.test(c.value.trim()));
      if (column < 0) continue;
      traced.sheet.set(row, column, null);
      return true;
    }
    return false;
  },
  'title lost': (traced, { header }) => {
    for (let row = 0; row < header; row++) {
      const column = traced.sheet.rows[row].findIndex((c) => isText(c) && c.value.length >= 6 && c.value.trim().endsWith('表'));
      if (column < 0) continue;
      traced.sheet.set(row, column, null);
      return true;
    }
    return false;
  },
  'one header lost': (traced, at, random) => {
    const cells = headerCells(traced, at);
    if (cells.length < 3) return false;
    const { row, column } = random.pick(cells);
    traced.sheet.set(row, column, null);
    return true;
  },
  'one header in other words': (traced, at, random) => {
    const cells = headerCells(traced, at).filter(({ row }) => row === at.data - 1);
    if (cells.length < 3) return false;
    const { row, column } = random.pick(cells);
    traced.rewrite(row, column, random.pick(['某某部分', '其他来源', '另列']));
    return true;
  },
};
