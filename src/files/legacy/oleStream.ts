import { damaged } from '../errors';

const PART = 'OLE2';
const MINI_CUTOFF = 4096;
const MINI_SECTOR = 64;

/**
 * The first of the named streams of an OLE2 compound file; null where there is none. Every chain is followed at most
 * as far as the file has sectors, so a chain that bites its tail cannot run on. Throws `damaged`.
 * Source: [MS-CFB] sections 2.2–2.6.
 */
export function oleStream(bytes: Uint8Array, names: readonly string[]): Uint8Array | null {
  if (bytes.length < 512) throw damaged(PART, 'the header is cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw damaged(PART, 'unknown sector size');
  const size = 1 << shift;
  // The last sector may be cut short by careless writers.
  const count = Math.ceil(bytes.length / size) - 1;
  const sector = (n: number): Uint8Array => bytes.subarray((n + 1) * size, (n + 2) * size);
  const fat = readFat(view, size, count, sector);
  const directory = join(chain(view.getUint32(48, true), fat, count), sector);
  const at = findEntry(directory, names);
  if (at < 0) return null;
  const entries = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const start = entries.getUint32(at + 116, true);
  const length = entries.getUint32(at + 120, true);
  let stream: Uint8Array;
  if (length >= MINI_CUTOFF) stream = join(chain(start, fat, count), sector);
  else {
    const mini = join(chain(entries.getUint32(116, true), fat, count), sector);
    const miniFat = asNumbers(join(chain(view.getUint32(60, true), fat, count), sector));
    const pieces = Math.ceil(mini.length / MINI_SECTOR);
    stream = join(chain(start, miniFat, pieces), (n) => mini.subarray(n * MINI_SECTOR, (n + 1) * MINI_SECTOR));
  }
  if (stream.length < length) throw damaged(PART, 'the stream is cut off');
  return stream.subarray(0, length);
}

/** The numbers of the sectors of a chain, from `start` to its end. */
function chain(start: number, fat: Uint32Array, count: number): number[] {
  const sectors: number[] = [];
  for (let n = start; n < count && n < fat.length; n = fat[n]) {
    if (sectors.push(n) > count) throw damaged(PART, 'a sector chain is circular');
  }
  return sectors;
}

function join(sectors: readonly number[], sector: (n: number) => Uint8Array): Uint8Array {
  const pieces = sectors.map(sector);
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** The table of sector chains; its own sectors are listed in the header (109) and in further sectors behind it. */
function readFat(view: DataView, size: number, count: number, sector: (n: number) => Uint8Array): Uint32Array {
  const listed: number[] = [];
  const add = (n: number): void => {
    if (n < count && listed.length < count) listed.push(n);
  };
  for (let i = 0; i < 109; i++) add(view.getUint32(76 + i * 4, true));
  let next = view.getUint32(68, true);
  for (let seen = 0; next < count && seen < count; seen++) {
    const numbers = asNumbers(sector(next));
    const last = size / 4 - 1;
    if (numbers.length <= last) throw damaged(PART, 'the sector table is cut off');
    for (let i = 0; i < last; i++) add(numbers[i]);
    next = numbers[last];
  }
  return asNumbers(join(listed, sector));
}

function asNumbers(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(i * 4, true));
}

/** Offset of the directory entry of a stream with one of the names, in the names' order; -1 where there is none. */
function findEntry(directory: Uint8Array, names: readonly string[]): number {
  const decoder = new TextDecoder('utf-16le');
  for (const name of names) {
    for (let at = 0; at + 128 <= directory.length; at += 128) {
      const length = directory[at + 64] | (directory[at + 65] << 8);
      if (directory[at + 66] === 2 && length === name.length * 2 + 2 && decoder.decode(directory.subarray(at, at + length - 2)) === name) return at;
    }
  }
  return -1;
}
