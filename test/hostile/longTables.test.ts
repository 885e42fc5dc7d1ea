import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { parseRectAddress, WorkbookBuilder, CellKind, type SheetBuilder, type SheetSnapshot, type WorkbookSnapshot } from '../../src/audit/workbook';
import { readWorkbook } from '../../src/files';
import { cpuTime } from '../audit/support/cpuTime';

/** A real table with its rows over and over takes time in proportion to their number; what is quadratic takes a minute and more. */
const MOST_MS = 8_000;
const ROWS = 8_000;

const auditor = createAuditor();

/** Which table of which form; which rows are repeated, and whether their names differ. */
const tables = [
  ['guangzhou-2026-a.xlsx', 'N13', 'all', true],
  ['../000.xlsx', 'B13', 'all', true],
  ['../000.xlsx', 'B10', 'one', true],
  ['../000.xlsx', 'B06', 'all', false],
  ['../003.xlsx', 'F02', 'one', true],
] as const;

it.each(tables)('%s %s: %s rows over and over, other names: %s', async (form, id, which, isOther) => {
  const path = `test/fixtures/forms/${form}`;
  const book = await readWorkbook(readFileSync(path), path);
  const table = openAudit(book, {}, auditor).report.tables.find((one) => one.id === id);
  const range = parseRectAddress(table?.range ?? '');
  const header = parseRectAddress(table?.header ?? '');
  const sheet = book.sheets.find(({ name }) => name === table?.sheet);
  if (!range || !header || !sheet) throw new Error(`no ${id} in ${form}`);
  const long = lengthened(book, sheet, header.bottom, range.bottom, which, isOther);
  expect(cpuTime(() => void openAudit(long, {}, auditor))).toBeLessThan(MOST_MS);
});

function lengthened(book: WorkbookSnapshot, sheet: SheetSnapshot, header: number, bottom: number, which: 'all' | 'one', isOther: boolean): WorkbookSnapshot {
  const to = new WorkbookBuilder('long.xlsx');
  const target = to.sheet(sheet.name);
  const rows = [...sheet.rowNumbers].map((row, k) => ({ row, k }));
  for (const { row, k } of rows) if (row <= header) copy(book, sheet, k, target, row, '');
  const body = rows.filter(({ row }) => row > header && row <= bottom);
  const one = body[Math.floor(body.length / 2)];
  for (let i = 0; i < ROWS; i++) copy(book, sheet, (which === 'one' ? one : body[i % body.length]).k, target, header + 1 + i, isOther ? String(i) : '');
  to.add(target.finish({ merges: (sheet.merges ?? []).filter((merge) => merge.bottom <= header) }));
  return to.finish();
}

function copy(book: WorkbookSnapshot, sheet: SheetSnapshot, k: number, to: SheetBuilder, row: number, suffix: string): void {
  for (let i = sheet.rowStart[k]; i < sheet.rowStart[k + 1]; i++) {
    if (sheet.kinds[i] === CellKind.number) to.number(row, sheet.columns[i], sheet.numbers[i], '#,##0.00');
    else if (sheet.texts[i] >= 0) to.text(row, sheet.columns[i], book.strings[sheet.texts[i]] + suffix);
  }
}
