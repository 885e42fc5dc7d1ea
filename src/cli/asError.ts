import type { ReportError } from '../audit/report/model';
import { FileError, fileErrorText } from '../files';
import type { Invocation } from './arguments';
import { CliError } from './cliError';
import type { CliIo } from './io';
import { errorTexts } from './texts';

/** Any failure as an entry of the report. */
export function asError(error: unknown, file: string, { lang, debug }: Invocation, io: CliIo): ReportError {
  if (error instanceof FileError) return { file, code: error.code, message: fileErrorText(error.code, lang, { fileName: file, ...error.details }) };
  if (debug && !(error instanceof CliError && error.code !== 'internal')) io.error(`${stackOf(error)}\n`);
  if (error instanceof CliError) return { file, code: error.code, message: error.texts[lang] };
  return { file, code: 'internal', message: errorTexts.internal(file)[lang] };
}

/** Any failure of a file without which the command cannot go on. */
export function asFailure(error: unknown, file: string, invocation: Invocation, io: CliIo): CliError {
  const { message } = asError(error, file, invocation, io);
  return error instanceof CliError ? error : new CliError('notReadable', { zh: message, en: message }, file, { cause: error });
}

function stackOf(error: unknown): string {
  const cause = error instanceof CliError && error.cause !== undefined ? error.cause : error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
