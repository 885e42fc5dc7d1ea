/** Which tables a workbook is said to lack: the Ministry's nine; what only some places print, where its 目录 lists it. */
import { expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { snapshotOf, type Book } from './support/sheets';

const SPENDING: Book = {
  支出: [['支出预算总表'], ['单位：万元'], ['科目编码', '科目名称', '合计', '基本支出', '项目支出'], [null, '合计', 30, 10, 20], ['213', '农林水支出', 30, 10, 20], ['21303', '水利', 30, 10, 20], ['2130301', '行政运行', 10, 10, null], ['2130399', '其他水利支出', 20, null, 20]],
};
const auditor = createAuditor();
const missing = (book: Book): string[] => openAudit(snapshotOf(book), {}, auditor).report.missing.map(({ id }) => id).sort();

it('a workbook without 目录 lacks only tables of the Ministry’s form', () => {
  expect(missing(SPENDING)).toEqual(['N01', 'N02', 'N04', 'N05', 'N06', 'N07', 'N08', 'N09']);
});

it('政府采购预算表 is due where the 目录 lists it', () => {
  const listed: Book = { 目录: [['目录'], ['1', '收入预算总表'], ['2', '支出预算总表'], ['3', '政府采购预算表']], ...SPENDING };
  expect(missing(listed)).toContain('N14');
});
