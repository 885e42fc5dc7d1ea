import { normaliseText, type SheetGrid } from '../workbook';
import type { Catalogue, CatalogueEntry, CellRef } from './model';
import type { TitleHit, TitleMatcher } from './titles';

const FLAG_HEADER = /是否(为)?空表|是否空/;
const REASON_HEADER = /理由|原因|说明/;

/**
 * The 目录: at least three table titles below one another in one column. Answers it, and the titles that are no catalogue rows.
 */
export function findCatalogue(
  grid: SheetGrid,
  titles: readonly TitleHit[],
  matcher: TitleMatcher,
): { catalogue: Catalogue | null; rest: readonly TitleHit[] } {
  const run = longestRun(titles);
  if (run.length < 3) return { catalogue: null, rest: titles };
  const first = run[0].row;
  const last = run[run.length - 1].row;
  const column = run[0].column;
  const header = headerAbove(grid, first);
  const entries: CatalogueEntry[] = [];
  // Rows directly below the last known title belong to the 目录 as well (self-made tables, 自评表).
  for (let row = first; row <= last; row++) {
    const title = grid.raw(row, column).trim();
    if (title === '') continue;
    const hit = matcher.match(normaliseText(title));
    entries.push({
      tableId: hit ? hit.definition.id : null,
      title,
      titleCell: { sheet: grid.index, row, column },
      number: column > 0 ? grid.raw(row, column - 1).trim() : '',
      ...(header.flag >= 0 ? flagOf(grid, row, header.flag) : remarkOf(grid, row, column)),
      reason: header.reason >= 0 ? grid.raw(row, header.reason).trim() : '',
      reasonCell: header.reason >= 0 ? { sheet: grid.index, row, column: header.reason } : null,
    });
  }
  return {
    catalogue: { sheet: grid.index, entries, hasFlags: header.flag >= 0 },
    rest: titles.filter((hit) => hit.row < first || hit.row > last),
  };
}

/**
 * The 目录 among all lists of titles: one with 是否空表 before one without, then the longest. Prose that names some tables
 * below one another is none: a list without flags must name at least half of the tables that are there.
 */
export function chooseCatalogue(found: readonly Catalogue[], tableIds: readonly string[]): Catalogue | null {
  const kinds = new Set(tableIds);
  const named = (c: Catalogue): number => new Set(c.entries.map((e) => e.tableId).filter((id) => id !== null && kinds.has(id))).size;
  const real = found.filter((c) => c.hasFlags || named(c) * 2 >= kinds.size);
  return [...real].sort((a, b) => Number(b.hasFlags) - Number(a.hasFlags) || b.entries.length - a.entries.length)[0] ?? null;
}

function longestRun(titles: readonly TitleHit[]): readonly TitleHit[] {
  let best: readonly TitleHit[] = [];
  let current: TitleHit[] = [];
  for (const hit of titles) {
    const previous = current[current.length - 1];
    if (previous && previous.column === hit.column && hit.row - previous.row <= 3) current.push(hit);
    else current = [hit];
    // Titles on consecutive rows cannot be tables: a table needs at least a header row.
    if (current.length > best.length) best = current;
  }
  return best;
}

function headerAbove(grid: SheetGrid, row: number): { flag: number; reason: number } {
  let flag = -1;
  let reason = -1;
  for (let r = row - 1; r >= Math.max(0, row - 5); r--) {
    const [from, to] = grid.cellsOf(r);
    for (let i = from; i < to; i++) {
      const text = grid.normOf(i);
      if (flag < 0 && FLAG_HEADER.test(text)) flag = grid.sheet.columns[i];
      else if (reason < 0 && REASON_HEADER.test(text)) reason = grid.sheet.columns[i];
    }
    if (flag >= 0) break;
  }
  return { flag, reason };
}

/** Without a column 是否空表: a remark right of the title, or the title itself, may say that the table is empty. */
function remarkOf(grid: SheetGrid, row: number, title: number): { declaredEmpty: boolean | null; flagCell: CellRef | null } {
  const [from, to] = grid.cellsOf(row);
  for (let i = from; i < to; i++) {
    const column = grid.sheet.columns[i];
    if (column >= title && /空表|为空|不涉及|无此项/.test(grid.normOf(i))) return { declaredEmpty: true, flagCell: { sheet: grid.index, row, column } };
  }
  return { declaredEmpty: null, flagCell: null };
}

function flagOf(grid: SheetGrid, row: number, column: number): { declaredEmpty: boolean | null; flagCell: CellRef | null } {
  const text = grid.norm(row, column);
  const flagCell = { sheet: grid.index, row, column };
  if (/^(是|√|✓|空|空表|是空表|Y|y)$/.test(text)) return { declaredEmpty: true, flagCell };
  return { declaredEmpty: false, flagCell };
}
