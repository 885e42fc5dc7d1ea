import { amountAt, readTables, type TableArea } from '../anatomy';
import type { Sheet, Workbook } from '../grid';

/** Tables of the wanted kinds that stand alone on their sheets. */
export function tablesOfKinds(workbook: Workbook, kinds: RegExp): { sheet: Sheet; area: TableArea }[] {
  return workbook.sheets.flatMap((sheet) => {
    const areas = readTables(sheet);
    return areas.length === 1 && kinds.test(areas[0].kind) ? [{ sheet, area: areas[0] }] : [];
  });
}

/** The first header row: below title, name and unit lines. */
export function headerTop({ title, unitLine, nameLine }: TableArea): number {
  return Math.max(title.row, unitLine?.row ?? 0, nameLine?.row ?? 0) + 1;
}

/** Adds 序号 at the left of a table; what stands above the header keeps its column. */
export function serialColumn(sheet: Sheet, area: TableArea): void {
  const top = headerTop(area);
  const above = sheet.rows.slice(0, top).map((cells) => cells[0]);
  sheet.insertColumns(0, 1);
  above.forEach((cell, row) => {
    if (!cell) return;
    sheet.set(row, 0, cell.value, cell.format);
    sheet.set(row, 1, null);
  });
  sheet.merges = sheet.merges?.map((m) => (m.top < top && m.left === 1 ? { ...m, left: 0 } : m)) ?? null;
  sheet.set(top, 0, '序号');
  sheet.merge(top, 0, area.firstData - 1, 0);
  for (let row = area.firstData, n = 1; row < sheet.rows.length; row++) sheet.set(row, 0, n++);
}

/** `** ** 1 2 3` above the data. */
export function indexRow(sheet: Sheet, area: TableArea, texts: number): void {
  sheet.insertRows(area.firstData, 1);
  const width = Math.max(...sheet.rows.map((cells) => cells.length));
  for (let column = 0; column < width; column++) sheet.set(area.firstData, column, column < texts ? '**' : column - texts + 1);
}

/** Every amount in 万元, rounded by itself, and the unit line with it. */
export function inWanyuan(sheet: Sheet, area: TableArea): void {
  const { unitLine } = area;
  if (!unitLine || !/元$/.test(sheet.text(unitLine.row, unitLine.column)) || /万元$/.test(sheet.text(unitLine.row, unitLine.column))) return;
  sheet.set(unitLine.row, unitLine.column, sheet.text(unitLine.row, unitLine.column).replace(/元$/, '万元'));
  for (const { row, column } of area.amounts) {
    const value = amountAt(sheet, row, column);
    if (value !== null) sheet.set(row, column, Math.sign(value) * (Math.round(Math.abs(value) * 100 / 10_000) / 100), sheet.get(row, column)?.format);
  }
}

/** Rewrites texts of a sheet below a row. */
export function rewrite(sheet: Sheet, from: number, change: (text: string) => string): void {
  for (const { row, column, cell } of [...sheet.cells()]) {
    if (row < from || typeof cell.value !== 'string') continue;
    const text = change(cell.value);
    if (text !== cell.value) sheet.set(row, column, text, cell.format);
  }
}

/** Takes columns out; merged areas over the gap are cut. */
export function removeColumns(sheet: Sheet, left: number, count: number): void {
  for (const cells of sheet.rows) if (cells.length > left) cells.splice(left, count);
  const shrink = (c: number): number => (c < left ? c : Math.max(left - 1, c - count));
  sheet.merges = sheet.merges?.flatMap((m) => (m.left >= left && m.right < left + count ? [] : [{ ...m, left: m.left < left ? m.left : Math.max(left, m.left - count), right: shrink(m.right) }])) ?? null;
}
