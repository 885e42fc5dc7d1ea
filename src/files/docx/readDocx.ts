import { Budget } from '../budget';
import { damaged, damagedDocument, FileError } from '../errors';
import { DEFAULT_FILE_LIMITS, type FileLimits } from '../limits';
import { oleEntryNames } from '../legacy';
import { detectContainer } from '../detect';
import { toUtf8, XmlScanner } from '../xml';
import { ZipPackage } from '../zip';
import { readBody, type BodyParts } from './body';
import type { WordDocument } from './model';
import { NO_NUMBERING, readNumbering } from './numbering';
import { readStyleLists, type StyleLists } from './styleLists';

const MAIN = 'word/document.xml';

/** Reads a .docx: paragraphs and tables in reading order. Throws only `FileError`. */
export function readDocx(bytes: Uint8Array, fileName: string, limits: FileLimits = DEFAULT_FILE_LIMITS): WordDocument {
  try {
    return readPackage(bytes, limits);
  } catch (cause) {
    const error = cause instanceof FileError ? cause : damaged('', cause instanceof Error ? cause.message : String(cause), cause);
    throw damagedDocument(error).withFileName(fileName);
  }
}

function readPackage(bytes: Uint8Array, limits: FileLimits): WordDocument {
  if (bytes.length === 0) throw new FileError('empty');
  if (bytes.length > limits.fileBytes) throw new FileError('fileTooLarge', { limit: limits.fileBytes, actual: bytes.length });
  const container = detectContainer(bytes);
  if (container.kind === 'ole') throw new FileError(oleEntryNames(bytes).has('EncryptedPackage') ? 'encrypted' : 'notAWorkbook', { found: 'word' });
  if (container.kind !== 'zip') throw new FileError('notAWorkbook', { found: container.kind === 'other' ? container.found : 'otherOffice' });
  const zip = new ZipPackage(bytes, limits);
  if (!zip.has(MAIN)) throw new FileError('notAWorkbook', { found: 'otherOffice' });
  const open = (part: string): XmlScanner => new XmlScanner(toUtf8(zip.read(part), part), part, limits.xmlDepth);
  const byStyle: StyleLists = zip.has('word/styles.xml') ? readStyleLists(open('word/styles.xml')) : new Map();
  const numbering = zip.has('word/numbering.xml') ? readNumbering(open('word/numbering.xml'), byStyle) : NO_NUMBERING;
  const body: BodyParts = { paragraphs: [], tables: [], budget: new Budget(limits) };
  readBody(open(MAIN), numbering, body);
  for (const notes of ['word/footnotes.xml', 'word/endnotes.xml']) if (zip.has(notes)) readBody(open(notes), NO_NUMBERING, body);
  return { paragraphs: body.paragraphs, tables: body.tables };
}

/** Whether the bytes are a Word document of the present format. */
export function isDocx(bytes: Uint8Array, limits: FileLimits = DEFAULT_FILE_LIMITS): boolean {
  if (detectContainer(bytes).kind !== 'zip') return false;
  try {
    return new ZipPackage(bytes, limits).has(MAIN);
  } catch {
    return false;
  }
}
