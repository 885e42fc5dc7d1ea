import data from '../../generated/between';
import { normaliseText, splitBrackets, withoutEnding } from '../workbook';

/** A unit's name as it is compared: without code, （汇总）, 本级 and the like. */
export function bareName(name: string): string {
  const folded = normaliseText(name);
  const bare = splitBrackets(folded)?.head ?? folded;
  return data.endings.reduce(withoutEnding, bare);
}
