/** What checks find on a sheet or in a table by itself: an edit leaves the other sheets as they are, and what was found there stands. */
import type { BoundTable } from '../../tables';
import { SheetGrid } from '../../workbook';
import type { CheckContext } from './context';

/** Kept with the grid. `read` must hang on nothing but the grid and the rows it is given. */
export function ofSheet<R extends readonly number[], T>(read: (grid: SheetGrid, ...rows: R) => T): typeof read {
  const known = new WeakMap<SheetGrid, Map<string, { readonly found: T }>>();
  return (grid, ...rows) => {
    const own = known.get(grid) ?? new Map<string, { readonly found: T }>();
    known.set(grid, own);
    const key = rows.join();
    const kept = own.get(key) ?? { found: read(grid, ...rows) };
    own.set(key, kept);
    return kept.found;
  };
}

/** Kept with the table while its sheets are the same. `read` must hang on nothing but the table, its amounts and its sheets. */
export function ofTable<T>(read: (context: CheckContext, table: BoundTable) => T): typeof read {
  const known = new WeakMap<BoundTable, { readonly grids: readonly SheetGrid[]; readonly found: T }>();
  return (context, table) => {
    const grids = [table.sheet, ...table.continued.map(({ sheet }) => sheet)].map((sheet) => context.grids[sheet]);
    const before = known.get(table);
    if (before?.grids.every((grid, i) => grid === grids[i])) return before.found;
    const found = read(context, table);
    known.set(table, { grids, found });
    return found;
  };
}

/** The rows of a table on all its sheets, one below the other; `placeOf` says where each stands. */
export const gridOf = ofTable(({ grids }, { sheet, range, continued }): SheetGrid =>
  continued.length === 0 ? grids[sheet] : SheetGrid.joined([{ sheet, range }, ...continued].map((part) => ({ grid: grids[part.sheet], rows: [...grids[part.sheet].rowsBetween(part.range.top, part.range.bottom)] }))));
