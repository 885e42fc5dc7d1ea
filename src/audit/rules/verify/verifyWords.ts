import { normaliseText } from '../../workbook/text';
import type { Dimension, WordData } from '../../words/model';
import type { DataMistake } from './dataMistakes';
import { dataMessages } from './messages';
import { nearestName } from './nearestName';

/** Longer texts are not split into words (src/audit/words). */
const LONGEST = 60;

/** Signs by which rules tell names from one another. */
const RESERVED = /[.[\]*,\s]/;

const DIMENSIONS: Readonly<Record<Dimension, true>> = {
  fund: true, period: true, nature: true, item: true, kind: true, total: true, part: true, measure: true, quantity: true, column: true, classification: true, deduction: true, subject: true,
};

const FILLER = 'filler';
const LISTS = ['titles', 'pointers', 'continued', 'heads', 'notes', 'signatures', 'bodies'] as const;

/** Words of the vocabulary that mean two things or that no text can match, and concepts that do not exist. */
export function verifyWords(data: WordData): DataMistake[] {
  return [...concepts(data), ...meanings(data), ...LISTS.flatMap((list) => wordList(data[list], [list]))];
}

function concepts(data: WordData): DataMistake[] {
  const mistakes: DataMistake[] = [];
  const ids = data.concepts.map((c) => c.id);
  data.concepts.forEach(({ id, dimension, over }, i) => {
    const path = ['concepts', i];
    if (ids.indexOf(id) < i) mistakes.push({ path: [...path, 'id'], message: dataMessages.conceptTwice(id) });
    if (RESERVED.test(id)) mistakes.push({ path: [...path, 'id'], message: dataMessages.conceptId(id) });
    if (!(dimension in DIMENSIONS)) mistakes.push({ path: [...path, 'dimension'], message: dataMessages.dimension(id, dimension, nearestName(dimension, Object.keys(DIMENSIONS))) });
    over?.forEach((part, j) => {
      if (part === id) mistakes.push({ path: [...path, 'over', j], message: dataMessages.partOfItself(id) });
      else if (!ids.includes(part)) mistakes.push({ path: [...path, 'over', j], message: dataMessages.noConcept(part, nearestName(part, ids)) });
    });
  });
  return mistakes;
}

/** Each word has one meaning; a word that only joins others has none. */
function meanings(data: WordData): DataMistake[] {
  const mistakes: DataMistake[] = [];
  const first = new Map<string, string>();
  const enter = (words: readonly string[], meaning: string, path: DataMistake['path']): void => {
    mistakes.push(...wordList(words, path));
    words.forEach((word, i) => {
      const other = first.get(word);
      if (other !== undefined && other !== meaning) mistakes.push({ path: [...path, i], message: dataMessages.twoMeanings(word, other, meaning) });
      else first.set(word, meaning);
    });
  };
  data.concepts.forEach(({ id, words }, i) => enter(words, id, ['concepts', i, 'words']));
  enter(data.filler, FILLER, [FILLER]);
  return mistakes;
}

function wordList(words: readonly string[], path: DataMistake['path']): DataMistake[] {
  return words.flatMap((word, i) => {
    const at = [...path, i];
    if (word === '') return [{ path: at, message: dataMessages.noText() }];
    if (normaliseText(word) !== word) return [{ path: at, message: dataMessages.notNormalised(word, normaliseText(word)) }];
    if (word.length > LONGEST) return [{ path: at, message: dataMessages.tooLong(word, LONGEST) }];
    return words.indexOf(word) < i ? [{ path: at, message: dataMessages.wordTwice(word) }] : [];
  });
}
