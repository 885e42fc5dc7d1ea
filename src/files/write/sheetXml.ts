import { CellKind, MAX_ROWS, columnName, rectAddress, type SheetSnapshot, type Span } from '../../audit/workbook';
import { complementSpans } from '../xlsx';
import { withFunctionPrefixes } from './futureFunctions';
import { spaceAttribute, xmlText } from './xmlText';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** One worksheet part. Elements stand in the order the schema demands (ISO/IEC 29500-1 section 18.3.1.99). */
export function sheetXml(sheet: SheetSnapshot, strings: readonly string[], sharedIndex: (text: number) => number): string {
  const hiddenCount = sheet.hiddenRows.reduce((sum, span) => sum + span.to - span.from + 1, 0);
  // Where most rows are hidden, hiding by default and listing the others keeps the file small.
  const isZeroHeight = hiddenCount > MAX_ROWS / 2;
  const parts = [`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">`];
  parts.push(`<sheetFormatPr defaultRowHeight="15"${isZeroHeight ? ' zeroHeight="1"' : ''}/>`);
  if (sheet.hiddenColumns.length > 0) {
    const columns = sheet.hiddenColumns.map(({ from, to }) => `<col min="${from + 1}" max="${to + 1}" width="9" hidden="1" customWidth="1"/>`);
    parts.push(`<cols>${columns.join('')}</cols>`);
  }
  parts.push('<sheetData>');
  addRows(parts, sheet, strings, sharedIndex, isZeroHeight);
  parts.push('</sheetData>');
  if (sheet.isProtected) parts.push('<sheetProtection sheet="1"/>');
  if (sheet.merges && sheet.merges.length > 0) {
    const merges = sheet.merges.map((rect) => `<mergeCell ref="${rectAddress(rect)}"/>`);
    parts.push(`<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`);
  }
  parts.push('</worksheet>');
  return parts.join('');
}

function addRows(
  parts: string[],
  sheet: SheetSnapshot,
  strings: readonly string[],
  sharedIndex: (text: number) => number,
  isZeroHeight: boolean,
): void {
  // Rows that must be spelled out for their own sake: the hidden ones, or with zeroHeight the shown ones.
  const special = isZeroHeight ? complementSpans(sheet.hiddenRows, MAX_ROWS) : sheet.hiddenRows;
  const isHidden = (isSpecial: boolean): boolean => isSpecial !== isZeroHeight;
  let i = 0;
  for (const { row, isSpecial } of rowOrder(sheet.rowNumbers, special)) {
    const hidden = isHidden(isSpecial) ? ' hidden="1"' : '';
    if (sheet.rowNumbers[i] !== row) {
      parts.push(`<row r="${row + 1}"${hidden}/>`);
      continue;
    }
    parts.push(`<row r="${row + 1}"${hidden}>`);
    for (let cell = sheet.rowStart[i]; cell < sheet.rowStart[i + 1]; cell++) {
      parts.push(cellXml(sheet, cell, row, strings, sharedIndex));
    }
    parts.push('</row>');
    i++;
  }
}

/** Rows with cells and rows of the spans, merged in ascending order. */
function* rowOrder(rows: Uint32Array, spans: readonly Span[]): Generator<{ row: number; isSpecial: boolean }> {
  let i = 0;
  for (const { from, to } of spans) {
    for (; i < rows.length && rows[i] < from; i++) yield { row: rows[i], isSpecial: false };
    for (let row = from; row <= to; row++) {
      yield { row, isSpecial: true };
      if (rows[i] === row) i++;
    }
  }
  for (; i < rows.length; i++) yield { row: rows[i], isSpecial: false };
}

function cellXml(
  sheet: SheetSnapshot,
  cell: number,
  row: number,
  strings: readonly string[],
  sharedIndex: (text: number) => number,
): string {
  const formula = sheet.formulas.get(cell);
  const style = sheet.formats[cell] > 0 ? ` s="${sheet.formats[cell]}"` : '';
  const head = `<c r="${columnName(sheet.columns[cell])}${row + 1}"${style}`;
  const stored = formula === undefined ? '' : withFunctionPrefixes(formula);
  const f = formula === undefined ? '' : `<f${spaceAttribute(stored)}>${xmlText(stored)}</f>`;
  switch (sheet.kinds[cell]) {
    case CellKind.number:
      return `${head}>${f}<v>${sheet.numbers[cell]}</v></c>`;
    case CellKind.boolean:
      return `${head} t="b">${f}<v>${sheet.numbers[cell]}</v></c>`;
    case CellKind.error:
      return `${head} t="e">${f}<v>${xmlText(strings[sheet.texts[cell]])}</v></c>`;
    case CellKind.unknown:
      return `${head}>${f}</c>`;
    default: {
      if (formula === undefined) return `${head} t="s"><v>${sharedIndex(sheet.texts[cell])}</v></c>`;
      const text = strings[sheet.texts[cell]];
      return `${head} t="str">${f}<v${spaceAttribute(text)}>${xmlText(text)}</v></c>`;
    }
  }
}
