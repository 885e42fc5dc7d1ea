/**
 * XML as the parts of a workbook use it: a pull scanner over bytes that allocates nothing while it walks,
 * and the decoding of text. No DTD, no entities but the five named ones and character numbers.
 */
export { XmlScanner, XmlToken, nameKey, type XmlTokenCode } from './scanner';
export { decodeText, decodeEscapes, trimXmlSpace } from './text';
export { toUtf8 } from './encoding';
