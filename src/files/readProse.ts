import { decodeText } from './decodeText';
import { isDocx, readDocx } from './docx';

const NO_TEXT = /\.(pdf|docx?|wps|xls[xmb]?|et|ods|odt|rtf)$/i;

/** The paragraphs of a .docx, .txt or .md file; null for what is no text. Throws only `FileError`, for a .docx that cannot be read. */
export function readProse(bytes: Uint8Array, name: string): readonly string[] | null {
  if (isDocx(bytes) || /\.docx$/i.test(name)) return readDocx(bytes, name).paragraphs;
  const text = NO_TEXT.test(name) ? null : decodeText(bytes);
  return text === null ? null : paragraphsOf(text);
}

/** One a line. */
const paragraphsOf = (text: string): readonly string[] => text.split(/\r\n|[\r\n\u2028\u2029]/);
