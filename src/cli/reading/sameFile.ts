import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, isAbsolute } from 'node:path';

/** The same file, under whatever name: another spelling, a link, another case. What cannot be opened is told by its path. */
export function isSameFile(a: string, b: string): boolean {
  if (realPath(a) === realPath(b)) return true;
  const first = statOf(a);
  const second = statOf(b);
  return first !== null && second !== null && first.ino !== 0n && first.dev === second.dev && first.ino === second.ino;
}

/** Whether a path lies in a folder, at any depth. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(realPath(folder), realPath(path));
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

/** The path with every link of its existing part followed. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(realPath(folder), basename(path));
  }
}

function statOf(path: string): { readonly dev: bigint; readonly ino: bigint } | null {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return null;
  }
}
