import { decodeText } from './decodeText';
import { isDocx, readDocx } from './docx';
import { FileError } from './errors';
import { DEFAULT_FILE_LIMITS, type FileLimits } from './limits';

const NO_TEXT = /\.(pdf|docx?|wps|xls[xmb]?|et|ods|odt|rtf)$/i;
/** A character takes no more in any of the encodings read. */
const MOST_BYTES_A_CHARACTER = 4;

/**
 * The paragraphs of a .docx, .txt or .md file; null for what is no text. Throws only `FileError`: for a .docx that cannot
 * be read, and for a text that is too long.
 */
export function readProse(bytes: Uint8Array, name: string, limits: FileLimits = DEFAULT_FILE_LIMITS): readonly string[] | null {
  if (isDocx(bytes) || /\.docx$/i.test(name)) return readDocx(bytes, name, limits).paragraphs;
  if (NO_TEXT.test(name)) return null;
  const tooLong = new FileError('proseTooLong', { fileName: name, limit: limits.proseCharacters });
  if (bytes.length > limits.proseCharacters * MOST_BYTES_A_CHARACTER) throw tooLong;
  const text = decodeText(bytes);
  if (text === null) return null;
  const paragraphs = paragraphsOf(text);
  if (text.length > limits.proseCharacters || paragraphs.length > limits.paragraphs) throw tooLong;
  return paragraphs;
}

/** One a line. */
const paragraphsOf = (text: string): readonly string[] => text.split(/\r\n|[\r\n\u2028\u2029]/);
