import { damaged } from '../errors';
import { biffFormOf, isFormulaWhole } from './biffFormulas';
import { RangeBudget } from './rangeBudget';

/** Record types of [MS-XLS] section 2.3.2. */
const BEGIN_OF_FILE: readonly number[] = [0x09, 0x209, 0x409, 0x809];
const EXTERN_SHEET = 0x17;
const CONTINUE = 0x3c;
const COL_INFO = 0x7d;
const ARRAYS: readonly number[] = [0x21, 0x221];
/** HorizontalPageBreaks: a record that the reader behind passes over. */
const PASSED_OVER = 0x1b;

/** What an audit needs: sheets, cells, texts, formats, formulas and what they refer to, rows, columns, merged areas, protection, password. */
const NEEDED: ReadonlySet<number> = new Set([
  ...BEGIN_OF_FILE, 0x0a, 0x2f, 0x42, 0x22, 0x85, 0x12, 0x81, 0x8d,
  0x02, 0x03, 0x04, 0x05, 0x07, 0x44, 0x203, 0x204, 0x205, 0x207, 0xbd, 0xd6, 0xfc, 0xfd, 0x27e,
  0x1e, 0x41e, 0x56, 0x43, 0x243, 0x443, 0xe0,
  0x06, 0x206, 0x406, ...ARRAYS, 0x4bc, EXTERN_SHEET, 0x1ae, 0x23, 0x223, 0x18, 0x218,
  0x00, 0x200, 0x08, 0x208, 0x24, 0x25, 0x55, COL_INFO, 0xe5,
]);

/**
 * The workbook stream as the reader behind may have it: the records that an audit needs (others are passed over), whole,
 * with ranges of columns and array formulas no more than a workbook's. That reader believes every length and count.
 * Throws `damaged`.
 */
export function cleanBiff(stream: Uint8Array): Uint8Array {
  const clean = stream.slice();
  const view = new DataView(clean.buffer);
  const ranges = new RangeBudget('BIFF');
  let form = biffFormOf(clean, 0);
  let isPassedOver = false;
  for (let at = 0; at + 4 <= clean.length; ) {
    const type = view.getUint16(at, true);
    const body = at + 4;
    const next = body + view.getUint16(at + 2, true);
    if (type !== CONTINUE) isPassedOver = !NEEDED.has(type);
    if (BEGIN_OF_FILE.includes(type)) form = biffFormOf(clean, at);
    if (isPassedOver) view.setUint16(at, PASSED_OVER, true);
    else {
      const size = Math.min(next, clean.length) - body;
      if (type === EXTERN_SHEET && (size < 2 || next > clean.length)) throw damaged('BIFF', 'ExternSheet is cut off');
      if (type === COL_INFO && size >= 4) ranges.range(0, 0, view.getUint16(body, true), view.getUint16(body + 2, true));
      else if (ARRAYS.includes(type)) ranges.array();
      if (!isFormulaWhole(clean, type, body, body + size, form)) throw damaged('BIFF', 'a formula is cut off');
    }
    at = next;
  }
  return clean;
}
