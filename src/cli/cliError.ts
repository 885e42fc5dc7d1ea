import type { Bilingual } from './texts';

/** usage: the command itself is wrong. The others become entries of the report's `errors`. */
export type CliErrorCode =
  | 'usage' | 'notFound' | 'noAccess' | 'notReadable' | 'notAFile' | 'emptyFolder'
  | 'nothingRecognised' | 'nothingChecked' | 'blankForms' | 'internal' | 'chartFile' | 'ruleFile' | 'cannotWrite' | 'textFile' | 'noText' | 'explanationFile' | 'roster' | 'memory';

/** A failure that has a sentence for people. */
export class CliError extends Error {
  override readonly name = 'CliError';

  constructor(
    readonly code: CliErrorCode,
    readonly texts: Bilingual,
    /** The file concerned, as the user wrote it; "" for none. */
    readonly file = '',
    options?: { cause?: unknown },
  ) {
    super(texts.en, options);
  }
}
