import { detectContainer } from '../detect';
import { oleEntryNames } from '../legacy';
import { DEFAULT_FILE_LIMITS } from '../limits';
import { ZipPackage } from '../zip';
import { detectZipKind } from '../zipKind';
import { PackageEditor } from './packageEditor';

/**
 * How a changed copy of a file is made. `package`: by patching it, nothing is lost · `signed`: the same, but its digital
 * signature no longer holds · `encrypted`: as a new .xlsx without its protection · `rebuilt`: as a new .xlsx of its values and
 * formulas (.xls, .xlsb, .ods and the like).
 */
export type CopyKind = 'package' | 'signed' | 'encrypted' | 'rebuilt';

/** Throws `FileError`. */
export function copyKind(bytes: Uint8Array): CopyKind {
  const { kind } = detectContainer(bytes);
  if (kind === 'zip') {
    const zip = new ZipPackage(bytes, DEFAULT_FILE_LIMITS);
    if (detectZipKind(zip, DEFAULT_FILE_LIMITS).kind !== 'xlsx') return 'rebuilt';
    return zip.names().some((name) => /^_xmlsignatures\//i.test(name)) ? 'signed' : 'package';
  }
  return kind === 'ole' && oleEntryNames(bytes).has('EncryptedPackage') ? 'encrypted' : 'rebuilt';
}

/** Names of the worksheets, in the order in which marks count them. */
export function worksheetNames(archive: Uint8Array): readonly string[] {
  return new PackageEditor(archive).sheets.map(({ name }) => name);
}
