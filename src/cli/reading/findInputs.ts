import { readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { trimEndOf } from '../../audit/workbook';
import { fileNameKind, mayBeChecklist } from '../../desk';
import { isChecklist } from '../../desk/checklist';
import { CliError } from '../cliError';
import { errorTexts } from '../texts';
import type { InputFile } from './inputFile';
import { readBytes } from './readBytes';
import { isWithin, realPath } from './sameFile';
import { systemError } from './systemError';

export interface Inputs {
  /** Files and failures in the order of the command line; folders by name. */
  readonly entries: readonly (InputFile | CliError)[];
  /** Lock files and temporary files that were passed over. */
  readonly skipped: number;
  /** 检查表 and 汇总表 of ours in the folders named, passed over as well. */
  readonly checklists: number;
  /** Files of explanations that lie in the folders named. */
  readonly explanations: readonly InputFile[];
}

/** Kinds of other files that a sentence names. */
const MOST_KINDS = 5;

/** The workbook files that the operands mean; each file once, none of the folder left out. Links to folders are not followed: they may go in circles; one that leads elsewhere is told. */
export function findInputs(operands: readonly string[], cwd: string, leftOut: string | null = null): Inputs {
  const entries: (InputFile | CliError)[] = [];
  const seen = new Set<string>();
  const explanations: InputFile[] = [];
  let skipped = 0;
  let checklists = 0;
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
      entries.push(operand === '-' ? new CliError('notAFile', errorTexts.noStandardInput(), operand) : systemError(error, operand));
      continue;
    }
    const before = entries.length;
    const known = seen.size;
    const others = new Map<string, number>();
    searchFolder({ shown: trimEndOf(slashes(operand), '/'), path }, leftOut, {
      add,
      fail: (failure) => entries.push(failure),
      link: (link) => {
        // What lies in the folder itself is found without it.
        if (!isWithin(link.path, path)) entries.push(new CliError('notAFile', errorTexts.linkedFolder(link.shown), link.shown));
      },
      skip: () => void skipped++,
      checklist: () => void checklists++,
      explain: (file) => explanations.push(file),
      other: (name) => {
        const kind = extensionOf(name);
        others.set(kind, (others.get(kind) ?? 0) + 1);
      },
    });
    if (entries.length === before && seen.size === known && !holdsKnown(path, seen)) {
      const kinds = [...others].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, MOST_KINDS).map(([kind, n]) => `${kind} ${n}`);
      entries.push(new CliError('emptyFolder', errorTexts.emptyFolder(operand, kinds), operand));
    }
  }
  return { entries, skipped, checklists, explanations };
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

/** What is done with each kind of file in a folder. */
interface Finds {
  add(file: InputFile): void;
  fail(error: CliError): void;
  /** A link to a folder. */
  link(link: InputFile): void;
  skip(): void;
  checklist(): void;
  explain(file: InputFile): void;
  other(name: string): void;
}

function searchFolder(folder: InputFile, leftOut: string | null, finds: Finds): void {
  let names;
  try {
    names = readdirSync(folder.path, { withFileTypes: true });
  } catch (error) {
    finds.fail(systemError(error, folder.shown));
    return;
  }
  // By code unit: the same order on every system and in every language.
  for (const entry of names.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))) {
    const below = { shown: folder.shown === '' ? `/${entry.name}` : `${folder.shown}/${entry.name}`, path: resolve(folder.path, entry.name) };
    if (entry.isDirectory()) {
      if (below.path !== leftOut) searchFolder(below, leftOut, finds);
    } else if (entry.isSymbolicLink() && isFolder(below.path)) {
      finds.link(below);
    } else {
      const kind = fileNameKind(below.shown);
      if (kind === 'workbook' && mayBeChecklist(below.path) && isOwn(below)) finds.checklist();
      else if (kind === 'workbook') finds.add(below);
      else if (kind === 'lock' || kind === 'temporary') finds.skip();
      else if (kind === 'explanations') finds.explain(below);
      else finds.other(entry.name);
    }
  }
}

/** false also where a link leads nowhere, to itself or to where one may not look. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function isOwn(file: InputFile): boolean {
  try {
    return isChecklist(readBytes(file));
  } catch {
    // Why it cannot be read is told of the file.
    return false;
  }
}

const extensionOf = (name: string): string => /\.[^.]{1,8}$/.exec(name)?.[0].toLowerCase() ?? name;

/** All its files were named before: no reason to complain about an empty folder. */
const holdsKnown = (folder: string, seen: ReadonlySet<string>): boolean => {
  const real = realPath(folder);
  return [...seen].some((file) => file.startsWith(real));
};

const slashes = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path);
