import { damaged } from '../errors';
import { RangeBudget } from './rangeBudget';

/** Record types of [MS-XLS] section 2.3.2. */
const EXTERN_SHEET = 0x17;
const COL_INFO = 0x7d;
const HLINK = 0x1b8;
const HLINK_TOOLTIP = 0x800;
const ARRAYS: readonly number[] = [0x21, 0x221];

/**
 * Refuses the records that keep the reader behind busy out of all proportion to their size: a list of references to
 * sheets too short to hold its own count (for ever), ranges of columns and links that overlap without end, array
 * formulas by the thousand. Throws `damaged`.
 */
export function guardBiff(stream: Uint8Array): void {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const ranges = new RangeBudget('BIFF');
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const body = at + 4;
    const word = (index: number): number => view.getUint16(body + index * 2, true);
    if (type === EXTERN_SHEET && (length < 2 || body + length > stream.length)) throw damaged('BIFF', 'ExternSheet is cut off');
    const size = Math.min(length, stream.length - body);
    if (type === COL_INFO && size >= 4) ranges.range(0, 0, word(0), word(1));
    else if (type === HLINK && size >= 8) ranges.range(word(0), word(1), word(2), word(3));
    else if (type === HLINK_TOOLTIP && size >= 10) ranges.range(word(1), word(2), word(3), word(4));
    else if (ARRAYS.includes(type)) ranges.array();
    at = body + length;
  }
}
