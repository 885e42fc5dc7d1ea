import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CliError } from '../cliError';
import type { CliIo } from '../io';
import { errorTexts, reportTexts, type Language } from '../texts';
import { makeFolder } from './makeFolder';
import { replaceFile } from './replaceFile';

type NamedFile = readonly [name: string, bytes: Uint8Array];

export interface ChecklistsWritten {
  /** What was written, a sentence each. */
  readonly lines: readonly string[];
  readonly failures: readonly CliError[];
}

/** The folder for the 检查表, made where there is none. Found out before anything is read. Throws `CliError`. */
export function settleFolder(folder: string | null, io: CliIo): string | null {
  if (folder === null) return null;
  const path = resolve(io.cwd, folder);
  try {
    makeFolder(path);
    if (!statSync(path).isDirectory()) throw Object.assign(new Error('ENOTDIR'), { code: 'ENOTDIR' });
    accessSync(path, constants.W_OK);
    return path;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const isNoFolder = code === 'EEXIST' || code === 'ENOTDIR';
    throw new CliError('cannotWrite', isNoFolder ? errorTexts.noFolder('--checklist', folder) : errorTexts.checklistFolder(folder, code), folder, { cause: error });
  }
}

/**
 * Writes the 检查表 of the units and the 汇总表. A file that stands there with other contents may bear a unit's answers: it stays, the
 * new one gets a number.
 */
export function writeChecklistFiles(folder: { readonly path: string; readonly shown: string }, units: readonly NamedFile[], summary: NamedFile, lang: Language): ChecklistsWritten {
  const texts = reportTexts[lang];
  const failures: CliError[] = [];
  let written = 0;
  let hasSummary = false;
  let renumbered = 0;
  for (const file of [...units, summary]) {
    const [name, bytes] = file;
    try {
      const free = freeName(folder.path, name, bytes);
      if (free !== name) renumbered++;
      replaceFile(join(folder.path, free), bytes);
      if (file === summary) hasSummary = true;
      else written++;
    } catch (error) {
      failures.push(new CliError('cannotWrite', errorTexts.checklistNotWritten(name, (error as NodeJS.ErrnoException).code ?? ''), name, { cause: error }));
    }
  }
  return { lines: [...(written > 0 || hasSummary ? [texts.checklists(written, hasSummary, folder.shown)] : []), ...(renumbered > 0 ? [texts.renumbered(renumbered)] : [])], failures };
}

function freeName(folder: string, name: string, bytes: Uint8Array): string {
  const stem = name.replace(/\.xlsx$/, '');
  for (let n = 1; ; n++) {
    const wanted = n === 1 ? name : `${stem}-${n}.xlsx`;
    const path = join(folder, wanted);
    if (!existsSync(path) || holds(path, bytes)) return wanted;
  }
}

/** Whether it is a file of these bytes; a pipe is not opened, which would wait for its other end. Throws where it is a folder. */
function holds(path: string, bytes: Uint8Array): boolean {
  const found = statSync(path);
  return (found.isFile() || found.isDirectory()) && readFileSync(path).equals(bytes);
}
