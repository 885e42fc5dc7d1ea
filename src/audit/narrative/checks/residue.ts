import { RESIDUE } from '../vocabulary';
import type { NarrativeContext } from '../findings';
import type { Passage } from '../passages';

/** Shorter repetitions occur in good prose ("逐步逐步" hardly, "人人" often). */
const SHORTEST_REPEAT = 5;
const LONGEST_REPEAT = 24;

/** N9: what is left of the template, and slips of the keyboard that need no figures to be seen. */
export function checkResidue(context: NarrativeContext): void {
  const { passages, structure } = context.read;
  for (const passage of passages) {
    const background = structure.sections[passage.index].kind === 'background' || passage.index < structure.bodyFrom || passage.isRow;
    for (const { pattern, zh, en, everywhere } of RESIDUE) {
      if (background && !everywhere) continue;
      for (const match of passage.text.matchAll(pattern)) {
        if (match[0] === '') continue;
        context.add({
          rule: 'N9', severity: 'error', span: { passage: passage.index, start: match.index, end: match.index + match[0].length }, right: onceOnly(match[0]), facts: [],
          message: { zh: `“${match[0]}”：${zh}`, en: `"${match[0]}": ${en}` },
        });
      }
    }
    if (!background) repeated(passage, context);
  }
}

/** "万元万元", "原因是是": the words once; null where nothing is doubled. */
function onceOnly(words: string): string | null {
  const once = words.replace(/([^\d\s]+)\1/, '$1');
  return once === words ? null : once;
}

/** "某局某局": the same words twice running. */
function repeated({ index, text }: Passage, context: NarrativeContext): void {
  for (let i = 0; i + 2 * SHORTEST_REPEAT <= text.length; i++) {
    for (let length = Math.min(LONGEST_REPEAT, (text.length - i) >> 1); length >= SHORTEST_REPEAT; length--) {
      if (text[i] !== text[i + length] || text[i + length - 1] !== text[i + 2 * length - 1]) continue;
      const word = text.slice(i, i + length);
      if (!text.startsWith(word, i + length) || !/^[一-鿿]+$/.test(word)) continue;
      context.add({
        rule: 'N9', severity: 'warning', span: { passage: index, start: i, end: i + 2 * length }, right: word, facts: [],
        message: { zh: `“${word}”连写了两次`, en: `"${word}" is written twice running` },
      });
      i += 2 * length;
      break;
    }
  }
}
