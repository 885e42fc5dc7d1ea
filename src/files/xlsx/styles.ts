import type { WorkbookBuilder } from '../../audit/workbook';
import { FileError } from '../errors';
import type { FileLimits } from '../limits';
import { decodeEscapes, nameKey, XmlToken, type XmlScanner } from '../xml';
import { builtinFormat } from './numberFormats';

/** Number formats by the style index cells carry. */
export interface Styles {
  /** Index of the style's number format in the snapshot; General for a style that does not exist. */
  formatOf(style: number): number;
}

/** The snapshot keeps a cell's format in 16 bits. */
const MAX_NUMBER_FORMATS = 65_535;
/** Excel keeps 65,490 cell styles; other programs write more, but none a million. */
const MAX_STYLES = 1_000_000;

const NUM_FMTS = nameKey('numFmts');
const NUM_FMT = nameKey('numFmt');
const CELL_XFS = nameKey('cellXfs');
const XF = nameKey('xf');
const ID = nameKey('numFmtId');
const CODE = nameKey('formatCode');

/** Reads `styles.xml` as far as numbers go; null stands for a workbook without styles. */
export function readStyles(xml: XmlScanner | null, workbook: WorkbookBuilder, limits: FileLimits): Styles {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  if (xml) {
    for (let token = xml.next(); token !== XmlToken.end; token = xml.next()) {
      if (token !== XmlToken.open || xml.depth !== 2) continue;
      if (xml.key === NUM_FMTS) readChildren(xml, NUM_FMT, MAX_NUMBER_FORMATS, (id, code) => codes.set(id, code.length > limits.formatCharacters ? 'General' : code));
      else if (xml.key === CELL_XFS) readChildren(xml, XF, MAX_STYLES, (id) => ids.push(id));
      else xml.skip();
    }
  }
  // Only formats in use enter the snapshot.
  const indices = new Int32Array(ids.length).fill(-1);
  return {
    formatOf(style) {
      if (style >= ids.length) return 0;
      if (indices[style] >= 0) return indices[style];
      const id = ids[style];
      const index = workbook.format(codes.get(id) ?? builtinFormat(id));
      if (index > MAX_NUMBER_FORMATS) throw new FileError('tooManyFormats', { limit: MAX_NUMBER_FORMATS });
      indices[style] = index;
      return index;
    },
  };
}

function readChildren(xml: XmlScanner, child: number, limit: number, found: (id: number, code: string) => void): void {
  const depth = xml.depth;
  let count = 0;
  for (;;) {
    const token = xml.next();
    if (token === XmlToken.close && xml.depth < depth) return;
    if (token !== XmlToken.open) continue;
    if (xml.key === child) {
      let id = 0;
      let code = 'General';
      while (xml.nextAttribute()) {
        if (xml.attribute === ID) id = Number(xml.value()) || 0;
        else if (xml.attribute === CODE) code = decodeEscapes(xml.value());
      }
      if (++count > limit) throw new FileError('tooManyFormats', { limit });
      found(id, code);
    }
    xml.skip();
  }
}
