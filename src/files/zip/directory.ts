import { damaged, FileError } from '../errors';
import type { FileLimits } from '../limits';

/** One file of the archive, as the central directory declares it. */
export interface ZipEntry {
  /** With "/" between folders and no leading one. */
  readonly name: string;
  /** 0 = stored, 8 = deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly localHeaderAt: number;
}

const PART = 'zip';
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const CENTRAL = 0x02014b50;

/** A line of the central directory, folders and nameless ones included, and where its bytes are. */
export interface ZipRecord {
  readonly entry: ZipEntry;
  readonly from: number;
  readonly to: number;
}

/** The central directory as it is written. */
export interface ZipRecords {
  readonly records: readonly ZipRecord[];
  readonly directoryAt: number;
  /** The archive's own remark, at its very end. */
  readonly comment: Uint8Array;
}

/** Parts are compared without case (OPC, ISO/IEC 29500-2 section 6.2.2). */
export function readZipDirectory(bytes: Uint8Array, limits: FileLimits): ReadonlyMap<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  for (const { entry } of readZipRecords(bytes, limits).records) {
    if (entry.name === '' || entry.name.endsWith('/')) continue;
    if (entries.has(entry.name.toLowerCase())) throw damaged(entry.name, 'the archive holds this part twice');
    entries.set(entry.name.toLowerCase(), entry);
  }
  return entries;
}

/** The parts of a package as its directory declares them. Throws as `readZipRecords`. */
export const partsOf = (bytes: Uint8Array, limits: FileLimits): readonly Pick<ZipEntry, 'name' | 'size' | 'crc'>[] => [...readZipDirectory(bytes, limits).values()];

/**
 * Reads the central directory. Only it is believed: local headers may be blank when an archive was streamed.
 * Throws `damaged` (no directory, truncated), `tooManyParts`, `inflatesTooLarge`.
 * Source: PKWARE APPNOTE 6.3.10, sections 4.3.12–4.3.16 and 4.5.3 (zip64).
 */
export function readZipRecords(bytes: Uint8Array, limits: FileLimits): ZipRecords {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end.count > limits.parts) throw new FileError('tooManyParts', { limit: limits.parts, actual: end.count });
  const records: ZipRecord[] = [];
  let at = end.directoryAt;
  let total = 0;
  for (let i = 0; i < end.count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw damaged(PART, 'central directory is cut off');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged(PART, 'central directory is cut off');
    const entry = readEntry(view, bytes, at, nameLength, extraLength, end.shift);
    records.push({ entry, from: at, to: next });
    at = next;
    if (entry.name === '' || entry.name.endsWith('/')) continue;
    total += entry.size;
    if (total > limits.inflatedBytes) {
      throw new FileError('inflatesTooLarge', { limit: limits.inflatedBytes, actual: total });
    }
  }
  return { records, directoryAt: end.directoryAt, comment: bytes.subarray(end.commentAt, end.commentAt + view.getUint16(end.commentAt - 2, true)) };
}

interface DirectoryEnd {
  readonly count: number;
  readonly directoryAt: number;
  readonly commentAt: number;
  /** Bytes in front of the archive proper, such as a stub. */
  readonly shift: number;
}

function findEnd(view: DataView): DirectoryEnd {
  // The end record is 22 bytes plus a comment of at most 65,535.
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) <= view.byteLength) return readEnd(view, at);
  }
  throw damaged(PART, 'no end of central directory');
}

function readEnd(view: DataView, at: number): DirectoryEnd {
  let count = view.getUint16(at + 10, true);
  let size = view.getUint32(at + 12, true);
  let offset = view.getUint32(at + 16, true);
  let directoryEnd = at;
  if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) {
    const locator = at - 20;
    if (locator >= 0 && view.getUint32(locator, true) === LOCATOR64) {
      directoryEnd = uint64(view, locator + 8);
      if (directoryEnd + 56 > view.byteLength || view.getUint32(directoryEnd, true) !== END64) {
        throw damaged(PART, 'zip64 end record is missing');
      }
      count = uint64(view, directoryEnd + 32);
      size = uint64(view, directoryEnd + 40);
      offset = uint64(view, directoryEnd + 48);
    }
  }
  const directoryAt = directoryEnd - size;
  if (directoryAt < 0) throw damaged(PART, 'central directory is cut off');
  // A stub in front of the archive moves everything by the same distance.
  const shift = directoryAt - offset;
  return { count, commentAt: at + 22, ...(shift < 0 ? { directoryAt: offset, shift: 0 } : { directoryAt, shift }) };
}

function readEntry(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  nameLength: number,
  extraLength: number,
  shift: number,
): ZipEntry {
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  let compressedSize = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let localHeaderAt = view.getUint32(at + 42, true);
  const extraEnd = at + 46 + nameLength + extraLength;
  for (let p = at + 46 + nameLength; p + 4 <= extraEnd; p += 4 + view.getUint16(p + 2, true)) {
    if (view.getUint16(p, true) !== 1) continue;
    // Only the fields whose 32-bit form is all ones are present, in this order.
    let field = p + 4;
    const next = (): number => {
      if (field + 8 > extraEnd) throw damaged(PART, 'zip64 sizes are cut off');
      field += 8;
      return uint64(view, field - 8);
    };
    if (size === 0xffffffff) size = next();
    if (compressedSize === 0xffffffff) compressedSize = next();
    if (localHeaderAt === 0xffffffff) localHeaderAt = next();
  }
  return {
    // Some .NET writers put "\" between folders.
    name: new TextDecoder().decode(nameBytes).replace(/\\/g, '/').replace(/^\/+/, ''),
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    crc: view.getUint32(at + 16, true),
    compressedSize,
    size,
    localHeaderAt: localHeaderAt + shift,
  };
}

function uint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 4_294_967_296;
}
