import { MAX_COLUMNS, MAX_ROWS } from '../../audit/workbook';
import { damaged } from '../errors';
import { RangeBudget } from './rangeBudget';
import { areFieldsWhole, isNeeded } from './xlsbFields';

/** Record types of [MS-XLSB] section 2.3. */
const ROW_HEADER = 0;
const COL_INFO = 60;
const EXTERN_SHEET = 362;
const ARRAY = 426;
/** 1 BrtCellBlank … 11 BrtFmlaError: the cells whose first field is their column. */
const LAST_CELL = 11;
/** BrtEndSheet with 64 bytes of nothing: what the last record lacks is read from here and not from beyond the part. */
const END = [0x82, 0x01, 64, ...new Array<number>(64).fill(0)];

/**
 * One binary part of an .xlsb as the reader behind may have it: the records that an audit needs, whole, with columns and
 * rows within a sheet and ranges no more than a workbook's. That reader believes every length and count. Throws `damaged`.
 */
export function cleanXlsb(part: Uint8Array, name: string): Uint8Array {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  const ranges = new RangeBudget(name);
  const clean = new Uint8Array(part.length + END.length);
  let size = 0;
  for (let at = 0; at < part.length; ) {
    const { type, length, body } = xlsbRecordAt(part, at);
    const next = body + length;
    if (isNeeded(type)) {
      const number = (index: number): number => view.getUint32(body + index * 4, true);
      const outside = (row: number, column: number): boolean => row >= MAX_ROWS || column >= MAX_COLUMNS;
      if (next > part.length || !areFieldsWhole(part, type, body, next)) throw damaged(name, 'a record is cut off');
      if (type === EXTERN_SHEET && number(0) * 12 + 4 > length) throw damaged(name, 'its list of sheets is cut off');
      if (type === COL_INFO) {
        if (outside(0, number(1))) throw damaged(name, 'a column lies outside the sheet');
        ranges.range(0, 0, number(0), number(1));
      } else if (type === ARRAY) ranges.array();
      else if (type === ROW_HEADER && outside(number(0), 0)) throw damaged(name, 'a row lies outside the sheet');
      else if (type > ROW_HEADER && type <= LAST_CELL && outside(0, number(0))) throw damaged(name, 'a cell lies outside the sheet');
      clean.set(part.subarray(at, next), size);
      size += next - at;
    }
    at = next;
  }
  clean.set(END, size);
  return clean.subarray(0, size + END.length);
}

/** Type and length are of one or more bytes each, seven bits a byte ([MS-XLSB] section 2.1.4). */
export function xlsbRecordAt(part: Uint8Array, at: number): { type: number; length: number; body: number } {
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
