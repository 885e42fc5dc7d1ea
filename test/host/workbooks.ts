import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as XLSX from '@e965/xlsx';
import { type SheetProperties, WorkbookBuilder, type WorkbookSnapshot } from '../../src/audit/workbook';

/** A cell of a literal table: number, text, boolean; "#REF!" is an error; [formula without "=", value]; null = blank. */
export type LiteralCell = number | string | boolean | null | readonly [string, number | string];

/** A workbook from literal tables. */
export function workbookOf(
  tables: Readonly<Record<string, readonly (readonly LiteralCell[])[]>>,
  properties: Readonly<Record<string, SheetProperties>> = {},
  format = 'General',
): WorkbookSnapshot {
  const builder = new WorkbookBuilder('预算.xlsx');
  for (const [name, rows] of Object.entries(tables)) {
    const sheet = builder.sheet(name);
    rows.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (cell === null) return;
        const [formula, value] = Array.isArray(cell) ? cell : [undefined, cell];
        if (typeof value === 'number') sheet.number(r, c, value, format, formula);
        else if (typeof value === 'boolean') sheet.boolean(r, c, value, formula);
        else if (/^#[A-Z/0]+[!?]?$/.test(String(value))) sheet.error(r, c, String(value), formula);
        else sheet.text(r, c, String(value), 'General', formula);
      }),
    );
    builder.add(sheet.finish(properties[name]));
  }
  return builder.finish();
}

/** One of test/fixtures/00*.xlsx, read with SheetJS; enough for host tests, not the product's reader. */
export function fixtureWorkbook(name: string): WorkbookSnapshot {
  const path = fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
  const book = XLSX.read(readFileSync(path), { cellNF: true, cellFormula: true, dense: false });
  const builder = new WorkbookBuilder(name);
  book.SheetNames.forEach((sheetName, index) => {
    const source = book.Sheets[sheetName];
    const sheet = builder.sheet(sheetName);
    for (const [address, cell] of Object.entries(source) as [string, XLSX.CellObject][]) {
      if (address.startsWith('!') || cell.v === undefined) continue;
      const { r, c } = XLSX.utils.decode_cell(address);
      const format = String(cell.z ?? 'General');
      if (cell.t === 'n') sheet.number(r, c, cell.v as number, format, cell.f);
      else if (cell.t === 'b') sheet.boolean(r, c, cell.v as boolean, cell.f);
      else if (cell.t === 's') sheet.text(r, c, cell.v as string, format, cell.f);
    }
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
    builder.add(
      sheet.finish({
        visibility: hidden === 2 ? 'veryHidden' : hidden === 1 ? 'hidden' : 'visible',
        merges: (source['!merges'] ?? []).map((m) => ({ top: m.s.r, left: m.s.c, bottom: m.e.r, right: m.e.c })),
      }),
    );
  });
  return builder.finish();
}

/** The content of a snapshot in plain form, for comparing hosts and workbooks. */
export function plain(snapshot: WorkbookSnapshot): unknown {
  return snapshot.sheets.map((sheet) => {
    const cells: unknown[] = [];
    sheet.rowNumbers.forEach((row, r) => {
      for (let i = sheet.rowStart[r]; i < sheet.rowStart[r + 1]; i++) {
        const value = sheet.texts[i] >= 0 ? snapshot.strings[sheet.texts[i]] : sheet.numbers[i];
        cells.push([row, sheet.columns[i], sheet.kinds[i], value, snapshot.numberFormats[sheet.formats[i]], sheet.formulas.get(i) ?? null]);
      }
    });
    const { name, visibility, hiddenRows, hiddenColumns, isProtected } = sheet;
    return { name, visibility, hiddenRows, hiddenColumns, isProtected, cells };
  });
}
