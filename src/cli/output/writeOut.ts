import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileNameKind } from '../../desk';
import type { Invocation } from '../arguments';
import { CliError } from '../cliError';
import type { CliIo } from '../io';
import { isSameFile, isWithin } from '../reading';
import { errorTexts, reportTexts } from '../texts';
import { cleanLines } from './cleanText';
import { isReplaceable } from './isReplaceable';
import type { OutputPart } from './outputPart';
import { replaceFile, settleTarget } from './replaceFile';

/** Where it leads to a file, that file may hold more than the report: it is written on, never replaced. */
const STANDARD_OUTPUT = new Set(['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1']);

const SYSTEM = /^\/(dev|proc)\//;

/** Where a report goes. */
export interface Output {
  /** The report, or what of it has not gone out yet. */
  write(text: string | Generator<OutputPart>): void;
  /** Writes a part of it that is ready before the others are; null where it is to be there whole or not at all. */
  readonly now: ((part: OutputPart) => void) | null;
}

/**
 * Where the report goes. Called before anything is read: whether --out can be written is found out first, and it is
 * never a file that is no report, a workbook, one of `sources` (paths of all that the command names, whether it can be opened or not) nor within
 * `closedFolders` (folders of inputs whose files are not known). Throws `CliError`.
 */
export function writeOut(
  { out, lang }: Pick<Invocation, 'out' | 'lang'>,
  io: CliIo,
  sources: readonly string[],
  closedFolders: readonly string[] = [],
): Output {
  if (out === null || STANDARD_OUTPUT.has(out)) {
    return {
      write(text) {
        for (const part of partsOf(text)) io.out(part);
      },
      now: (part) => io.out(part),
    };
  }
  const path = resolve(io.cwd, out);
  if (sources.some((source) => isSameFile(source, path)) || closedFolders.some((folder) => isWithin(path, folder))) {
    throw new CliError('usage', errorTexts.outIsInput(out), out);
  }
  if (fileNameKind(path) === 'workbook' && existsSync(path)) throw new CliError('usage', errorTexts.outIsWorkbook(out), out);
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new CliError('cannotWrite', errorTexts.cannotWrite(out, (error as NodeJS.ErrnoException).code ?? ''), out, { cause: error });
    }
  };
  const target = guarded(() => settleTarget(path));
  // Another program's open file, found by its number.
  const isOpenFile = target.kind === 'file' && SYSTEM.test(path);
  if (isOpenFile || (target.kind === 'file' && target.mode !== null && !guarded(() => isReplaceable(target.path)))) throw new CliError('usage', errorTexts.outIsOther(out), out);
  return {
    write(text) {
      guarded(() => replaceFile(path, cleaned(text)));
      io.error(`${reportTexts[lang].written(out)}\n`);
    },
    now: null,
  };
}

const partsOf = (text: string | Generator<OutputPart>): Iterable<OutputPart> => (typeof text === 'string' ? [text] : text);

function* cleaned(text: string | Generator<OutputPart>): Generator<OutputPart> {
  for (const part of partsOf(text)) yield typeof part === 'string' ? cleanLines(part) : part;
}
