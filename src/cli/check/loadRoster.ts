import { resolve } from 'node:path';
import { parseCsvRows } from '../../audit/chart';
import type { WorkbookSnapshot } from '../../audit/workbook';
import { rosterOf, type RosterEntry } from '../../desk';
import { decodeText, FileError } from '../../files';
import { CliError } from '../cliError';
import type { CliIo } from '../io';
import { readBytes } from '../reading';
import { errorTexts } from '../texts';

/** Reads a 名册 from the first sheet of a workbook that lists units, or from a CSV text. Throws `CliError` of code roster or a reading error. */
export async function loadRoster(file: string, io: CliIo): Promise<readonly RosterEntry[]> {
  const bytes = readBytes({ shown: file, path: resolve(io.cwd, file) });
  const results = (await sheetsOf(bytes, file, io)).map(rosterOf);
  const roster = results.find((result): result is readonly RosterEntry[] => !('kind' in result));
  if (roster !== undefined) return roster;
  const columns = results.flatMap((result) => ('kind' in result && result.kind === 'unknownColumns' ? [result.columns] : []));
  throw new CliError('roster', columns.length > 0 ? errorTexts.rosterColumns(file, columns[0]) : errorTexts.rosterEmpty(file), file);
}

async function sheetsOf(bytes: Uint8Array, file: string, io: CliIo): Promise<readonly (readonly (readonly string[])[])[]> {
  try {
    return textRows(await io.readWorkbook(bytes, file));
  } catch (error) {
    if (!(error instanceof FileError) || !['notAWorkbook', 'exportedText', 'empty'].includes(error.code)) throw error;
    const text = decodeText(bytes);
    if (text === null) throw new CliError('roster', errorTexts.rosterNotText(file), file, { cause: error });
    return [parseCsvRows(text)];
  }
}

/** The cells of every sheet as texts, at their columns. */
function textRows({ sheets, strings }: WorkbookSnapshot): readonly (readonly (readonly string[])[])[] {
  return sheets.map((sheet) =>
    [...sheet.rowNumbers].map((_, r) => {
      const row: string[] = [];
      for (let i = sheet.rowStart[r]; i < sheet.rowStart[r + 1]; i++) {
        const column = sheet.columns[i];
        while (row.length < column && row.length < MOST_COLUMNS) row.push('');
        if (column < MOST_COLUMNS) row[column] = sheet.texts[i] >= 0 ? (strings[sheet.texts[i]] ?? '') : String(sheet.numbers[i]);
      }
      return row;
    }),
  );
}

/** A roster is a narrow list. */
const MOST_COLUMNS = 50;
