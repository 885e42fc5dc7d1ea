import { nameKey, XmlToken, type XmlScanner } from '../xml';
import type { StyleLists } from './styleLists';

const ABSTRACT = nameKey('abstractNum');
const LEVEL = nameKey('lvl');
const FORMAT = nameKey('numFmt');
const TEXT = nameKey('lvlText');
const START = nameKey('start');
const NUM = nameKey('num');
const ABSTRACT_ID = nameKey('abstractNumId');
const VALUE = nameKey('val');

/** Characters of the pattern of a label; Word itself allows some dozens. */
const LONGEST_PATTERN = 60;

interface LevelStyle {
  format: string;
  text: string;
  start: number;
}

/** The numbers that Word writes before paragraphs itself: "（一）", "1.". */
export interface Numbering {
  /** The label of the next paragraph; "" outside lists. */
  label(paragraph: Numbered): string;
}

/** What a paragraph says of its list itself; -1 where it leaves that to its style. */
export interface Numbered {
  readonly number: number;
  readonly level: number;
  readonly style: string;
}

export const NO_NUMBERING: Numbering = { label: () => '' };

/** Reads word/numbering.xml; `byStyle`: the lists of styles (readStyleLists). */
export function readNumbering(xml: XmlScanner, byStyle: StyleLists): Numbering {
  const styles = new Map<string, LevelStyle[]>();
  const lists = new Map<number, string>();
  let levels: LevelStyle[] | null = null;
  let list = -1;
  for (let token = xml.next(); token !== XmlToken.end; token = xml.next()) {
    if (token !== XmlToken.open) continue;
    if (xml.key === ABSTRACT) {
      levels = [];
      styles.set(attributes(xml).get(ABSTRACT_ID) ?? '', levels);
    } else if (xml.key === NUM) {
      levels = null;
      list = Number(attributes(xml).get(nameKey('numId')));
    } else if (xml.key === ABSTRACT_ID && levels === null) lists.set(list, attributes(xml).get(VALUE) ?? '');
    else if (xml.key === LEVEL && levels !== null) levels.push({ format: 'decimal', text: '', start: 1 });
    else if (levels !== null && levels.length > 0) style(xml, levels[levels.length - 1]);
  }
  return counting(styles, lists, byStyle);
}

function style(xml: XmlScanner, level: LevelStyle): void {
  if (xml.key === FORMAT) level.format = attributes(xml).get(VALUE) ?? level.format;
  else if (xml.key === TEXT) level.text = (attributes(xml).get(VALUE) ?? '').slice(0, LONGEST_PATTERN);
  else if (xml.key === START) level.start = Number(attributes(xml).get(VALUE) ?? 1) || 1;
}

function attributes(xml: XmlScanner): Map<number, string> {
  const found = new Map<number, string>();
  while (xml.nextAttribute()) found.set(xml.attribute, xml.value());
  return found;
}

function counting(styles: ReadonlyMap<string, readonly LevelStyle[]>, lists: ReadonlyMap<number, string>, byStyle: StyleLists): Numbering {
  const counts = new Map<string, number[]>();
  return {
    label(paragraph) {
      const style = byStyle.get(paragraph.style);
      const list = paragraph.number >= 0 ? paragraph.number : (style?.number ?? -1);
      const level = paragraph.level >= 0 ? paragraph.level : paragraph.number >= 0 ? 0 : (style?.level ?? 0);
      const id = lists.get(list);
      const levels = id === undefined ? undefined : styles.get(id);
      const own = levels?.[level];
      if (id === undefined || levels === undefined || own === undefined || own.format === 'bullet' || own.format === 'none') return '';
      const count = counts.get(id) ?? [];
      counts.set(id, count);
      count[level] = (count[level] ?? own.start - 1) + 1;
      count.length = level + 1;
      return own.text.replace(/%(\d)/g, (_, n: string) => {
        const at = Number(n) - 1;
        return numeral(count[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal');
      });
    },
  };
}

const DIGITS = '零一二三四五六七八九';

function numeral(n: number, format: string): string {
  if (/chinese|ideograph|japanese|taiwanese/i.test(format) && n < 100) {
    const tens = Math.floor(n / 10);
    return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${n % 10 > 0 || n === 0 ? DIGITS[n % 10] : ''}`;
  }
  if (/EnclosedCircle/i.test(format) && n <= 20) return String.fromCharCode(0x2460 + n - 1);
  return String(n);
}
