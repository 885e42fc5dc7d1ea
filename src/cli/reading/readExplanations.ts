import { resolve } from 'node:path';
import { emptyFolderFile, mergeFolderFiles, readFolderFile, type FolderFile } from '../../desk';
import { CliError } from '../cliError';
import { errorTexts } from '../texts';
import { decodeText } from '../../files';
import { readBytes } from './readBytes';

/** A file of 情况说明 and decisions. Throws `CliError` of code explanationFile, or a reading error. */
export function readExplanations(file: string, cwd: string): FolderFile {
  const found = readFolderFile(decodeText(readBytes({ shown: file, path: resolve(cwd, file) })) ?? '');
  if (found === null) throw new CliError('explanationFile', errorTexts.explanationFile(file), file);
  return found;
}

/** Several of them as one, as colleagues have written them: of two entries about the same thing the later one stays. */
export function readAllExplanations(files: readonly string[], cwd: string): FolderFile {
  return files.map((file) => readExplanations(file, cwd)).reduce(mergeFolderFiles, emptyFolderFile);
}
