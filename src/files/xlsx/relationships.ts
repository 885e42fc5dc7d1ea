import { FileError } from '../errors';
import { nameKey, XmlToken, type XmlScanner } from '../xml';
import { decodePercent } from '../zip';

/** One arrow from a part to another. */
export interface Relationship {
  readonly id: string;
  /** The last word of the type's address, the same in transitional and strict files: "worksheet", "styles". */
  readonly type: string;
  /** Name of the part pointed to, without leading "/". */
  readonly target: string;
}

const RELATIONSHIP = nameKey('Relationship');
const ID = nameKey('Id');
const TYPE = nameKey('Type');
const TARGET = nameKey('Target');
const MODE = nameKey('TargetMode');

/** "xl/workbook.xml" → "xl/_rels/workbook.xml.rels"; "" → "_rels/.rels". */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The internal relationships of `source`; external ones (links to other files) are left out. Throws `tooManyParts`. */
export function readRelationships(xml: XmlScanner, source: string, limit: number): Relationship[] {
  const found: Relationship[] = [];
  for (let token = xml.next(); token !== XmlToken.end; token = xml.next()) {
    if (token !== XmlToken.open || xml.key !== RELATIONSHIP) continue;
    let id = '';
    let type = '';
    let target = '';
    let isExternal = false;
    while (xml.nextAttribute()) {
      const value = xml.value();
      if (xml.attribute === ID) id = value;
      else if (xml.attribute === TYPE) type = value.slice(value.lastIndexOf('/') + 1);
      else if (xml.attribute === TARGET) target = value;
      else if (xml.attribute === MODE) isExternal = value === 'External';
    }
    if (found.length >= limit) throw new FileError('tooManyParts', { limit });
    if (!isExternal && target !== '') found.push({ id, type, target: resolve(source, target) });
  }
  return found;
}

function resolve(source: string, target: string): string {
  const path = target.replace(/\\/g, '/').split(/[?#]/)[0];
  const folders = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '' && step !== '.') folders.push(step);
  }
  return decodePercent(folders.join('/'));
}
