import { normaliseText } from '../../workbook';
import { CHECK_WORDS } from '../../words';
import { Checklist, placeName, type Check, type DraftCell } from './context';

/** So many titles of one word make it the workbook's. */
const FEWEST = 4;

/** M2a: the titles speak of 部门 or of 单位, not of both. */
export const wording: Check = (context) => {
  const list = new Checklist();
  const titles = context.recognition.tables.flatMap((table) => {
    const word = CHECK_WORDS.wording.word.exec(normaliseText(table.title))?.[1];
    return word && table.titleCell && table.family.family !== 'generic' ? [{ table, word, at: table.titleCell }] : [];
  });
  const count = (word: string): number => titles.filter((t) => t.word === word).length;
  const usual = count('部门') >= count('单位') ? '部门' : '单位';
  const odd = titles.filter((t) => t.word !== usual);
  if (odd.length === 0 || count(usual) < FEWEST || odd.length * 3 > count(usual)) {
    list.pass();
    return list.result();
  }
  list.add({
    rule: 'M2a', severity: 'hint', table: odd.length === 1 ? odd[0].table : null, key: `word|${odd.map((t) => t.table.id).join('|')}`,
    message: {
      zh: `表名用词不一致：多数表写“${usual}”，${odd.map((t) => placeName(context, t.at)).slice(0, 5).join('、')} 写“${odd[0].word}”；请统一`,
      en: `Titles speak of ${usual}, ${odd.map((t) => placeName(context, t.at)).slice(0, 5).join(', ')} of ${odd[0].word}`,
    },
    cells: odd.map((t): DraftCell => ({ at: t.at, role: 'subject', label: t.table.title })),
  });
  return list.result();
};
