import type { Concepts, Dimension, Subject } from './model';
import type { Passage } from './passages';
import type { Token } from './lexer';
import { vocabulary } from './vocabulary';
import { longestWord } from './words';

/** Two values of one dimension in one phrase: it is not said which is meant. */
export const SEVERAL = '?';

const LEVEL = /\((类|款|项)\)/g;
const CODE_DIGITS = /\d{3,9}/;

export interface Analysis {
  readonly concepts: Concepts;
  /** Words of the phrase that the vocabulary does not know. */
  readonly unknown: string;
}

/** The concepts that a phrase names. `names` (of the unit) count as known. */
export function analyse(text: string, names: readonly string[] = []): Analysis {
  const { meanings } = vocabulary();
  const concepts: Partial<Record<Dimension, string>> = {};
  let unknown = '';
  for (let i = 0; i < text.length; ) {
    const name = names.find((n) => text.startsWith(n, i));
    if (name !== undefined) {
      i += name.length;
      continue;
    }
    const word = longestWord(meanings, text, i);
    if (word === null) {
      unknown += text[i++];
      continue;
    }
    i = word.end;
    for (const [dimension, value] of Object.entries(word.value.set ?? {}) as [Dimension, string][]) {
      const known = concepts[dimension];
      concepts[dimension] = known === undefined || known === value ? value : SEVERAL;
    }
  }
  return { concepts, unknown };
}

/** The subject that the tokens of a label name. */
export function subjectOf(passage: Passage, tokens: readonly Token[], from: number, to: number, names: readonly string[]): Subject {
  const parts = tokens.slice(from, to);
  const words = parts.filter((t) => t.letter === 'X');
  const code = parts.filter((t) => t.letter === 'C').at(-1) ?? null;
  const text = words.map((t) => passage.text.slice(t.start, t.end)).join('');
  const first = words[0] ?? code ?? parts[0] ?? tokens[to] ?? tokens[tokens.length - 1];
  const last = parts.at(-1) ?? first;
  const levels = levelsOf(text);
  const own = analyse(text, names);
  // “住房保障支出-住房改革支出-住房公积金(2210201)”: the last of its names.
  const nameText = code !== null || levels.length > 0 ? (levels.at(-1)?.name ?? text.slice(text.lastIndexOf('-') + 1)) : '';
  const at = nameText === '' ? -1 : passage.text.indexOf(nameText, first.start);
  return {
    text,
    span: { passage: passage.index, start: first.start, end: Math.max(first.end, last.end) },
    concepts: own.concepts,
    unknown: own.unknown,
    name: nameText,
    nameSpan: at < 0 ? null : { passage: passage.index, start: at, end: at + nameText.length },
    code: code === null ? '' : (CODE_DIGITS.exec(passage.text.slice(code.start, code.end))?.[0] ?? ''),
    codeSpan: code === null ? null : { passage: passage.index, start: code.start, end: code.end },
    codeNumber: code?.number ?? -1,
    levels,
  };
}

/** "一般公共服务支出(类)审计事务(款)行政运行(项)支出" → its three names. */
function levelsOf(text: string): Subject['levels'] {
  const levels: { level: '类' | '款' | '项'; name: string }[] = [];
  let from = 0;
  for (const match of text.matchAll(LEVEL)) {
    const name = text.slice(from, match.index);
    if (name !== '') levels.push({ level: match[1] as '类' | '款' | '项', name });
    from = match.index + match[0].length;
  }
  return levels;
}
