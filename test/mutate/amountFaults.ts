import { amountAt } from '../generate/anatomy';
import { grouped } from '../generate/money';
import type { Random } from '../generate/random';
import { amountVisible, amountsOfRow, inWanyuan, labelsOf, type Book, type BookTable } from './book';
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
  // 绩效目标表 are filled in by hand, "28万元" is usual there.
  return odd === text ? null : replaced('number as odd text', site, odd, site.table.area.kind === 'B13' && /元|约/.test(odd) ? 'unknown' : true);
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
  // In the one row of 预算数 or 决算数 two parts of a 小计 can change places unseen.
  const visible = table.area.kind === 'F07' ? 'unknown' : either(amountVisible(table, row, column, site.value), amountVisible(table, row, to, site.value));
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
  const visible = rowMoveVisible(book, site, to);
  return moved('value in neighbour row', site, { sheet: table.sheetIndex, row: to, column }, visible);
};

/** Totals do not notice money that moves between two of their terms: something else has to tie the two lines. */
function rowMoveVisible(book: Book, { table, row, column, value }: Site, to: number): Visibility {
  const { area } = table;
  // 总额 = 财政拨款 + 其他资金, whichever of the two it is.
  if (area.kind === 'B13') return false;
  if (area.kind === 'B09' || area.kind === 'F01' || (area.kind === 'B01' && book.otherIncome)) return 'unknown';
  if (area.kind === 'F04' && labelsOf(table, row, column).some((text) => /结转|结余|财政拨款$/.test(text))) return 'unknown';
  const [from, there] = [row, to].map((r) => area.codes.filter((c) => c.row === r && c.column < column).pop());
  const oneColumn = from !== undefined && amountsOfRow(area, from).length === 1;
  if (oneColumn && there && from.code.length === there.code.length && from.code.slice(0, -2) === there.code.slice(0, -2)) {
    // 06 ties these codes to 07; the other codes of one 类 stand nowhere else.
    return [from, there].some((c) => /^(30212|3021[567]|30231|31013)$/.test(c.code)) ? 'unknown' : false;
  }
  return either(amountVisible(table, row, column, value), amountVisible(table, to, column, value));
}

function empty(table: BookTable, row: number, column: number): boolean {
  const cell = table.sheet.get(row, column);
  return cell === undefined || amountAt(table.sheet, row, column) === 0;
}

/** A figure that leaves a sum, or comes into one, is noticed whatever the other cell is. */
function either(a: Visibility, b: Visibility): Visibility {
  return a === true || b === true ? true : a;
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
