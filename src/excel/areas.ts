import { MAX_COLUMNS, MAX_ROWS, parseRectAddress, type Rect, rectAddress } from '../audit/workbook';

/** Excel cuts the address text of getRanges at 8,192 characters, silently; we stay clear of it. */
const MAX_ADDRESS_TEXT = 8_000;

/** Rectangles as address texts for `Worksheet.getRanges`, each short enough. */
export function areaTexts(rects: readonly Rect[]): string[] {
  const texts: string[] = [];
  let text = '';
  for (const rect of rects) {
    const address = rectAddress(rect);
    if (text !== '' && text.length + 1 + address.length > MAX_ADDRESS_TEXT) {
      texts.push(text);
      text = '';
    }
    text += text === '' ? address : `,${address}`;
  }
  if (text !== '') texts.push(text);
  return texts;
}

/**
 * "'表 1'!A1:B2,'表 1'!D:D" (a RangeAreas or event address) → rectangles, sheet names dropped.
 * null where a part is not an address, for instance where Excel cut the text.
 */
export function parseAreas(address: string): Rect[] | null {
  const rects: Rect[] = [];
  // A sheet name may hold commas and exclamation marks, but then it stands in quotes; a quote in it is doubled.
  for (const part of address.replace(/'(?:[^']|'')*'!?/g, '').split(',')) {
    const rect = parseArea(part.slice(part.lastIndexOf('!') + 1).trim());
    if (!rect) return null;
    rects.push(rect);
  }
  return rects;
}

/** "A1:B2", "C7", "$A:$C" (whole columns) or "3:5" (whole rows). */
function parseArea(text: string): Rect | null {
  const plain = text.replace(/\$/g, '');
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(plain);
  if (columns) return widen(parseRectAddress(`${columns[1]}1:${columns[2]}1`), { top: 0, bottom: MAX_ROWS - 1 });
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(plain);
  if (rows) return widen(parseRectAddress(`A${rows[1]}:A${rows[2]}`), { left: 0, right: MAX_COLUMNS - 1 });
  return parseRectAddress(plain);
}

function widen(rect: Rect | null, by: Partial<Rect>): Rect | null {
  return rect && { ...rect, ...by };
}

export function cellCount(rect: Rect): number {
  return (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1);
}

/** The two halves along the rows, or along the columns where there is one row; null for a single cell. */
export function halves(rect: Rect): [Rect, Rect] | null {
  if (rect.bottom > rect.top) {
    const middle = Math.floor((rect.top + rect.bottom) / 2);
    return [{ ...rect, bottom: middle }, { ...rect, top: middle + 1 }];
  }
  if (rect.right > rect.left) {
    const middle = Math.floor((rect.left + rect.right) / 2);
    return [{ ...rect, right: middle }, { ...rect, left: middle + 1 }];
  }
  return null;
}

/** The range of a rectangle. */
export function rangeOf(sheet: Excel.Worksheet, rect: Rect): Excel.Range {
  return sheet.getRangeByIndexes(rect.top, rect.left, rect.bottom - rect.top + 1, rect.right - rect.left + 1);
}
