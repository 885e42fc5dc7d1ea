import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Invocation } from '../arguments';
import { CliError } from '../cliError';
import type { CliIo } from '../io';
import type { InputFile } from '../reading';
import { errorTexts, reportTexts } from '../texts';

/**
 * Where the report goes. Whether --out can be written is found out before the work begins; an input is never
 * overwritten. Throws `CliError`.
 */
export function writeOut(invocation: Pick<Invocation, 'out' | 'lang' | 'rules' | 'chart'>, io: CliIo, inputs: readonly InputFile[]): { write(text: string): Promise<void> } {
  const { out, lang } = invocation;
  if (out === null) return { write: async (text) => io.out(text) };
  const path = resolve(io.cwd, out);
  const sources = [...inputs.map((i) => i.path), ...[...invocation.rules, ...(invocation.chart === null ? [] : [invocation.chart])].map((f) => resolve(io.cwd, f))];
  if (sources.some((source) => isSame(source, path))) throw new CliError('usage', errorTexts.outIsInput(out), out);
  const folder = dirname(path);
  if (!isFolder(folder)) throw cannot(out, 'ENOENT');
  if (isFolder(path)) throw cannot(out, 'EISDIR');
  return {
    async write(text) {
      const temporary = join(folder, `.${basename(path)}.${process.pid}.tmp`);
      try {
        const file = openSync(temporary, 'wx');
        try {
          writeFileSync(file, text);
          fsyncSync(file);
        } finally {
          closeSync(file);
        }
        renameSync(temporary, path);
      } catch (error) {
        rmSync(temporary, { force: true });
        throw cannot(out, (error as NodeJS.ErrnoException).code ?? '', error);
      }
      io.error(`${reportTexts[lang].written(out)}\n`);
    },
  };
}

const cannot = (file: string, reason: string, cause?: unknown): CliError => new CliError('cannotWrite', errorTexts.cannotWrite(file, reason), file, { cause });

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isSame(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}
