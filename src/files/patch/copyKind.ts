import { detectContainer } from '../detect';
import { oleEntryNames } from '../legacy';
import { DEFAULT_FILE_LIMITS } from '../limits';
import { ZipPackage } from '../zip';
import { detectZipKind } from '../zipKind';
import { PackageEditor } from './packageEditor';

/**
 * How a changed copy of a file is made: `package`: by patching it, nothing is lost · `encrypted`: not at all, its protection would be ·
 * `rebuilt`: as a new .xlsx of its values and formulas (.xls, .xlsb, .ods and the like). Throws `FileError`.
 */
export function copyKind(bytes: Uint8Array): 'package' | 'encrypted' | 'rebuilt' {
  const { kind } = detectContainer(bytes);
  if (kind === 'zip') return detectZipKind(new ZipPackage(bytes, DEFAULT_FILE_LIMITS), DEFAULT_FILE_LIMITS).kind === 'xlsx' ? 'package' : 'rebuilt';
  return kind === 'ole' && oleEntryNames(bytes).has('EncryptedPackage') ? 'encrypted' : 'rebuilt';
}

/** Names of the worksheets, in the order in which marks count them. */
export function worksheetNames(archive: Uint8Array): readonly string[] {
  return new PackageEditor(archive).sheets.map(({ name }) => name);
}
