/** Bytes of XML character data into text: UTF-8, entities, line ends, and Excel's own `_xHHHH_` escapes. */

const AMPERSAND = 0x26;
const CARRIAGE_RETURN = 0x0d;
/** Up to here a loop beats the runtime's decoder, whose call alone costs some 200 ns. */
const SHORT = 96;

/** Character data or an attribute's value as text; `isLiteral` for CDATA, where entities do not count. */
export function decodeText(bytes: Uint8Array, start: number, end: number, isLiteral = false): string {
  let text = '';
  let isPlain = true;
  let at = start;
  if (end - start > SHORT) {
    text = decodeUtf8(bytes, start, end);
    isPlain = !text.includes('&') && !text.includes('\r');
    at = end;
  }
  while (at < end) {
    const a = bytes[at];
    if (a < 0x80) {
      if (a === AMPERSAND || a === CARRIAGE_RETURN) isPlain = false;
      text += String.fromCharCode(a);
      at += 1;
    } else if (a >= 0xe0 && a < 0xf0 && at + 2 < end && isTail(bytes[at + 1]) && isTail(bytes[at + 2])) {
      const unit = ((a & 15) << 12) | ((bytes[at + 1] & 63) << 6) | (bytes[at + 2] & 63);
      // Overlong forms and surrogates are left to the decoder below.
      if (unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff)) return finish(decodeUtf8(bytes, start, end), isLiteral);
      text += String.fromCharCode(unit);
      at += 3;
    } else return finish(decodeUtf8(bytes, start, end), isLiteral);
  }
  return isPlain ? text : finish(text, isLiteral);
}

/** `_x000D_` → carriage return, `_x005F_` → "_" (ST_Xstring, ISO/IEC 29500-1 section 22.9.2.19). */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Without xml:space="preserve" Excel drops white space at both ends of a text. */
export function trimXmlSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isXmlSpace(text.charCodeAt(start))) start++;
  while (end > start && isXmlSpace(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function isXmlSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

function isTail(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end));
}

/** Line ends first, then entities: a `&#13;` stays a carriage return (XML 1.0 sections 2.11 and 4.6). */
function finish(text: string, isLiteral: boolean): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (isLiteral || !lines.includes('&')) return lines;
  return lines.replace(/&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));/g, (all, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name as keyof typeof NAMED];
    const point = decimal !== undefined ? Number(decimal) : parseInt(String(hex), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" } as const;
