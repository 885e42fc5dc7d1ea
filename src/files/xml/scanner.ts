import { damaged, FileError } from '../errors';
import { DEFAULT_FILE_LIMITS } from '../limits';
import { decodeText } from './text';

/** "_x000D_" takes seven characters for one. */
const LONGEST_ESCAPED = 7 * DEFAULT_FILE_LIMITS.textCharacters;
/** "&#0000065;" takes ten bytes for one character. */
const LONGEST_BYTES = 10 * DEFAULT_FILE_LIMITS.textCharacters;

/** What `next` found. */
export const XmlToken = { end: 0, open: 1, close: 2, text: 3 } as const;
export type XmlTokenCode = (typeof XmlToken)[keyof typeof XmlToken];

/**
 * The number a local name is compared by, so that no name becomes a string while cells are scanned.
 * Prefixes do not count: `<x:row>` and `<row>` are the same. Two names could in theory share a number; then an
 * element that no producer writes would be taken for a known one, which is harmless.
 */
export function nameKey(name: string): number {
  let key = 0;
  for (let i = 0; i < name.length; i++) key = (Math.imul(key, 31) + name.charCodeAt(i)) | 0;
  return key;
}

/**
 * A pull scanner over UTF-8 bytes. A self-closing element yields open, then close. Attributes are read only where
 * asked for. It checks nesting by count, not by name; DOCTYPE is refused, so entities cannot expand.
 * Throws `damaged`, `documentType`, `textTooLong`.
 */
export class XmlScanner {
  /** Key of the local name of the element just opened. */
  key = 0;
  /** Number of open elements; after `open` it counts the new one, after `close` it no longer does. */
  depth = 0;
  /** Bounds of the text or attribute value just found. */
  start = 0;
  end = 0;
  /** The text just found is CDATA. */
  isLiteral = false;
  /** Key of the local name of the attribute just found, and whether it has a prefix. */
  attribute = 0;
  isPrefixed = false;

  private at = 0;
  private isInTag = false;

  constructor(
    readonly bytes: Uint8Array,
    readonly part: string,
    private readonly maxDepth: number,
  ) {}

  next(): XmlTokenCode {
    if (this.isInTag && this.leaveTag()) return XmlToken.close;
    const bytes = this.bytes;
    const size = bytes.length;
    for (;;) {
      const from = this.at;
      if (from >= size) {
        if (this.depth > 0) throw this.broken('it ends within an element');
        return XmlToken.end;
      }
      if (bytes[from] !== 0x3c) {
        let p = from + 1;
        while (p < size && bytes[p] !== 0x3c) p++;
        this.at = this.end = p;
        this.start = from;
        this.isLiteral = false;
        return XmlToken.text;
      }
      const mark = bytes[from + 1];
      if (mark === 0x2f) return this.close(from + 2);
      if (mark === 0x3f) this.at = this.after(from + 2, '?>');
      else if (mark === 0x21) {
        if (this.special(from + 2)) return XmlToken.text;
      } else return this.open(from + 1);
    }
  }

  /** The next attribute of the element just opened; false where there is none left. */
  nextAttribute(): boolean {
    if (!this.isInTag) return false;
    const bytes = this.bytes;
    let p = this.at;
    while (bytes[p] <= 0x20) p++;
    let c = bytes[p];
    if (c === 0x3e || c === 0x2f) {
      this.at = p;
      return false;
    }
    let key = 0;
    this.isPrefixed = false;
    for (; c > 0x20 && c !== 0x3d && c !== 0x3e && c !== 0x2f; c = bytes[++p]) {
      if (c === 0x3a) {
        key = 0;
        this.isPrefixed = true;
      } else key = (Math.imul(key, 31) + c) | 0;
    }
    while (bytes[p] <= 0x20) p++;
    if (bytes[p] !== 0x3d) throw this.broken('an attribute has no value');
    p++;
    while (bytes[p] <= 0x20) p++;
    const quote = bytes[p];
    if (quote !== 0x22 && quote !== 0x27) throw this.broken('an attribute has no value');
    const from = ++p;
    const size = bytes.length;
    while (p < size && bytes[p] !== quote) p++;
    if (p >= size) throw this.broken('it ends within an attribute');
    this.attribute = key;
    this.start = from;
    this.end = p;
    this.at = p + 1;
    return true;
  }

  /** The text or attribute value just found. */
  text(): string {
    return this.decode(this.start, this.end, this.isLiteral);
  }

  /** The attribute value just found; white space in it counts as blanks (XML 1.0 section 3.3.3). */
  value(): string {
    return this.decode(this.start, this.end);
  }

