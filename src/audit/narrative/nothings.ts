import type { Nothing, Section } from './model';
import type { Passage } from './passages';
import { analyse, SEVERAL } from './subject';

const NOTHING = /(?:^|[,;。:]|本部门|本单位|我部门|我单位|年度?|均)(无|没有使用|没有|未使用|未安排|均未使用)(?!变化|增减)([^,;。:]{3,40})/g;
const EARLIER = /^(?:20\d\d年)?结转的|^20\d\d年|^离退休|^下属/;

/** "本部门无当年政府性基金预算收支": statements that there is nothing. */
export function nothingsOf(passage: Passage, section: Section, names: readonly string[]): Nothing[] {
  const result: Nothing[] = [];
  if (!/无|没有|未使用|未安排/.test(passage.text)) return result;
  for (const match of passage.text.matchAll(NOTHING)) {
    if (EARLIER.test(match[2])) continue;
    const { concepts } = analyse(match[2], names);
    if (Object.values(concepts).includes(SEVERAL) || Object.keys(concepts).length === 0) continue;
    const start = match.index + match[0].length - match[1].length - match[2].length;
    result.push({ concepts, section, text: match[2], span: { passage: passage.index, start, end: match.index + match[0].length } });
  }
  return result;
}
