import { MAX_COLUMNS, MAX_ROWS } from '../../audit/workbook';
import { damaged } from '../errors';
import { RangeBudget } from './rangeBudget';

/** Record types of [MS-XLSB] section 2.3. */
const ROW_HEADER = 0;
const COL_INFO = 60;
const EXTERN_SHEET = 362;
const ARRAY = 426;
const HLINK = 494;
/** 1 BrtCellBlank … 11 BrtFmlaError: the cells whose first field is their column. */
const LAST_CELL = 11;

/**
 * As `guardBiff`, for one binary part of an .xlsb, before the reader behind goes through it: its columns and rows lie
 * within a sheet, its ranges are no more than a workbook's. Throws `damaged`.
 */
export function guardXlsb(part: Uint8Array, name: string): void {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  const ranges = new RangeBudget(name);
  const isSheet = /worksheets/i.test(name);
  for (let at = 0; at < part.length; ) {
    const { type, length, body } = recordAt(part, at);
    const size = Math.min(length, part.length - body);
    const number = (index: number): number => view.getUint32(body + index * 4, true);
    const outside = (row: number, column: number): boolean => row >= MAX_ROWS || column >= MAX_COLUMNS;
    // The reader behind believes the count and reads on for ever.
    if (type === EXTERN_SHEET && (size < 4 || number(0) * 12 + 4 > size)) throw damaged(name, 'its list of sheets is cut off');
    if (type === COL_INFO && size >= 8) {
      if (isSheet && outside(0, number(1))) throw damaged(name, 'a column lies outside the sheet');
      ranges.range(0, 0, number(0), number(1));
    } else if (type === HLINK && size >= 16) ranges.range(number(0), number(1), number(2), number(3));
    else if (type === ARRAY) ranges.array();
    else if (isSheet && size >= 4 && type === ROW_HEADER && outside(number(0), 0)) throw damaged(name, 'a row lies outside the sheet');
    else if (isSheet && size >= 4 && type > ROW_HEADER && type <= LAST_CELL && outside(0, number(0))) throw damaged(name, 'a cell lies outside the sheet');
    at = body + length;
  }
}

/** Type and length are of one or more bytes each, seven bits a byte ([MS-XLSB] section 2.1.4). */
function recordAt(part: Uint8Array, at: number): { type: number; length: number; body: number } {
  let next = at;
  let type = part[next++];
  if (type & 0x80) type = (type & 0x7f) | ((part[next++] & 0x7f) << 7);
  let length = 0;
  for (let i = 0; i < 4 && next < part.length; i++) {
    const byte = part[next++];
    length |= (byte & 0x7f) << (7 * i);
    if (!(byte & 0x80)) break;
  }
  return { type, length, body: next };
}
