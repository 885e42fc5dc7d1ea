import { groupThousands } from '../../audit/workbook';
import type { PrintedCell, PrintedLook, PrintedRow, PrintedSheet, PrintedValue } from './model';

/** Points of a letter and of its line. */
export const LETTERS: Readonly<Record<PrintedLook, number>> = {
  title: 16, remark: 10, warning: 10, section: 11, head: 10, text: 10, centre: 10, shrunk: 10, answer: 10, amount: 10, count: 10, total: 10,
};
/** Of the fonts that stand in for 宋体 where it is missing, too. */
const LINE = 1.45;
/** Above and below the lines of a cell, in points. */
const PADDING = 3;
/** Excel's own limit. */
const HIGHEST_ROW = 409;
/** A line breaks before its column is wholly full. */
const SPARE = 1;
/** Beyond this a double no longer holds every cent. */
const SAFE_DIGITS = 15;

/** Cents always, more decimals where the figure has them (万元). */
const AMOUNT_FORMAT = '#,##0.00####';

export function isNumber(amount: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(amount) && amount.replace(/\D/g, '').length <= SAFE_DIGITS;
}

/** The number format of a value; "@" keeps a text a text when it is edited. */
export function formatOf(value: PrintedValue): string {
  if (typeof value === 'string') return '@';
  if ('count' in value) return '#,##0';
  return !isNumber(value.amount) ? '@' : `${AMOUNT_FORMAT}${value.unit === '' ? '' : `" ${value.unit}"`}_)`;
}

/** A value as people read it: "1,234.50 万元". */
export function shownText(value: PrintedValue): string {
  if (typeof value === 'string') return value;
  if ('count' in value) return grouped(String(value.count));
  return [grouped(withCents(value.amount)), value.unit].filter((part) => part !== '').join(' ');
}

/** Height of a row in points, so that every text that wraps is seen. */
export function rowHeight(row: PrintedRow, { widths }: PrintedSheet): number {
  let column = 0;
  let highest = 0;
  for (const cell of row.cells) {
    const span = cell?.span ?? 1;
    if (cell !== null) highest = Math.max(highest, cellHeight(cell, widths.slice(column, column + span).reduce((sum, width) => sum + width, 0)));
    column += span;
  }
  return Math.min(HIGHEST_ROW, Math.round(highest * 4) / 4);
}

/** How many lines fit a cell of this look into the highest row there is. */
export const mostLines = (look: PrintedLook): number => Math.floor((HIGHEST_ROW - PADDING) / (LETTERS[look] * LINE));

function cellHeight({ look, value }: PrintedCell, width: number): number {
  const letters = LETTERS[look];
  if (look === 'shrunk' || look === 'count') return letters * LINE;
  const lines = linesOf(shownText(value), (width * LETTERS.text) / letters);
  return lines * letters * LINE + PADDING;
}

/** Lines that a text takes in a column of so many half-width characters. */
export function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width - SPARE))), 0);
}

/** Width in half-width characters. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2000 ? 2 : 1;
  return width;
}

const withCents = (amount: string): string => (/^-?\d+$/.test(amount) ? `${amount}.00` : /\.\d$/.test(amount) ? `${amount}0` : amount);

function grouped(decimal: string): string {
  const [whole, ...rest] = decimal.split('.');
  const digits = whole.replace('-', '');
  return [`${whole.startsWith('-') ? '-' : ''}${groupThousands(digits)}`, ...rest].join('.');
}
