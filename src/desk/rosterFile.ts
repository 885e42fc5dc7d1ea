import { openAudit, type Auditor } from '../audit/audit';
import { factsOf, unitsListedIn } from '../audit/between';
import { parseCsvRows } from '../audit/chart';
import { CellKind, type WorkbookSnapshot } from '../audit/workbook';
import { decodeText, FileError } from '../files';
import { rosterOf, type RosterEntry, type RosterProblem } from './roster';

/** A roster is a narrow list. */
const MOST_COLUMNS = 50;

/**
 * A 名册 from a file: the units that a department's own tables list (收入总表, 支出总表), else the first sheet with a column of names
 * or codes, else a CSV text. `read` answers its snapshot. Throws `FileError` for a workbook that cannot be read.
 */
export async function rosterOfFile(bytes: Uint8Array, read: () => Promise<WorkbookSnapshot>, auditor: Auditor): Promise<readonly RosterEntry[] | RosterProblem> {
  let workbook: WorkbookSnapshot;
  try {
    workbook = await read();
  } catch (error) {
    if (!(error instanceof FileError) || !['notAWorkbook', 'exportedText', 'empty'].includes(error.code)) throw error;
    const text = decodeText(bytes);
    return text === null ? { kind: 'notText', columns: [] } : rosterOf(parseCsvRows(text));
  }
  const book = factsOf(openAudit(workbook, auditor.options, auditor).state, workbook.name);
  // The workbook of a unit lists that unit alone.
  const units = book.level === 'unit' ? [] : unitsListedIn(book);
  if (units.length > 0) return book.unit === null ? units : units.map((unit) => ({ ...unit, department: book.unit ?? '' }));
  // Its covers and lists of tables are no roster.
  if (book.tables.length > 0) return { kind: 'noUnits', columns: [] };
  const results = textRows(workbook).map(rosterOf);
  const roster = results.find((result) => !('kind' in result));
  return roster ?? results.find((result) => 'kind' in result && result.kind === 'unknownColumns') ?? { kind: 'empty', columns: [] };
}

/** The cells of every sheet as texts, at their columns; numbers as their digits. */
function textRows({ sheets, strings }: WorkbookSnapshot): readonly (readonly (readonly string[])[])[] {
  return sheets.map((sheet) =>
    Array.from(sheet.rowNumbers, (_, r) => {
      const row: string[] = [];
      for (let i = sheet.rowStart[r]; i < sheet.rowStart[r + 1] && sheet.columns[i] < MOST_COLUMNS; i++) {
        while (row.length < sheet.columns[i]) row.push('');
        row.push(sheet.kinds[i] === CellKind.number ? String(sheet.numbers[i]) : (strings[sheet.texts[i]] ?? ''));
      }
      return row;
    }),
  );
}
