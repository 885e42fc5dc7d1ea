import { areTokensWhole, type FormulaForm } from './formulaTokens';

const FORMULAS: readonly number[] = [0x06, 0x206, 0x406];
const ARRAYS: readonly number[] = [0x21, 0x221];
const SHARED = 0x4bc;
const NAMES: readonly number[] = [0x18, 0x218];

/** Form of the formulas behind a BOF record at `at`; null before Excel 95, whose formulas are not looked into. */
export function biffFormOf(stream: Uint8Array, at: number): FormulaForm | null {
  const version = stream[at + 5];
  if (stream[at + 1] !== 0x08) return null;
  return version === 5 ? 5 : 8;
}

/** Whether the formula of a record lies whole between `body` and `end`; true for records without one. */
export function isFormulaWhole(stream: Uint8Array, type: number, body: number, end: number, form: FormulaForm | null): boolean {
  if (NAMES.includes(type)) return form === null || isNameWhole(stream, body, end, form);
  const isCell = FORMULAS.includes(type);
  const skip = isCell ? (form === null ? 16 : 20) : ARRAYS.includes(type) ? (form === null ? 8 : 12) : type === SHARED ? 8 : null;
  if (skip === null) return true;
  if (body + skip + 2 > end) return false;
  const length = stream[body + skip] | (stream[body + skip + 1] << 8);
  const start = body + skip + 2;
  if (form === null) return start <= end;
  return start + length <= end && areTokensWhole(stream, start, start + length, end, form, isCell);
}

/** Makes the formula of a cell's record empty; false where the record is none, or too short to hold one. */
export function dropFormula(stream: Uint8Array, type: number, body: number, end: number, form: FormulaForm | null): boolean {
  const at = body + (form === null ? 16 : 20);
  if (!FORMULAS.includes(type) || at + 2 > end) return false;
  stream[at] = 0;
  stream[at + 1] = 0;
  return true;
}

/** Lbl: flags (2), key, characters of the name, bytes of the formula (2), eight more; the name; the formula. [MS-XLS] section 2.4.150. */
function isNameWhole(stream: Uint8Array, body: number, end: number, form: FormulaForm): boolean {
  if (body + 14 > end) return false;
  const characters = stream[body + 3];
  const length = stream[body + 4] | (stream[body + 5] << 8);
  const start = body + 14 + (form === 5 ? characters : 1 + characters * ((stream[body + 14] & 1) + 1));
  if (start > end) return false;
  return length === 0 || (start + length <= end && areTokensWhole(stream, start, start + length, end, form, false));
}
