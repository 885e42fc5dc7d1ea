import { normaliseText } from '../../workbook/text';
import type { DataMistake } from './dataMistakes';
import { dataMessages } from './messages';

/** Regular expressions of a list that are none, or that no normalised text can match. */
export function patterns(list: readonly string[], path: DataMistake['path']): DataMistake[] {
  const broken = list.flatMap((pattern, i) => (isPattern(pattern) ? [] : [{ path: [...path, i], message: dataMessages.pattern(pattern) }]));
  return [...broken, ...texts(list, path)];
}

/** Texts of a list that are not written as texts are compared. */
export function texts(list: readonly string[], path: DataMistake['path']): DataMistake[] {
  return list.flatMap((text, i) => (normaliseText(text) === text ? [] : [{ path: [...path, i], message: dataMessages.notNormalised(text, normaliseText(text)) }]));
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
