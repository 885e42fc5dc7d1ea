import { amountAt, type CodeCell } from '../generate/anatomy';
import type { Random } from '../generate/random';
import type { FaultMaker } from './amountFaults';
import { amountVisible, amountsOfRow, childrenOf, inWanyuan, parentOf, type Book, type BookTable } from './book';
import type { Fault, FaultKind, Place } from './model';

/** Faults of coded rows: missing, doubled, or totals that do not go with their rows. */

interface RowSite {
  readonly table: BookTable;
  readonly cell: CodeCell;
}

/** A coded row that a condition holds for; 政府 codes are no rows of their own. */
function drawRow(book: Book, random: Random, condition: (site: RowSite) => boolean): RowSite | null {
  const tables = book.tables.filter((t) => t.area.codes.length > 0);
  if (tables.length === 0) return null;
  const table = random.pick(tables);
  const sites = table.area.codes.filter((c) => c.classification !== 'government').map((cell) => ({ table, cell })).filter(condition);
  return sites.length === 0 ? null : random.pick(sites);
}

/** Tables with a single list of codes: a row can be taken out without touching a neighbour block. */
function singleList({ area }: BookTable): boolean {
  return new Set(area.codes.filter((c) => c.classification !== 'government').map((c) => c.column)).size === 1;
}

function money({ table, cell }: RowSite): number {
  return Math.max(0, ...amountsOfRow(table.area, cell).map((c) => Math.abs(amountAt(table.sheet, cell.row, c) ?? 0)));
}

export const missingParentRow: FaultMaker = (book, random) => {
  const site = drawRow(book, random, (s) => singleList(s.table) && s.cell.code.length === 5 && childrenOf(s.table.area, s.cell).length > 0);
  return site && removed('missing 款 row', site, true);
};

export const missingLeafRow: FaultMaker = (book, random) => {
  const site = drawRow(book, random, (s) => singleList(s.table) && s.cell.leaf && s.cell.code.length > 3);
  if (!site) return null;
  const parent = parentOf(site.table.area, site.cell);
  const siblings = parent ? childrenOf(site.table.area, parent).length : 0;
  const enough = inWanyuan(site.table.area) ? money(site) > 0.2 : money(site) > 0;
  // Without a sibling the parent has "children not listed", which is no fault; without money nothing adds up differently.
  return removed('missing 项 row', site, siblings > 1 && enough ? true : 'unknown');
};

export const duplicatedRow: FaultMaker = (book, random) => {
  const site = drawRow(book, random, (s) => singleList(s.table));
  if (!site) return null;
  const { table, cell } = site;
  const at = (row: number): Place => ({ sheet: table.sheetIndex, row, column: cell.column });
  return {
    kind: 'duplicated row', visible: true, inPlace: false, changed: [at(cell.row), at(cell.row + 1)], original: cell.code, mutated: `${cell.code} ×2`,
    description: `${table.area.kind} row ${cell.row + 1} ${cell.code} twice`,
    apply: (workbook) => {
      const sheet = workbook.sheets[table.sheetIndex];
      sheet.insertRows(cell.row + 1, 1);
      sheet.rows[cell.row + 1] = [...sheet.rows[cell.row]];
    },
  };
};

/** A leaf and its own row total get another figure; everything above keeps the old one. */
export const staleTotal: FaultMaker = (book, random) => {
  const site = drawRow(book, random, (s) => s.cell.leaf && s.cell.code.length > 3 && money(s) > 1);
  if (!site) return null;
  const { table, cell } = site;
  const columns = amountsOfRow(table.area, cell).filter((c) => (amountAt(table.sheet, cell.row, c) ?? 0) > 0);
  const total = columns[0];
  const part = columns[columns.length - 1];
  if (total === undefined || part === undefined) return null;
  const delta = Math.round((amountAt(table.sheet, cell.row, part) ?? 0) * (10 + random.int(1, 80))) / 100;
  const parent = parentOf(table.area, cell);
  const only = !parent || childrenOf(table.area, parent).length === 0;
  return changedBy('leaf changed, totals stale', site, [...new Set([total, part])], delta, only ? 'unknown' : amountVisible(table, cell.row, part, delta));
};

/** A 类 or 款 row is smaller by one of its children, in every column. */
export const totalLeavesOutChild: FaultMaker = (book, random) => {
  const site = drawRow(book, random, (s) => !s.cell.leaf && childrenOf(s.table.area, s.cell).length > 1);
  if (!site) return null;
  const { table, cell } = site;
  const child = random.pick(childrenOf(table.area, cell));
  const amount = (row: number, column: number): number => amountAt(table.sheet, row, column) ?? 0;
  const columns = amountsOfRow(table.area, cell).filter((c) => amount(child.row, c) !== 0);
  if (columns.length === 0) return null;
  const places = columns.map((column): Place => ({ sheet: table.sheetIndex, row: cell.row, column }));
  const result = columns.map((c) => Math.round((amount(cell.row, c) - amount(child.row, c)) * 100) / 100);
  const largest = Math.max(...columns.map((c) => Math.abs(amount(child.row, c))));
  return {
    kind: 'total leaves out a child', visible: amountVisible(table, cell.row, columns[0], largest), inPlace: true, changed: places,
    original: columns.map((c) => amount(cell.row, c)).join(' '), mutated: result.join(' '),
    description: `${table.area.kind} ${cell.code} without ${child.code}`,
    apply: (workbook) => columns.forEach((c, i) => workbook.sheets[table.sheetIndex].set(cell.row, c, result[i], table.sheet.get(cell.row, c)?.format)),
  };
};

function removed(kind: FaultKind, site: RowSite, visible: Fault['visible']): Fault {
  const { table, cell } = site;
  const parent = parentOf(table.area, cell);
  const after = (row: number): number => (row > cell.row ? row - 1 : row);
  // The row is gone: its parent's sum, its children and the row now in its place are what can tell.
  const rows = [cell.row, ...(parent ? [parent.row] : []), ...childrenOf(table.area, cell).map((c) => c.row)].map(after);
  const totals = table.area.totalRows.slice(0, 1).map(after);
  return {
    kind, visible, inPlace: false, changed: [...new Set([...rows, ...(parent ? [] : totals)])].map((row) => ({ sheet: table.sheetIndex, row, column: cell.column })),
    original: cell.code, mutated: '', description: `${table.area.kind} row ${cell.row + 1} ${cell.code} taken out`,
    apply: (workbook) => workbook.sheets[table.sheetIndex].removeRow(cell.row),
  };
}

function changedBy(kind: FaultKind, { table, cell }: RowSite, columns: readonly number[], delta: number, visible: Fault['visible']): Fault {
  const value = (column: number): number => amountAt(table.sheet, cell.row, column) ?? 0;
  const result = columns.map((c) => Math.round((value(c) + delta) * 100) / 100);
  return {
    kind, visible, inPlace: true, changed: columns.map((column) => ({ sheet: table.sheetIndex, row: cell.row, column })),
    original: columns.map(value).join(' '), mutated: result.join(' '), description: `${table.area.kind} ${cell.code} by ${delta}`,
    apply: (workbook) => columns.forEach((c, i) => workbook.sheets[table.sheetIndex].set(cell.row, c, result[i], table.sheet.get(cell.row, c)?.format)),
  };
}
