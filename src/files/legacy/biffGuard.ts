import { damaged } from '../errors';
import { biffFormOf, dropFormula, isFormulaWhole } from './biffFormulas';
import { areSharedTextsThere, areTextLengthsThere, charactersOf } from './biffTexts';
import { RangeBudget } from './rangeBudget';

/** Record types of [MS-XLS] section 2.3.2. */
const BEGIN_OF_FILE: readonly number[] = [0x09, 0x209, 0x409, 0x809];
const EXTERN_SHEET = 0x17;
const CONTINUE = 0x3c;
const COL_INFO = 0x7d;
const MERGED = 0xe5;
const SHARED_TEXTS = 0xfc;
const ARRAYS: readonly number[] = [0x21, 0x221];
/** HorizontalPageBreaks: a record that the reader behind passes over. */
const PASSED_OVER = 0x1b;

/** The reader behind looks for the bounds of records at each character: characters times bounds, some seconds at worst. */
const MOST_STEPS = 4e9;

/** What an audit needs: sheets, cells, texts, formats, formulas and what they refer to, rows, columns, merged areas, protection, password. */
const NEEDED: ReadonlySet<number> = new Set([
  ...BEGIN_OF_FILE, 0x0a, 0x2f, 0x42, 0x22, 0x85, 0x12, 0x81, 0x8d,
  0x02, 0x03, 0x04, 0x05, 0x07, 0x44, 0x203, 0x204, 0x205, 0x207, 0xbd, 0xd6, SHARED_TEXTS, 0xfd, 0x27e,
  0x1e, 0x41e, 0x56, 0x43, 0x243, 0x443, 0xe0,
  0x06, 0x206, 0x406, ...ARRAYS, 0x4bc, EXTERN_SHEET, 0x1ae, 0x23, 0x223, 0x18, 0x218,
  0x00, 0x200, 0x08, 0x208, 0x24, 0x25, 0x55, COL_INFO, MERGED,
]);

/**
 * The workbook stream as the reader behind may have it: the records that an audit needs (others are passed over), whole,
 * with ranges of columns and array formulas no more than a workbook's. That reader believes every length and count.
 * Throws `damaged`.
 */
export function cleanBiff(stream: Uint8Array): Uint8Array {
  // A Buffer of Node would share its memory with others, at another offset.
  const clean = new Uint8Array(stream);
  const view = new DataView(clean.buffer);
  const ranges = new RangeBudget('BIFF');
  let form = biffFormOf(clean, 0);
  let isPassedOver = false;
  let texts: Uint8Array[] = [];
  let steps = 0;
  const look = (bytes: number, pieces: number): void => {
    steps += bytes * pieces;
    if (steps > MOST_STEPS) throw damaged('BIFF', 'its texts are in too many pieces');
  };
  for (let at = 0; at + 4 <= clean.length; ) {
    const type = view.getUint16(at, true);
    const body = at + 4;
    const next = body + view.getUint16(at + 2, true);
    if (type !== CONTINUE) isPassedOver = !NEEDED.has(type);
    if (BEGIN_OF_FILE.includes(type)) form = biffFormOf(clean, at);
    if (isPassedOver) view.setUint16(at, PASSED_OVER, true);
    else {
      const size = Math.min(next, clean.length) - body;
      if (type !== CONTINUE) {
        checkSharedTexts(texts, look);
        texts = [];
        if (form === 8) {
          const pieces = piecesOf(view, at);
          const most = pieces.reduce((sum, piece) => sum + piece, 0);
          const characters = charactersOf(clean, type, body);
          if (characters > most) throw damaged('BIFF', 'a text is cut off');
          look(characters, pieces.length);
        }
      }
      if (type === SHARED_TEXTS || (type === CONTINUE && texts.length > 0)) texts.push(clean.subarray(body, body + size));
      if (!areTextLengthsThere(clean, type, body, body + size)) throw damaged('BIFF', 'a text is cut off');
      if (type === MERGED && (size < 2 || view.getUint16(body, true) * 8 + 2 > size)) throw damaged('BIFF', 'its list of merged areas is cut off');
      if (type === EXTERN_SHEET && (size < 2 || next > clean.length)) throw damaged('BIFF', 'ExternSheet is cut off');
      if (type === COL_INFO && size >= 4) ranges.range(0, 0, view.getUint16(body, true), view.getUint16(body + 2, true));
      else if (ARRAYS.includes(type)) ranges.array();
      // The value of a cell stands beside its formula and stays; a formula that is not whole goes.
      if (!isFormulaWhole(clean, type, body, body + size, form) && !dropFormula(clean, type, body, body + size, form)) throw damaged('BIFF', 'a formula is cut off');
    }
    at = next;
  }
  checkSharedTexts(texts, look);
  return clean;
}

/** Bytes of the record at `at` and of those that continue it. */
function piecesOf(view: DataView, at: number): number[] {
  const pieces: number[] = [];
  do {
    const length = view.getUint16(at + 2, true);
    pieces.push(Math.min(length, view.byteLength - at - 4));
    at += 4 + length;
  } while (at + 4 <= view.byteLength && view.getUint16(at, true) === CONTINUE);
  return pieces;
}

function checkSharedTexts(pieces: readonly Uint8Array[], look: (bytes: number, pieces: number) => void): void {
  if (pieces.length === 0) return;
  look(pieces.reduce((sum, piece) => sum + piece.length, 0), pieces.length);
  if (!areSharedTextsThere(pieces)) throw damaged('BIFF', 'a shared text is cut off');
}
