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
  /** The lines of a span that are not hidden. */
  shown(span: Span): number[];
}

/** Rows: one height but for the taller ones, hidden ones without any. */
export function rowAxis(count: number, hidden: readonly Span[], heights: ReadonlyMap<number, number> = new Map()): Axis {
  const { before: hiddenBefore, isHidden, shown } = hiddenLines(hidden, count);
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
  return { count, offset, size, at: (distance) => lineAt(offset, count, distance), shown };
}

/** Columns: each its own width. */
export function columnAxis(widths: readonly number[], hidden: readonly Span[]): Axis {
  const offsets = new Float64Array(widths.length + 1);
  const { isHidden, shown } = hiddenLines(hidden, widths.length);
  widths.forEach((width, column) => {
    offsets[column + 1] = offsets[column] + (isHidden(column) ? 0 : width);
  });
  const offset = (column: number): number => offsets[Math.min(column, widths.length)];
  return {
    count: widths.length,
    offset,
    size: (column) => offset(column + 1) - offset(column),
    at: (distance) => lineAt(offset, widths.length, distance),
    shown,
  };
}

/** Hidden lines by search among their spans, of which a sheet may have hundreds of thousands; `spans` are sorted and do not touch. */
function hiddenLines(spans: readonly Span[], count: number) {
  const hidden = new Float64Array(spans.length + 1);
  spans.forEach(({ from, to }, i) => (hidden[i + 1] = hidden[i] + to - from + 1));
  /** How many spans begin at a line or before it. */
  const begun = (line: number): number => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (spans[middle].from <= line) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const isHidden = (line: number): boolean => {
    const n = begun(line);
    return n > 0 && line <= spans[n - 1].to;
  };
  return {
    isHidden,
    before(line: number): number {
      const n = begun(line - 1);
      return n === 0 ? 0 : hidden[n] - Math.max(0, spans[n - 1].to + 1 - line);
    },
    shown({ from, to }: Span): number[] {
      const lines: number[] = [];
      for (let line = from; line <= Math.min(to, count - 1); line++) {
        const n = begun(line);
        if (n > 0 && line <= spans[n - 1].to) line = spans[n - 1].to;
        else lines.push(line);
      }
      return lines;
    },
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
