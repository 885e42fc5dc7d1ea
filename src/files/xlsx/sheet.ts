import { MAX_COLUMNS, MAX_ROWS, parseCellAddress, parseRectAddress, type FrozenPanes, type Rect, type SheetSnapshot, type Span, type Visibility } from '../../audit/workbook';
import { nameKey, XmlToken, type XmlScanner } from '../xml';
import { parseIndex } from './cellNumbers';
import { Cells } from './cells';
import type { SheetContext } from './context';
import { complementSpans, joinSpans } from './spans';
import { isTrue } from './workbookPart';

const WORKSHEET = nameKey('worksheet');
const FORMAT = nameKey('sheetFormatPr');
const COLS = nameKey('cols');
const COL = nameKey('col');
const SHEET_DATA = nameKey('sheetData');
const ROW = nameKey('row');
const PROTECTION = nameKey('sheetProtection');
const MERGE_CELLS = nameKey('mergeCells');
const MERGE_CELL = nameKey('mergeCell');
const ZERO_HEIGHT = nameKey('zeroHeight');
const HIDDEN = nameKey('hidden');
const WIDTH = nameKey('width');
const MIN = nameKey('min');
const MAX = nameKey('max');
const SHEET = nameKey('sheet');
const VIEWS = nameKey('sheetViews');
const VIEW = nameKey('sheetView');
const PANE = nameKey('pane');
const STATE = nameKey('state');
const X_SPLIT = nameKey('xSplit');
const Y_SPLIT = nameKey('ySplit');
const TOP_LEFT = nameKey('topLeftCell');
const REF = nameKey('ref');
const R = nameKey('r');
const HEIGHT = nameKey('ht');

/** Characters kept of an address that is none. */
const LONGEST_PLACE = 40;

/** Reads one worksheet part. Throws `damaged` and whatever the budget refuses. */
export function readSheet(xml: XmlScanner, name: string, visibility: Visibility, context: SheetContext): SheetSnapshot {
  const builder = context.workbook.sheet(name);
  const cells = new Cells(xml, builder, context);
  const hiddenRows: Span[] = [];
  const shownRows: Span[] = [];
  const hiddenColumns: Span[] = [];
  const merges: Rect[] = [];
  let isZeroHeight = false;
  let isProtected = false;
  let frozen: FrozenPanes | undefined;

  if (!openRoot(xml) || xml.key !== WORKSHEET) throw xml.broken('it is not a worksheet');
  for (let token = xml.next(); token !== XmlToken.end; token = xml.next()) {
    if (token !== XmlToken.open) continue;
    if (xml.key === SHEET_DATA) readRows(xml, cells, hiddenRows, isZeroHeight ? shownRows : null);
    else if (xml.key === COLS) children(xml, COL, () => readColumn(xml, hiddenColumns));
    else if (xml.key === VIEWS) frozen = readViews(xml);
    else if (xml.key === MERGE_CELLS) children(xml, MERGE_CELL, () => readMerge(xml, name, context, merges));
    else {
      if (xml.key === FORMAT) while (xml.nextAttribute()) if (xml.attribute === ZERO_HEIGHT) isZeroHeight = isTrue(xml.value());
      if (xml.key === PROTECTION) while (xml.nextAttribute()) if (xml.attribute === SHEET) isProtected = isTrue(xml.value());
      xml.skip();
    }
  }
  cells.finish();
  return builder.finish({
    visibility,
    merges,
    // With zeroHeight every row that is not spelled out is hidden too.
    hiddenRows: isZeroHeight ? complementSpans(shownRows, MAX_ROWS) : joinSpans(hiddenRows),
    hiddenColumns: joinSpans(hiddenColumns),
    isProtected,
    frozen,
  });
}

/** The frozen panes of the first view that has some. */
function readViews(xml: XmlScanner): FrozenPanes | undefined {
  let frozen: FrozenPanes | undefined;
  let corner = { row: 0, column: 0 };
  const depth = xml.depth;
  for (;;) {
    const token = xml.next();
    if (token === XmlToken.close && xml.depth < depth) return frozen;
    if (token !== XmlToken.open) continue;
    if (xml.key === VIEW) {
      corner = { row: 0, column: 0 };
      while (xml.nextAttribute()) if (xml.attribute === TOP_LEFT) corner = parseCellAddress(xml.value()) ?? corner;
    } else {
      if (xml.key === PANE) frozen ??= readPane(xml, corner);
      xml.skip();
    }
  }
}