  /** Bytes of character data as text. Throws `textTooLong` before it spends memory on what no cell can hold. */
  decode(start: number, end: number, isLiteral = false): string {
    if (end - start > LONGEST_BYTES) throw this.tooLong();
    return this.bounded(decodeText(this.bytes, start, end, isLiteral));
  }

  /** The text, where it can still be one of a cell once its escapes are undone. Throws `textTooLong`. */
  bounded(text: string): string {
    if (text.length > LONGEST_ESCAPED) throw this.tooLong();
    return text;
  }

  private tooLong(): FileError {
    return new FileError('textTooLong', { part: this.part, limit: DEFAULT_FILE_LIMITS.textCharacters });
  }

  /** The local name of the element just opened, for the few places that report it. */
  localName(): string {
    return this.name.slice(this.name.indexOf(':') + 1);
  }

  /** The whole character data of the element just opened, without that of its children; consumes the element. */
  content(): string {
    const depth = this.depth;
    let text = '';
    for (;;) {
      const token = this.next();
      if (token === XmlToken.text) {
        if (this.depth === depth) text = this.bounded(text + this.text());
      } else if (token === XmlToken.close && this.depth < depth) return text;
    }
  }

  /** Consumes the element just opened with everything in it. */
  skip(): void {
    const depth = this.depth;
    while (this.next() !== XmlToken.close || this.depth >= depth);
  }

  /** Where the element just opened begins (its "<"), and the first byte not read yet. */
  get openedAt(): number {
    return this.nameFrom - 1;
  }
  get position(): number {
    return this.at;
  }

  broken(reason: string): FileError {
    return damaged(this.part, `${reason} (near byte ${this.at})`);
  }

  private nameFrom = 0;

  private get name(): string {
    let p = this.nameFrom;
    while (this.bytes[p] > 0x20 && this.bytes[p] !== 0x3e && this.bytes[p] !== 0x2f) p++;
    return decodeText(this.bytes, this.nameFrom, p);
  }

  private open(from: number): XmlTokenCode {
    const bytes = this.bytes;
    let key = 0;
    let p = from;
    let c = bytes[p];
    for (; c > 0x20 && c !== 0x3e && c !== 0x2f; c = bytes[++p]) {
      key = c === 0x3a ? 0 : (Math.imul(key, 31) + c) | 0;
    }
    if (p === from || p >= bytes.length) throw this.broken('an element has no name');
    if (++this.depth > this.maxDepth) throw this.broken('its elements are nested too deeply');
    this.key = key;
    this.nameFrom = from;
    this.at = p;
    this.isInTag = true;
    return XmlToken.open;
  }

  private close(from: number): XmlTokenCode {
    const end = this.bytes.indexOf(0x3e, from);
    if (end < 0) throw this.broken('it ends within a tag');
    if (--this.depth < 0) throw this.broken('an element is closed that was not opened');
    this.at = end + 1;
    return XmlToken.close;
  }

  /** Goes behind the open tag; true where the element was self-closing and is thereby closed. */
  private leaveTag(): boolean {
    const bytes = this.bytes;
    const size = bytes.length;
    let p = this.at;
    for (let c = bytes[p]; c !== 0x3e; c = bytes[++p]) {
      if (p >= size) throw this.broken('it ends within a tag');
      if (c === 0x22 || c === 0x27) {
        p = bytes.indexOf(c, p + 1);
        if (p < 0) throw this.broken('it ends within an attribute');
      }
    }
    this.isInTag = false;
    this.at = p + 1;
    if (bytes[p - 1] !== 0x2f) return false;
    this.depth--;
    return true;
  }

  /** Behind "<!": comments are passed over, CDATA is text (true), a DOCTYPE is refused. */
  private special(from: number): boolean {
    const bytes = this.bytes;
    if (bytes[from] === 0x2d && bytes[from + 1] === 0x2d) {
      this.at = this.after(from + 2, '-->');
      return false;
    }
    if (bytes[from] !== 0x5b) throw new FileError('documentType', { part: this.part });
    this.start = from + 7;
    this.at = this.after(this.start, ']]>');
    this.end = this.at - 3;
    this.isLiteral = true;
    return true;
  }

  private after(from: number, mark: string): number {
    const first = mark.charCodeAt(0);
    for (let p = this.bytes.indexOf(first, from); p >= 0; p = this.bytes.indexOf(first, p + 1)) {
      let i = 1;
      while (i < mark.length && this.bytes[p + i] === mark.charCodeAt(i)) i++;
      if (i === mark.length) return p + i;
    }
    throw this.broken(`"${mark}" is missing`);
  }
}
