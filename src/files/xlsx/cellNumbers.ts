import { MAX_COLUMNS, MAX_ROWS } from '../../audit/workbook';

/** 10⁰ to 10²², all exact as doubles. */
const POWERS = Float64Array.from({ length: 23 }, (_, k) => 10 ** k);
const DOLLAR = 0x24;
const MAX_EXACT = 9_007_199_254_740_992;

/**
 * The number written in the bytes; NaN where they hold none. Up to 2⁵³ and 22 decimals one correctly rounded division
 * of two exact numbers yields the nearest double (Clinger 1990); the runtime parses the rest.
 */
export function parseNumber(bytes: Uint8Array, from: number, to: number): number {
  let start = from;
  let end = to;
  while (start < end && bytes[start] <= 0x20) start++;
  while (end > start && bytes[end - 1] <= 0x20) end--;
  if (start === end) return NaN;
  const isNegative = bytes[start] === 0x2d;
  let digits = 0;
  let decimals = -1;
  let p = isNegative ? start + 1 : start;
  if (p === end || end - p > 18) return parseSlowly(bytes, start, end);
  for (; p < end; p++) {
    const c = bytes[p];
    if (c >= 0x30 && c <= 0x39) {
      digits = digits * 10 + (c - 0x30);
      if (decimals >= 0) decimals++;
    } else if (c === 0x2e && decimals < 0) decimals = 0;
    else return parseSlowly(bytes, start, end);
  }
  // A point alone is no number; more than 2⁵³ is not exact here.
  if (digits > MAX_EXACT || (decimals === 0 && end - start === (isNegative ? 2 : 1))) return parseSlowly(bytes, start, end);
  const value = decimals > 0 ? digits / POWERS[decimals] : digits;
  return isNegative && value !== 0 ? -value : value;
}

function parseSlowly(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 400) return NaN;
  const text = String.fromCharCode(...bytes.subarray(start, end));
  // Number() also takes "0x10", "Infinity" and the like, which no workbook means.
  const value = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value + 0 : NaN;
}

/** A whole number without sign; -1 where the bytes hold anything else or more than nine digits. */
export function parseIndex(bytes: Uint8Array, from: number, to: number): number {
  let start = from;
  let end = to;
  while (start < end && bytes[start] <= 0x20) start++;
  while (end > start && bytes[end - 1] <= 0x20) end--;
  if (start === end || end - start > 9) return -1;
  let value = 0;
  for (let p = start; p < end; p++) {
    const digit = bytes[p] - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** "C12" or "$C$12" → row × 16,384 + column, zero-based; -1 where it is no address within a sheet. */
export function parsePosition(bytes: Uint8Array, start: number, end: number): number {
  let p = start;
  let column = 0;
  if (p < end && bytes[p] === DOLLAR) p++;
  for (const last = p + 4; p < end && p < last; p++) {
    const c = bytes[p] & 0xdf;
    if (c < 0x41 || c > 0x5a) break;
    column = column * 26 + (c - 0x40);
  }
  if (p < end && bytes[p] === DOLLAR) p++;
  const row = p < end && bytes[p] >= 0x30 ? parseIndex(bytes, p, end) : -1;
  if (column < 1 || column > MAX_COLUMNS || row < 1 || row > MAX_ROWS) return -1;
  return (row - 1) * MAX_COLUMNS + column - 1;
}
