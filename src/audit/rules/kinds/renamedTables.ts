import type { BoundTable, CatalogueEntry } from '../../tables';
import { CHECK_WORDS } from '../../words';
import { normaliseText } from '../../workbook';
import type { CheckContext } from './context';
import { lettersInCommon } from './lettersInCommon';
import { tableNumber } from './numbering';

/** Titles that share so much of the shorter one name one table in two wordings. */
export const ALIKE = 0.6;

/**
 * The table that an entry of the 目录 means though its wording was taken for another table, which the workbook has not: the only one that no
 * entry lists, alike in name and bearing the entry's number above it or as its sheet's name. null where there is none.
 */
export function renamedTable({ recognition: { catalogue, tables }, grids }: CheckContext, entry: CatalogueEntry): BoundTable | null {
  if (!catalogue || entry.tableId === null || tables.some((t) => t.id === entry.tableId)) return null;
  const listed = listedIn(catalogue);
  const number = tableNumber(entry.number);
  const found = tables.filter((table) => {
    if (table.family.family === 'generic' || listed.has(table.id) || tables.some((t) => t.id === table.id && t.instance < table.instance) || !table.titleCell || number === null) return false;
    const { row } = table.titleCell;
    const grid = grids[table.sheet];
    const isNumbered = tableNumber(normaliseText(grid.sheet.name)) === number || grid.rowsBetween(Math.max(0, row - 1), row + 1).some((at) => {
      const [from, to] = grid.cellsOf(at);
      for (let cell = from; cell < to; cell++) if (grid.isText(cell) && tableNumber(grid.normOf(cell)) === number) return true;
      return false;
    });
    const [own, other] = [bareTitle(table.title), bareTitle(entry.title)];
    return isNumbered && lettersInCommon(own, other) >= Math.min(own.length, other.length) * ALIKE;
  });
  return found.length === 1 ? found[0] : null;
}

const known = new WeakMap<object, ReadonlySet<string | null>>();

/** Ids of the tables that the 目录 lists, gathered once for all its entries. */
function listedIn(catalogue: NonNullable<CheckContext['recognition']['catalogue']>): ReadonlySet<string | null> {
  const listed = known.get(catalogue) ?? new Set(catalogue.entries.map((e) => e.tableId));
  known.set(catalogue, listed);
  return listed;
}

const IGNORED = new RegExp(`20\\d\\d年?度?|${CHECK_WORDS.tableOrder.ignored.source}|[^\\p{L}]`, 'gu');

/** Year, number, marks and what is in brackets may differ; 部门 and 单位 are the business of M2a. */
export const bareTitle = (title: string): string => normaliseText(title).replace(/\([^()]*\)/g, '').replace(IGNORED, '');
