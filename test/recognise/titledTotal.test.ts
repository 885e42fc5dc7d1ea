/** 合计 | “三公”经费 | 会议费 | 培训费 in one row: the title names the parts, so that no further rows need bear them out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { withCells, type WorkbookSnapshot } from '../../src/audit/workbook';
import { readWorkbook } from '../../src/files';

const auditor = createAuditor();
const read = (file: string): Promise<WorkbookSnapshot> => readWorkbook(readFileSync(join(import.meta.dirname, '..', 'fixtures', 'forms', file)), file);
const sums = (book: WorkbookSnapshot): string[] => openAudit(book, {}, auditor).report.findings.filter((f) => f.rule === 'N09.1').map((f) => `${f.severity} ${f.cells.map((c) => c.address).join(' ')}`);

it('a total of what the title names is held against it, in a table of one row', async () => {
  const book = await read('jiangsu-2018-a.xlsx');
  const sheet = book.sheets.findIndex((s) => s.name === '“三公”经费、会议费、培训费支出预算表');
  expect(sums(book)).toEqual([]);
  const wrong = withCells(book, [{ cell: { sheet, row: 5, column: 7 }, content: { kind: 'number', value: 420.07 } }]);
  expect(sums(wrong)).toEqual(['error A6 B6 H6 I6']);
});

it('会议费 and 培训费 beside 因公出国 and 公务接待 may be no part of the total', async () => {
  expect(sums(await read('suzhou-2026-b.xlsx'))).toEqual([]);
});
