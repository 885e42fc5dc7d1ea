import { zipSync, type Zippable } from 'fflate';
import type { WorkbookSnapshot } from '../../audit/workbook';
import { FileError } from '../errors';
import type { FileLimits } from '../limits';
import type { ZipPackage } from '../zip';
import { guardOds } from './odsGuard';
import { odsHiddenLines, type HiddenLines } from './odsHidden';
import { guardOdsNumbers } from './odsNumbers';
import { cleanXlsb } from './xlsbGuard';
import { readLegacy } from './readLegacy';

/** Parts that hold neither cells nor names; they stay packed. */
const IRRELEVANT = /\.(png|jpe?g|gif|bmp|emf|wmf|svm|svg|tiff?|ttf|otf|vml)$|^(Thumbnails|Pictures|Object \d+|Configurations2|xl\/media|xl\/drawings|xl\/charts)\//i;

const BINARY = /\.bin$/;
/** Parts of an .xlsb that are text: which parts there are and what they are to one another. */
const DIRECTORY = /^\[Content_Types\]\.xml$|\.rels$/;

/**
 * .xlsb and .ods through the library behind, which knows no budgets: the archive is unpacked within ours and handed on
 * stored. Throws `FileError`.
 */
export async function readZipLegacy(zip: ZipPackage, kind: 'xlsb' | 'ods', fileName: string, limits: FileLimits): Promise<WorkbookSnapshot> {
  const parts: Zippable = {};
  let hidden: readonly HiddenLines[] = [];
  let size = 0;
  for (const name of zip.names()) {
    // A part of this name would change the object's prototype, and no workbook has one.
    if (IRRELEVANT.test(name) || name === '__proto__') continue;
    const bytes = zip.read(name);
    size += bytes.length;
    if (size > limits.legacyBytes) throw new FileError('fileTooLarge', { limit: limits.legacyBytes, actual: size });
    parts[name] = [kind === 'xlsb' ? xlsbPart(bytes, name) : bytes, { level: 0, mtime: new Date(1980, 0, 1) }];
  }
  if (kind === 'ods') {
    const manifest = zip.find('META-INF/manifest.xml');
    if (manifest && new TextDecoder().decode(manifest).includes('encryption-data')) throw new FileError('encrypted');
    const content = zip.read('content.xml');
    guardOds(content, 'content.xml', limits);
    hidden = odsHiddenLines(content, 'content.xml', limits.xmlDepth);
    for (const part of ['content.xml', 'styles.xml']) {
      const bytes = zip.find(part);
      if (bytes) guardOdsNumbers(bytes, part, limits);
    }
  }
  return readLegacy(zipSync(parts), fileName, limits, hidden);
}

/** Metadata, comments and the like stay away from the reader behind; they hold no cells. */
function xlsbPart(bytes: Uint8Array, name: string): Uint8Array {
  if (DIRECTORY.test(name)) return bytes;
  return BINARY.test(name) ? cleanXlsb(bytes, name) : new Uint8Array();
}
