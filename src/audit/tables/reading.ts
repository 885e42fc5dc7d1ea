import type { LayoutTable } from '../layout';
import type { RowPlace } from '../workbook';
import type { BoundBlock, TableReading } from './model';

type Block = Omit<BoundBlock, 'table'>;

/** What is kept of a table's layout for people: how its header, columns, parts and rows were understood. */
export function readingOf({ grid, header, columns, panels, notes, rows }: LayoutTable, blocks: readonly Block[]): TableReading {
  const { bound, ...counts } = rowCounts(blocks);
  return {
    header: header ? { top: header.top, bottom: header.bottom } : null,
    columns: columns.map(({ column, path, kind, reason }) => ({ column, path, kind, reason })),
    panels: panels.map(({ left, right }) => ({ left, right })),
    rows: { ...counts, notes: notes.length, unread: rows.filter((row) => !bound.has(placeKey(grid.placeOf(row)))).length },
  };
}

/** Excel's limit of rows: a sheet and a row make one number. */
const ROWS = 1_048_576;

const placeKey = ({ sheet, row }: RowPlace): number => sheet * ROWS + row;

interface Counts extends Omit<TableReading['rows'], 'notes' | 'unread'> {
  readonly bound: ReadonlySet<number>;
}

/** Rows by kind; a row that stands in several blocks counts once, its lines side by side count each. */
function rowCounts(blocks: readonly Block[]): Counts {
  /** By column, the rows. */
  const seen = new Map<number, Set<number>>();
  const places = new Set<number>();
  const digits = new Map<number, number>();
  const counts = { total: 0, item: 0, ofWhich: 0, extra: 0 };
  for (const { rows } of blocks) {
    for (const bound of rows) {
      const { kind, code, labelCell, codeCell } = bound;
      const row = placeKey(bound);
      const column = (labelCell ?? codeCell)?.column ?? 0;
      let inColumn = seen.get(column);
      if (!inColumn) seen.set(column, (inColumn = new Set()));
      if (inColumn.has(row)) continue;
      inColumn.add(row);
      places.add(row);
      if (kind === 'item' && code !== '') digits.set(code.length, (digits.get(code.length) ?? 0) + 1);
      else counts[kind]++;
    }
  }
  return { ...counts, coded: [...digits].sort((a, b) => a[0] - b[0]).map(([length, count]) => ({ digits: length, rows: count })), bound: places };
}
