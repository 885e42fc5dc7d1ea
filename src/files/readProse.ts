import { decodeText } from './decodeText';
import { isDocx, readDocx } from './docx';
import { isPdf, readPdf } from './pdf';

const NO_TEXT = /\.(docx?|wps|xls[xmb]?|et|ods|odt|rtf)$/i;

/** The paragraphs of a .docx, .pdf, .txt or .md file; null for what is no text. Throws only `FileError`, for a .docx or .pdf that cannot be read. */
export async function readProse(bytes: Uint8Array, name: string): Promise<readonly string[] | null> {
  if (isDocx(bytes)) return readDocx(bytes, name).paragraphs;
  if (isPdf(bytes) || /\.pdf$/i.test(name)) return readPdf(bytes, name);
  if (/\.docx$/i.test(name)) return readDocx(bytes, name).paragraphs;
  const text = NO_TEXT.test(name) ? null : decodeText(bytes);
  return text === null ? null : paragraphsOf(text);
}

/** One a line. */
const paragraphsOf = (text: string): readonly string[] => text.split(/\r\n|[\r\n\u2028\u2029]/);
