import { readFileSync } from 'node:fs';
import { openAudit } from '../../src/audit/audit';
import type { WorkbookReport } from '../../src/audit/report/model';
import { parseCellAddress, withCells } from '../../src/audit/workbook';
import { readWorkbook } from '../../src/files';

/** What is said of a workbook in which only inferred sums fail: figures that are suspected, without a value. */
export async function suspicionReport(): Promise<WorkbookReport> {
  const book = await readWorkbook(new Uint8Array(readFileSync('test/fixtures/forms/shanghai-2026-d.xlsx')), 'shanghai-2026-d.xlsx');
  const sheet = book.sheets.findIndex(({ name }) => name === '2026年预算单位收入预算总表');
  const wrong = Object.entries({ E9: 1, F9: 2 }).flatMap(([address, value]) => {
    const at = parseCellAddress(address);
    return at ? [{ cell: { sheet, ...at }, content: { kind: 'number' as const, value } }] : [];
  });
  return openAudit(withCells(book, wrong)).report;
}
