import { readFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { readWorkbook, writeWorkbookXlsx } from '../../src/files';
import { answerBatch } from '../../src/workbench/batch/answerBatch';
import type { BatchReport } from '../../src/workbench/batch';
import { unpackReport } from '../../src/workbench/batch/packing';
import { RecentReports } from '../../src/workbench/batch/recentReports';

/** Tells what was found, and what was audited and kept. */
class Watched extends RecentReports {
  found = 0;
  kept = 0;

  override get(key: string) {
    const report = super.get(key);
    if (report) this.found++;
    return report;
  }

  override keep(...parts: Parameters<RecentReports['keep']>) {
    this.kept++;
    super.keep(...parts);
  }
}

const task = (bytes: Uint8Array, path: string, lang: 'zh' | 'en' = 'zh', explained = {}) => ({ kind: 'audit', bytes, file: { path, size: bytes.length, changed: '' }, lang, explained }) as const;
let reports = new Watched();
beforeEach(() => {
  reports = new Watched();
});
const answered = async (...parts: Parameters<typeof task>): Promise<BatchReport> => (await answerBatch(task(...parts), reports)) as BatchReport;

it('a file that comes again, and a copy under another name, are answered without another audit, as they would be with one', async () => {
  const bytes = new Uint8Array(readFileSync('test/fixtures/002.xlsx'));
  const first = await answered(bytes, '甲局/002.xlsx');
  const again = await answered(bytes, '乙局/副本.xlsx');
  expect([reports.kept, reports.found]).toEqual([1, 1]);
  expect(unpackReport(again.report)).toEqual({ ...unpackReport(first.report), file: '乙局/副本.xlsx' });
  expect(again.submission).toEqual({ ...first.submission, folder: '乙局', file: { ...first.submission.file, path: '乙局/副本.xlsx' } });
  const [finding] = unpackReport(first.report).findings;
  const explained = await answered(bytes, '甲局/002.xlsx', 'zh', { [finding.id]: { text: '已核实', by: '张三', date: '2026-03-05', figures: [] } });
  expect([reports.kept, reports.found]).toEqual([1, 2]);
  expect(unpackReport(explained.report).findings[0].explanation?.text).toBe('已核实');
  expect(unpackReport((await answered(bytes, '甲局/002.xlsx')).report).findings[0].explanation).toBeUndefined();
  await answered(bytes, '甲局/002.xlsx', 'en');
  expect([reports.kept, reports.found]).toEqual([2, 3]);
});

it('where only its name says the year, each name is audited', async () => {
  const book = await readWorkbook(new Uint8Array(readFileSync('test/fixtures/000.xlsx')), '000.xlsx');
  const bytes = writeWorkbookXlsx({ ...book, strings: book.strings.map((text) => text.replace(/20\d\d\s*年?/g, '')) });
  const years = [];
  for (const year of [2023, 2024]) years.push((await answered(bytes, `某中心${year}年预算.xlsx`)).submission.year);
  expect(years).toEqual([2023, 2024]);
  expect([reports.kept, reports.found]).toEqual([0, 0]);
});

it('the oldest are let go', () => {
  const recent = new RecentReports();
  for (let i = 0; i <= 1_024; i++) recent.keep(`${i}`, new Uint8Array([i]));
  expect([recent.get('0'), recent.get('1'), recent.get('1024')]).toEqual([null, new Uint8Array([1]), new Uint8Array([0])]);
});
