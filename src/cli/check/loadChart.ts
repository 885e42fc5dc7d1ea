import { resolve } from 'node:path';
import { ChartImportError, parseCsvRows, parseOfficialChart, type OfficialChart } from '../../audit/chart';
import { decodeText, FileError } from '../../files';
import { CliError } from '../cliError';
import type { CliIo } from '../io';
import { readBytes } from '../reading';
import { errorTexts, type Bilingual } from '../texts';

/** Reads the official chart of a year from a workbook or a CSV text. Throws `CliError` of code chartFile or a reading error. */
export async function loadChart(file: string, io: CliIo, year: number | null): Promise<OfficialChart> {
  const bytes = readBytes({ shown: file, path: resolve(io.cwd, file) });
  try {
    return parseOfficialChart(await rowsOf(bytes, file, io), year);
  } catch (error) {
    if (error instanceof ChartImportError) throw new CliError('chartFile', named(file, error.texts), file, { cause: error });
    throw error;
  }
}

async function rowsOf(bytes: Uint8Array, file: string, io: CliIo): Promise<Parameters<typeof parseOfficialChart>[0]> {
  try {
    return await io.readWorkbook(bytes, file);
  } catch (error) {
    const isText = error instanceof FileError && (error.code === 'empty' || ((error.code === 'notAWorkbook' || error.code === 'exportedText') && error.details.found === 'text'));
    // GB 18030 text does not look like text to the reader of workbooks, but decodes.
    const text = isText || (error instanceof FileError && error.code === 'notAWorkbook') ? decodeText(bytes) : null;
    if (text !== null) return parseCsvRows(text);
    if (error instanceof FileError && error.code === 'notAWorkbook') throw new CliError('chartFile', named(file, errorTexts.chartNotText()), file, { cause: error });
    throw error;
  }
}

const named = (file: string, texts: Bilingual): Bilingual => ({ zh: `科目表“${file}”：${texts.zh}`, en: `Chart “${file}”: ${texts.en}` });
