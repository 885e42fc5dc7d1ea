import { MAX_COLUMNS, MAX_ROWS, parseRectAddress, type Rect, rectAddress } from '../../../src/audit/workbook';
import { findSheet, type SimSheet, type SimWorkbook } from './model/workbook';
import { ApiError } from './wire/apiError';

export const wholeSheet: Rect = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

/** Longer address texts are cut by Excel without a word; the simulation refuses them, so that no test can pass on a cut one. */
const MAX_ADDRESS_TEXT = 8_192;

/** "A1:B2", "A:C", "3:5", "'表 1'!A1" → sheet and rectangle. */
export function findArea(book: SimWorkbook, sheet: SimSheet, text: string): { sheet: SimSheet; rect: Rect } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(text);
  const named = match ? findSheet(book, match[1]?.replace(/''/g, "'") ?? match[2]) : sheet;
  const rect = parseArea(match ? match[3] : text);
  if (!named || !rect) throw new ApiError('InvalidArgument', `"${text}" is not an address`);
  return { sheet: named, rect };
}

/** The comma-separated list of `getRanges`. */
export function findAreas(book: SimWorkbook, sheet: SimSheet, text: string): Rect[] {
  if (text.length > MAX_ADDRESS_TEXT) throw new ApiError('InvalidArgument', `address text of ${text.length} characters`);
  return text.split(',').map((part) => findArea(book, sheet, part.trim()).rect);
}

export function addressOf(sheet: SimSheet, rect: Rect): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_.]*$/.test(sheet.name) && !/^[A-Za-z]{1,3}\d+$/.test(sheet.name);
  return `${plain ? sheet.name : `'${sheet.name.replace(/'/g, "''")}'`}!${areaText(rect)}`;
}

/** As Excel writes it: whole columns as "A:C", whole rows as "3:5". */
export function areaText(rect: Rect): string {
  const [first, last] = rectAddress({ ...rect, bottom: Math.max(rect.bottom, rect.top) }).split(':');
  if (rect.left === 0 && rect.right === MAX_COLUMNS - 1) return `${rect.top + 1}:${rect.bottom + 1}`;
  if (rect.top === 0 && rect.bottom === MAX_ROWS - 1) return `${first.replace(/\d+/, '')}:${(last ?? first).replace(/\d+/, '')}`;
  return last === undefined ? first : `${first}:${last}`;
}

function parseArea(text: string): Rect | null {
  const plain = text.replace(/\$/g, '');
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(plain);
  if (columns) return parseRectAddress(`${columns[1]}1:${columns[2]}${MAX_ROWS}`);
  const rows = /^(\d+):(\d+)$/.exec(plain);
  if (rows) return parseRectAddress(`A${rows[1]}:XFD${rows[2]}`);
  return parseRectAddress(plain);
}
