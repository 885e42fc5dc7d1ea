import type { Concepts, Heading, Section } from './model';
import type { Passage } from './passages';
import { analyse, SEVERAL } from './subject';
import { vocabularyData } from './vocabulary';

const PART = /^第[一二三四五六七八九十]+部分[:：]?/;
const STYLES: readonly RegExp[] = [PART, /^[一二三四五六七八九十]{1,3}、/, /^\([一二三四五六七八九十]{1,3}\)[、.]?/, /^\d{1,2}[.、](?!\d)/, /^\(\d{1,2}\)/, /^[①-⑳]/];
const LONGEST_HEADING = 60;
/** “(一)因公出国(境)经费较2023年预算持平。”: a statement, however short. */
const SAYS_EQUAL = /(?:持平|一致|相同|无增减|无变化|没有变化|不变)。?$/;
const AMOUNT = /\d(?:万元|亿元|元|%)/;

export interface Structure {
  /** By passage. */
  readonly sections: readonly Section[];
  /** true for headings and for the 目录: passages that hold no statement. */
  readonly isHeading: readonly boolean[];
  readonly headings: readonly Heading[];
  /** Entries of the 目录. */
  readonly contents: readonly Heading[];
  /** Passages before the body: title and 目录. */
  readonly bodyFrom: number;
}

/** The chapters of a text and what each passage therefore speaks about. */
export function structureOf(passages: readonly Passage[], names: readonly string[]): Structure {
  const bodyFrom = bodyStart(passages);
  const headings: Heading[] = [];
  const contents: Heading[] = [];
  const isHeading: boolean[] = [];
  const stack: Heading[] = [];
  let section: Section = { headings: [], kind: 'background', concepts: {} };
  const sections = passages.map((passage) => {
    const level = headingLevel(passage);
    isHeading.push(passage.index < bodyFrom || level !== null);
    if (level === null) return section;
    const text = passage.text.replace(STYLES[level], '').replace(/[。:]$/, '');
    const heading: Heading = { level, text, span: { passage: passage.index, start: 0, end: passage.text.length }, concepts: headingConcepts(text, names) };
    if (passage.index < bodyFrom) {
      contents.push(heading);
      return section;
    }
    headings.push(heading);
    while (stack.length > 0 && stack[stack.length - 1].level >= level) stack.pop();
    stack.push(heading);
    section = sectionOf([...stack]);
    return section;
  });
  return { sections, isHeading, headings, contents, bodyFrom };
}

/** A title that is not wholly understood says no more than its fund. */
function headingConcepts(text: string, names: readonly string[]): Concepts {
  const { concepts, unknown } = analyse(text, names);
  if (unknown === '') return concepts;
  return concepts.fund === undefined || concepts.fund === SEVERAL ? {} : { fund: concepts.fund };
}

/** The body begins where 第一部分 (or the first chapter of the 目录) comes again. */
function bodyStart(passages: readonly Passage[]): number {
  const contents = passages.findIndex((p) => /^目录:?$/.test(p.text));
  if (contents < 0) return 0;
  const first = withoutPageNumber(passages[contents + 1]?.text);
  if (first === undefined) return 0;
  const again = passages.findIndex((p, i) => i > contents + 1 && withoutPageNumber(p.text) === first);
  if (again >= 0) return again;
  const part = passages.findIndex((p, i) => i > contents + 1 && /^第一部分/.test(p.text));
  return part >= 0 ? part : contents + 1;
}

function headingLevel({ text, isRow }: Passage): number | null {
  if (isRow || text.length > LONGEST_HEADING) return null;
  const level = STYLES.findIndex((style) => style.test(text));
  if (level < 0) return null;
  const rest = text.replace(STYLES[level], '');
  if (AMOUNT.test(rest) || SAYS_EQUAL.test(rest) || /[,;]/.test(rest) || /[。].+/.test(rest) || /(?:为|是|辆|无)[。]?$/.test(rest)) return null;
  if (/^[-–]/.test(rest) || (/。$/.test(rest) && /无|没有|\(项\)/.test(rest)) || /\(项\)。?$/.test(rest)) return null;
  return level;
}

function sectionOf(headings: readonly Heading[]): Section {
  const { background, people, money } = vocabularyData;
  let kind: Section['kind'] = 'background';
  for (const { text, level } of headings) {
    if (level === 0 && background.some((w) => text.includes(w)) && !money.some((w) => text.includes(w))) kind = 'background';
    if (people.some((w) => text.includes(w))) kind = 'people';
    else if (text.includes('名词解释')) return { headings, kind: 'background', concepts: {} };
    else if (money.some((w) => text.includes(w))) kind = 'money';
    else if (background.some((w) => text.includes(w))) kind = 'background';
  }
  return { headings, kind, concepts: sharedConcepts(headings) };
}

/** What the headings say, the innermost first; contradictory dimensions say nothing. */
function sharedConcepts(headings: readonly Heading[]): Concepts {
  const concepts: Record<string, string> = {};
  for (const heading of headings) {
    for (const [dimension, value] of Object.entries(heading.concepts)) {
      // “五、一般公共预算…” over “(二)财政拨款支出…”: of that fund still.
      if (dimension === 'fund' && value === '财政拨款' && concepts.fund !== undefined) continue;
      if (value === SEVERAL || value === '收支') delete concepts[dimension];
      else concepts[dimension] = value;
    }
  }
  return concepts;
}

/** 第一部分 部门概况……3: a line of the 目录 without its dots and page. */
function withoutPageNumber<T extends string | undefined>(line: T): T {
  if (line === undefined) return line;
  let end = line.length;
  while (end > 0 && '0123456789.…'.includes(line[end - 1])) end--;
  return line.slice(0, end) as T;
}
