import { parentCode } from './codes';
import { isValidIn } from './entries';
import type { ChartEntry, Classification } from './model';
import { nameKey } from './names';
import type { OfficialChart } from './official/model';

/** A loaded chart that holds less than this share of the built-in codes extends it instead of replacing it. */
const COMPLETE_SHARE = 0.5;

/** The codes of one classification: the built-in ones, with those of a loaded chart laid over them. */
export interface Register {
  covers(year: number): boolean;
  isOfficial(code: string, year: number): boolean;
  lookup(code: string, year: number): ChartEntry | null;
  all(code: string): readonly ChartEntry[];
  hasClass(top: string): boolean;
  byName(name: string, year: number): readonly ChartEntry[];
  /** The codes directly under this one, of whatever year, in order. */
  children(parent: string): readonly string[];
  /** The codes of the same length that differ from this one in the digit at `at` alone, of whatever year, in order. */
  siblings(code: string, at: number): readonly string[];
  /** The entries of the year that stand under (or are) this code. */
  under(code: string, year: number): readonly ChartEntry[];
}

export function createRegister(
  classification: Classification,
  builtIn: ReadonlyMap<string, readonly ChartEntry[]>,
  years: readonly [number, number],
  official: OfficialChart | null,
): Register {
  const loaded = officialEntries(classification, builtIn, years, official);
  const decidingLengths = lengthsThatDecide(builtIn, loaded);
  const classes = new Set([...builtIn.keys(), ...loaded.keys()].filter((code) => code.length === 3));
  for (const code of loaded.keys()) classes.add(code.slice(0, 3));
  let names: Map<string, ChartEntry[]> | null = null;
  const codes = (): string[] => [...new Set([...builtIn.keys(), ...loaded.keys()])].sort();
  let byParent: Map<string, string[]> | null = null;
  let byDigit: Map<string, string[]> | null = null;

  const inBuiltIn = (year: number): boolean => years[0] <= year && year <= years[1];
  const inLoaded = (year: number): boolean =>
    loaded.size > 0 && official !== null && (official.year === null || official.year === year);
  const isOfficial = (code: string, year: number): boolean => inLoaded(year) && decidingLengths.has(code.length);
  const lookup = (code: string, year: number): ChartEntry | null => {
    const entry = inLoaded(year) ? loaded.get(code) : undefined;
    if (entry !== undefined) return entry;
    if (isOfficial(code, year) || !inBuiltIn(year)) return null;
    return builtIn.get(code)?.find((candidate) => isValidIn(candidate, year)) ?? null;
  };
  const everything = function* (): Generator<ChartEntry> {
    for (const entries of builtIn.values()) yield* entries;
    yield* loaded.values();
  };

  return {
    covers: (year) => inBuiltIn(year) || inLoaded(year),
    isOfficial,
    lookup,
    all: (code) => builtIn.get(code) ?? [],
    hasClass: (top) => classes.has(top),
    byName(name, year) {
      names ??= indexNames(everything());
      return (names.get(nameKey(name)) ?? []).filter((entry) => lookup(entry.code, year) === entry);
    },
    children(parent) {
      byParent ??= indexCodes(codes(), (code) => [parentCode(code) ?? '']);
      return byParent.get(parent) ?? [];
    },
    siblings(code, at) {
      byDigit ??= indexCodes(codes(), (one) => Array.from(one, (_, i) => withoutDigit(one, i)));
      return byDigit.get(withoutDigit(code, at)) ?? [];
    },
    under: (code, year) =>
      [...everything()].filter((entry) => entry.code.startsWith(code) && lookup(entry.code, year) === entry),
  };
}

function officialEntries(
  classification: Classification,
  builtIn: ReadonlyMap<string, readonly ChartEntry[]>,
  years: readonly [number, number],
  official: OfficialChart | null,
): Map<string, ChartEntry> {
  const entries = new Map<string, ChartEntry>();
  for (const [code, name] of official?.codes[classification] ?? []) {
    const known = builtIn.get(code);
    entries.set(code, {
      classification,
      code,
      name,
      // An official list has no column for the fund; the built-in chart's knowledge of it stays.
      fund: known?.[known.length - 1].fund ?? null,
      basis: 'official',
      confidence: 'high',
      fromYear: official?.year ?? years[0],
      toYear: official?.year ?? null,
      seen: null,
      isUndated: false,
    });
  }
  return entries;
}

/** The code lengths (类, 款, 项) of which the loaded chart holds so many that a missing code is a missing code. */
function lengthsThatDecide(
  builtIn: ReadonlyMap<string, readonly ChartEntry[]>,
  loaded: ReadonlyMap<string, ChartEntry>,
): Set<number> {
  const own = countByLength(builtIn.keys());
  const lengths = new Set<number>();
  for (const [length, count] of countByLength(loaded.keys())) {
    if (count >= COMPLETE_SHARE * (own.get(length) ?? 0)) lengths.add(length);
  }
  return lengths;
}

function countByLength(codes: Iterable<string>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code.length, (counts.get(code.length) ?? 0) + 1);
  return counts;
}

const withoutDigit = (code: string, at: number): string => `${code.slice(0, at)}?${code.slice(at + 1)}`;

function indexCodes(codes: readonly string[], keysOf: (code: string) => readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const code of codes) {
    for (const key of keysOf(code)) {
      const same = index.get(key);
      if (same === undefined) index.set(key, [code]);
      else same.push(code);
    }
  }
  return index;
}

function indexNames(entries: Iterable<ChartEntry>): Map<string, ChartEntry[]> {
  const index = new Map<string, ChartEntry[]>();
  for (const entry of entries) {
    const key = nameKey(entry.name);
    const same = index.get(key);
    if (same === undefined) index.set(key, [entry]);
    else same.push(entry);
  }
  return index;
}
