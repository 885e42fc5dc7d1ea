import { deflateSync } from 'fflate';
import { crc32 } from '../../src/files/zip/crc32';

export interface ZipPart {
  readonly name: string;
  readonly data: Uint8Array | string;
  readonly isStored?: boolean;
  /** Sizes and checksum follow the data; the local header has zeros. */
  readonly hasDescriptor?: boolean;
  /** What the directory claims instead of the truth. */
  readonly claimedSize?: number;
  readonly claimedCrc?: number;
  readonly isEncrypted?: boolean;
  readonly method?: number;
}

/** Zip archives as unusual writers and attackers make them. `zip64`: all sizes in the 64-bit fields. */
export function buildZip(parts: readonly ZipPart[], options: { zip64?: boolean; stub?: Uint8Array; comment?: string } = {}): Uint8Array {
  const out = new Bytes();
  if (options.stub) out.bytes(options.stub);
  const base = out.length;
  const central = new Bytes();
  for (const part of parts) {
    const name = new TextEncoder().encode(part.name);
    const data = typeof part.data === 'string' ? new TextEncoder().encode(part.data) : part.data;
    const packed = part.isStored ? data : deflateSync(data);
    const method = part.method ?? (part.isStored ? 0 : 8);
    const flags = (part.hasDescriptor ? 8 : 0) | (part.isEncrypted ? 1 : 0);
    const crc = part.claimedCrc ?? crc32(data);
    const size = part.claimedSize ?? data.length;
    const at = out.length - base;
    const isBlank = part.hasDescriptor === true;
    out.u32(0x04034b50).u16(45).u16(flags).u16(method).u32(0x21);
    out.u32(isBlank ? 0 : crc).u32(isBlank ? 0 : packed.length).u32(isBlank ? 0 : size).u16(name.length).u16(0);
    out.bytes(name).bytes(packed);
    if (isBlank) out.u32(0x08074b50).u32(crc).u32(packed.length).u32(size);
    const wide = options.zip64 === true;
    central.u32(0x02014b50).u16(45).u16(45).u16(flags).u16(method).u32(0x21).u32(crc);
    central.u32(wide ? 0xffffffff : packed.length).u32(wide ? 0xffffffff : size).u16(name.length).u16(wide ? 28 : 0);
    central.u16(0).u16(0).u16(0).u32(0).u32(wide ? 0xffffffff : at).bytes(name);
    if (wide) central.u16(1).u16(24).u64(size).u64(packed.length).u64(at);
  }
  const directory = central.finish();
  const at = out.length - base;
  out.bytes(directory);
  if (options.zip64) {
    const end = out.length;
    out.u32(0x06064b50).u64(44).u16(45).u16(45).u32(0).u32(0).u64(parts.length).u64(parts.length).u64(directory.length).u64(at);
    out.u32(0x07064b50).u32(0).u64(end).u32(1);
  }
  const comment = new TextEncoder().encode(options.comment ?? '');
  const count = options.zip64 ? 0xffff : parts.length;
  out.u32(0x06054b50).u16(0).u16(0).u16(count).u16(count);
  out.u32(options.zip64 ? 0xffffffff : directory.length).u32(options.zip64 ? 0xffffffff : at).u16(comment.length).bytes(comment);
  return out.finish();
}

class Bytes {
  private readonly chunks: Uint8Array[] = [];
  length = 0;

  bytes(chunk: Uint8Array): this {
    this.chunks.push(chunk);
    this.length += chunk.length;
    return this;
  }

  u16(value: number): this {
    return this.bytes(Uint8Array.of(value & 255, (value >> 8) & 255));
  }

  u32(value: number): this {
    return this.u16(value & 0xffff).u16(value >>> 16);
  }

  u64(value: number): this {
    return this.u32(value % 4_294_967_296).u32(Math.floor(value / 4_294_967_296));
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
