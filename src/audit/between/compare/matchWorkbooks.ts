import type { AuditState } from '../../state';
import { cellAddress, parseCellAddress } from '../../workbook';
import type { Change } from '../model';
import { areaChanges, pairAreas, type AreaPair } from './areaChanges';
import { restArea, tableAreas } from './areas';
import { loosePartner } from './looseChanges';
import { pairSheets, pairTables } from './pairTables';

/** What belongs to what in two versions of a workbook. */
export interface Matching {
  readonly areas: readonly AreaPair[];
  /** Old sheet → new sheet. */
  readonly sheets: ReadonlyMap<number, number>;
}

export function matchWorkbooks(old: AuditState, now: AuditState): Matching {
  const tables = pairTables(old, now);
  const sheets = pairSheets(old, now, tables);
  // A sheet that a table left for another is compared with what else stands there.
  const areas: AreaPair[] = [];
  for (const [a, b] of tables) {
    const inParts = a.reading.panels.length === b.reading.panels.length;
    const news = tableAreas(now, b, inParts);
    tableAreas(old, a, inParts).forEach((area, i) => areas.push(pairAreas(area, news[i])));
  }
  for (const [a, b] of sheets) {
    const within = (sheet: number, side: 0 | 1): typeof tables[number][0][] => tables.map((pair) => pair[side]).filter((t) => t.sheet === sheet);
    const [before, after] = [restArea(old, a, within(a, 0)), restArea(now, b, within(b, 1))];
    const isLoose = before.isLoose || after.isLoose;
    areas.push(pairAreas({ ...before, isLoose }, { ...after, isLoose }));
  }
  return { areas, sheets };
}

/** Every difference; in the order of the new workbook, what was taken out last. */
export function changesOf(old: AuditState, now: AuditState, { areas, sheets }: Matching): Change[] {
  const changes = areas.flatMap(areaChanges);
  const arrived = new Set(sheets.values());
  old.workbook.sheets.forEach((sheet, i) => {
    if (!sheets.has(i) && sheet.rowNumbers.length > 0) changes.push({ kind: 'sheet', table: tableOn(old, i), row: '', column: '', old: { sheet: sheet.name, address: '', value: sheet.name }, new: null });
  });
  now.workbook.sheets.forEach((sheet, i) => {
    if (!arrived.has(i) && sheet.rowNumbers.length > 0) changes.push({ kind: 'sheet', table: tableOn(now, i), row: '', column: '', old: null, new: { sheet: sheet.name, address: '', value: sheet.name } });
  });
  const order = new Map(now.workbook.sheets.map((sheet, i) => [sheet.name, i] as const));
  const place = ({ new: to }: Change): number => (to ? order.get(to.sheet) ?? 0 : order.size);
  const row = (change: Change): number => parseCellAddress((change.new ?? change.old)?.address.split(':')[0] ?? '')?.row ?? 0;
  return withoutTwins(changes).map((change, i) => ({ change, i })).sort((a, b) => place(a.change) - place(b.change) || row(a.change) - row(b.change) || a.i - b.i).map(({ change }) => change);
}

const tableOn = ({ recognition }: AuditState, sheet: number): string | null => recognition.tables.find((t) => t.sheet === sheet && t.family.family !== 'generic')?.id ?? null;

/** Rows that went elsewhere with all they hold are no difference. */
function withoutTwins(changes: readonly Change[]): Change[] {
  const key = (change: Change): string => (change.old ?? change.new)?.value ?? '';
  const added = new Map<string, Change[]>();
  for (const change of changes) {
    if (change.kind !== 'row' || change.old !== null) continue;
    added.set(key(change), [...(added.get(key(change)) ?? []), change]);
  }
  const dropped = new Set<Change>();
  for (const change of changes) {
    if (change.kind !== 'row' || change.new !== null) continue;
    const twin = added.get(key(change))?.shift();
    if (twin) dropped.add(change).add(twin);
  }
  return changes.filter((change) => !dropped.has(change));
}

/** Where a cell of the old version stands in the new one; null where it is there no more. */
export function movedTo({ areas }: Matching, sheet: string, address: string): { readonly sheet: string; readonly address: string } | null {
  const at = parseCellAddress(address);
  if (!at) return null;
  for (const { old, now, rows, columns } of areas) {
    const row = old.grid.sheet.name === sheet ? rows.get(at.row) : undefined;
    const column = row === undefined ? undefined : old.isLoose ? loosePartner(old, at.row, now, row).get(at.column) : columns.get(at.column);
    if (row !== undefined && column !== undefined) return { sheet: now.grid.sheet.name, address: cellAddress(row, column) };
  }
  return null;
}
