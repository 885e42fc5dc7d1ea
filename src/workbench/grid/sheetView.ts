import type { Rect } from '../../audit/workbook';
import type { EditableSheet } from '../../host/memory';
import { columnAxis, rowAxis, type Axis } from './layout';
import { mergesByRow } from './mergesByRow';
import { displayText } from './numberText';
import { rowHeights } from './rowHeights';
import { measuredCells, measuredRows, textWidth } from './textWidth';

/** What the grid draws of one sheet: its axes and its merged cells. Made once a sheet. */
export interface SheetView {
  readonly rows: Axis;
  readonly columns: Axis;
  /** The merged cell a position belongs to, or null. */
  mergeAt(row: number, column: number): Rect | null;
  /** Merged cells that touch the rows given, both ends inclusive. */
  mergesIn(from: number, to: number): readonly Rect[];
}

/** Rows and columns to type into below and beside what is there. */
const spare = { rows: 20, columns: 4 };
const width = { least: 64, most: 280, padding: 16 };

export function sheetViewOf(sheet: EditableSheet, size = sizeOf(sheet, { row: 0, column: 0 })): SheetView {
  const merges = mergesByRow(sheet.merges);
  const { rowNumbers } = sheet.base;
  const lastMeasured = rowNumbers.length === 0 ? -1 : rowNumbers[Math.min(measuredRows, rowNumbers.length) - 1];
  const measured = merges.between(0, lastMeasured);
  const columns = columnAxis(columnWidths(sheet, size.columns, measured), sheet.hiddenColumns);
  const rows = rowAxis(size.rows, sheet.hiddenRows, rowHeights(sheet, columns, measured));
  return {
    rows,
    columns,
    mergeAt: (row, column) => merges.of(row).find((rect) => column >= rect.left && column <= rect.right) ?? null,
    mergesIn: merges.between,
  };
}

/** Rows and columns to draw, in steps, so that not every move or edit makes others. */
export function sizeOf(sheet: EditableSheet, reach: { readonly row: number; readonly column: number }): { readonly rows: number; readonly columns: number } {
  const extent = sheet.extent();
  const upTo = (used: number, reached: number, step: number): number => (Math.ceil(Math.max(used, reached) / step) + 1) * step;
  return { rows: Math.min(1_048_576, upTo(extent.rows, reach.row, spare.rows)), columns: Math.min(16_384, upTo(extent.columns, reach.column, spare.columns)) };
}

/** As wide as the widest figure, or a text up to a limit; long titles flow over or are merged anyway. */
function columnWidths(sheet: EditableSheet, count: number, merges: readonly Rect[]): number[] {
  const widths = new Array<number>(count).fill(width.least);
  const { rowNumbers, rowStart, columns } = sheet.base;
  const rowCount = Math.min(measuredRows, rowNumbers.length);
  const merged = new Set<number>();
  for (const { top, left, right } of merges) if (right > left) merged.add(top * 16_384 + left);
  for (let r = 0; r < rowCount; r++) {
    for (let i = rowStart[r]; i < Math.min(rowStart[r + 1], measuredCells); i++) {
      const column = columns[i];
      if (column >= count || merged.has(rowNumbers[r] * 16_384 + column)) continue;
      const cell = sheet.cell(rowNumbers[r], column);
      if (!cell) continue;
      const most = cell.content.kind === 'number' ? 400 : width.most;
      const needed = textWidth(displayText(cell.content, cell.format), most) + width.padding;
      if (needed > widths[column]) widths[column] = Math.min(most, Math.round(needed));
    }
  }
  return widths;
}
