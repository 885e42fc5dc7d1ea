import { parseCsvRows } from '../../audit/chart/official/csvRows';
import { CellKind, type WorkbookSnapshot } from '../../audit/workbook';

/** The first sheet that holds anything, as rows of texts; numbers as their digits. */
export function rowsOfWorkbook({ sheets, strings }: WorkbookSnapshot): readonly (readonly string[])[] {
  const sheet = sheets.find(({ rowNumbers }) => rowNumbers.length > 0);
  if (!sheet) return [];
  return Array.from(sheet.rowNumbers, (_, r) => {
    const row: string[] = [];
    for (let i = sheet.rowStart[r]; i < sheet.rowStart[r + 1]; i++) {
      while (row.length < sheet.columns[i]) row.push('');
      row.push(sheet.kinds[i] === CellKind.number ? String(sheet.numbers[i]) : (strings[sheet.texts[i]] ?? ''));
    }
    return row;
  });
}

export const rowsOfText = (text: string): readonly (readonly string[])[] => parseCsvRows(text);
