import { damaged, FileError } from '../errors';
import type { FileLimits } from '../limits';
import { nameKey, toUtf8, XmlScanner, XmlToken } from '../xml';

/** Digits and decimals that a number format asks for: the reader behind writes each of them out. Excel shows 30. */
const DIGITS: ReadonlySet<number> = new Set(
  ['decimal-places', 'min-decimal-places', 'min-integer-digits', 'max-integer-digits', 'min-exponent-digits', 'min-numerator-digits', 'max-numerator-digits', 'min-denominator-digits', 'exponent-interval'].map(nameKey),
);
const MOST_DIGITS = 127;
const STYLES: ReadonlySet<number> = new Set(
  ['number-style', 'currency-style', 'percentage-style', 'date-style', 'time-style', 'boolean-style', 'text-style'].map(nameKey),
);
const MAP = nameKey('map');
const NAME = nameKey('name');
const APPLIED = nameKey('apply-style-name');
const SPACES = nameKey('s');
const TIMES = nameKey('c');
/** A currency format refers to its form for other signs, which refers no further. Each further step may double the text. */
const DEEPEST = 3;
const MOST_MAPS = 8;

/**
 * What a part of an .ods would have the reader behind write out a million times: digits of number formats, runs of
 * blanks, formats made of formats. Throws `damaged`, `textTooLong`, `textsTooLong`, `documentType`.
 */
export function guardOdsNumbers(content: Uint8Array, part: string, limits: FileLimits): void {
  const xml = new XmlScanner(toUtf8(content, part), part, limits.xmlDepth);
  const depths = new Map<string, number>();
  let style = '';
  let maps = 0;
  let blanks = 0;
  for (let token = xml.next(); token !== XmlToken.end; token = xml.next()) {
    if (token !== XmlToken.open) continue;
    const isStyle = STYLES.has(xml.key);
    const isMap = xml.key === MAP;
    const isBlanks = xml.key === SPACES;
    if (isStyle) [style, maps] = ['', 0];
    if (isMap && ++maps > MOST_MAPS) throw damaged(part, 'a number format has too many conditions');
    while (xml.nextAttribute()) {
      if (DIGITS.has(xml.attribute) && !(Number(xml.value()) <= MOST_DIGITS)) throw damaged(part, 'a number format has too many digits');
      if (isStyle && xml.attribute === NAME) style = xml.value();
      else if (isMap && xml.attribute === APPLIED) {
        const depth = (depths.get(xml.value()) ?? 0) + 1;
        if (depth > DEEPEST) throw damaged(part, 'its number formats refer to one another without end');
        depths.set(style, Math.max(depth, depths.get(style) ?? 0));
      } else if (isBlanks && xml.attribute === TIMES) {
        const times = Number(xml.value());
        if (!(times <= limits.textCharacters)) throw new FileError('textTooLong', { limit: limits.textCharacters, part });
        blanks += times;
        if (blanks > limits.characters) throw new FileError('textsTooLong', { limit: limits.characters, part });
      }
    }
  }
}
