import { remembered } from '../remembered';
import type { Concept, Phrase, WordData } from './model';

/** Longer texts are prose, not words of a form. */
const LONGEST = 60;

const NOTHING: Phrase = { concepts: [], known: 0, years: [] };

export interface Words {
  /** Splits a normalised text into known words so that as many characters as possible are covered. */
  phrase(normalised: string): Phrase;
  concept(id: string): Concept | undefined;
  /** true where the first concept comprises the second: 财政拨款 over 一般公共预算. */
  comprises(whole: string, part: string): boolean;
  /** true where a text holds one of the words that name tables, and does not point to one: 见…表. */
  namesTable(normalised: string): boolean;
  /** true where a text points to a table that stands elsewhere: 见项目绩效目标表. */
  pointsTo(normalised: string): boolean;
  /** true where a title says that its table goes on from another sheet: 支出总表(续表). */
  isContinued(normalised: string): boolean;
  /** 单位：元, 编制部门：…: a line above a table. Answers the length of the words before the colon, 0 where it is none. */
  headLine(normalised: string): number;
  /** Where in a title the words 部门：…, 单位：… were glued to it; the text's length where they were not. */
  headWithin(normalised: string): number;
  /** 注：…, 说明：…, 制表人：…, - 3 -. */
  isNote(normalised: string): boolean;
  /** true where a text ends as the names of public bodies do: 某市水利局. */
  endsAsBody(normalised: string): boolean;
  /** true where the ending of a body's name begins before a place in a text: 卫生健康委|员会. */
  endingCrosses(normalised: string, at: number): boolean;
}

interface Node {
  readonly next: Map<string, Node>;
  /** undefined = no word ends here; null = filler. */
  word?: Concept | null;
}

/** The vocabulary ready for use; phrases are computed once per distinct text. */
export function createWords(data: WordData): Words {
  const root: Node = { next: new Map() };
  const enter = (word: string, concept: Concept | null): void => {
    let node = root;
    for (const char of word) {
      let next = node.next.get(char);
      if (!next) node.next.set(char, (next = { next: new Map() }));
      node = next;
    }
    node.word ??= concept;
  };
  for (const concept of data.concepts) for (const word of concept.words) enter(word, concept);
  for (const word of data.filler) enter(word, null);
  const byId = new Map(data.concepts.map((c) => [c.id, c] as const));
  const heads = new Set(data.heads);
  const gluedHeads = data.heads.map((head) => `${head}:`);
  const phrase = remembered((text) => split(text, root));
  const pointsTo = (text: string): boolean => data.pointers.some((word) => text.startsWith(word));
  const notes = [...data.notes].sort((a, b) => b.length - a.length);
  return {
    phrase: (text) => (text.length === 0 || text.length > LONGEST ? NOTHING : phrase(text)),
    concept: (id) => byId.get(id),
    comprises: (whole, part) => byId.get(whole)?.over?.includes(part) ?? false,
    namesTable: (text) => data.titles.some((word) => text.includes(word)) && !pointsTo(text),
    pointsTo,
    isContinued: (text) => data.continued.some((mark) => text.includes(mark)),
    headLine(text) {
      const colon = text.indexOf(':');
      return colon > 0 && heads.has(text.slice(0, colon)) ? colon : 0;
    },
    headWithin: (text) => (text.includes(':') ? Math.min(text.length, ...gluedHeads.map((head) => text.indexOf(head)).filter((at) => at > 0)) : text.length),
    endsAsBody: remembered((text) => data.bodies.some((ending) => text.endsWith(ending))),
    endingCrosses: (text, at) => data.bodies.some((ending) => ending.length > text.length - at && text.endsWith(ending)),
    isNote: remembered((text) => {
      const bare = text.startsWith('(') || text.startsWith('★') || text.startsWith('*') ? text.slice(1) : text;
      if (notes.some((note) => bare.startsWith(note) && endsWord(bare, note.length))) return true;
      if (data.signatures.some((word) => bare === word || (bare.startsWith(word) && (bare[word.length] === ':' || bare[word.length] === '(')))) return true;
      return isPageNumber(text);
    }),
  };
}

interface Step {
  readonly covered: number;
  readonly pieces: number;
  readonly from: number;
  readonly word: Concept | null | undefined;
}

/** Best cover from the left: most characters known, then fewest pieces (the longest words). */
function split(text: string, root: Node): Phrase {
  const chars = [...text];
  const best: Step[] = [{ covered: 0, pieces: 0, from: 0, word: undefined }];
  for (let i = 1; i <= chars.length; i++) best[i] = { covered: -1, pieces: 0, from: 0, word: undefined };
  const offer = (from: number, to: number, covered: number, word: Concept | null | undefined): void => {
    const sum = best[from].covered + covered;
    const pieces = best[from].pieces + 1;
    if (sum > best[to].covered || (sum === best[to].covered && pieces < best[to].pieces)) best[to] = { covered: sum, pieces, from, word };
  };
  for (let i = 0; i < chars.length; i++) {
    offer(i, i + 1, 0, undefined);
    const year = yearAt(chars, i);
    if (year > 0) offer(i, i + year, year, null);
    let node: Node | undefined = root;
    for (let j = i; j < chars.length; j++) {
      node = node.next.get(chars[j]);
      if (!node) break;
      if (node.word !== undefined) offer(i, j + 1, j + 1 - i, node.word);
    }
  }
  const concepts: Concept[] = [];
  for (let i = chars.length; i > 0; i = best[i].from) {
    const { word } = best[i];
    if (word && !concepts.includes(word)) concepts.unshift(word);
  }
  return { concepts, known: best[chars.length].covered / chars.length, years: yearsOf(chars) };
}

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

/** Length of a year at a position (2026), 0 where none begins. */
function yearAt(chars: readonly string[], i: number): number {
  if (chars[i] !== '2' || chars[i + 1] !== '0' || isDigit(chars[i - 1])) return 0;
  return isDigit(chars[i + 2]) && isDigit(chars[i + 3]) && !isDigit(chars[i + 4]) ? 4 : 0;
}

function yearsOf(chars: readonly string[]): number[] {
  const years: number[] = [];
  for (let i = 0; i < chars.length; i++) if (yearAt(chars, i) > 0) years.push(Number(chars.slice(i, i + 4).join('')));
  return years;
}

/** 注 is a note where a colon, a point or a number follows: 注1：…; 注册资本 is none. */
function endsWord(text: string, length: number): boolean {
  let at = length;
  while (isDigit(text[at])) at++;
  return at === text.length ? length === text.length : ':.、;,('.includes(text[at]);
}

/** - 3 -, 第3页: what a page prints at its foot. */
function isPageNumber(text: string): boolean {
  if (text.length > 12) return false;
  if (text.startsWith('第') && text.includes('页')) return true;
  return text.length >= 3 && text.startsWith('-') && text.endsWith('-') && [...text.slice(1, -1)].every(isDigit);
}
