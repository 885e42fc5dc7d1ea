/** Which binary form of formulas: Excel 95, Excel 97 (.xls), Excel 2007 (.xlsb). */
export type FormulaForm = 5 | 8 | 12;

/** Bytes of a token with its first, by form; [MS-XLS] section 2.5.198, [MS-XLSB] section 2.5.97. Tokens of one byte and of no fixed size are not here. */
const SIZES: Readonly<Record<number, readonly [five: number, eight: number, twelve: number]>> = {
  0x01: [5, 5, 5], 0x02: [5, 5, 5], 0x1a: [11, 11, 11], 0x1b: [6, 6, 6], 0x1c: [2, 2, 2], 0x1d: [2, 2, 2], 0x1e: [3, 3, 3], 0x1f: [9, 9, 9],
  0x20: [8, 8, 15], 0x21: [3, 3, 3], 0x22: [4, 4, 4], 0x23: [15, 5, 5], 0x24: [4, 5, 7], 0x25: [7, 9, 13], 0x26: [7, 7, 7], 0x27: [7, 7, 7], 0x28: [7, 7, 7],
  0x29: [3, 3, 3], 0x2a: [4, 5, 7], 0x2b: [7, 9, 13], 0x2c: [4, 5, 7], 0x2d: [7, 9, 13], 0x2e: [3, 3, 3], 0x2f: [3, 3, 3], 0x39: [25, 7, 7],
  0x3a: [18, 7, 9], 0x3b: [21, 11, 15], 0x3c: [18, 7, 9], 0x3d: [21, 11, 15],
};
const REFERS: readonly number[] = [0x01, 0x02];
const STRING = 0x17;
const EXTENDED = 0x18;
const ATTRIBUTE = 0x19;
const CHOOSE = 0x04;
const LIST = 0x19;
const ARRAY = 0x20;
const MEMORY_AREA = 0x26;

/**
 * Whether the tokens of a formula fill their bytes `at` to `end` exactly, or up to one unknown, and what belongs to them
 * (constants of arrays, areas) lies in the bytes behind, up to `extraEnd`. The reader behind believes both and runs on for ever.
 * A formula that refers to a shared one (`mayRefer`) holds nothing else, or formulas would unfold without end.
 */
export function areTokensWhole(bytes: Uint8Array, at: number, end: number, extraEnd: number, form: FormulaForm, mayRefer: boolean): boolean {
  const start = at;
  let extra = form === 12 ? end + 4 : end;
  while (at < end) {
    const token = baseOf(bytes[at]);
    if (REFERS.includes(token)) return mayRefer && at === start && end - at === SIZES[token][0];
    const size = sizeAt(bytes, at, token, form);
    if (size === 0) return true;
    if (at + size > end) return false;
    if (form !== 5 && (token === ARRAY || token === MEMORY_AREA)) {
      if (extra >= extraEnd) return form === 12;
      extra = token === ARRAY ? arrayEnd(bytes, extra, extraEnd, form) : areasEnd(bytes, extra, form);
      if (extra > extraEnd) return false;
    }
    at += size;
  }
  return at === end;
}

/** Tokens from 0x40 on are those from 0x20 on in another class; some of Excel 95's functions stand apart. */
function baseOf(token: number): number {
  if (token < 0x40 || token >= 0x80) return token;
  return (token & 0x1f) === 0x18 ? 0x22 : (token & 0x1f) | 0x20;
}

/** 0: unknown, where the reader behind stops as well. */
function sizeAt(bytes: Uint8Array, at: number, token: number, form: FormulaForm): number {
  if (token >= 0x03 && token <= 0x16) return 1;
  if (token === STRING) {
    if (form === 12) return 3 + 2 * word(bytes, at + 1);
    return form === 5 ? 2 + bytes[at + 1] : 3 + bytes[at + 1] * ((bytes[at + 2] & 1) + 1);
  }
  if (token === EXTENDED) return bytes[at + 1] === LIST ? 14 : 6;
  if (token === ATTRIBUTE) return bytes[at + 1] === CHOOSE ? 4 + 2 * (word(bytes, at + 2) + 1) : 4;
  return SIZES[token]?.[form === 5 ? 0 : form === 8 ? 1 : 2] ?? 0;
}

const word = (bytes: Uint8Array, at: number): number => bytes[at] | (bytes[at + 1] << 8);
const long = (bytes: Uint8Array, at: number): number => word(bytes, at) + word(bytes, at + 2) * 65_536;

/** Where the constants of an array end: counts of columns and rows, then each with its kind; Infinity where they do not. */
function arrayEnd(bytes: Uint8Array, at: number, end: number, form: FormulaForm): number {
  const count = form === 12 ? long(bytes, at) * long(bytes, at + 4) : (bytes[at] + 1) * (word(bytes, at + 1) + 1);
  at += form === 12 ? 8 : 3;
  if (!(count <= end - at)) return Infinity;
  for (let i = 0; i < count && at <= end; i++) at += form === 12 ? constantSize12(bytes, at) : constantSize(bytes, at);
  return at;
}

function constantSize(bytes: Uint8Array, at: number): number {
  return bytes[at] === 2 ? 4 + word(bytes, at + 1) * ((bytes[at + 3] & 1) + 1) : 9;
}

/** 0 number, 1 text, 2 logical, 4 error. */
function constantSize12(bytes: Uint8Array, at: number): number {
  const kind = bytes[at];
  return kind === 0 ? 9 : kind === 1 ? 3 + 2 * word(bytes, at + 1) : kind === 2 ? 2 : 5;
}

function areasEnd(bytes: Uint8Array, at: number, form: FormulaForm): number {
  return form === 12 ? at + 4 + long(bytes, at) * 16 : at + 2 + word(bytes, at) * 8;
}
