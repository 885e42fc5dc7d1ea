/** Bytes a record has at least, up to and with the length of its text: BoundSheet8, Format, Label, RString, String. [MS-XLS] section 2.4. */
const LEAST: ReadonlyMap<number, number> = new Map([[0x85, 7], [0x1e, 2], [0x41e, 4], [0x04, 8], [0x204, 8], [0xd6, 8], [0x07, 1], [0x207, 2]]);
const SUP_BOOK = 0x1ae;
/** Lengths of SupBook that stand for this workbook and for functions of add-ins. */
const NO_PATH: readonly number[] = [0x0401, 0x3a01];

const word = (bytes: Uint8Array, at: number): number => bytes[at] | (bytes[at + 1] << 8);

/** Where Excel 97 tells how long the text of a record is: Format, Label, RString, String (and the same of Excel 2, should they turn up). */
const LENGTHS: ReadonlyMap<number, number> = new Map([[0x1e, 2], [0x41e, 2], [0x04, 6], [0x204, 6], [0xd6, 6], [0x07, 0], [0x207, 0]]);

/** Characters that a record of Excel 97 claims to hold; a short one may claim 65,535, and be there 5,000 times. */
export function charactersOf(stream: Uint8Array, type: number, body: number): number {
  const at = LENGTHS.get(type);
  return at === undefined ? 0 : word(stream, body + at) || 0;
}

/** Whether the length of each text lies within its record; a length that is not there keeps the reader behind busy for ever. */
export function areTextLengthsThere(stream: Uint8Array, type: number, body: number, end: number): boolean {
  if (end - body < (LEAST.get(type) ?? 0)) return false;
  if (type !== SUP_BOOK) return true;
  if (body + 4 > end) return false;
  const characters = word(stream, body + 2);
  if (NO_PATH.includes(characters)) return true;
  let at = body + 5 + characters * ((stream[body + 4] & 1) + 1);
  while (at < end) {
    if (at + 3 > end) return false;
    at += 3 + word(stream, at) * ((stream[at + 2] & 1) + 1);
  }
  return true;
}

/**
 * The same for the shared texts: a record and those that continue it, each of which may begin amid a text and then tells
 * the width of its characters anew. [MS-XLS] sections 2.4.265 and 2.5.293.
 */
export function areSharedTextsThere(pieces: readonly Uint8Array[]): boolean {
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const bytes = new Uint8Array(size);
  const starts = new Set<number>();
  let end = 0;
  for (const piece of pieces) {
    starts.add(end);
    bytes.set(piece, end);
    end += piece.length;
  }
  if (end < 8) return false;
  const count = word(bytes, 4) + word(bytes, 6) * 65_536;
  let at = 8;
  for (let i = 0; i < count && at < end; i++) {
    const flags = bytes[at + 2];
    const header = at + 3 + (flags & 8 ? 2 : 0) + (flags & 4 ? 4 : 0);
    if (header > end) return false;
    const behind = (flags & 8 ? 4 * word(bytes, at + 3) : 0) + (flags & 4 ? word(bytes, header - 4) + word(bytes, header - 2) * 65_536 : 0);
    let width = (flags & 1) + 1;
    let left = word(bytes, at);
    for (at = header; left > 0 && at < end; left--, at += width) {
      if (starts.has(at)) width = bytes[at++] === 0 ? 1 : 2;
    }
    if (left > 0) return false;
    at += behind;
  }
  return true;
}
