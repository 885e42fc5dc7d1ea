import { deflateSync } from 'fflate';
import { damaged } from '../errors';
import type { FileLimits } from '../limits';
import { crc32 } from './crc32';
import { readZipRecords, type ZipEntry, type ZipRecord } from './directory';

/** What becomes of parts, by their names as the directory reads them: other bytes, or null where the part goes. */
export interface ZipChanges {
  readonly replaced: ReadonlyMap<string, Uint8Array | null>;
  /** New parts, ASCII names, in the order they are appended. */
  readonly added: ReadonlyMap<string, Uint8Array>;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const ZIP64 = 1;
/** 1 January 1980, the first day a zip knows: equal input gives equal bytes. */
const NO_DATE = 0x21;
const VERSION = 20;

/**
 * The archive with some parts replaced, removed or added. Everything else keeps its bytes: local headers, compressed
 * data, data descriptors, gaps between them, lines of the directory (but for the offsets), folders and the archive's remark.
 * Throws `damaged` where entries overlap, whose bytes could not be told apart.
 */
export function rewriteZip(archive: Uint8Array, { replaced, added }: ZipChanges, limits: FileLimits): Uint8Array {
  const { records, directoryAt, comment } = readZipRecords(archive, limits);
  const inOrder = [...records].sort((a, b) => a.entry.localHeaderAt - b.entry.localHeaderAt);
  const out = new Output();
  out.add(archive.subarray(0, inOrder[0]?.entry.localHeaderAt ?? 0));
  const lines = new Map<ZipRecord, Uint8Array>();
  inOrder.forEach((record, i) => {
    const { entry } = record;
    const until = inOrder[i + 1]?.entry.localHeaderAt ?? directoryAt;
    if (entry.localHeaderAt + 30 + entry.compressedSize > until) throw damaged(entry.name, 'it overlaps the part behind it');
    const bytes = replaced.get(entry.name);
    if (bytes === null) return;
    const at = out.length;
    if (bytes === undefined) {
      out.add(archive.subarray(entry.localHeaderAt, until));
      lines.set(record, moved(archive.subarray(record.from, record.to), entry, at));
    } else lines.set(record, out.addPart(nameBytes(archive, record), bytes, entry.method === 0, archive.subarray(record.from, record.from + 46)));
  });
  const directory = records.flatMap((record) => lines.get(record) ?? []);
  for (const [name, bytes] of added) directory.push(out.addPart(new TextEncoder().encode(name), bytes, false, null));
  const start = out.length;
  for (const line of directory) out.add(line);
  out.add(endRecord(directory.length, out.length - start, start, comment));
  return out.finish();
}

const nameBytes = (archive: Uint8Array, { from }: ZipRecord): Uint8Array => archive.subarray(from + 46, from + 46 + (archive[from + 28] | (archive[from + 29] << 8)));

/** A line of the directory with the part's new place, be that in 32 or (zip64) in 64 bits. */
function moved(line: Uint8Array, entry: ZipEntry, at: number): Uint8Array {
  // A Buffer's own `slice` would not copy.
  const copy = new Uint8Array(line);
  const view = new DataView(copy.buffer);
  if (view.getUint32(42, true) !== 0xffffffff) {
    view.setUint32(42, at, true);
    return copy;
  }
  const end = 46 + view.getUint16(28, true) + view.getUint16(30, true);
  for (let p = 46 + view.getUint16(28, true); p + 4 <= end; p += 4 + view.getUint16(p + 2, true)) {
    if (view.getUint16(p, true) !== ZIP64) continue;
    const field = p + 4 + (view.getUint32(24, true) === 0xffffffff ? 8 : 0) + (view.getUint32(20, true) === 0xffffffff ? 8 : 0);
    view.setUint32(field, at, true);
    view.setUint32(field + 4, 0, true);
    return copy;
  }
  throw damaged(entry.name, 'its place in the archive is missing');
}

function endRecord(count: number, size: number, at: number, comment: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(22 + comment.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, END, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, at, true);
  view.setUint16(20, comment.length, true);
  bytes.set(comment, 22);
  return bytes;
}

class Output {
  private readonly chunks: Uint8Array[] = [];
  length = 0;

  add(chunk: Uint8Array): void {
    this.chunks.push(chunk);
    this.length += chunk.length;
  }

  /** Writes a part and answers its line for the directory; `old` is the fixed head of the line it had, whose date and attributes stay. */
  addPart(name: Uint8Array, bytes: Uint8Array, isStored: boolean, old: Uint8Array | null): Uint8Array {
    const data = isStored ? bytes : deflateSync(bytes, { level: 6 });
    const before = old && new DataView(old.buffer, old.byteOffset, old.byteLength);
    const line = new Uint8Array(46 + name.length);
    const view = new DataView(line.buffer);
    view.setUint32(0, CENTRAL, true);
    view.setUint16(4, before?.getUint16(4, true) ?? VERSION, true);
    view.setUint16(6, VERSION, true);
    // Of the flags only "the name is UTF-8" still holds.
    view.setUint16(8, (before?.getUint16(8, true) ?? 0) & 0x800, true);
    view.setUint16(10, isStored ? 0 : 8, true);
    view.setUint16(12, before?.getUint16(12, true) ?? 0, true);
    view.setUint16(14, before?.getUint16(14, true) ?? NO_DATE, true);
    view.setUint32(16, crc32(bytes), true);
    view.setUint32(20, data.length, true);
    view.setUint32(24, bytes.length, true);
    view.setUint16(28, name.length, true);
    view.setUint16(36, before?.getUint16(36, true) ?? 0, true);
    view.setUint32(38, before?.getUint32(38, true) ?? 0, true);
    view.setUint32(42, this.length, true);
    line.set(name, 46);
    const head = new Uint8Array(30 + name.length);
    new DataView(head.buffer).setUint32(0, LOCAL, true);
    // From "version needed" to the length of the name both headers say the same.
    head.set(line.subarray(6, 30), 4);
    head.set(name, 30);
    this.add(head);
    this.add(data);
    return line;
  }

  finish(): Uint8Array {
    const all = new Uint8Array(this.length);
    let at = 0;
    for (const chunk of this.chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all;
  }
}
