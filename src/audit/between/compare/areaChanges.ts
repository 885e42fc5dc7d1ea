import { cellAddress, columnName } from '../../workbook';
import type { Change, ChangePlace } from '../model';
import { alignColumns } from './alignColumns';
import { alignRows } from './alignRows';
import type { Area } from './areas';
import { contentAt, isSame, kindOf, storedAs, type Content } from './content';
import { looseChanges } from './looseChanges';

/** What belongs to what in two versions of an area. */
export interface AreaPair {
  readonly old: Area;
  readonly now: Area;
  readonly columns: ReadonlyMap<number, number>;
  readonly rows: ReadonlyMap<number, number>;
}

export function pairAreas(old: Area, now: Area, columns: ReadonlyMap<number, number> = alignColumns(old, now)): AreaPair {
  return { old, now, columns, rows: alignRows(old, now, columns) };
}

/** Cells that differ, rows and columns that are there on one side only. Blank rows and columns are none. */
export function areaChanges(pair: AreaPair): Change[] {
  const { old, now, columns, rows } = pair;
  const changes: Change[] = [];
  for (const [a, b] of rows) {
    if (old.isLoose) {
      changes.push(...looseChanges(old, a, now, b));
      continue;
    }
    for (const [left, right] of columns) {
      const [before, after] = [contentAt(old.grid, a, left), contentAt(now.grid, b, right)];
      if (!isSame(before, after)) changes.push(cellChange(old, a, left, before, now, b, right, after));
    }
  }
  const stays = (area: Area, kept: ReadonlySet<number>, row: number, column: number): boolean => kept.has(row) && contentAt(area.grid, row, column).text !== '';
  const [keptOld, keptNew] = [new Set(rows.keys()), new Set(rows.values())];
  const holds = (area: Area, row: number): boolean => contentsOf(area, row).length > 0;
  const takenColumns = new Set(columns.values());
  const goneColumns = old.isLoose ? [] : old.columns.filter((c) => !columns.has(c) && old.rows.some((row) => stays(old, keptOld, row, c)));
  const newColumns = now.isLoose ? [] : now.columns.filter((c) => !takenColumns.has(c) && now.rows.some((row) => stays(now, keptNew, row, c)));
  return [
    ...changes,
    ...old.rows.filter((row) => !keptOld.has(row) && holds(old, row)).map((row) => rowChange(old, row, 'old')),
    ...now.rows.filter((row) => !keptNew.has(row) && holds(now, row)).map((row) => rowChange(now, row, 'new')),
    ...goneColumns.map((column) => columnChange(old, column, 'old')),
    ...newColumns.map((column) => columnChange(now, column, 'new')),
  ];
}

function cellChange(old: Area, a: number, left: number, before: Content, now: Area, b: number, right: number, after: Content): Change {
  const kind = kindOf(before, after);
  return {
    kind,
    table: now.table?.id ?? null,
    row: now.rowName(b) || old.rowName(a) || firstWords(now, b),
    column: now.path(right).join(' / ') || old.path(left).join(' / '),
    old: { ...placeOf(old, a, left, before), ...storedAs(kind, before) },
    new: { ...placeOf(now, b, right, after), ...storedAs(kind, after) },
  };
}

const placeOf = ({ grid }: Area, row: number, column: number, { shown }: Content): ChangePlace => ({ sheet: grid.sheet.name, address: cellAddress(row, column), value: shown });

function firstWords({ grid, columns, isLoose }: Area, row: number): string {
  if (isLoose) return '';
  for (const column of columns) {
    const content = contentAt(grid, row, column);
    if (content.number === null && content.text !== '') return content.shown;
  }
  return '';
}

const contentsOf = ({ grid, columns }: Area, row: number): string[] => columns.map((column) => contentAt(grid, row, column).shown).filter((shown) => shown !== '');

function rowChange(area: Area, row: number, side: 'old' | 'new'): Change {
  const filled = area.columns.filter((column) => contentAt(area.grid, row, column).text !== '');
  const [from, to] = [cellAddress(row, filled[0]), cellAddress(row, filled[filled.length - 1])];
  const place = { sheet: area.grid.sheet.name, address: from === to ? from : `${from}:${to}`, value: contentsOf(area, row).join(' ') };
  return { kind: 'row', table: area.table?.id ?? null, row: area.rowName(row) || firstWords(area, row), column: '', old: side === 'old' ? place : null, new: side === 'new' ? place : null };
}

function columnChange(area: Area, column: number, side: 'old' | 'new'): Change {
  const values = area.rows.map((row) => contentAt(area.grid, row, column).shown).filter((shown) => shown !== '');
  const place = { sheet: area.grid.sheet.name, address: `${columnName(column)}:${columnName(column)}`, value: values.join(' ') };
  return { kind: 'column', table: area.table?.id ?? null, row: '', column: area.path(column).join(' / '), old: side === 'old' ? place : null, new: side === 'new' ? place : null };
}
