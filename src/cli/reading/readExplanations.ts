import { resolve } from 'node:path';
import { readExplanationFile, type ExplanationFile } from '../../audit/report/explanationFile';
import { CliError } from '../cliError';
import { errorTexts } from '../texts';
import { decodeText } from '../../files';
import { readBytes } from './readBytes';

/** A file of 情况说明. Throws `CliError` of code explanationFile, or a reading error. */
export function readExplanations(file: string, cwd: string): ExplanationFile {
  const found = readExplanationFile(decodeText(readBytes({ shown: file, path: resolve(cwd, file) })) ?? '');
  if (found === null) throw new CliError('explanationFile', errorTexts.explanationFile(file), file);
  return found;
}
