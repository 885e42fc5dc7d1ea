import type { Rect } from '../../audit/workbook';
import type { EditableSheet } from '../../host/memory';
import { lineHeight, rowHeight, type Axis } from './layout';
import { measuredCells, measuredRows, textWidth } from './textWidth';

/** Longer texts are read in the line above the grid. */
const mostLines = 8;
const padding = 13;

/** Row → height in px, for the rows whose texts take several lines: headings and names are shown whole. */
export function rowHeights(sheet: EditableSheet, columns: Axis, measured: readonly Rect[]): Map<number, number> {
  const heights = new Map<number, number>();
  const { rowNumbers, rowStart, columns: columnOf } = sheet.base;
  const count = Math.min(measuredRows, rowNumbers.length);
  const merges = new Map(measured.map((rect) => [rect.top * 16_384 + rect.left, rect]));
  const tall: { readonly rect: Rect; readonly height: number }[] = [];
  for (let r = 0; r < count; r++) {
    const row = rowNumbers[r];
    for (let i = rowStart[r]; i < Math.min(rowStart[r + 1], measuredCells); i++) {
      const column = columnOf[i];
      const content = sheet.cell(row, column)?.content;
      if (content?.kind !== 'text' || column >= columns.count) continue;
      const rect = merges.get(row * 16_384 + column);
      const right = rect ? rect.right : i + 1 < rowStart[r + 1] ? column : columns.count - 1;
      const room = columns.offset(right + 1) - columns.offset(column) - padding;
      const height = heightOf(content.value, room);
      if (rect && rect.bottom > rect.top) tall.push({ rect, height });
      else if (height > (heights.get(row) ?? rowHeight)) heights.set(row, height);
    }
  }
  for (const { rect, height } of tall) {
    if (rect.bottom - rect.top > mostLines) continue;
    let has = 0;
    for (let row = rect.top; row <= rect.bottom; row++) has += heights.get(row) ?? rowHeight;
    if (height > has) heights.set(rect.bottom, (heights.get(rect.bottom) ?? rowHeight) + height - has);
  }
  return heights;
}

function heightOf(text: string, room: number): number {
  let lines = 0;
  for (let from = 0, to = 0; to >= 0 && lines < mostLines; from = to + 1) {
    to = text.indexOf('\n', from);
    const width = Math.max(14, room);
    lines += Math.max(1, Math.ceil(textWidth(text.slice(from, to < 0 ? undefined : to), mostLines * width) / width));
  }
  return rowHeight + (Math.min(mostLines, lines) - 1) * lineHeight;
}
