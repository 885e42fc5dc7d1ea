import { Inflate, inflateSync } from 'fflate';
import { damaged, FileError } from '../errors';
import { crc32 } from './crc32';
import type { ZipEntry } from './directory';

/**
 * Compressed bytes inflated in one step. Deflate expands at most 1,032 times, so a lying entry costs at most
 * some 132 MB of scratch memory before it is caught; honest XML expands about tenfold.
 */
const STEP = 128 * 1024;
const LOCAL = 0x04034b50;

/** Bytes of a raw deflate stream inflated in one step. Where more come out than `most`, it answers `most` bytes, whichever; it throws where the data are no such stream or end too early. */
export type Inflater = (raw: Uint8Array, most: number) => Uint8Array;

/** The one that runs everywhere. What is beyond the buffer is dropped. */
const portable: Inflater = (raw, most) => inflateSync(raw, { out: new Uint8Array(most) });

/** Deflate cannot expand further (zlib's technical notes), so a larger promise is a lie. */
const MAX_RATIO = 1032;

/**
 * The bytes of one part. The buffer is as large as the directory declares; what comes out beyond that is refused
 * as soon as it appears. Length and checksum must agree: a flipped bit must never become a wrong amount.
 * Throws `encrypted`, `damaged`.
 */
export function inflateEntry(archive: Uint8Array, entry: ZipEntry, inflate: Inflater = portable): Uint8Array {
  if (entry.isEncrypted) throw new FileError('encrypted', { part: entry.name });
  const raw = compressedBytes(archive, entry);
  const bytes = entry.method === 0 ? raw : entry.method === 8 ? inflateExactly(raw, entry, inflate) : null;
  if (bytes === null) throw damaged(entry.name, `compression method ${entry.method} is not used by workbooks`);
  if (bytes.length !== entry.size) throw damaged(entry.name, 'its length differs from the directory');
  if (crc32(bytes) !== entry.crc) throw damaged(entry.name, 'its checksum differs from the directory');
  return bytes;
}

function compressedBytes(archive: Uint8Array, entry: ZipEntry): Uint8Array {
  const at = entry.localHeaderAt;
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  if (at + 30 > archive.length || view.getUint32(at, true) !== LOCAL) throw damaged(entry.name, 'its header is missing');
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const end = start + entry.compressedSize;
  if (end > archive.length) throw damaged(entry.name, 'its data is cut off');
  return archive.subarray(start, end);
}

function inflateExactly(raw: Uint8Array, entry: ZipEntry, inflate: Inflater): Uint8Array {
  if (entry.size > raw.length * MAX_RATIO + 64) throw damaged(entry.name, 'its declared size is impossible');
  if (raw.length > 0 && raw.length <= STEP) return inflateAtOnce(raw, entry, inflate);
  const out = new Uint8Array(entry.size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > out.length) throw damaged(entry.name, 'it inflates beyond its declared size');
    out.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < raw.length; at += STEP) stream.push(raw.subarray(at, at + STEP), at + STEP >= raw.length);
  } catch (cause) {
    throw cause instanceof FileError ? cause : damaged(entry.name, 'its data cannot be inflated', cause);
  }
  return out.subarray(0, length);
}

/** What is done in one step anyway needs no stream. One byte more than declared is made room for: whether anything comes out beyond. */
function inflateAtOnce(raw: Uint8Array, entry: ZipEntry, inflate: Inflater): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = inflate(raw, entry.size + 1);
  } catch (cause) {
    throw damaged(entry.name, 'its data cannot be inflated', cause);
  }
  if (bytes.length > entry.size) throw damaged(entry.name, 'it inflates beyond its declared size');
  return bytes;
}
