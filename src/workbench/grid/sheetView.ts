import type { Rect } from '../../audit/workbook';
import type { EditableSheet } from '../../host/memory';
import { columnAxis, rowAxis, type Axis } from './layout';
import { displayText } from './numberText';
import { rowHeights } from './rowHeights';
import { measuredRows, textWidth } from './textWidth';

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
  const columns = columnAxis(columnWidths(sheet, size.columns), sheet.hiddenColumns);
  const rows = rowAxis(size.rows, sheet.hiddenRows, rowHeights(sheet, columns));
  const merges = [...sheet.merges].sort((a, b) => a.top - b.top);
  const byRow = new Map<number, Rect[]>();
  const tall: Rect[] = [];
  for (const merge of merges) {
    // A merge of thousands of rows is kept apart, not entered row by row.
    if (merge.bottom - merge.top > 100) tall.push(merge);
    else for (let row = merge.top; row <= merge.bottom; row++) byRow.set(row, [...(byRow.get(row) ?? []), merge]);
  }
  const mergesOf = (row: number): readonly Rect[] => [...(byRow.get(row) ?? []), ...tall.filter((rect) => row >= rect.top && row <= rect.bottom)];
  return {
    rows,
    columns,
    mergeAt: (row, column) => mergesOf(row).find((rect) => column >= rect.left && column <= rect.right) ?? null,
    mergesIn(from, to) {
      const found = new Set<Rect>();
      for (let row = from; row <= to; row++) for (const merge of mergesOf(row)) found.add(merge);
      return [...found];
    },
  };
}

/** Rows and columns to draw, in steps, so that not every move or edit makes others. */
export function sizeOf(sheet: EditableSheet, reach: { readonly row: number; readonly column: number }): { readonly rows: number; readonly columns: number } {
  const extent = sheet.extent();
  const upTo = (used: number, reached: number, step: number): number => (Math.ceil(Math.max(used, reached) / step) + 1) * step;
  return { rows: Math.min(1_048_576, upTo(extent.rows, reach.row, spare.rows)), columns: Math.min(16_384, upTo(extent.columns, reach.column, spare.columns)) };
}

/** As wide as the widest figure, or a text up to a limit; long titles flow over or are merged anyway. */
function columnWidths(sheet: EditableSheet, count: number): number[] {
  const widths = new Array<number>(count).fill(width.least);
  const { rowNumbers, rowStart, columns } = sheet.base;
  const merged = new Set(sheet.merges.filter((rect) => rect.right > rect.left).map((rect) => rect.top * 16_384 + rect.left));
  for (let r = 0; r < Math.min(measuredRows, rowNumbers.length); r++) {
    for (let i = rowStart[r]; i < rowStart[r + 1]; i++) {
      const column = columns[i];
      if (column >= count || merged.has(rowNumbers[r] * 16_384 + column)) continue;
      const cell = sheet.cell(rowNumbers[r], column);
      if (!cell) continue;
      const needed = textWidth(displayText(cell.content, cell.format)) + width.padding;
      const most = cell.content.kind === 'number' ? 400 : width.most;
      if (needed > widths[column]) widths[column] = Math.min(most, Math.round(needed));
    }
  }
  return widths;
}
