import { decodeEscapes, nameKey, trimXmlSpace, XmlToken, type XmlScanner } from '../xml';

const T = nameKey('t');
const R = nameKey('r');
const SPACE = nameKey('space');

/**
 * The text of `<si>` or `<is>`, just opened: a plain text, or the runs of a rich one joined. Phonetic guides
 * (`rPh`) are not part of the text. Consumes the element.
 */
export function readRichText(xml: XmlScanner): string {
  const depth = xml.depth;
  let text = '';
  for (;;) {
    const token = xml.next();
    if (token === XmlToken.close) {
      if (xml.depth < depth) return text;
    } else if (token === XmlToken.open) {
      if (xml.key === T) text = xml.bounded(text + readT(xml));
      else if (xml.key !== R) xml.skip();
    }
  }
}

function readT(xml: XmlScanner): string {
  let isPreserved = false;
  while (xml.nextAttribute()) {
    if (xml.attribute === SPACE) isPreserved = xml.end - xml.start === 8;
  }
  const text = xml.content();
  return decodeEscapes(isPreserved ? text : trimXmlSpace(text));
}
