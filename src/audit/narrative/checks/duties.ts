import type { NarrativeContext } from '../findings';
import type { Duty } from '../model';
import { vocabularyData } from '../vocabulary';

/** Fewer sections than this are a fragment: what it leaves out may stand elsewhere. */
const FEWEST_HEADINGS = 8;

/** A note of a form that a table is empty. */
const NOTHING = /本表[^。]{0,12}(?:无|空|没有)|空表|无数据|(?:没有|无|未|不涉及)[^。]{0,12}(?:基金|国有资本)/;

/** N11: what a disclosure must speak of. Only for a whole text: one that does most of its duties. */
export function checkDuties(context: NarrativeContext): void {
  const { passages, structure } = context.read;
  const body = passages.slice(structure.bodyFrom);
  const title = passages[0];
  if (title === undefined || structure.headings.length < FEWEST_HEADINGS) return;
  const due = vocabularyData.duties.filter((duty) => isDue(duty, context));
  const missing = due.filter((duty) => !body.some((p) => duty.words.some((w) => p.text.includes(w))) && !isInTables(duty, context));
  if (missing.length > due.length / 2) return;
  for (const duty of missing) {
    context.add({
      rule: 'N11', severity: 'warning', span: { passage: title.index, start: 0, end: title.text.length }, right: null, facts: [],
      message: { zh: `全文没有写${duty.zh}（${duty.source}）`, en: `The text does not speak of ${duty.en} (${duty.source})` },
    });
  }
}

function isDue({ fund, since }: Duty, { facts, year }: NarrativeContext): boolean {
  if (since !== undefined && (year === null || year < since)) return false;
  return fund === undefined || facts.all.some((f) => f.concepts.fund === fund && f.concepts.source === undefined && f.code === '');
}

/** The tables may say it themselves: a table of performance targets, a note that a fund's table is empty. */
function isInTables({ words, fund }: Duty, { bookTexts }: NarrativeContext): boolean {
  return bookTexts.some((text) => (fund === undefined ? words.some((w) => text.includes(w)) : NOTHING.test(text)));
}
