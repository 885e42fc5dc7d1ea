import { resolve } from 'node:path';
import type { ReportError } from '../../audit/report/model';
import type { Invocation } from '../arguments';
import { asError } from '../asError';
import { CliError } from '../cliError';
import { ExitCode, type ExitCodeValue } from '../exitCode';
import type { CliIo } from '../io';
import { cleanText } from '../output';
import { findInputs, type InputFile } from '../reading';
import { copyTexts } from '../texts';
import { Copies } from './copies';

/** Does something to every file the command names; what fails is said, and the others go on. `work` is null where nothing can be done. */
export async function forEachFile(
  invocation: Invocation,
  io: CliIo,
  errors: readonly ReportError[],
  work: ((file: InputFile, copies: Copies) => void | Promise<void>) | null,
): Promise<ExitCodeValue> {
  const { operands, out, chart, explanations, rules } = invocation;
  const failed = [...errors];
  const say = (error: ReportError): void => io.error(`gouji: ${cleanText(error.message)}\n`);
  failed.forEach(say);
  const { entries } = findInputs(operands, io.cwd);
  const files = entries.filter((entry): entry is InputFile => !(entry instanceof CliError));
  const others = [chart, ...explanations, ...rules].flatMap((shown) => (shown === null ? [] : [{ shown, path: resolve(io.cwd, shown) }]));
  const copies = new Copies(out ?? '', io.cwd, operands, [...files, ...others]);
  const stop = io.stopSignal();
  let done = 0;
  for (const entry of work === null ? [] : entries) {
    // Ctrl+C is heard between two files.
    await new Promise((resolve) => setImmediate(resolve));
    if (stop.aborted) {
      io.error(`gouji: ${cleanText(copyTexts[invocation.lang].stopped(done, entries.length))}\n`);
      return ExitCode.stopped;
    }
    done++;
    try {
      if (entry instanceof CliError) throw entry;
      await work?.(entry, copies);
    } catch (error) {
      failed.push(asError(error, entry instanceof CliError ? entry.file : entry.shown, invocation, io));
      say(failed[failed.length - 1]);
    }
  }
  return failed.length > 0 ? ExitCode.failed : ExitCode.clean;
}
