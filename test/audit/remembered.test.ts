import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { remembered } from '../../src/audit/remembered';
import type { WorkbookSnapshot } from '../../src/audit/workbook';
import { readWorkbook } from '../../src/files';
import { generateDepartmentBudget, generateFinalAccounts } from '../generate';

it('an answer is asked for once, long texts and texts long ago anew; null and undefined are answers', () => {
  const asked: string[] = [];
  const of = remembered((text) => {
    asked.push(text);
    return text === '' ? null : text.length;
  });
  const long = '长'.repeat(61);
  expect(['甲', '甲', '', long, long].map(of)).toEqual([1, 1, null, 61, 61]);
  expect(asked.filter((text) => text === '甲')).toHaveLength(1);
  expect(asked.filter((text) => text === long)).toHaveLength(2);
  for (let i = 0; i < 20_000; i++) of(String(i));
  expect(of('甲')).toBe(1);
  expect(asked.filter((text) => text === '甲')).toHaveLength(2);
});

it('reports do not hang on what was audited before: forwards, backwards and by an auditor of their own they are byte for byte the same', async () => {
  const names = ['000', '002', 'forms/suzhou-2026-a', 'forms/foshan-2019-final'];
  const books: WorkbookSnapshot[] = await Promise.all(names.map((name) => readWorkbook(new Uint8Array(readFileSync(`test/fixtures/${name}.xlsx`)), name)));
  books.push(generateDepartmentBudget({ seed: 3, year: 2024, level: 'unit' }), generateFinalAccounts({ seed: 4, year: 2023, form: 'national' }));
  const auditor = createAuditor();
  const report = (book: WorkbookSnapshot, by = auditor): string => JSON.stringify(openAudit(book, by.options, by).report);
  const forwards = books.map((book) => report(book));
  const backwards = [...books].reverse().map((book) => report(book)).reverse();
  const alone = books.map((book) => report(book, createAuditor()));
  for (const i of books.keys()) expect([backwards[i] === forwards[i], alone[i] === forwards[i]], books[i].name).toEqual([true, true]);
});
