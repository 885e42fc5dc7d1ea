import type { FoundKind } from './errorCodes';
import { FileError } from './errors';
import type { FileLimits } from './limits';
import { toUtf8, XmlScanner } from './xml';
import { openRoot, partRelationships } from './xlsx';
import type { ZipPackage } from './zip';

/** What a zip package holds, and where its main part is. */
export type ZipKind = { readonly kind: 'xlsx'; readonly workbookPart: string } | { readonly kind: 'xlsb' | 'ods' };

const ODF = 'application/vnd.oasis.opendocument.';
const ROOTS: ReadonlyMap<string, FoundKind> = new Map([
  ['document', 'word'],
  ['presentation', 'presentation'],
]);

/** Throws `notAWorkbook` with what it is instead, `damaged`. */
export function detectZipKind(zip: ZipPackage, limits: FileLimits): ZipKind {
  const open = (part: string): XmlScanner => new XmlScanner(toUtf8(zip.read(part), part), part, limits.xmlDepth);
  const mimeType = zip.find('mimetype');
  if (mimeType) {
    const type = new TextDecoder().decode(mimeType.subarray(0, 100)).trim();
    if (type.startsWith(`${ODF}spreadsheet`)) return { kind: 'ods' };
    throw new FileError('notAWorkbook', { found: type.startsWith(`${ODF}text`) ? 'word' : type.startsWith(ODF) ? 'otherOffice' : 'archive' });
  }
  const main = partRelationships(zip, '', open, limits).find((relationship) => relationship.type === 'officeDocument')?.target;
  const part = [main, 'xl/workbook.xml', 'xl/workbook.bin'].find((name) => name !== undefined && zip.has(name));
  if (part === undefined) {
    const found = zip.has('word/document.xml') ? 'word' : zip.has('OFD.xml') || zip.has('[Content_Types].xml') ? 'otherOffice' : 'archive';
    throw new FileError('notAWorkbook', { found });
  }
  if (part.toLowerCase().endsWith('.bin')) return { kind: 'xlsb' };
  const xml = open(part);
  const root = openRoot(xml) ? xml.localName() : '';
  if (root === 'workbook') return { kind: 'xlsx', workbookPart: part };
  throw new FileError('notAWorkbook', { found: ROOTS.get(root) ?? 'otherOffice' });
}
