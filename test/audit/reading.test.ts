import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit, readTables, type AuditSession } from '../../src/audit/audit';
import { readWorkbook } from '../../src/files';
import { example } from './support/fixtures';
import { snapshotOf, type Book } from './support/sheets';

const PRICES = [['办公用品价目表'], ['货号', '品名', '单价'], ['A1', '打印纸', 185.5], ['A2', '签字笔', 23.8]];
const BUDGET: Book = {
  表6: [
    ['2024年单位综合预算一般公共预算支出明细表（按支出经济分类科目）'], ['单位：元'],
    ['单位经济科目编码', '单位经济科目名称', '政府经济科目编码', '政府经济科目名称', '合计', '人员经费支出', '公用经费支出', '专项业务经费支出', '备注'],
    ['', '合计', '', '', 5000.5, 5000.5, 0, 0, ''], ['301', '工资福利支出', '', '', 5000.5, 5000.5, 0, 0, ''], ['30101', '基本工资', '505', '对事业单位经常性补助', 5000.5, 5000.5, 0, 0, ''],
    ['注：本表不含结转。'],
  ],
};
const audit = (book: Book, lang: 'zh' | 'en' = 'zh'): AuditSession => openAudit(snapshotOf(book), { lang });

async function form(name: string, lang: 'zh' | 'en'): Promise<AuditSession> {
  return openAudit(await readWorkbook(new Uint8Array(readFileSync(`test/fixtures/forms/${name}.xlsx`)), `${name}.xlsx`), { lang });
}

describe('how a table was read', () => {
  it('tells header, columns with their names, and rows by kind', () => {
    const [sheet] = readTables(snapshotOf(BUDGET), createAuditor()).sheets;
    expect(sheet).toMatchObject({ sheet: '表6', hasAmounts: true, isKnown: true, reason: '' });
    const [table] = sheet.tables;
    expect(table).toMatchObject({ id: 'B06', family: 'shaanxi-budget', unit: 'yuan', header: 'A3:I3', panels: [{ from: 'A', to: 'I' }] });
    expect(table.columns.find((c) => c.column === 'F')).toMatchObject({ path: ['人员经费支出'], kind: 'amount', names: ['人员经费支出'], concepts: ['人员经费'] });
    expect(table.columns.find((c) => c.column === 'A')).toMatchObject({ kind: 'code', names: [] });
    expect(table.rows).toEqual({ total: 1, item: 0, coded: [{ digits: 3, rows: 1 }, { digits: 5, rows: 1 }], ofWhich: 0, extra: 0, notes: 1, unread: 0 });
    expect(audit(BUDGET).report.tables).toEqual(sheet.tables);
  });
});

describe('sheets with amounts that were not read', () => {
  it('are named, and come first where they are more than half', () => {
    const half = audit({ ...BUDGET, 价目: PRICES });
    expect(half.report.warning).toBeNull();
    expect(half.report.notes[0]).toContain('有金额的 2 张工作表中认出 1 张公开表；没有认出、没有按公开表核对的：“价目”');
    const little = audit({ ...BUDGET, 价目: PRICES, 价目二: PRICES });
    expect(little.report.warning).toBe(little.report.notes[0]);
    expect(audit({ ...BUDGET, 价目: PRICES, 价目二: PRICES }, 'en').report.warning).toMatch(/^1 of 3 sheets with amounts were read/);
  });

  it('a cover, a timetable of small numbers and hidden sheets are none', () => {
    const book: Book = { ...BUDGET, 封面: [['2024年单位综合预算'], [2024]], 课程: [['节次', '课'], [1, '语文'], [2, '数学'], [3, '英语']], 底稿: PRICES };
    const { report } = openAudit(snapshotOf(book, { 底稿: { visibility: 'hidden' } }), { lang: 'zh' });
    expect(report.warning).toBeNull();
    expect(report.notes.filter((note) => note.includes('没有认出'))).toEqual([]);
  });

  it('nothing at all is read into a workbook of something else', () => {
    const { report } = audit({ 价目: PRICES });
    expect(report).toMatchObject({ family: null, tables: [], findings: [] });
    expect(report.warning).toContain('认出 0 张公开表');
  });
});

describe('relations that a table does not obey', () => {
  it.each([
    ['zh', '的下级科目没有列全（几张表缺同一金额），其合计没有核对（', '多数行不满足“'],
    ['en', 'does not list all parts (several tables lack the same amount)', 'most rows do not obey “'],
  ] as const)('are told as unchecked (%s)', async (lang, gaps, unmet) => {
    const { report, state } = await form('yantai-2026-a', lang);
    expect(state.unearned.length).toBeGreaterThan(0);
    for (const [unlisted, words] of [[true, gaps], [false, unmet]] as const) {
      const own = state.unearned.find((u) => u.unlisted === unlisted && (unlisted || u.broken > u.held));
      expect(own).toBeDefined();
      expect(report.unchecked.filter((u) => own !== undefined && u.rule === state.rules[own.rule].id && u.reason.includes(words))).not.toEqual([]);
    }
  });
});

describe('a report in English', () => {
  // What stands in the workbook stays as it is: labels of cells, titles, names of documents that a rule rests on.
  const quoted = new Set(['label', 'source', 'title', 'path']);
  const sentences = (value: unknown): string[] => {
    if (typeof value === 'string') return /[，。；！？]/.test(value) ? [value] : [];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, one]) => (quoted.has(key) ? [] : sentences(one)));
  };

  it.each(['000', '002', '003'] as const)('has no Chinese sentence: %s', async (name) => {
    expect(sentences(openAudit(await example(name), { lang: 'en' }).report)).toEqual([]);
  });
});
