import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { trimEndOf } from '../../audit/workbook';
import { CliError } from '../cliError';
import { makeFolder, replaceFile } from '../output';
import { clearPackage } from '../../files';
import { isSameFile, readBytes, type InputFile } from '../reading';
import { errorTexts } from '../texts';

/** The folder that copies are written to: none over a file that is read, over another copy, or over what is no copy of ours. */
export class Copies {
  private readonly written = new Set<string>();

  constructor(
    private readonly folder: string,
    private readonly cwd: string,
    private readonly operands: readonly string[],
    private readonly inputs: readonly InputFile[],
  ) {}

  /**
   * Writes the copy of a file under its own name, below the folder it was found in where a whole folder was named; `ending`
   * replaces the ending of its name, or follows it where another file has the same name but for that (预算.xls beside 预算.xlsx
   * becomes 预算.xls.xlsx); `original` is what was read. Answers the copy as the user would write it. Throws `CliError`.
   */
  write({ shown }: InputFile, original: Uint8Array, bytes: Uint8Array, ending: string | null): string {
    const own = this.nameOf(shown);
    const name = ending === null ? own : this.isAlone(own) ? `${stemOf(own)}${ending}` : `${own}${ending}`;
    const copy = `${trimEndOf(this.folder, '/')}/${name}`;
    const path = resolve(this.cwd, this.folder, ...name.split('/'));
    if (this.inputs.some((input) => isSameFile(input.path, path))) throw new CliError('usage', errorTexts.copyIsInput(shown, copy), shown);
    // Two names that differ in case are one file on many systems.
    if (this.written.has(name.toLowerCase())) throw new CliError('usage', errorTexts.copyTwice(shown, copy), shown);
    try {
      makeFolder(dirname(path));
      if (statSync(path, { throwIfNoEntry: false })?.isFile() && !isOwnCopy(path, original, bytes)) throw new CliError('usage', errorTexts.copyIsOther(shown, copy), shown);
      replaceFile(path, bytes);
    } catch (error) {
      if (error instanceof CliError) throw error;
      const { code = '' } = error as NodeJS.ErrnoException;
      const isNoFolder = code === 'EEXIST' || code === 'ENOTDIR';
      throw new CliError('cannotWrite', isNoFolder ? errorTexts.noFolder('--out', this.folder) : errorTexts.copyNotWritten(copy, code), shown, { cause: error });
    }
    this.written.add(name.toLowerCase());
    return copy;
  }

  private isAlone(name: string): boolean {
    const stem = stemOf(name).toLowerCase();
    return this.inputs.filter(({ shown }) => stemOf(this.nameOf(shown)).toLowerCase() === stem).length < 2;
  }

  private nameOf(shown: string): string {
    const folder = this.operands.map((operand) => `${trimEndOf(operand.replaceAll('\\', '/'), '/')}/`).find((operand) => shown.startsWith(operand));
    return folder === undefined ? shown.slice(shown.lastIndexOf('/') + 1) : shown.slice(folder.length);
  }
}

const stemOf = (name: string): string => name.replace(/\.[^./]*$/, '');

/** What an earlier run left there: the same bytes, a package with marks of ours, or the same workbook without them. */
function isOwnCopy(path: string, original: Uint8Array, bytes: Uint8Array): boolean {
  try {
    const found = Buffer.from(readBytes({ path, shown: path }));
    if (found.equals(bytes)) return true;
    const cleared = clearPackage(found);
    return cleared.hadMarks || found.equals(clearPackage(original).bytes);
  } catch {
    return false;
  }
}
