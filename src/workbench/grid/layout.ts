import type { FrozenPanes, Span } from '../../audit/workbook';

/** Heights and widths of the grid, in px. */
export const rowHeight = 24;
/** A line of text; cells of several lines add what a row of one leaves around it. */
export const lineHeight = 18;
export const headHeight = 24;
export const rowHeadWidth = 52;

/** Where lines (rows or columns) begin, in px, without a table as long as the sheet. */
export interface Axis {
  readonly count: number;
  /** Left or top edge of a line; `offset(count)` is the whole length. */
  offset(line: number): number;
  size(line: number): number;
  /** The line at a distance from the edge. */
  at(distance: number): number;
}

/** Rows: one height but for the taller ones, hidden ones without any. */
export function rowAxis(count: number, hidden: readonly Span[], heights: ReadonlyMap<number, number> = new Map()): Axis {
  const spans = hidden.filter((span) => span.from < count);
  const hiddenBefore = (row: number): number => {
    let n = 0;
    for (const { from, to } of spans) if (from < row) n += Math.min(to + 1, row) - from;
    return n;
  };
  const isHidden = (row: number): boolean => spans.some(({ from, to }) => row >= from && row <= to);
  const taller = [...heights].filter(([row]) => row < count && !isHidden(row)).sort(([a], [b]) => a - b);
  const extra = new Float64Array(taller.length + 1);
  taller.forEach(([, height], i) => (extra[i + 1] = extra[i] + height - rowHeight));
  const extraBefore = (row: number): number => {
    let n = 0;
    while (n < taller.length && taller[n][0] < row) n++;
    return extra[n];
  };
  const offset = (row: number): number => (row - hiddenBefore(row)) * rowHeight + extraBefore(row);
  const size = (row: number): number => (isHidden(row) ? 0 : heights.get(row) ?? rowHeight);
  return { count, offset, size, at: (distance) => lineAt(offset, count, distance) };
}

/** Columns: each its own width. */
export function columnAxis(widths: readonly number[], hidden: readonly Span[]): Axis {
  const offsets = new Float64Array(widths.length + 1);
  widths.forEach((width, column) => {
    const isHidden = hidden.some(({ from, to }) => column >= from && column <= to);
    offsets[column + 1] = offsets[column] + (isHidden ? 0 : width);
  });
  const offset = (column: number): number => offsets[Math.min(column, widths.length)];
  return {
    count: widths.length,
    offset,
    size: (column) => offset(column + 1) - offset(column),
    at: (distance) => lineAt(offset, widths.length, distance),
  };
}

/** The lines of which any part lies between two distances; both ends inclusive. */
export function visibleLines(axis: Axis, from: number, to: number): Span {
  return { from: axis.at(from), to: Math.max(axis.at(from), axis.at(to)) };
}

function lineAt(offset: (line: number) => number, count: number, distance: number): number {
  let low = 0;
  let high = Math.max(0, count - 1);
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (offset(middle) <= distance) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What stays in view without taking most of it. */
export function fittingPanes(rows: Axis, columns: Axis, wanted: FrozenPanes, { width, height }: { readonly width: number; readonly height: number }): FrozenPanes {
  const fits = (axis: Axis, count: number, room: number): number => (axis.offset(count) <= room * 0.6 ? count : 0);
  return { rows: fits(rows, Math.min(wanted.rows, rows.count), height), columns: fits(columns, Math.min(wanted.columns, columns.count), width) };
}
