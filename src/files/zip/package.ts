import { damaged } from '../errors';
import type { FileLimits } from '../limits';
import { readZipDirectory, type ZipEntry } from './directory';
import { inflateEntry } from './inflate';

/** The parts of a zip package (OOXML, ODF), inflated only when asked for. */
export class ZipPackage {
  private readonly entries: ReadonlyMap<string, ZipEntry>;

  /** Throws `damaged`, `tooManyParts`, `inflatesTooLarge`. */
  constructor(
    private readonly archive: Uint8Array,
    limits: FileLimits,
  ) {
    this.entries = readZipDirectory(archive, limits);
  }

  /** Names of all parts, as written. */
  names(): string[] {
    return Array.from(this.entries.values(), (entry) => entry.name);
  }

  /** Part names are compared without case (OPC, ISO/IEC 29500-2 section 6.2.2). */
  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** The part's bytes; null where there is no such part. Throws `damaged`, `encrypted`. */
  find(name: string): Uint8Array | null {
    const entry = this.entries.get(name.toLowerCase());
    return entry ? inflateEntry(this.archive, entry) : null;
  }

  /** The part's bytes. Throws `damaged` where there is no such part. */
  read(name: string): Uint8Array {
    const bytes = this.find(name);
    if (!bytes) throw damaged(name, 'the part is missing');
    return bytes;
  }
}
