import { readFileSync } from 'node:fs';
import { read, utils, type WorkSheet } from '@e965/xlsx';
import type { WorkbookSnapshot } from '../../src/audit/workbook';
import { freeze, Sheet } from '../generate/grid';

/** Reads an .xlsx through the npm reader, not through the product's own: mutations need no more than cells and merges. */
export function readFixture(path: string, name: string): WorkbookSnapshot {
  const book = read(readFileSync(path), { cellNF: true, cellFormula: true });
  return freeze({ name, sheets: book.SheetNames.map((sheetName) => toSheet(sheetName, book.Sheets[sheetName])) });
}

function toSheet(name: string, from: WorkSheet): Sheet {
  const sheet = new Sheet(name);
  for (const [address, cell] of Object.entries(from) as [string, { t: string; v: unknown; w?: string; z?: string; f?: string }][]) {
    if (address.startsWith('!')) continue;
    const { r, c } = utils.decode_cell(address);
    const value = cell.t === 'e' ? { error: cell.w ?? '#N/A' } : typeof cell.v === 'number' || typeof cell.v === 'boolean' ? cell.v : String(cell.v ?? '');
    sheet.set(r, c, value, cell.z ?? 'General', cell.f);
  }
  sheet.merges = (from['!merges'] ?? []).map((m) => ({ top: m.s.r, left: m.s.c, bottom: m.e.r, right: m.e.c }));
  return sheet;
}
