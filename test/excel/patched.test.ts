import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openAudit } from '../../src/audit/audit';
import { parseCellAddress, parseRectAddress, type WorkbookSnapshot } from '../../src/audit/workbook';
import { annotatePackage, readWorkbook } from '../../src/files';
import { DEFAULT_FILE_LIMITS } from '../../src/files/limits';
import { ZipPackage } from '../../src/files/zip';
import { marksOf } from '../../src/host/marks';
import { connectedExcel } from './node/connect';
import { visibleContent } from './sim/model/compare';
import { simWorkbook } from './sim/model/fromSnapshot';
import { newId, type SimWorkbook } from './sim/model/workbook';

/** The workbook as Excel holds it after opening the file: its cells, its rules with a formula, its notes. */
function opened(bytes: Uint8Array, snapshot: WorkbookSnapshot): SimWorkbook {
  const zip = new ZipPackage(bytes, DEFAULT_FILE_LIMITS);
  const book = simWorkbook(snapshot);
  const text = (part: string): string => new TextDecoder().decode(zip.find(part) ?? undefined);
  const plain = (xml: string): string => xml.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  book.sheets.forEach((sheet, i) => {
    for (const [, areas, formula] of text(`xl/worksheets/sheet${i + 1}.xml`).matchAll(/<conditionalFormatting sqref="([^"]*)"><cfRule type="expression"[^>]*><formula>(.*?)<\/formula>/g)) {
      sheet.formats.push({ id: newId(book), type: 'Custom', areas: areas.split(' ').flatMap((area) => parseRectAddress(area) ?? []), settings: { 'Rule.Formula': `=${plain(formula)}` } });
    }
    const notes = /Target="\/(xl\/gouji\/notes\d+\.xml)"/.exec(text(`xl/worksheets/_rels/sheet${i + 1}.xml.rels`))?.[1] ?? '';
    for (const [, ref, content] of text(notes).matchAll(/<comment ref="(\w+)".*?<t [^>]*>(.*?)<\/t>/gs)) {
      book.notes.push({ id: newId(book), sheet, ...(parseCellAddress(ref) ?? { row: -1, column: -1 }), content: plain(content), replies: [] });
    }
  });
  return book;
}

it('the add-in finds the marks and notes of an annotated file, replaces them by the same, and clears them', async () => {
  const bytes = readFileSync('test/fixtures/002.xlsx');
  const snapshot = await readWorkbook(bytes, '002.xlsx');
  const marks = marksOf(openAudit(snapshot).report, snapshot.sheets.map(({ name }) => name));
  const { bytes: annotated, markedCells } = annotatePackage(bytes, marks, { notes: true });
  expect(markedCells).toBe(10);
  const { host, excel } = connectedExcel(opened(annotated, await readWorkbook(annotated, '002.xlsx')), { apiSet: '1.18' });
  const inFile = structuredClone(excel.book);
  const rules = (book: SimWorkbook): string[] => book.sheets.flatMap((sheet) => sheet.formats.map(({ areas, settings }) => `${sheet.name} ${JSON.stringify(areas)} ${String(settings['Rule.Formula'])}`)).sort();
  const notes = (book: SimWorkbook): string[] => book.notes.map(({ sheet, row, column, content }) => `${sheet.name} ${row} ${column} ${content}`).sort();
  expect(notes(inFile)).toHaveLength(10);

  await host.snapshot();
  await host.mark(marks, { explanations: true });
  expect(rules(excel.book)).toEqual(rules(inFile));
  expect(notes(excel.book)).toEqual(notes(inFile));

  const second = connectedExcel(opened(annotated, snapshot), { apiSet: '1.18' });
  expect(await second.host.clearMarks()).toEqual({ removed: rules(inFile).length + 10, left: [] });
  expect(visibleContent(second.excel.book)).toEqual(visibleContent(simWorkbook(snapshot)));
});
