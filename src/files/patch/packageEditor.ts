import { detectContainer } from '../detect';
import { detectZipKind } from '../zipKind';
import { FileError } from '../errors';
import { DEFAULT_FILE_LIMITS } from '../limits';
import { partRelationships, relationshipsPart, sheetParts, type Relationship } from '../xlsx';
import { toUtf8, XmlScanner } from '../xml';
import { crc32, rewriteZip, ZipPackage } from '../zip';
import { applyEdits, type Edit, type Undo } from './edits';
import { partText, type PartText } from './encoding';

/** Length and checksum of a part: enough to tell whether it is still the same. */
export interface PartPrint {
  readonly size: number;
  readonly crc: number;
}

/** What was done to a package. */
export interface Changes {
  /** Parts that were edited: what they were, what they are, and how to get back. */
  readonly edited: readonly { readonly name: string; readonly was: PartPrint; readonly is: PartPrint; readonly undo: readonly Undo[] }[];
  readonly added: readonly string[];
}

export const printOf = (bytes: Uint8Array): PartPrint => ({ size: bytes.length, crc: crc32(bytes) });

/**
 * An .xlsx or .xlsm package on which edits are collected; all of them speak of the parts as they were read. Parts that
 * nobody edits keep their bytes in the archive.
 */
export class PackageEditor {
  readonly zip: ZipPackage;
  readonly workbookPart: string;
  /** The worksheets in the order of the snapshot. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** true for the strict variant of the format, whose namespaces are others. */
  readonly isStrict: boolean;
  private readonly texts = new Map<string, PartText>();
  private readonly edits = new Map<string, Edit[]>();
  private readonly added = new Map<string, Uint8Array>();
  private readonly removed = new Set<string>();

  /** Throws `FileError`: what is no .xlsx package is `notAPackage`. */
  constructor(private readonly archive: Uint8Array) {
    const limits = DEFAULT_FILE_LIMITS;
    if (archive.length > limits.fileBytes) throw new FileError('fileTooLarge', { limit: limits.fileBytes, actual: archive.length });
    if (detectContainer(archive).kind !== 'zip') throw new FileError('notAPackage');
    this.zip = new ZipPackage(archive, limits);
    const kind = detectZipKind(this.zip, limits);
    if (kind.kind !== 'xlsx') throw new FileError('notAPackage');
    this.workbookPart = kind.workbookPart;
    this.sheets = sheetParts(this.zip, kind.workbookPart, limits).map(({ sheet, part }) => ({ name: sheet.name, part }));
    const root = this.text(kind.workbookPart);
    this.isStrict = new TextDecoder().decode(root.subarray(0, 2000)).includes('http://purl.oclc.org/ooxml/spreadsheetml/main');
  }

  has(part: string): boolean {
    return this.added.has(part) || this.zip.has(part);
  }

  /** The part as it was read or added, in UTF-8. Throws `damaged` where there is none. */
  text(part: string): Uint8Array {
    const added = this.added.get(part);
    if (added) return added;
    let text = this.texts.get(part);
    if (!text) this.texts.set(part, (text = partText(this.zip.read(part), part)));
    return text.utf8;
  }

  edit(part: string, ...edits: readonly Edit[]): void {
    const list = this.edits.get(part);
    if (list) list.push(...edits);
    else this.edits.set(part, [...edits]);
  }

  /** A name for a new part that no part has, used or not: "xl/gouji/notes1.xml". */
  freeName(stem: string, ending: string): string {
    for (let i = 1; ; i++) if (!this.has(`${stem}${i}${ending}`)) return `${stem}${i}${ending}`;
  }

  add(part: string, text: string): void {
    this.added.set(part, new TextEncoder().encode(text));
  }

  remove(part: string): void {
    this.removed.add(part);
  }

  relationships(part: string): readonly Relationship[] {
    const open = (name: string): XmlScanner => new XmlScanner(toUtf8(this.zip.read(name), name), name, DEFAULT_FILE_LIMITS.xmlDepth);
    return partRelationships(this.zip, part, open, DEFAULT_FILE_LIMITS);
  }

  /** The first part of that kind ("styles") that `part` points to and that is there. */
  related(part: string, type: string): string | null {
    return this.relationships(part).find((relationship) => relationship.type === type && this.zip.has(relationship.target))?.target ?? null;
  }

  /** Name of the list of relationships of a part, whether it is there or not. */
  relationshipsPart(part: string): string {
    return relationshipsPart(part);
  }

  /** Makes the edits; `lastPart` may add one more part that tells of them. */
  finish(lastPart?: (changes: Changes) => { readonly name: string; readonly text: string }): Uint8Array {
    const replaced = new Map<string, Uint8Array | null>();
    const edited: Changes['edited'][number][] = [];
    const added = new Map(this.added);
    for (const [part, edits] of this.edits) {
      if (edits.length === 0 || this.removed.has(part)) continue;
      const own = this.added.get(part);
      const result = applyEdits(this.text(part), edits);
      if (own) added.set(part, result.bytes);
      else {
        const name = this.zip.nameOf(part) ?? part;
        const before = this.zip.read(part);
        const after = this.texts.get(part)?.encode(result.bytes) ?? result.bytes;
        replaced.set(name, after);
        edited.push({ name, was: printOf(before), is: printOf(after), undo: result.undo });
      }
    }
    for (const part of this.removed) replaced.set(this.zip.nameOf(part) ?? part, null);
    const last = lastPart?.({ edited, added: [...added.keys()] });
    if (last) added.set(last.name, new TextEncoder().encode(last.text));
    return rewriteZip(this.archive, { replaced, added }, DEFAULT_FILE_LIMITS);
  }
}
