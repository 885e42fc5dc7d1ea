import { CliError } from '../cliError';
import { errorTexts } from '../texts';

/** An error of the file system as a sentence. */
export function systemError(error: unknown, file: string): CliError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return new CliError('notFound', errorTexts.notFound(file), file, { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY') return new CliError('noAccess', errorTexts.noAccess(file), file, { cause: error });
  return new CliError('notReadable', errorTexts.notReadable(file, code), file, { cause: error });
}
