import { amountAt } from '../generate/anatomy';
import { grouped } from '../generate/money';
import type { Random } from '../generate/random';
import { amountVisible, inWanyuan, labelsOf, type Book, type BookTable } from './book';
import { doubleDigit, dropDigit, otherSign, otherUnit, swapDigits, tenth, timesTen, type TypingError } from './digits';
import type { Fault, FaultKind, Place, Visibility } from './model';

/** Faults of a single amount: typing errors, figures blanked, typed as odd text, or typed one cell beside. */

export type FaultMaker = (book: Book, random: Random) => Fault | null;

interface Site {
  readonly table: BookTable;
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

function drawSite({ tables }: Book, random: Random): Site | null {
  const list = tables.filter((t) => t.area.kind !== 'self' && t.area.amounts.length > 0);
  if (list.length === 0) return null;
  const table = random.pick(list);
  const { row, column } = random.pick(table.area.amounts);
  const cell = table.sheet.get(row, column);
  if (typeof cell?.value !== 'number' || cell.value === 0) return null;
  return { table, row, column, value: cell.value };
}

export function typing(kind: FaultKind, error: (table: BookTable) => TypingError): FaultMaker {
  return (book, random) => {
    const site = drawSite(book, random);
    if (!site) return null;
    const mutated = error(site.table)(site.value, random);
    if (mutated === null || Math.round(mutated * 100) === Math.round(site.value * 100)) return null;
    return replaced(kind, site, mutated, amountVisible(site.table, site.row, site.column, mutated - site.value));
  };
}

export const TYPING_FAULTS: readonly (readonly [FaultKind, FaultMaker])[] = [
  ['digits swapped', typing('digits swapped', () => swapDigits)],
  ['digit dropped', typing('digit dropped', () => dropDigit)],
  ['digit doubled', typing('digit doubled', () => doubleDigit)],
  ['times ten', typing('times ten', () => timesTen)],
  ['tenth', typing('tenth', () => tenth)],
  ['sign', typing('sign', () => otherSign)],
  ['元 for 万元', typing('元 for 万元', (table) => otherUnit(inWanyuan(table.area)))],
];

export const oddText: FaultMaker = (book, random) => {
  const site = drawSite(book, random);
  if (!site) return null;
  const text = grouped(site.value);
  const odd = random.pick([`${text}元整`, `约${text}`, text.replace(/0(?=[^0]*$)/, 'O'), text.replace(/1/, 'l'), `${text}?`]);
  return odd === text ? null : replaced('number as odd text', site, odd, true);
};

export const blanked: FaultMaker = (book, random) => {
  const site = drawSite(book, random);
  return site && replaced('figure blanked', site, null, amountVisible(site.table, site.row, site.column, site.value));
};

export const neighbourColumn: FaultMaker = (book, random) => {
  const site = drawSite(book, random);
  if (!site) return null;
  const { table, row, column } = site;
  const columns = new Set(table.area.amounts.map((a) => a.column));
  const free = [column - 1, column + 1].filter((c) => columns.has(c) && empty(table, row, c));
  if (free.length === 0) return null;
  const to = random.pick(free);
  const visible = both(amountVisible(table, row, column, site.value), amountVisible(table, row, to, site.value));
  return moved('value in neighbour column', site, { sheet: table.sheetIndex, row, column: to }, visible);
};

export const neighbourRow: FaultMaker = (book, random) => {
  const site = drawSite(book, random);
  if (!site) return null;
  const { table, row, column } = site;
  const rows = new Set(table.area.amounts.map((a) => a.row));
  const labelled = (r: number): boolean => r >= table.area.firstData && r <= table.area.bottom && labelsOf(table, r, column).length > 0 && table.sheet.text(r, column - 1) !== '';
  const free = [row - 1, row + 1].filter((r) => (rows.has(r) || labelled(r)) && empty(table, r, column));
  if (free.length === 0) return null;
  const to = random.pick(free);
  // Between two lines of one block the totals agree still: only the other table that has these lines can tell.
  const lines = /^(B01|B09|F01)$/.test(table.area.kind);
  const visible = lines && (book.otherIncome || table.area.kind !== 'B01') ? 'unknown' : both(amountVisible(table, row, column, site.value), amountVisible(table, to, column, site.value));
  return moved('value in neighbour row', site, { sheet: table.sheetIndex, row: to, column }, visible);
};

function empty(table: BookTable, row: number, column: number): boolean {
  const cell = table.sheet.get(row, column);
  return cell === undefined || amountAt(table.sheet, row, column) === 0;
}

function both(a: Visibility, b: Visibility): Visibility {
  return a === b ? a : 'unknown';
}

function replaced(kind: FaultKind, site: Site, mutated: number | string | null, visible: Visibility): Fault {
  const { table, row, column, value } = site;
  const place: Place = { sheet: table.sheetIndex, row, column };
  const format = table.sheet.get(row, column)?.format;
  return {
    kind, visible, changed: [place], inPlace: true, original: String(value), mutated: mutated === null ? '' : String(mutated),
    description: `${table.area.kind} ${labelsOf(table, row, column).join(' / ')}`,
    apply: (workbook) => workbook.sheets[place.sheet].set(row, column, mutated, format),
  };
}

function moved(kind: FaultKind, site: Site, to: Place, visible: Visibility): Fault {
  const { table, row, column, value } = site;
  const before = table.sheet.get(to.row, to.column);
  const format = table.sheet.get(row, column)?.format;
  return {
    kind, visible, changed: [{ sheet: table.sheetIndex, row, column }, to], inPlace: true, original: String(value), mutated: `(${to.row + 1},${to.column + 1})`,
    description: `${table.area.kind} ${labelsOf(table, row, column).join(' / ')} → ${labelsOf(table, to.row, to.column).join(' / ')}`,
    apply: (workbook) => {
      const sheet = workbook.sheets[to.sheet];
      sheet.set(row, column, before?.value === 0 ? 0 : null, format);
      sheet.set(to.row, to.column, value, format);
    },
  };
}
