import { CHECK_WORDS } from '../../words';
import { Checklist, placeName, type Check } from './context';

/** What a table is about, and its words in titles and in reasons. */
const SUBJECTS: readonly RegExp[] = Object.values(CHECK_WORDS.emptyReasons);

/** M1a: the reason for an empty table speaks of that table's own fund or spending. */
export const emptyReasons: Check = (context) => {
  const list = new Checklist();
  for (const { title, reason, reasonCell } of context.recognition.catalogue?.entries ?? []) {
    if (reason === '' || !reasonCell) continue;
    const spoken = SUBJECTS.filter((subject) => subject.test(reason));
    // A reason in general words fits any table.
    if (spoken.length === 0 || !SUBJECTS.some((subject) => subject.test(title))) {
      list.skip();
      continue;
    }
    if (spoken.some((subject) => subject.test(title))) {
      list.pass();
      continue;
    }
    list.add({
      rule: 'M1a', severity: 'warning', table: null, key: `reason|${title}`,
      message: {
        zh: `${placeName(context, reasonCell)} “${title}”为空表的理由写的是“${reason}”，说的不是这张表的内容；请核对`,
        en: `${placeName(context, reasonCell)}: the reason given for the empty table "${title}" is "${reason}", which speaks of something else`,
      },
      cells: [{ at: reasonCell, role: 'subject', label: title }],
    });
  }
  return list.result();
};
