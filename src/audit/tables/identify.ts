import { normaliseText, type SheetGrid } from '../workbook';
import { bodyIn } from './bodyName';
import { coverFacts, yearIn, type CoverFacts } from './cover';
import type { Words } from '../words';
import type { BoundTable, Recognition } from './model';

/** Rows in which a sheet without tables may say what the workbook is. */
const HEAD_ROWS = 12;

/** Titles stand within the first rows. */
const TITLE_ROWS = 3;

type Identity = Pick<Recognition, 'year' | 'yearCell' | 'unitName' | 'unitNameCell' | 'level'>;

/** Unit, year and level: from the cover, else from titles and the lines above tables, the heading of the 目录, the file's name last. */
export function identify(file: string, grids: readonly SheetGrid[], untouched: readonly SheetGrid[], tables: readonly BoundTable[], words: Words): Identity {
  let cover: CoverFacts | null = null;
  for (const grid of untouched) cover ??= coverFacts(grid, words);
  let { year, yearCell, unitName, unitNameCell } = cover ?? { year: null, yearCell: null, unitName: null, unitNameCell: null };
  const bySheet = [...tables].sort((a, b) => a.sheet - b.sheet || a.range.top - b.range.top);
  for (const table of bySheet) {
    if (year === null) {
      const found = yearAbove(grids[table.sheet], Math.max(0, table.range.top - 2), table.headerBottom);
      if (found) ({ year, cell: yearCell } = found);
    }
    if (unitName === null && table.unitName !== '') {
      unitName = table.unitName;
      unitNameCell = table.unitNameCell;
    }
  }
  for (const grid of grids) {
    if (year !== null) break;
    const found = yearAbove(grid, 0, Math.min(grid.lastRow, HEAD_ROWS));
    if (found) ({ year, cell: yearCell } = found);
  }
  for (const grid of grids) {
    if (unitName !== null) break;
    const found = bodyAbove(grid, words);
    if (found) ({ name: unitName, cell: unitNameCell } = found);
  }
  unitName ??= bodyIn(file.replace(/\.\w+$/, ''), words);
  return { year: year ?? yearIn(normaliseText(file)), yearCell, unitName, unitNameCell, level: levelOf(tables, grids) };
}

function yearAbove(grid: SheetGrid, from: number, to: number): { readonly year: number; readonly cell: NonNullable<Recognition['yearCell']> } | null {
  for (let row = from; row <= to; row++) {
    const [first, end] = grid.cellsOf(row);
    for (let i = first; i < end; i++) {
      // Of two years in a header the later is the budget's own.
      const year = grid.isText(i) ? yearIn(grid.normOf(i)) : null;
      if (year === null) continue;
      let latest = year;
      for (let k = i + 1; k < end; k++) latest = Math.max(latest, (grid.isText(k) ? yearIn(grid.normOf(k)) : null) ?? 0);
      // And of years below one another, each heading a row of its own.
      for (let below = row + 1; below <= to; below++) {
        const next = yearIn(grid.norm(below, grid.sheet.columns[i]));
        if (next === null || next <= latest) break;
        latest = next;
      }
      return { year: latest, cell: { sheet: grid.index, row, column: grid.sheet.columns[i] } };
    }
  }
  return null;
}

/** The body that a lone text at the top of a sheet is about: a title, the heading of the 目录. */
function bodyAbove(grid: SheetGrid, words: Words): { readonly name: string; readonly cell: NonNullable<Recognition['unitNameCell']> } | null {
  for (const row of grid.rowsBetween(0, TITLE_ROWS)) {
    const [first, end] = grid.cellsOf(row);
    const filled = Array.from({ length: end - first }, (_, k) => first + k).filter((i) => grid.normOf(i) !== '');
    const name = filled.length === 1 && grid.isText(filled[0]) ? bodyIn(grid.rawOf(filled[0]), words) : null;
    if (name !== null) return { name, cell: { sheet: grid.index, row, column: grid.sheet.columns[filled[0]] } };
  }
  return null;
}

/** 部门 or 单位, as most titles say it, and 部门名称：…; 单位名称：… stands above the tables of departments too. The Ministry's forms speak of departments. */
export function levelOf(tables: readonly BoundTable[], grids: readonly SheetGrid[]): 'unit' | 'department' | null {
  const own = tables.filter((t) => t.family.family !== 'generic');
  if (own.length === 0) return null;
  const heads = own.map((t) => (t.unitNameCell ? grids[t.unitNameCell.sheet].raw(t.unitNameCell.row, t.unitNameCell.column).slice(0, 4) : ''));
  const count = (texts: readonly string[], word: string): number => texts.filter((text) => text.includes(word)).length;
  const titles = own.map((t) => t.title);
  const department = count(titles, '部门') + count(heads, '部门');
  const unit = count(titles, '单位');
  if (own[0].family.family === 'national-final-accounts') return 'department';
  return department === unit ? null : department > unit ? 'department' : 'unit';
}
