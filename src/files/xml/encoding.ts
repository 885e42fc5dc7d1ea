import { damaged, FileError } from '../errors';

/** A part in another encoding is in memory three times while it is recoded. */
const LARGEST_RECODED = 128 * 1024 * 1024;

/** So far the declaration is looked for. */
const LONGEST_DECLARATION = 200;

/** A character a byte: the declaration is written in ASCII. */
const BYTES = new TextDecoder('latin1');

/**
 * The part as UTF-8 without byte order mark. OOXML allows UTF-8 and UTF-16 (ISO/IEC 29500-2 section 6.1.4); other
 * encodings are read where the runtime knows them, since old Chinese exporters declare GBK.
 * Throws `damaged` for an encoding nobody knows, `inflatesTooLarge`.
 */
export function toUtf8(bytes: Uint8Array, part: string): Uint8Array {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return recode(bytes.subarray(2), 'utf-16le', part);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return recode(bytes.subarray(2), 'utf-16be', part);
  if (bytes[0] === 0x3c && bytes[1] === 0) return recode(bytes, 'utf-16le', part);
  if (bytes[0] === 0 && bytes[1] === 0x3c) return recode(bytes, 'utf-16be', part);
  const declared = declaredEncoding(bytes);
  return declared === null || /^(utf-?8|us-ascii)$/i.test(declared) ? bytes : recode(bytes, declared, part);
}

function declaredEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] !== 0x3c || bytes[1] !== 0x3f) return null;
  const head = BYTES.decode(bytes.subarray(0, LONGEST_DECLARATION));
  const end = head.indexOf('?>');
  return end < 0 ? null : (/encoding\s*=\s*["']([\w.:-]+)["']/.exec(head.slice(0, end))?.[1] ?? null);
}

function recode(bytes: Uint8Array, encoding: string, part: string): Uint8Array {
  if (bytes.length > LARGEST_RECODED) throw new FileError('inflatesTooLarge', { limit: LARGEST_RECODED, part });
  try {
    return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
  } catch (cause) {
    throw damaged(part, `unknown encoding ${encoding}`, cause);
  }
}
