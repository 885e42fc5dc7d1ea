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

/** 某市水利局合计: the total row of a body's table, by the body's name. */
export const totalsBody = (text: string, words: Words): boolean => namesBody(TOTAL_BEHIND.exec(text)?.[1] ?? '', words);

const TOTAL_BEHIND = /^(.+?):?(?:合计|总计)$/;
