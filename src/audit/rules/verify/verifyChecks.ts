import { CHECK_LISTS, PLACES, type TextPattern } from '../../words/checkModel';
import type { DataMistake } from './dataMistakes';
import { dataMessages } from './messages';
import { nearestName } from './nearestName';
import { patterns } from './patterns';

type Path = DataMistake['path'];
type Groups = Readonly<Record<string, Readonly<Record<string, TextPattern>>>>;

/** Words of the checks: lists that are missing, empty or read by no check, patterns that are none or that no text can match. */
export function verifyChecks(data: Groups): DataMistake[] {
  const groups: Readonly<Record<string, readonly string[]>> = CHECK_LISTS;
  return [
    ...names(Object.keys(data), Object.keys(groups), []),
    ...Object.entries(data).filter(([group]) => group in groups).flatMap(([group, lists]) => [
      ...names(Object.keys(lists ?? {}), groups[group], [group]),
      ...Object.entries(lists ?? {}).flatMap(([list, pattern]) => ofList(pattern ?? {}, [group, list])),
    ]),
  ];
}

function names(written: readonly string[], read: readonly string[], path: Path): DataMistake[] {
  return [
    ...read.filter((name) => !written.includes(name)).map((name) => ({ path, message: dataMessages.noList([...path, name].join('.')) })),
    ...written.filter((name) => !read.includes(name)).map((name) => ({ path: [...path, name], message: dataMessages.unusedList([...path, name].join('.'), nearestName(name, read)) })),
  ];
}

function ofList(pattern: TextPattern, path: Path): DataMistake[] {
  const places = Object.entries(pattern) as [keyof TextPattern, readonly string[] | null][];
  if (places.length === 0) return [{ path, message: dataMessages.emptyList(path.join('.')) }];
  return places.flatMap(([place, words]): DataMistake[] => {
    const at = [...path, place];
    if (!PLACES.includes(place)) return [{ path: at, message: dataMessages.place(place, PLACES) }];
    if (!Array.isArray(words) || words.length === 0) return [{ path: at, message: dataMessages.emptyList(at.join('.')) }];
    return [...patterns(words, at), ...words.flatMap((word, i) => twiceOrEmpty(words, word, i, [...at, i]))];
  });
}

function twiceOrEmpty(words: readonly string[], word: string, i: number, path: Path): DataMistake[] {
  if (word === '') return [{ path, message: dataMessages.noText() }];
  return words.indexOf(word) < i ? [{ path, message: dataMessages.wordTwice(word) }] : [];
}
