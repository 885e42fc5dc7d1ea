import { resolve } from 'node:path';
import type { NarrativeText } from '../../audit/narrative';
import { isDocx, readDocx } from '../../files';
import { CliError } from '../cliError';
import { errorTexts } from '../texts';
import { decodeText } from './decodeText';
import { readBytes } from './readBytes';

const BINARY = /\.(pdf|docx?|wps|xls[xmb]?|et|ods|odt|rtf)$/i;

/** The paragraphs of a .docx, .txt or .md file. Throws `CliError` of code textFile, or a reading error. */
export function readNarrativeFile(file: string, cwd: string): NarrativeText {
  const bytes = readBytes({ shown: file, path: resolve(cwd, file) });
  if (isDocx(bytes) || /\.docx$/i.test(file)) return { file, paragraphs: readDocx(bytes, file).paragraphs };
  const text = BINARY.test(file) ? null : decodeText(bytes);
  if (text === null) throw new CliError('textFile', errorTexts.textNotReadable(file), file);
  return { file, paragraphs: text.split(/\r\n|[\r\n\u2028\u2029]/) };
}
