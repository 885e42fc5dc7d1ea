import { explanationsInFile, type ExplanationFile } from '../audit/report/explanationFile';
import { longestName, type Explanation, type Explanations } from '../audit/report/explanations';
import { isRecord } from '../audit/report/readExplanations';
import type { DecidedState, Decision, Decisions } from './model';
import { compare } from './standings';

const VERSION = 1;
const LONGEST_PATH = 1000;
const DECIDED: readonly DecidedState[] = ['toReturn', 'returned', 'passed'];

/** `gouji-情况说明.json` of a folder (docs/explanations.schema.json): what was said of findings, and what was decided, by path below the folder. */
export interface FolderFile {
  readonly workbooks: ExplanationFile;
  readonly decisions: Decisions;
}

export const emptyFolderFile: FolderFile = { workbooks: {}, decisions: {} };

/** Equal contents give equal texts, whatever their order. */
export function writeFolderFile({ workbooks, decisions }: FolderFile): string {
  const said = sorted(workbooks).filter(([, explained]) => Object.keys(explained).length > 0);
  const kept = sorted(decisions);
  const file = {
    version: VERSION,
    workbooks: Object.fromEntries(said.map(([name, explained]) => [name, Object.fromEntries(sorted(explained))])),
    ...(kept.length === 0 ? {} : { submissions: Object.fromEntries(kept) }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** null where the text is no such file; entries that are not valid are left out. Whoever names the file takes it for their own words. */
export function readFolderFile(text: string): FolderFile | null {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(stored) || stored.version !== VERSION) return null;
  const workbooks = explanationsInFile(stored.workbooks);
  return workbooks === null ? null : { workbooks, decisions: decisionsOf(stored.submissions) };
}

/** Both together. Of two entries about the same thing the later one stays, whichever file it comes from. */
export function mergeFolderFiles(a: FolderFile, b: FolderFile): FolderFile {
  return {
    workbooks: merged(a.workbooks, b.workbooks, (x, y) => merged<Explanation>(x, y, (e, f) => later(e, f, ({ date }) => date))),
    decisions: merged(a.decisions, b.decisions, (x, y) => later(x, y, ({ at }) => at)),
  };
}

function decisionsOf(stored: unknown): Decisions {
  if (!isRecord(stored)) return {};
  const valid = Object.entries(stored).flatMap(([path, one]): (readonly [string, Decision])[] => {
    if (path.length > LONGEST_PATH || !isRecord(one)) return [];
    const state = DECIDED.find((each) => each === one.state);
    if (state === undefined || typeof one.digest !== 'string' || !/^[0-9a-f]{64}$/.test(one.digest)) return [];
    const at = typeof one.at === 'string' && /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(one.at) ? one.at : '';
    const by = typeof one.by === 'string' ? one.by.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}]/gu, ' ').slice(0, longestName) : '';
    return [[path, { state, by, at, digest: one.digest }]];
  });
  return Object.fromEntries(valid);
}

function merged<T>(a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>, both: (x: T, y: T) => T): Readonly<Record<string, T>> {
  const result = new Map(Object.entries(a));
  for (const [key, value] of Object.entries(b)) {
    const known = result.get(key);
    result.set(key, known === undefined ? value : both(known, value));
  }
  return Object.fromEntries([...result].sort(([x], [y]) => compare(x, y)));
}

/** Of the same time, the one whose text comes last: the order of merging does not matter. */
function later<T>(a: T, b: T, time: (one: T) => string): T {
  return (compare(time(a), time(b)) || compare(JSON.stringify(a), JSON.stringify(b))) >= 0 ? a : b;
}

const sorted = <T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] => Object.entries(record).sort(([a], [b]) => compare(a, b));

/**
 * What is said of a file: by its path below the folder and by ends of that path together (colleagues may have opened the folder further
 * up or down), else by its name. Where the folder was renamed, the one entry counts whose path ends like the file's.
 */
export function explanationsIn({ workbooks }: FolderFile, path: string): Explanations {
  return entriesFor(workbooks, path).reduce<Explanations>((a, b) => merged<Explanation>(a, b, (e, f) => later(e, f, ({ date }) => date)), {});
}

export function decisionIn({ decisions }: FolderFile, path: string): Decision | null {
  return entriesFor(decisions, path).reduce<Decision | null>((a, b) => (a === null ? b : later(a, b, ({ at }) => at)), null);
}

function entriesFor<T>(entries: Readonly<Record<string, T>>, path: string): readonly T[] {
  const parts = path.split(/[\\/]/);
  const ends = parts.map((_, from) => parts.slice(from).join('/'));
  // The name alone may be that of any unit's file, unless the file was opened without a folder.
  const name = ends[ends.length - 1];
  const longer = ends.slice(0, Math.max(1, ends.length - 1));
  const known = longer.filter((key) => Object.hasOwn(entries, key));
  if (known.length > 0) return known.map((key) => entries[key]);
  if (Object.hasOwn(entries, name)) return [entries[name]];
  const keys = Object.keys(entries);
  for (const end of longer) {
    const found = keys.filter((key) => key.endsWith(`/${end}`));
    if (found.length > 0) return found.length === 1 ? [entries[found[0]]] : [];
  }
  return [];
}
