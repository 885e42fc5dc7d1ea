import type { ColumnReport, ReadingReport, SheetReading, TableReport } from '../../audit/report/model';
import type { ReadTexts } from '../texts';

/** What was understood of one workbook, sheet after sheet. */
export function readingLines({ file, level, year, unit, sheets }: ReadingReport, texts: ReadTexts): string[] {
  const counted = sheets.filter((s) => s.isVisible && s.hasAmounts);
  return [
    `== ${file} ==`,
    `  ${texts.what(level, year, unit)}`,
    `  ${texts.read(counted.filter((s) => s.isKnown).length, counted.length)}`,
    ...sheets.flatMap((sheet) => sheetLines(sheet, texts)),
  ];
}

function sheetLines(sheet: SheetReading, texts: ReadTexts): string[] {
  const hidden = sheet.isVisible ? '' : texts.hidden;
  return [
    '',
    `[${sheet.sheet}]${hidden}${sheet.isKnown ? '' : ` ${texts.notRead(sheet.reason)}`}`,
    ...sheet.tables.flatMap((table) => tableLines(table, texts)),
  ];
}

function tableLines(table: TableReport, texts: ReadTexts): string[] {
  const sides = table.panels.length > 1 ? [`    ${texts.panels(table.panels.map(({ from, to }) => (from === to ? from : `${from}:${to}`)))}`] : [];
  return [
    `  ${table.id}  ${table.title}  ${table.range}  ${table.familyName}`,
    `    ${texts.sure(Math.round(table.confidence * 100), table.reason)}`,
    `    ${texts.unit(table.unit)}${texts.stop}${texts.header(table.header)}`,
    ...sides,
    ...table.columns.map((column) => `    ${columnLine(column, texts)}`),
    `    ${texts.rows}${rowWords(table.rows, texts)}`,
  ];
}

function columnLine({ column, path, kind, reason, names, concepts }: ColumnReport, texts: ReadTexts): string {
  const meaning = [...(names.length > 0 ? [texts.named(names)] : []), ...(concepts.length > 0 ? [texts.means(concepts)] : [])];
  return [`${column.padEnd(3)}${path.length > 0 ? path.join(' / ') : texts.noHeader}`, texts.kind[kind], ...meaning, texts.because(reason)].join('  ');
}

function rowWords(rows: TableReport['rows'], texts: ReadTexts): string {
  const parts = [
    ...(['total', 'item'] as const).filter((kind) => rows[kind] > 0).map((kind) => texts.row[kind](rows[kind])),
    ...rows.coded.map(({ digits, rows: count }) => texts.coded(digits, count)),
    ...(['ofWhich', 'extra', 'unread', 'notes'] as const).filter((kind) => rows[kind] > 0).map((kind) => texts.row[kind](rows[kind])),
  ];
  return parts.length > 0 ? parts.join(texts.list) : texts.none;
}
