import { resolve } from 'node:path';
import type { NarrativeText } from '../../audit/narrative';
import { readProse } from '../../files';
import { CliError } from '../cliError';
import { errorTexts } from '../texts';
import { readBytes } from './readBytes';

/** The paragraphs of a .docx, .txt or .md file. Throws `CliError` of code textFile, or a reading error. */
export function readNarrativeFile(file: string, cwd: string): NarrativeText {
  const paragraphs = readProse(readBytes({ shown: file, path: resolve(cwd, file) }), file);
  if (paragraphs === null) throw new CliError('textFile', errorTexts.textNotReadable(file), file);
  return { file, paragraphs };
}
