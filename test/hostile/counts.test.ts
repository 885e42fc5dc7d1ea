import { expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { casesOf, verdictOf } from '../../src/audit/report/verdict';
import { countSeverities } from '../../src/cli/output/counts';
import { submissionOf } from '../../src/desk';
import { WorkbookBuilder } from '../../src/audit/workbook';
import { HOSTILE_SHEETS } from './sheets';

/** Of hundreds of thousands of findings of one rule a thousand are told one by one; the next says how many follow, and every count is the true one. */
const auditor = createAuditor();
const ROWS = 1_500;

it('the thousand and first stands for all that follow', () => {
  const book = new WorkbookBuilder('x.xlsx');
  const sheet = book.sheet('表5');
  ['2024年部门综合预算一般公共预算支出明细表（按支出功能分类科目，不含上年结转）', '单位：元'].forEach((text, row) => sheet.text(row, 0, text));
  ['功能科目编码', '功能科目名称', '合计', '人员经费支出', '公用经费支出'].forEach((text, column) => sheet.text(2, column, text));
  for (let i = 0; i < ROWS; i++) ['2010101', `名${i}`, `金额${i}`, `金额${i}`, `金额${i}`].forEach((text, column) => sheet.text(3 + i, column, text));
  book.add(sheet.finish({}));
  const { report } = openAudit(book.finish(), {}, auditor);
  const texts = report.findings.filter(({ rule }) => rule === 'M3');
  expect(texts).toHaveLength(1_001);
  expect(casesOf(texts)).toBe(3 * ROWS);
  const last = texts.filter(({ count }) => count !== undefined);
  expect(last.map(({ count, message }) => [count, message.endsWith('（从这里起同类问题等 3500 处，不再逐一列出）')])).toEqual([[3_500, true]]);
  expect(report.rules.find(({ rule }) => rule === 'M3')?.outcomes.inconsistent).toBe(3 * ROWS);
  const verdict = verdictOf(report);
  expect(verdict.errors + verdict.warnings + verdict.hints).toBe(casesOf(report.findings));
  const counts = countSeverities(report.findings);
  expect([counts.error, counts.warning, counts.hint]).toEqual([verdict.errors, verdict.warnings, verdict.hints]);
  expect(submissionOf(report, { path: 'x.xlsx', size: 0, changed: '', digest: '' }).rules.M3).toBe(3 * ROWS);
});

it('thousands of failures are searched for no cause, which a note says', () => {
  const [, , make] = HOSTILE_SHEETS.find(([what]) => what === 'forms below each other') ?? HOSTILE_SHEETS[0];
  const { report } = openAudit(make(1_500), {}, auditor);
  expect(report.groups).toEqual([]);
  expect(report.notes[0]).toMatch(/^勾稽不符共 \d+ 项，超过 2000 项，没有推断是哪些格的错；.*请先看各表是否读对$/);
});
