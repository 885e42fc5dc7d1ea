import type { AuditState } from '../../state';
import { rowName } from '../../rules/kinds/context';
import type { BoundTable } from '../../tables';
import type { SheetGrid } from '../../workbook';

/**
 * A part of a sheet whose rows and columns are matched by themselves: a panel of a table with its header, a sheet without tables, or
 * (`isLoose`) the lines around tables, of which only the order of cells counts.
 */
export interface Area {
  readonly grid: SheetGrid;
  readonly table: BoundTable | null;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** What a row is, where the table tells; "" elsewhere. */
  readonly rowKey: (row: number) => string;
  readonly rowName: (row: number) => string;
  /** Header words of a column, top to bottom; empty without a header. */
  readonly path: (column: number) => readonly string[];
  /** What rules call the column; "" where they cannot. */
  readonly columnId: (column: number) => string;
  readonly isLoose: boolean;
}

const NO_PATH: readonly string[] = [];

/** A table from its header down, by the parts that stand side by side. */
export function tableAreas({ grids }: AuditState, table: BoundTable, inParts: boolean): Area[] {
  const grid = grids[table.sheet];
  const rows = [...grid.rowsBetween(topOf(table), table.range.bottom)];
  const panels = inParts ? table.reading.panels : [];
  const borders = panels.map(({ left }, i) => (i === 0 ? 0 : left));
  const parts = panels.length < 2 ? [columnsOf(grid, 0, grid.lastColumn)] : borders.map((from, i) => columnsOf(grid, from, (borders[i + 1] ?? grid.lastColumn + 1) - 1));
  return parts.map((columns) => partOf(grid, table, rows, columns));
}

/** What stands above the header are lines around the table. */
const topOf = ({ reading: { header }, headerBottom }: BoundTable): number => header?.top ?? headerBottom + 1;

/** The rows of a sheet that are in none of these tables. */
export function restArea({ grids }: AuditState, sheet: number, tables: readonly BoundTable[]): Area {
  const grid = grids[sheet];
  const isTaken = (row: number): boolean => tables.some((t) => row >= topOf(t) && row <= t.range.bottom);
  return {
    grid,
    table: tables.length === 1 ? tables[0] : null,
    rows: [...grid.sheet.rowNumbers].filter((row) => !isTaken(row)),
    columns: columnsOf(grid, 0, grid.lastColumn),
    rowKey: () => '',
    rowName: () => '',
    path: () => NO_PATH,
    columnId: () => '',
    isLoose: tables.length > 0,
  };
}

function columnsOf(grid: SheetGrid, from: number, to: number): number[] {
  const used = new Set(grid.sheet.columns);
  return [...used].filter((column) => column >= from && column <= to).sort((a, b) => a - b);
}

function partOf(grid: SheetGrid, table: BoundTable, rows: readonly number[], columns: readonly number[]): Area {
  const within = new Set(columns);
  const keys = new Map<number, string>();
  const names = new Map<number, string>();
  const ids = new Map<number, string>();
  for (const block of table.blocks) {
    if (!block.columns.some((c) => within.has(c.column))) continue;
    for (const { id, column } of block.columns) ids.set(column, `${block.id}.${id}`);
    for (const row of block.rows) {
      if (row.sheet !== table.sheet || keys.has(row.row)) continue;
      names.set(row.row, rowName(row));
      if (row.kind !== 'extra') keys.set(row.row, [block.id, row.group, row.owner, row.unitCode, row.departmentCode, row.kind, row.join].join('|'));
    }
  }
  const paths = new Map(table.reading.columns.map(({ column, path }) => [column, path] as const));
  return {
    grid,
    table,
    rows,
    columns,
    rowKey: (row) => keys.get(row) ?? '',
    rowName: (row) => names.get(row) ?? '',
    path: (column) => paths.get(column) ?? NO_PATH,
    columnId: (column) => ids.get(column) ?? '',
    isLoose: false,
  };
}
