import { normaliseText } from '../workbook';
import { CHECK_WORDS, type Words } from '../words';

/** 附件1：, 第二部分, (一), 2026年 and numbers in front of a name. */
const BEFORE = /^(附件\d*|附表\d*|第[\d一二三四五六七八九十]+(?:部分|章|篇)|[\d()一二三四五六七八九十]+[.、:_-]|20[0-4]\d年?度?|[:_-]|\([^()]{0,12}\))/;

/** What besides words follows the name of a body in a title or the name of a file. */
const AFTER = /^(20[0-4]\d|\(|[-_]|$)/;
const mayFollow = (text: string): boolean => AFTER.test(text) || CHECK_WORDS.bodies.after.test(text);

/** 市水利局 is the shortest of names; longer texts are prose. */
const [SHORTEST, LONGEST] = [4, 40];

/** The body in a title or the name of a file: 云南省水利厅2026年部门收支总表; null where none is named. */
export function bodyIn(raw: string, words: Words): string | null {
  let text = normaliseText(raw);
  if (text.length > LONGEST) return null;
  for (let match = BEFORE.exec(text); match && match[0].length < text.length; match = BEFORE.exec(text)) text = text.slice(match[0].length);
  for (let end = SHORTEST; end <= text.length; end++) {
    const name = text.slice(0, end);
    if (words.endsAsBody(name) && mayFollow(text.slice(end)) && words.phrase(name).known < 0.5 && !words.namesTable(name)) return name;
  }
  return null;
}

/** 某市水利局, and nothing else. */
export const namesBody = (text: string, words: Words): boolean => text.length >= SHORTEST && text.length <= LONGEST && words.endsAsBody(text) && words.phrase(text).known < 0.5;

/** 某市水利局合计, 本单位合计, 共计: the total of a list that stands first or last in it; 人员经费合计 is that of a part. */
export function totalsList(text: string, words: Words): boolean {
  if (text.length > LONGEST) return false;
  const name = text.replace(CHECK_WORDS.rowTotals.word, '');
  return name !== text && (namesBody(name, words) || words.phrase(name).concepts.every((c) => WHOLE.includes(c.dimension)));
}

/** What may be said of a total without making it one of a part. */
const WHOLE: readonly string[] = ['total', 'kind', 'measure', 'classification'];
