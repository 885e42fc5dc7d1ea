import { damaged } from '../errors';
import type { FileLimits } from '../limits';
import { readZipDirectory, type ZipEntry } from './directory';
import { inflateEntry, type Inflater } from './inflate';
import { decodePercent } from './percent';

/** The parts of a zip package (OOXML, ODF), inflated only when asked for. */
export class ZipPackage {
  private readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Names with "%20" and the like, as relationships mean them; a part that is called so literally comes first. */
  private readonly decoded = new Map<string, ZipEntry>();

  /** With the inflater of the host where it has a faster one. Throws `damaged`, `tooManyParts`, `inflatesTooLarge`. */
  constructor(
    private readonly archive: Uint8Array,
    limits: FileLimits,
    private readonly inflate?: Inflater,
  ) {
    this.entries = readZipDirectory(archive, limits);
    for (const [key, entry] of this.entries) if (key.includes('%')) this.decoded.set(decodePercent(entry.name).toLowerCase(), entry);
  }

  /** Names of all parts, as written. */
  names(): string[] {
    return Array.from(this.entries.values(), (entry) => entry.name);
  }

  /** Part names are compared without case (OPC, ISO/IEC 29500-2 section 6.2.2). */
  has(name: string): boolean {
    return this.entry(name) !== undefined;
  }

  /** The part's name as the archive writes it; null where there is no such part. */
  nameOf(name: string): string | null {
    return this.entry(name)?.name ?? null;
  }

  /** The part's bytes; null where there is no such part. Throws `damaged`, `encrypted`. */
  find(name: string): Uint8Array | null {
    const entry = this.entry(name);
    return entry ? inflateEntry(this.archive, entry, this.inflate) : null;
  }

  /** The part's bytes. Throws `damaged` where there is no such part. */
  read(name: string): Uint8Array {
    const bytes = this.find(name);
    if (!bytes) throw damaged(name, 'the part is missing');
    return bytes;
  }

  private entry(name: string): ZipEntry | undefined {
    return this.entries.get(name.toLowerCase()) ?? this.decoded.get(name.toLowerCase());
  }
}
