import { normaliseText, type SheetGrid } from '../workbook';
import { titleCore, type TextLine } from '../layout';
import { CHECK_WORDS, type Words } from '../words';
import type { Catalogue, CatalogueEntry, CellRef } from './model';
import type { TitleMatcher } from './titles';

/** At least so many titles below one another in one column make a list of tables. */
const FEWEST = 3;

/** Rows with something else between two titles; blank ones do not count. */
const MOST_BETWEEN = 2;

/** Where a list of tables stands. */
export interface CatalogueRun {
  readonly first: number;
  readonly last: number;
  readonly column: number;
}

/** A 目录: titles below one another in one column, most of them of tables that some family knows. */
export function catalogueRun(grid: SheetGrid, titles: readonly TextLine[], matcher: TitleMatcher): CatalogueRun | null {
  const run = longestRun(grid, titles);
  if (run.length < FEWEST || run.filter((t) => matcher.match(t.core) !== null).length * 2 < run.length) return null;
  return { first: run[0].row, last: run[run.length - 1].row, column: run[0].column };
}

export function readCatalogue(grid: SheetGrid, { first, last, column }: CatalogueRun, matcher: TitleMatcher, words: Words): Catalogue {
  const header = headerAbove(grid, first);
  const entries: CatalogueEntry[] = [];
  // Rows directly below the last known title belong to the 目录 as well (self-made tables, 自评表).
  for (let row = first; row <= last; row++) {
    const title = grid.raw(row, column).trim();
    if (title === '') continue;
    const hit = matcher.match(titleCore(normaliseText(title), words));
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
  return { sheet: grid.index, entries, hasFlags: header.flag >= 0 };
}

/** The 目录 among all lists of titles. Prose that names some tables below one another is none: a list without flags must name at least half of the tables that are there. */
export function realCatalogues(found: readonly Catalogue[], tableIds: readonly string[]): readonly Catalogue[] {
  const kinds = new Set(tableIds);
  const named = (c: Catalogue): number => new Set(c.entries.map((e) => e.tableId).filter((id) => id !== null && kinds.has(id))).size;
  return found.filter((c) => c.hasFlags || named(c) * 2 >= kinds.size);
}

/** One with 是否空表 before one without, then the longest. */
export const chooseCatalogue = (found: readonly Catalogue[]): Catalogue | null =>
  [...found].sort((a, b) => Number(b.hasFlags) - Number(a.hasFlags) || b.entries.length - a.entries.length)[0] ?? null;

function longestRun(grid: SheetGrid, titles: readonly TextLine[]): readonly TextLine[] {
  let best: readonly TextLine[] = [];
  let current: TextLine[] = [];
  for (const hit of titles) {
    const previous = current[current.length - 1];
    if (previous && previous.column === hit.column && filledBetween(grid, previous.row, hit.row) <= MOST_BETWEEN && !figuresBetween(grid, previous.row, hit.row)) current.push(hit);
    else current = [hit];
    // Titles on consecutive rows cannot be tables: a table needs at least a header row.
    if (current.length > best.length) best = current;
  }
  return best;
}

function filledBetween(grid: SheetGrid, from: number, to: number): number {
  return grid.rowsBetween(from + 1, to - 1).filter((row) => {
    const [first, end] = grid.cellsOf(row);
    for (let i = first; i < end; i++) if (grid.normOf(i) !== '') return true;
    return false;
  }).length;
}

/** A table without rows may stand between two titles, but no figures stand in a list of tables. */
function figuresBetween(grid: SheetGrid, from: number, to: number): boolean {
  for (let row = from + 1; row < to; row++) {
    const [first, end] = grid.cellsOf(row);
    if (end - first >= 3) return true;
  }
  return false;
}

function headerAbove(grid: SheetGrid, row: number): { flag: number; reason: number } {
  let flag = -1;
  let reason = -1;
  for (let r = row - 1; r >= Math.max(0, row - 5); r--) {
    const [from, to] = grid.cellsOf(r);
    for (let i = from; i < to; i++) {
      const text = grid.normOf(i);
      if (flag < 0 && CHECK_WORDS.catalogue.flag.test(text)) flag = grid.sheet.columns[i];
      else if (reason < 0 && CHECK_WORDS.catalogue.reason.test(text)) reason = grid.sheet.columns[i];
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
    if (column >= title && CHECK_WORDS.catalogue.empty.test(grid.normOf(i))) return { declaredEmpty: true, flagCell: { sheet: grid.index, row, column } };
  }
  return { declaredEmpty: null, flagCell: null };
}

function flagOf(grid: SheetGrid, row: number, column: number): { declaredEmpty: boolean | null; flagCell: CellRef | null } {
  const text = grid.norm(row, column);
  const flagCell = { sheet: grid.index, row, column };
  if (CHECK_WORDS.catalogue.yes.test(text)) return { declaredEmpty: true, flagCell };
  return { declaredEmpty: false, flagCell };
}
