import { nameKey, XmlToken, type XmlScanner } from '../xml';

const STYLE = nameKey('style');
const STYLE_ID = nameKey('styleId');
const BASED_ON = nameKey('basedOn');
const NUMBER = nameKey('numId');
const LEVEL = nameKey('ilvl');
const VALUE = nameKey('val');

/** The list and level that a paragraph style numbers its paragraphs with, by the style's id. */
export type StyleLists = ReadonlyMap<string, { readonly number: number; readonly level: number }>;

/** Styles that are based on one another more deeply than this go round in a circle. */
const DEEPEST = 20;

/** Reads word/styles.xml: headings are usually numbered by their style. */
export function readStyleLists(xml: XmlScanner): StyleLists {
  const styles = new Map<string, { number: number; level: number; base: string }>();
  let own: { number: number; level: number; base: string } | null = null;
  for (let token = xml.next(); token !== XmlToken.end; token = xml.next()) {
    if (token !== XmlToken.open) continue;
    if (xml.key === STYLE) {
      own = { number: -1, level: -1, base: '' };
      styles.set(attribute(xml, STYLE_ID), own);
    } else if (own === null) continue;
    else if (xml.key === BASED_ON) own.base = attribute(xml, VALUE);
    else if (xml.key === NUMBER) own.number = Number(attribute(xml, VALUE));
    else if (xml.key === LEVEL) own.level = Number(attribute(xml, VALUE));
  }
  const lists = new Map<string, { number: number; level: number }>();
  for (const [id, style] of styles) {
    let { number, level } = style;
    for (let [base, depth] = [style.base, 0]; base !== '' && depth < DEEPEST && (number < 0 || level < 0); depth++) {
      const above = styles.get(base);
      if (number < 0) number = above?.number ?? -1;
      if (level < 0) level = above?.level ?? -1;
      base = above?.base ?? '';
    }
    if (number > 0) lists.set(id, { number, level: Math.max(0, level) });
  }
  return lists;
}

/** An attribute of the element at hand; "" without it. */
function attribute(xml: XmlScanner, key: number): string {
  while (xml.nextAttribute()) if (xml.attribute === key) return xml.value();
  return '';
}
