import type { WorkbookSnapshot } from '../audit/workbook';
import { detectContainer } from './detect';
import type { FoundKind } from './errorCodes';
import { damaged, damagedDocument, FileError } from './errors';
import { readHtmlTables, readSpreadsheetXml } from './exported';
import { cleanBiff, filePassOf, oleEntryNames, oleStream, readLegacy, readZipLegacy } from './legacy';
import { DEFAULT_FILE_LIMITS, type FileLimits } from './limits';
import { readXlsx } from './xlsx';
import { ZipPackage, type Inflater } from './zip';
import { detectZipKind } from './zipKind';

export interface ReadWorkbookOptions {
  /** Overrides single limits. */
  readonly limits?: Partial<FileLimits>;
  /** What inflates small parts, where the host has something faster than the reader's own. */
  readonly inflate?: Inflater;
}

/**
 * Reads a workbook file: .xlsx and .xlsm by the own reader; .xls, .xlsb, .ods, and .et with such content. The content
 * decides, not the extension. Throws only `FileError`, in bounded time and memory. It works in one go; a host that
 * reads files of strangers runs it in a worker with a memory cap.
 */
export async function readWorkbook(bytes: Uint8Array, fileName: string, options: ReadWorkbookOptions = {}): Promise<WorkbookSnapshot> {
  try {
    return await readContainer(bytes, fileName, { ...DEFAULT_FILE_LIMITS, ...options.limits }, options.inflate);
  } catch (cause) {
    const error = cause instanceof FileError ? cause : damaged('', cause instanceof Error ? cause.message : String(cause), cause);
    // A Word file with its end cut off has no directory that would show what it is.
    throw (/\.docx$/i.test(fileName) ? damagedDocument(error) : error).withFileName(fileName);
  }
}

async function readContainer(bytes: Uint8Array, fileName: string, limits: FileLimits, inflate?: Inflater): Promise<WorkbookSnapshot> {
  if (bytes.length === 0) throw new FileError('empty');
  if (bytes.length > limits.fileBytes) throw new FileError('fileTooLarge', { limit: limits.fileBytes, actual: bytes.length });
  const container = detectContainer(bytes);
  switch (container.kind) {
    case 'zip': {
      const zip = new ZipPackage(bytes, limits, inflate);
      const kind = detectZipKind(zip, limits);
      return kind.kind === 'xlsx' ? readXlsx(zip, kind.workbookPart, fileName, limits) : readZipLegacy(zip, kind.kind, fileName, limits);
    }
    case 'ole': {
      const names = oleEntryNames(bytes);
      if (names.has('EncryptedPackage')) return readContainer(await decrypted(bytes, limits), fileName, limits, inflate);
      return readLegacy(cleanBiff(await plainStream(workbookStream(bytes, names))), fileName, limits);
    }
    case 'biff':
      return readLegacy(cleanBiff(bytes), fileName, limits);
    case 'spreadsheetXml':
      boundExport(bytes, limits);
      return readSpreadsheetXml(bytes, fileName, limits);
    case 'other': {
      if (container.found === 'webPage') boundExport(bytes, limits);
      const tables = container.found === 'webPage' && isExport(container.found, fileName) ? readHtmlTables(bytes, fileName, limits) : null;
      if (tables) return tables;
      throw new FileError(isExport(container.found, fileName) ? 'exportedText' : 'notAWorkbook', { found: container.found });
    }
  }
}

/** Texts of elements are read whole: as large as the other old formats may be. */
function boundExport({ length }: Uint8Array, limits: FileLimits): void {
  if (length > limits.legacyBytes) throw new FileError('fileTooLarge', { limit: limits.legacyBytes, actual: length });
}

/** The package inside, where the password is the published one. The library for it is loaded only when needed. */
async function decrypted(bytes: Uint8Array, limits: FileLimits): Promise<Uint8Array> {
  const { decryptWithDefaultPassword } = await import('./encrypted');
  const inner = decryptWithDefaultPassword(bytes, limits);
  if (!inner || detectContainer(inner).kind !== 'zip') throw new FileError('encrypted');
  return inner;
}

/** An .xls with read-only recommended or a protected structure is encrypted with the published password, too. */
async function plainStream(stream: Uint8Array): Promise<Uint8Array> {
  if (!filePassOf(stream)) return stream;
  const { biffWithDefaultPassword } = await import('./encrypted');
  const plain = biffWithDefaultPassword(stream);
  if (!plain) throw new FileError('encrypted');
  return plain;
}

/** OLE2 holds old workbooks, but also Word documents. */
function workbookStream(bytes: Uint8Array, names: ReadonlySet<string>): Uint8Array {
  // The library's own reader of compound files runs on for ever in circular chains, so it gets the stream alone.
  const streams = ['Workbook', 'WORKBOOK', 'Book', 'BOOK'].filter((name) => names.has(name));
  const stream = streams.length > 0 ? oleStream(bytes, streams) : null;
  if (stream) return stream;
  if (names.has('WordDocument')) throw new FileError('notAWorkbook', { found: 'word' });
  if (names.has('PowerPoint Document')) throw new FileError('notAWorkbook', { found: 'presentation' });
  // A directory beyond the end of the data is a truncated file rather than a foreign one.
  throw names.size === 0 ? damaged('', 'no directory in the compound file') : new FileError('notAWorkbook', { found: 'otherOffice' });
}

/** Web systems export a page or text and call it .xls; that deserves another advice than a wrong choice of file. */
function isExport(found: FoundKind, fileName: string): boolean {
  return (found === 'webPage' || found === 'xml' || found === 'text') && /\.(xls[xmb]?|et|ods)$/i.test(fileName);
}
