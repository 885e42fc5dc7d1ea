import data from '../../generated/checks';
import type { ByList, TextPattern } from './checkModel';

const AROUND: Readonly<Record<keyof TextPattern, (words: string) => string>> = {
  whole: (words) => `^(?:${words})$`,
  start: (words) => `^(?:${words})`,
  end: (words) => `(?:${words})$`,
  inside: (words) => `(?:${words})`,
};

function compiled(pattern: TextPattern): RegExp {
  const places = Object.entries(pattern) as [keyof TextPattern, readonly string[]][];
  return new RegExp(places.map(([place, words]) => AROUND[place](words.join('|'))).join('|'));
}

const ofEach = <T, U>(record: Readonly<Record<string, T>>, of: (value: T) => U): Record<string, U> => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value)]));

/** The lists of checks.yaml, each compiled once per process to a pattern for normalised texts (`CHECK_WORDS.purchases.total.test(text)`). */
export const CHECK_WORDS = ofEach(data, (group) => ofEach(group, compiled)) as ByList<RegExp>;
