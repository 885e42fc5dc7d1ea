import type { WorkbookSnapshot } from '../../src/audit/workbook';
import { amountAt, readTables, squeeze, type CodeCell, type TableArea } from '../generate/anatomy';
import { thaw, type Sheet, type Workbook } from '../generate/grid';
import type { Visibility } from './model';

/** A workbook as the mutation generator reads it: its tables, and what is known about each amount. */
export interface Book {
  readonly workbook: Workbook;
  readonly tables: readonly BookTable[];
  /** The year on the cover; null where there is none. */
  readonly year: number | null;
  /** B01 holds money that B04 does not. */
  readonly otherIncome: boolean;
  /** Where 目录 says 是否空表; null without a 目录. */
  readonly contents: { readonly sheetIndex: number; readonly row: number; readonly column: number } | null;
  /** Every place where a project's name stands. */
  readonly projectNames: readonly ProjectName[];
}

export interface ProjectName {
  readonly table: BookTable;
  readonly row: number;
  readonly column: number;
  readonly name: string;
}

export interface BookTable {
  readonly sheetIndex: number;
  readonly sheet: Sheet;
  readonly area: TableArea;
}

export function readBook(snapshot: WorkbookSnapshot): Book {
  const workbook = thaw(snapshot);
  const tables = workbook.sheets.flatMap((sheet, sheetIndex) => readTables(sheet).map((area) => ({ sheetIndex, sheet, area })));
  const cover = [...(workbook.sheets[0]?.cells() ?? [])].map(({ cell }) => (typeof cell.value === 'string' ? /(20\d\d)\s*年/.exec(cell.value) : null)).find((m) => m);
  const largest = (kind: string): number => Math.max(0, ...tables.filter((t) => t.area.kind === kind).flatMap((t) => t.area.amounts.map((a) => amountAt(t.sheet, a.row, a.column) ?? 0)));
  return {
    workbook, tables, year: cover ? Number(cover[1]) : null, otherIncome: largest('B01') > largest('B04'),
    contents: findContents(workbook), projectNames: tables.flatMap(projectNamesOf),
  };
}

function findContents(workbook: Workbook): Book['contents'] {
  for (const [sheetIndex, sheet] of workbook.sheets.entries()) {
    for (let row = 0; row < Math.min(sheet.rows.length, 10); row++) {
      const column = sheet.rows[row].findIndex((cell) => typeof cell?.value === 'string' && squeeze(cell.value).includes('是否空表'));
      if (column >= 0) return { sheetIndex, row, column };
    }
  }
  return null;
}

/** 项目名称 of a 绩效目标表; the rows of 专项业务经费支出表 that have an amount and no unit code. */
function projectNamesOf(table: BookTable): ProjectName[] {
  const { area, sheet } = table;
  if (area.kind === 'B10') {
    return area.amounts
      .map(({ row, column }) => ({ table, row, column: column - 1, name: squeeze(sheet.text(row, column - 1)) }))
      .filter(({ row, column, name }) => name !== '' && sheet.get(row, column - 1) === undefined);
  }
  if (area.kind !== 'B13') return [];
  for (let row = area.top; row < Math.min(area.bottom, area.top + 6); row++) {
    const cells = sheet.rows[row] ?? [];
    if (!cells.some((cell) => typeof cell?.value === 'string' && squeeze(cell.value) === '项目名称')) continue;
    const column = cells.findIndex((cell) => typeof cell?.value === 'string' && squeeze(cell.value) !== '项目名称');
    return column < 0 ? [] : [{ table, row, column, name: squeeze(sheet.text(row, column)) }];
  }
  return [];
}

/** Tables whose figures are 万元 with two decimals. */
export function inWanyuan(area: TableArea): boolean {
  return area.kind.startsWith('F') || area.kind === 'B13' || area.kind === 'B14';
}

/** Could a rule see that the amount at this place is another one? `delta` in the table's unit. */
export function amountVisible(table: BookTable, row: number, column: number, delta: number): Visibility {
  const { area, sheet } = table;
  if (Math.abs(delta) < 0.005) return false;
  // A difference below n × s/2 is a rounding hint; how many figures stand in the identity is not known here.
  if (inWanyuan(area) && Math.abs(delta) <= 0.015) return false;
  if (inWanyuan(area) && Math.abs(delta) <= 0.2) return 'unknown';
  // 其中 lines and columns are bounded by their parents, not determined.
  if (labelsOf(table, row, column).some((text) => text.startsWith('其中') && area.kind !== 'B13')) return 'unknown';
  // No rule of the catalogue names this table's figures.
  if (area.kind === 'B11c') return 'unknown';
  // A grid that lost its 增减 columns no longer ties its figures.
  if (area.kind === 'B12' && area.amounts.filter((a) => a.row === row).length < 6) return 'unknown';
  // A form with one figure only: nothing to compare with inside, and its project may stand nowhere else.
  if (area.kind === 'B13' && area.amounts.filter((a) => (amountAt(sheet, a.row, a.column) ?? 0) !== 0).length < 2) return 'unknown';
  return true;
}

/** The header texts above an amount and the nearest label on its left. */
export function labelsOf({ area, sheet }: BookTable, row: number, column: number): string[] {
  const texts: string[] = [];
  for (let r = area.top + 1; r < area.firstData; r++) texts.push(squeeze(sheet.text(r, column)));
  for (let c = column - 1; c >= 0; c--) {
    if (sheet.text(row, c) !== '') {
      texts.push(squeeze(sheet.text(row, c)));
      break;
    }
  }
  return texts.filter((t) => t !== '');
}

/** The parent row of a coded row in its own column; null for a 类 or where the table leaves it out. */
export function parentOf(area: TableArea, cell: CodeCell): CodeCell | null {
  return area.codes.find((c) => c.column === cell.column && c.code === cell.code.slice(0, -2) && c.code.length >= 3) ?? null;
}

export function childrenOf(area: TableArea, cell: CodeCell): CodeCell[] {
  return area.codes.filter((c) => c.column === cell.column && c.code.length === cell.code.length + 2 && c.code.startsWith(cell.code));
}

/** The amount cells that belong to a coded row: those right of its code, up to the next code column. */
export function amountsOfRow(area: TableArea, cell: CodeCell): number[] {
  const next = area.codes.filter((c) => c.classification !== 'government' && c.column > cell.column).map((c) => c.column);
  const limit = Math.min(Infinity, ...next);
  return area.amounts.filter((a) => a.row === cell.row && a.column > cell.column && a.column < limit).map((a) => a.column);
}