/** `corner`: the first cell in view; what lies above and before it is frozen out of sight. */
function readPane(xml: XmlScanner, corner: { readonly row: number; readonly column: number }): FrozenPanes | undefined {
  let isFrozen = false;
  let rows = 0;
  let columns = 0;
  while (xml.nextAttribute()) {
    if (xml.attribute === STATE) isFrozen = xml.value().startsWith('frozen');
    else if (xml.attribute === Y_SPLIT) rows = Math.max(0, parseIndex(xml.bytes, xml.start, xml.end));
    else if (xml.attribute === X_SPLIT) columns = Math.max(0, parseIndex(xml.bytes, xml.start, xml.end));
  }
  if (!isFrozen || rows + columns === 0) return undefined;
  return { rows: rows > 0 ? Math.min(MAX_ROWS, corner.row + rows) : 0, columns: columns > 0 ? Math.min(MAX_COLUMNS, corner.column + columns) : 0 };
}

/** Goes to the root element; false where the part has none. */
export function openRoot(xml: XmlScanner): boolean {
  for (let token = xml.next(); token !== XmlToken.end; token = xml.next()) if (token === XmlToken.open) return true;
  return false;
}

function children(xml: XmlScanner, child: number, found: () => void): void {
  const depth = xml.depth;
  for (;;) {
    const token = xml.next();
    if (token === XmlToken.close && xml.depth < depth) return;
    if (token !== XmlToken.open) continue;
    if (xml.key === child) found();
    xml.skip();
  }
}

/** `shown` is asked for only where rows are hidden by default (sheetFormatPr precedes sheetData). */
function readRows(xml: XmlScanner, cells: Cells, hidden: Span[], shown: Span[] | null): void {
  const depth = xml.depth;
  let row = -1;
  let count = 0;
  for (;;) {
    const token = xml.next();
    if (token === XmlToken.close && xml.depth < depth) return;
    if (token !== XmlToken.open) continue;
    if (xml.key !== ROW) {
      xml.skip();
      continue;
    }
    if (++count > MAX_ROWS) throw xml.broken('it has more rows than a sheet can');
    row++;
    let isHidden = false;
    while (xml.nextAttribute()) {
      if (xml.isPrefixed) continue;
      if (xml.attribute === R) row = parseIndex(xml.bytes, xml.start, xml.end) - 1;
      else if (xml.attribute === HIDDEN) isHidden ||= isTrue(xml.value());
      // A height of zero hides a row just as well.
      else if (xml.attribute === HEIGHT) isHidden ||= Number(xml.value()) === 0;
    }
    if (row < 0 || row >= MAX_ROWS) throw xml.broken('a row lies outside the sheet');
    if (isHidden) addRow(hidden, row);
    else if (shown) addRow(shown, row);
    cells.readRow(row);
  }
}

/** Rows come in order as a rule: then the last span grows. */
function addRow(spans: Span[], row: number): void {
  const last = spans[spans.length - 1];
  if (last && last.to + 1 === row) spans[spans.length - 1] = { from: last.from, to: row };
  else spans.push({ from: row, to: row });
}

function readColumn(xml: XmlScanner, hidden: Span[]): void {
  let from = -1;
  let to = -1;
  let isHidden = false;
  while (xml.nextAttribute()) {
    if (xml.attribute === MIN) from = parseIndex(xml.bytes, xml.start, xml.end) - 1;
    else if (xml.attribute === MAX) to = parseIndex(xml.bytes, xml.start, xml.end) - 1;
    else if (xml.attribute === HIDDEN) isHidden ||= isTrue(xml.value());
    // A width of zero hides a column just as well.
    else if (xml.attribute === WIDTH) isHidden ||= Number(xml.value()) === 0;
  }
  if (hidden.length > MAX_COLUMNS) throw xml.broken('it has more columns than a sheet can');
  if (isHidden && from >= 0 && from < MAX_COLUMNS && to >= from) hidden.push({ from, to: Math.min(to, MAX_COLUMNS - 1) });
}

function readMerge(xml: XmlScanner, sheet: string, context: SheetContext, merges: Rect[]): void {
  while (xml.nextAttribute()) {
    if (xml.attribute !== REF) continue;
    const address = xml.value();
    const rect = parseRectAddress(address);
    context.budget.merge(xml.part);
    if (rect) merges.push(rect);
    else context.workbook.repair('merge', sheet, address.slice(0, LONGEST_PLACE));
  }
}
