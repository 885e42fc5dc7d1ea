import data from '../../generated/narrative';
import type { Concepts } from './model';
import { wordTree, type WordTree } from './words';

/** Letters of the grammar for the kinds of sign words. */
const LETTERS: Readonly<Record<string, string>> = {
  up: 'U', down: 'D', equal: 'E', incomparable: 'J', template: 'T', change: 'V',
  ofWhich: 'W', consists: 'M', reason: 'R', share: 'H', complete: 'Q', allOf: 'L', deviation: 'G',
};

export interface WordMeaning {
  /** null for words that change nothing (fillers). */
  readonly set: Concepts | null;
}

/** The vocabulary ready for reading. */
export interface Words {
  readonly signs: WordTree<string>;
  readonly meanings: WordTree<WordMeaning>;
  readonly base: { readonly verbs: WordTree<true>; readonly periods: WordTree<true>; readonly kinds: WordTree<string>; readonly tails: WordTree<true>; readonly alone: WordTree<true> };
  readonly counts: WordTree<string>;
}

const marks = (words: readonly string[]): WordTree<true> => wordTree(words.map((w) => [w, true as const]));

function build(): Words {
  return {
    signs: wordTree(Object.entries(data.signs).flatMap(([kind, words]) => words.map((w) => [w, LETTERS[kind]] as const))),
    meanings: wordTree<WordMeaning>([
      ...data.concepts.flatMap((c) => c.words.map((w) => [w, { set: c.set }] as const)),
      ...data.fillers.map((w) => [w, { set: null }] as const),
    ]),
    base: {
      verbs: marks(data.base.verbs),
      periods: marks(data.base.periods),
      kinds: wordTree(Object.entries(data.base.kinds).flatMap(([kind, words]) => words.map((w) => [w, kind] as const))),
      tails: marks(data.base.tails),
      alone: marks(data.base.alone),
    },
    counts: wordTree(data.counts.map((w) => [w, w] as const)),
  };
}

let words: Words | null = null;

/** Built at first use: readers of workbooks alone never pay for it. */
export function vocabulary(): Words {
  words ??= build();
  return words;
}

export { data as vocabularyData };

export interface Residue {
  readonly pattern: RegExp;
  readonly zh: string;
  readonly en: string;
  /** true: looked for in every chapter, not only where money is spoken of. */
  readonly everywhere: boolean;
}

export const RESIDUE: readonly Residue[] = data.residue.map((r) => ({ pattern: new RegExp(r.pattern, 'g'), zh: r.zh, en: r.en, everywhere: r.everywhere === true }));
