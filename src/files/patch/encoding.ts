import { damaged } from '../errors';
import { toUtf8 } from '../xml';

/** A part as UTF-8 to be edited, and the way back into the encoding it is stored in. */
export interface PartText {
  readonly utf8: Uint8Array;
  encode(utf8: Uint8Array): Uint8Array;
}

/** Throws `damaged` for an encoding there is no exact way back to. */
export function partText(bytes: Uint8Array, part: string): PartText {
  const utf8 = toUtf8(bytes, part);
  const mark = bytes.length - utf8.length;
  // A view of the same bytes: nothing was recoded.
  if (utf8.buffer === bytes.buffer) return { utf8, encode: (edited) => (mark === 0 ? edited : joined(bytes.subarray(0, mark), edited)) };
  const hasMark = bytes[0] >= 0xfe;
  const isLittle = hasMark ? bytes[0] === 0xff : bytes[0] === 0x3c;
  const encode = (edited: Uint8Array): Uint8Array => utf16(edited, isLittle, hasMark);
  if (!equal(encode(utf8), bytes)) throw damaged(part, 'its encoding cannot be written back exactly');
  return { utf8, encode };
}

function utf16(utf8: Uint8Array, isLittle: boolean, hasMark: boolean): Uint8Array {
  const text = `${hasMark ? '\ufeff' : ''}${new TextDecoder('utf-8', { ignoreBOM: true }).decode(utf8)}`;
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), isLittle);
  return bytes;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

const equal = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);
