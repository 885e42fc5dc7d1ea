import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { DEFAULT_FILE_LIMITS, FileError } from '../../files';
import { CliError } from '../cliError';
import { errorTexts } from '../texts';
import type { InputFile } from './inputFile';
import { systemError } from './systemError';

/** So that opening a pipe does not wait for its other end. Windows has neither. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * The bytes of a file, as many as it had when it was opened. Pipes and devices are refused (they may never end), as is what is too large.
 * Throws `CliError`, `FileError`.
 */
export function readBytes({ path, shown }: InputFile, limit = DEFAULT_FILE_LIMITS.fileBytes): Uint8Array {
  let file: number | null = null;
  try {
    file = openSync(path, WITHOUT_WAITING);
    const found = fstatSync(file);
    if (!found.isFile()) throw new CliError('notAFile', errorTexts.notAFile(shown), shown);
    if (found.size > limit) throw new FileError('fileTooLarge', { fileName: shown, limit, actual: found.size });
    return read(file, found.size);
  } catch (error) {
    throw error instanceof CliError || error instanceof FileError ? error : systemError(error, shown);
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** Files of the system (/proc) say that they are empty and may wait for ever: no byte is asked for beyond the size. */
function read(file: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  while (at < size) {
    const count = readSync(file, bytes, at, size - at, null);
    if (count === 0) break;
    at += count;
  }
  return at === size ? bytes : bytes.slice(0, at);
}
