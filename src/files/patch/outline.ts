import { decodeText, XmlScanner, XmlToken } from '../xml';
import { DEFAULT_FILE_LIMITS } from '../limits';

/** An element and where its tags stand in the part's bytes. */
export interface Element {
  /** Local name. */
  readonly name: string;
  /** "x:" or "". */
  readonly prefix: string;
  readonly from: number;
  /** Behind the open tag. */
  readonly openTo: number;
  readonly isEmpty: boolean;
  /** Where the close tag begins; behind the element where there is none. */
  readonly closeFrom: number;
  readonly to: number;
  readonly children: readonly Element[];
}

export interface Attribute {
  /** Bounds of the value between its quotes. */
  readonly from: number;
  readonly to: number;
  readonly value: string;
}

/**
 * The root element with its children; of those named in `deep` (local names) all descendants as well.
 * Throws `damaged` as the scanner does.
 */
export function outline(bytes: Uint8Array, part: string, deep: readonly string[] = []): Element {
  const xml = new XmlScanner(bytes, part, DEFAULT_FILE_LIMITS.xmlDepth);
  for (let token = xml.next(); token !== XmlToken.end; token = xml.next()) if (token === XmlToken.open) return readElement(xml, deep, 1);
  throw xml.broken('it has no root element');
}

/** The element just opened; consumes it. */
function readElement(xml: XmlScanner, deep: readonly string[], levels: number): Element {
  const { bytes, openedAt: from } = xml;
  const openTo = tagEnd(bytes, from);
  const isEmpty = bytes[openTo - 2] === 0x2f;
  const tag = decodeText(bytes, from + 1, nameEnd(bytes, from + 1));
  const colon = tag.indexOf(':') + 1;
  const name = tag.slice(colon);
  const children: Element[] = [];
  const { depth } = xml;
  const below = deep.includes(name) ? Infinity : levels;
  for (;;) {
    const token = xml.next();
    if (token === XmlToken.close && xml.depth < depth) break;
    if (token !== XmlToken.open) continue;
    if (below > 0) children.push(readElement(xml, deep, below - 1));
    else xml.skip();
  }
  const to = xml.position;
  return { name, prefix: tag.slice(0, colon), from, openTo, isEmpty, closeFrom: isEmpty ? to : bytes.lastIndexOf(0x3c, to - 1), to, children };
}

/** An attribute by its name as written ("r:id", "count"); null where the element has none. */
export function attributeOf(bytes: Uint8Array, element: Pick<Element, 'from' | 'openTo'>, name: string): Attribute | null {
  for (const found of attributes(bytes, element)) if (found.name === name) return found;
  return null;
}

/** The attributes of an open tag in the order they stand. */
export function* attributes(bytes: Uint8Array, { from, openTo }: Pick<Element, 'from' | 'openTo'>): Generator<Attribute & { readonly name: string }> {
  let p = nameEnd(bytes, from + 1);
  for (;;) {
    while (bytes[p] <= 0x20) p++;
    const start = p;
    while (p < openTo && bytes[p] > 0x20 && bytes[p] !== 0x3d && bytes[p] !== 0x3e && bytes[p] !== 0x2f) p++;
    if (p === start) return;
    const name = decodeText(bytes, start, p);
    const open = nextQuote(bytes, p, openTo);
    if (open < 0) return;
    const close = bytes.indexOf(bytes[open], open + 1);
    yield { name, from: open + 1, to: close, value: decodeText(bytes, open + 1, close) };
    p = close + 1;
  }
}

function nextQuote(bytes: Uint8Array, from: number, to: number): number {
  for (let p = from; p < to; p++) if (bytes[p] === 0x22 || bytes[p] === 0x27) return p;
  return -1;
}

function nameEnd(bytes: Uint8Array, from: number): number {
  let p = from;
  while (bytes[p] > 0x20 && bytes[p] !== 0x3e && bytes[p] !== 0x2f) p++;
  return p;
}

/** Behind the tag that begins at `from`; a ">" within quotes does not end it. */
export function tagEnd(bytes: Uint8Array, from: number): number {
  let p = from;
  for (let c = bytes[p]; c !== 0x3e; c = bytes[++p]) {
    if (c === 0x22 || c === 0x27) p = bytes.indexOf(c, p + 1);
    // A tag without an end is refused by the scanner in its next step.
    if (p < 0 || p >= bytes.length) return bytes.length;
  }
  return p + 1;
}

/** The character data of an element and everything in it, entities undone. */
export function textOf(bytes: Uint8Array, element: Element): string {
  if (element.isEmpty) return '';
  if (element.children.length === 0) return decodeText(bytes, element.openTo, element.closeFrom);
  return element.children.map((child) => textOf(bytes, child)).join('');
}

/** All elements of a name below an element. */
export function descendants(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);
}
