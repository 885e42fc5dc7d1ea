import { decodeText } from './decodeText';
import { isDocx, readDocx } from './docx';
import { FileError } from './errors';
import { DEFAULT_FILE_LIMITS, type FileLimits } from './limits';
import { isPdf, readPdf } from './pdf';

const NO_TEXT = /\.(docx?|wps|xls[xmb]?|et|ods|odt|rtf)$/i;
/** A character takes no more in any of the encodings read. */
const MOST_BYTES_A_CHARACTER = 4;

/**
 * The paragraphs of a .docx, .pdf, .txt or .md file; null for what is no text. Throws only `FileError`: for a .docx or
 * .pdf that cannot be read, and for a text that is too long.
 */
export async function readProse(bytes: Uint8Array, name: string, limits: FileLimits = DEFAULT_FILE_LIMITS): Promise<readonly string[] | null> {
  if (isDocx(bytes)) return readDocx(bytes, name, limits).paragraphs;
  if (isPdf(bytes) || /\.pdf$/i.test(name)) return bounded(await readPdf(bytes, name, limits), name, limits);
  if (/\.docx$/i.test(name)) return readDocx(bytes, name, limits).paragraphs;
  if (NO_TEXT.test(name)) return null;
  if (bytes.length > limits.proseCharacters * MOST_BYTES_A_CHARACTER) throw tooLong(name, limits);
  const text = decodeText(bytes);
  return text === null ? null : bounded(paragraphsOf(text), name, limits);
}

/** One a line. */
const paragraphsOf = (text: string): readonly string[] => text.split(/\r\n|[\r\n\u2028\u2029]/);

function bounded(paragraphs: readonly string[], name: string, limits: FileLimits): readonly string[] {
  const characters = paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
  const long = paragraphs.find(({ length }) => length > limits.textCharacters);
  if (long !== undefined) throw new FileError('textTooLong', { fileName: name, limit: limits.textCharacters, actual: long.length });
  if (characters > limits.proseCharacters || paragraphs.length > limits.paragraphs) throw tooLong(name, limits);
  return paragraphs;
}

const tooLong = (fileName: string, limits: FileLimits): FileError => new FileError('proseTooLong', { fileName, limit: limits.proseCharacters });
