import { readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { trimEndOf } from '../../audit/workbook';
import { CliError } from '../cliError';
import { errorTexts } from '../texts';
import { realPath } from './sameFile';
import { systemError } from './systemError';

/** A file to check: as the user sees it, and where it is. */
export interface InputFile {
  /** The operand, or the operand and the path below it, with "/" between. */
  readonly shown: string;
  readonly path: string;
}

export interface Inputs {
  /** Files and failures in the order of the command line; folders by name. */
  readonly entries: readonly (InputFile | CliError)[];
}

const WORKBOOK = /\.(xlsx|xlsm|xls|xlsb|ods|et)$/i;
/** Office's lock files beside an open workbook. */
const LOCK_FILE = /^(~\$|\.~lock\.)/;

/** The workbook files that the operands mean; each file once. Links to folders are not followed: they may go in circles. */
export function findInputs(operands: readonly string[], cwd: string): Inputs {
  const entries: (InputFile | CliError)[] = [];
  const seen = new Set<string>();
  const add = (file: InputFile): void => {
    const real = realPath(file.path);
    if (seen.has(real)) return;
    seen.add(real);
    entries.push(file);
  };
  for (const operand of operands) {
    const path = resolve(cwd, operand);
    try {
      if (!statSync(path).isDirectory()) {
        add({ shown: slashes(operand), path });
        continue;
      }
    } catch (error) {
      entries.push(systemError(error, operand));
      continue;
    }
    const before = entries.length;
    const known = seen.size;
    searchFolder({ shown: trimEndOf(slashes(operand), '/'), path }, add, (failure) => entries.push(failure));
    if (entries.length === before && seen.size === known && !holdsKnown(path, seen)) {
      entries.push(new CliError('emptyFolder', errorTexts.emptyFolder(operand), operand));
    }
  }
  return { entries };
}

/** The file that an operand is. Throws `CliError` where it is a folder or cannot be found. */
export function oneFile(operand: string, cwd: string): InputFile {
  const path = resolve(cwd, operand);
  try {
    if (statSync(path).isDirectory()) throw new CliError('usage', errorTexts.fileWanted(operand), operand);
  } catch (error) {
    throw error instanceof CliError ? error : systemError(error, operand);
  }
  return { shown: slashes(operand), path };
}

function searchFolder(folder: InputFile, add: (file: InputFile) => void, fail: (error: CliError) => void): void {
  let names;
  try {
    names = readdirSync(folder.path, { withFileTypes: true });
  } catch (error) {
    fail(systemError(error, folder.shown));
    return;
  }
  // By code unit: the same order on every system and in every language.
  for (const entry of names.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))) {
    const below = { shown: folder.shown === '' ? `/${entry.name}` : `${folder.shown}/${entry.name}`, path: resolve(folder.path, entry.name) };
    if (entry.isDirectory()) searchFolder(below, add, fail);
    else if (WORKBOOK.test(entry.name) && !LOCK_FILE.test(entry.name) && (entry.isFile() || entry.isSymbolicLink())) add(below);
  }
}

/** All its files were named before: no reason to complain about an empty folder. */
const holdsKnown = (folder: string, seen: ReadonlySet<string>): boolean => {
  const real = realPath(folder);
  return [...seen].some((file) => file.startsWith(real));
};

const slashes = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path);
