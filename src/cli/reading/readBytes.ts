import { readFileSync, statSync } from 'node:fs';
import { DEFAULT_FILE_LIMITS, FileError } from '../../files';
import { CliError } from '../cliError';
import { errorTexts } from '../texts';
import type { InputFile } from './findInputs';
import { systemError } from './systemError';

/** The bytes of a file. Pipes and devices are refused (they may never end), as is what is too large. Throws `CliError`, `FileError`. */
export function readBytes({ path, shown }: InputFile, limit = DEFAULT_FILE_LIMITS.fileBytes): Uint8Array {
  try {
    const found = statSync(path);
    if (!found.isFile()) throw new CliError('notAFile', errorTexts.notAFile(shown), shown);
    if (found.size > limit) throw new FileError('fileTooLarge', { fileName: shown, limit, actual: found.size });
    return readFileSync(path);
  } catch (error) {
    throw error instanceof CliError || error instanceof FileError ? error : systemError(error, shown);
  }
}
