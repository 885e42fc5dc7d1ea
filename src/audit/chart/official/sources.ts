import type { SheetSnapshot, WorkbookSnapshot } from '../../workbook';
import { CellKind } from '../../workbook';

export type ChartRow = readonly (string | number | null)[];

/** Rows of one sheet; the name is "" where there is only one list. */
export interface ChartSheet {
  readonly name: string;
  readonly rows: readonly ChartRow[];
}

/** Codes, names and remarks stand in the first columns; what lies far to the right is none of the chart. */
const MAX_CHART_COLUMNS = 40;
/** The official lists have some 2,500 lines; a lone cell far below must not make millions of rows. */
const MAX_CHART_ROWS = 20_000;

/** The sheets of a workbook, or the one list given, as rows. */
export function chartSheets(source: WorkbookSnapshot | readonly ChartRow[]): ChartSheet[] {
  if (!('sheets' in source)) return [{ name: '', rows: source }];
  return source.sheets.map((sheet) => ({ name: sheet.name, rows: sheetRows(sheet, source.strings) }));
}

function sheetRows(sheet: SheetSnapshot, strings: readonly string[]): ChartRow[] {
  const rows: (string | number | null)[][] = [];
  sheet.rowNumbers.forEach((rowNumber, i) => {
    if (rowNumber >= MAX_CHART_ROWS) return;
    while (rows.length < rowNumber) rows.push([]);
    const row: (string | number | null)[] = [];
    for (let cell = sheet.rowStart[i]; cell < sheet.rowStart[i + 1]; cell++) {
      const column = sheet.columns[cell];
      if (column >= MAX_CHART_COLUMNS) break;
      while (row.length < column) row.push(null);
      if (sheet.kinds[cell] === CellKind.number) row.push(sheet.numbers[cell]);
      else row.push(sheet.kinds[cell] === CellKind.text ? strings[sheet.texts[cell]] : null);
    }
    rows.push(row);
  });
  return rows;
}
