import type { NarrativeText, Span } from './model';

/** A stretch of text that belongs together: a paragraph, or several where a line was broken in the middle. */
export interface Passage {
  readonly index: number;
  /** Half-width, without blanks and quotation marks. */
  readonly text: string;
  /** For every character of `text`: its paragraph (zero-based) and its place there. */
  readonly paragraph: Uint32Array;
  readonly offset: Uint32Array;
  /** true for a row of a table that was typed with tabs. */
  readonly isRow: boolean;
}

const DROPPED = /[\s\u200b-\u200d\ufeff"'“”‘’「」『』„‟]/;
const ENDS = /[。.;:!?:)]$/;
const ORDINAL_START = /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d{1,2}[.、)]|[①-⑳]|[-•·])/;
/** Lines shorter than this are headings or labels, never the first half of a broken sentence. */
const SHORTEST_BROKEN_LINE = 18;

/** One character as it is compared; "" where it does not count. */
function plainCharacter(character: string): string {
  if (DROPPED.test(character)) return '';
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x3000) return '';
  if (code >= 0x2010 && code <= 0x2015) return '-';
  if (code === 0x2212) return '-';
  if (code === 0x3014) return '(';
  if (code === 0x3015) return ')';
  return character;
}

/** The text as it is compared. */
export function plainText(text: string): string {
  let result = '';
  for (const character of text) result += plainCharacter(character);
  return result;
}

/** Paragraphs as passages: broken lines are joined, blank ones left out. */
export function passagesOf(narrative: NarrativeText): Passage[] {
  const passages: Passage[] = [];
  let open: { text: string; paragraph: number[]; offset: number[]; isRow: boolean } | null = null;
  const close = (): void => {
    if (open === null) return;
    passages.push({ index: passages.length, text: open.text, paragraph: Uint32Array.from(open.paragraph), offset: Uint32Array.from(open.offset), isRow: open.isRow });
    open = null;
  };
  narrative.paragraphs.forEach((raw, number) => {
    const line = plainLine(raw);
    if (line.text === '') return;
    const isRow = raw.trim().includes('\t');
    if (open === null || isRow || open.isRow || !isBroken(open.text, line.text)) {
      close();
      open = { text: '', paragraph: [], offset: [], isRow };
    }
    const target: { text: string; paragraph: number[]; offset: number[] } = open;
    target.text += line.text;
    for (const at of line.offset) {
      target.paragraph.push(number);
      target.offset.push(at);
    }
  });
  close();
  return passages;
}

function plainLine(raw: string): { text: string; offset: number[] } {
  let text = '';
  const offset: number[] = [];
  for (let i = 0; i < raw.length; i++) {
    const plain = plainCharacter(raw[i]);
    if (plain === '') continue;
    text += plain;
    offset.push(i);
  }
  return { text, offset };
}

/** Whether `next` goes on with the sentence that `line` begins. */
function isBroken(line: string, next: string): boolean {
  if (line.length < SHORTEST_BROKEN_LINE || ENDS.test(line) || ORDINAL_START.test(next)) return false;
  return /[,。;]/.test(line);
}

/** The stretch as it stands in the file: its paragraph (from 1), offsets there, and the words. */
export function quoteOf(narrative: NarrativeText, passages: readonly Passage[], span: Span): { paragraph: number; start: number; end: number; quote: string } {
  const passage = passages[span.passage];
  const first = passage.paragraph[span.start];
  let last = Math.max(span.start, span.end - 1);
  while (last > span.start && passage.paragraph[last] !== first) last--;
  const start = passage.offset[span.start];
  const end = passage.offset[last] + 1;
  return { paragraph: first + 1, start, end, quote: narrative.paragraphs[first].slice(start, end) };
}
