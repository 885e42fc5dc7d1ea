import { MAX_COLUMNS, MAX_ROWS } from '../../audit/workbook';
import { FileError } from '../errors';
import type { FileLimits } from '../limits';
import { nameKey, toUtf8, XmlScanner, XmlToken } from '../xml';

const TABLE = nameKey('table');
const ROW = nameKey('table-row');
const CELL = nameKey('table-cell');
const COVERED = nameKey('covered-table-cell');
const ROWS_REPEATED = nameKey('number-rows-repeated');
const COLUMNS_REPEATED = nameKey('number-columns-repeated');
const COLUMN = nameKey('table-column');
const MOST_COLUMNS_SPELT = 1_000_000;
const VALUE_TYPE = nameKey('value-type');
const ROWS_SPANNED = nameKey('number-matrix-rows-spanned');

/** An object a cell: a million take some 300 MB. A file of 32 MB holds no more cells than that but by repeating them. */
const MOST_CELLS = 1_000_000;
/** Array formulas are searched for every cell by the reader behind; this many cost some seconds at worst. */
const MAX_MATRICES = 1_000;

/**
 * ODF writes "this cell 16,384 times, this row a million times"; the reader behind unrolls it. Counts the filled cells
 * first and refuses what goes beyond the limits, in one pass without unrolling.
 * Throws `tooManyCells`, `tooManySheets`, `formulasTooLong`, `documentType`, `damaged`.
 */
export function guardOds(content: Uint8Array, part: string, limits: FileLimits): void {
  const xml = new XmlScanner(toUtf8(content, part), part, limits.xmlDepth);
  const most = Math.min(limits.cells, MOST_CELLS);
  let sheets = 0;
  let cells = 0;
  let matrices = 0;
  let columns = 0;
  let rowTimes = 1;
  /** Cells the element just opened stands for; they count once it turns out to be filled. */
  let pending = 0;
  for (let token = xml.next(); token !== XmlToken.end; token = xml.next()) {
    if (pending > 0 && token !== XmlToken.close) cells += pending;
    pending = 0;
    if (cells > most) throw new FileError('tooManyCells', { limit: most, part });
    if (token !== XmlToken.open) continue;
    if (xml.key === TABLE) {
      if (++sheets > limits.sheets) throw new FileError('tooManySheets', { limit: limits.sheets });
    } else if (xml.key === ROW) {
      rowTimes = 1;
      while (xml.nextAttribute()) if (xml.attribute === ROWS_REPEATED) rowTimes = repetition(xml, MAX_ROWS);
    } else if (xml.key === COLUMN) {
      while (xml.nextAttribute()) if (xml.attribute === COLUMNS_REPEATED) columns += repetition(xml, MAX_COLUMNS);
      if (columns > MOST_COLUMNS_SPELT) throw xml.broken('it has more columns than a workbook can');
    } else if (xml.key === CELL || xml.key === COVERED) {
      let times = 1;
      let hasValue = false;
      while (xml.nextAttribute()) {
        if (xml.attribute === COLUMNS_REPEATED) times = repetition(xml, MAX_COLUMNS);
        else if (xml.attribute === VALUE_TYPE) hasValue = true;
        else if (xml.attribute === ROWS_SPANNED) matrices++;
      }
      if (matrices > MAX_MATRICES) throw new FileError('formulasTooLong', { part, limit: limits.formulaCharacters });
      if (hasValue) cells += times * rowTimes;
      else pending = times * rowTimes;
    }
  }
  if (cells > most) throw new FileError('tooManyCells', { limit: most, part });
}

function repetition(xml: XmlScanner, most: number): number {
  const times = Number(xml.value());
  if (!Number.isInteger(times) || times < 1 || times > most) throw xml.broken('a repetition is out of range');
  return times;
}
