import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import type { WorkbookSnapshot } from '../../src/audit/workbook';
import { thaw, type Sheet } from '../generate/grid';

/** A generated workbook as a file, for looking at it in Excel. */
export function toXlsx(snapshot: WorkbookSnapshot): Uint8Array {
  const book = utils.book_new();
  const { sheets } = thaw(snapshot);
  for (const sheet of sheets) utils.book_append_sheet(book, toWorkSheet(sheet), sheet.name);
  book.Workbook = { Sheets: sheets.map(({ name, visibility }) => ({ name, Hidden: visibility === 'visible' ? 0 : visibility === 'hidden' ? 1 : 2 })) };
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}

function toWorkSheet(sheet: Sheet): WorkSheet {
  const result: WorkSheet = { '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, sheet.rows.length - 1), c: Math.max(0, sheet.width - 1) } }) };
  for (const { row, column, cell } of sheet.cells()) {
    const { value, format } = cell;
    const made: CellObject = typeof value === 'number' ? { t: 'n', v: value, z: format } : typeof value === 'boolean' ? { t: 'b', v: value } : { t: 's', v: typeof value === 'string' ? value : value.error };
    result[utils.encode_cell({ r: row, c: column })] = made;
  }
  result['!merges'] = (sheet.merges ?? []).map((m) => ({ s: { r: m.top, c: m.left }, e: { r: m.bottom, c: m.right } }));
  return result;
}
