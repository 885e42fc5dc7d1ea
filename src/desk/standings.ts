import { normaliseText } from '../audit/workbook';
import type { Standing, Submission } from './model';
import { nameOf } from './submission';

/**
 * Tells copies (the same bytes) and older versions (same unit, year, form and level) from the files to look at. Of copies
 * the one with the shortest name leads (a.xlsx, not a - 副本.xlsx); a copy with marks of ours is a copy of the file it was made of; of versions the one changed last; where that does not tell, the last path.
 */
export function withStandings(submissions: readonly Submission[]): readonly Submission[] {
  const standings = new Map<string, Standing>();
  const besides = new Map<string, string[]>();
  const setAside = (one: Submission, kind: 'copy' | 'older', of: string): void => {
    standings.set(one.file.path, { kind, of });
    besides.set(of, [...(besides.get(of) ?? []), one.file.path]);
  };
  const originals: Submission[] = [];
  const unmarked = new Set(submissions.flatMap(({ file }) => (file.isMarked === true || file.contents === undefined ? [] : [file.contents])));
  const isCopy = ({ file }: Submission): boolean => file.isMarked === true && file.contents !== undefined && unmarked.has(file.contents);
  for (const same of groupsBy(submissions.filter((one) => !isCopy(one)), ({ file }) => file.digest)) {
    const [first, ...copies] = [...same].sort((a, b) => nameOf(a.file.path).length - nameOf(b.file.path).length || byPath(a, b));
    originals.push(first);
    for (const copy of copies) setAside(copy, 'copy', first.file.path);
  }
  for (const copy of submissions.filter(isCopy)) {
    const made = originals.find(({ file }) => file.contents === copy.file.contents);
    if (made) setAside(copy, 'copy', made.file.path);
  }
  for (const versions of groupsBy(originals, versionKey)) {
    const [newest, ...older] = [...versions].sort((a, b) => compare(b.file.changed, a.file.changed) || byPath(b, a));
    for (const version of older) setAside(version, 'older', newest.file.path);
  }
  return submissions.map((one) => ({ ...one, standing: standings.get(one.file.path) ?? { kind: 'leading', besides: [...(besides.get(one.file.path) ?? [])].sort(compare) } }));
}

/** null: nothing that others could be a version of. */
function versionKey({ unit, year, family, level }: Submission): string | null {
  return unit === null || year === null || family === null ? null : [normaliseText(unit), year, family, level].join('|');
}

function groupsBy(submissions: readonly Submission[], key: (one: Submission) => string | null): readonly (readonly Submission[])[] {
  const groups = new Map<string, Submission[]>();
  for (const one of submissions) {
    const found = key(one) ?? '';
    // What has no key stands alone.
    const name = found === '' ? `/${one.file.path}` : found;
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return [...groups.values()];
}

/** By code unit: the same on every system and in every language. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const byPath = (a: Submission, b: Submission): number => compare(a.file.path, b.file.path);
