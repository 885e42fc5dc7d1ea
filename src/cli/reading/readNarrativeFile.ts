import { resolve } from 'node:path';
import type { NarrativeText } from '../../audit/narrative';
import { FileError } from '../../files';
import { CliError } from '../cliError';
import type { CliIo } from '../io';
import { errorTexts } from '../texts';
import { readBytes } from './readBytes';

/** The paragraphs of a .docx, .pdf, .txt or .md file. Throws `CliError` of code textFile, or a reading error. */
export async function readNarrativeFile(file: string, io: CliIo): Promise<NarrativeText> {
  const paragraphs = await io.readProse(readBytes({ shown: file, path: resolve(io.cwd, file) }), file).catch(asNoText);
  if (paragraphs === null) throw new CliError('textFile', errorTexts.textNotReadable(file), file);
  return { file, paragraphs };
}

/** What is no Word file, whatever its name: the sentence for workbooks would blame the workbook beside it. */
function asNoText(error: unknown): null {
  if (error instanceof FileError && error.code === 'notAWorkbook') return null;
  throw error;
}
