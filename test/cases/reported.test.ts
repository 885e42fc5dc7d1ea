/** Workbooks with one thing done to them, after faults reported for spreadsheet tools or found by reviewers: what an audit says of each. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Example } from '../audit/support/fixtures';
import { auditFile, baseReport, beyond } from './alter';

interface Case {
  readonly base?: Example;
  /** Findings beyond those of the base, as "severity rule cells"; none where left out. */
  readonly findings?: readonly string[];
  /** Findings of which only the beginning is told. */
  readonly message?: RegExp;
  /** Notes beyond those of the base. */
  readonly notes?: readonly RegExp[];
  /** As many relations are decided as in the base. */
  readonly decidesAll?: true;
}

const CALCULATED = /^表7、表8、表10 的 10 个公式在文件中没有可用的结果，已按公式算出/;
const M1_EMPTY = ['C3', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10', 'C12'].map((cell) => `hint M1 目录!${cell}`);

const CASES: Readonly<Record<string, Case>> = {
  // Reading
  'shared-string-index-minus-one.xlsx': { notes: [/^表5 G9 指向的文字不在文件里，按空白处理/], decidesAll: true },
  'shared-string-empty-value.xlsx': { decidesAll: true },
  'shared-string-index-past-end.xlsx': { notes: [/^表3 E8 指向的文字不在文件里/] },
  'merge-ref-empty.xlsx': { notes: [/^表5 有 1 处合并区域/], decidesAll: true },
  'merge-ref-error.xlsx': { notes: [/^表8 有 1 处合并区域/], decidesAll: true },
  'sheet-without-relationship.xlsx': { notes: [/^工作表“附页”.*不能读取/], decidesAll: true },
  'sheet-part-missing.xlsx': { notes: [/^工作表“附页”.*不能读取/], decidesAll: true },
  'dollar-addresses.xlsx': { decidesAll: true },
  'row-height-zero.xlsx': { findings: ['warning M3 表6!E24 表6!H24'], message: /所在的行、列或工作表被隐藏/ },
  'hidden-rows.ods': { findings: ['warning M3 表6!E25 表6!G25'], message: /所在的行、列或工作表被隐藏/ },
  'default-password.xlsx': { decidesAll: true },
  'xml-spreadsheet-2003.xls': { decidesAll: true },
  // Formulas and their stored results
  'formulas-with-results-control.xlsx': {},
  'formulas-without-results.xlsx': { notes: [CALCULATED] },
  'formulas-result-zero.xlsx': { notes: [CALCULATED] },
  'formulas-stale-results.xlsx': { findings: ['warning M4a 表8!G5', 'warning M4a 表8!E5', 'warning M4a 表8!E15', 'warning M4a 表8!G15'], notes: [/手动重算/] },
  // What the reader sees
  'value-under-merge.xlsx': {
    findings: ['error B08.2 表8!F6 表8!F7 表8!F8 表8!F9 表8!F10 表8!F11 表8!F12 表8!F13 表8!F14', 'error B08.1 表8!E12 表8!F12 表8!G12', 'error X9 表8!F12', 'warning M3 表8!F12'],
    message: /表8 F12 ?(在页面上看不到|有金额，但被合并单元格盖住)/,
  },
  'display-scaled-wan.xlsx': { decidesAll: true },
  'display-scaled-thousand.xlsx': { decidesAll: true },
  'format-hides-amounts.xlsx': { findings: ['warning M3 表3!C7 表3!D7 表3!C8 表3!D8 表3!C9 表3!D9'], message: /数字格式使它不显示/ },
  'amounts-in-thousand-yuan.xlsx': { decidesAll: true },
  'hidden-old-copy-in-front.xlsx': {
    findings: [`warning M3 ${['C5', 'D5', 'E5', 'C6', 'D6', 'E6', 'C7', 'D7', 'E7', 'C8', 'D8', 'E8', 'C10', 'D10', 'C11', 'D11', 'C12', 'D12'].map((cell) => `表7!${cell}`).join(' ')}`],
    notes: [/“表7 \(2\)”.*隐藏的“表7”/],
  },
  // Texts
  'code-with-decimal-tail.xlsx': { decidesAll: true },
  'invisible-in-amount.xlsx': { findings: ['warning M3 表6!E24'], message: /以文本存放/ },
  'invisible-in-code.xlsx': { decidesAll: true },
  'invisible-in-header.xlsx': { decidesAll: true },
  'invisible-in-total-label.xlsx': { decidesAll: true },
  'amount-decimal-comma.xlsx': { findings: ['error M3 表6!E10'], message: /281\.897,60”不是数，不能核对：小数点应写“\.”/ },
  'amount-with-footnote-mark.xlsx': { findings: ['error M3 表7!E8'], message: /189542\.32②”不是数/ },
  // The job itself
  'task-with-both-classes.xlsx': {},
  'institution-uses-organ-code.xlsx': { base: '002', findings: ['warning C4b 表5!A15', 'warning C4b 表7!A16'] },
  'sangong-final-over-budget.xlsx': {
    base: '003',
    findings: ['error M1 目录!C9 公开07表!B8 公开07表!D8 公开07表!B9 公开07表!D9', 'warning F07.3 公开07表!B9 公开07表!B8', 'gone: error M1 目录!C9 公开07表!B8 公开07表!D8'],
  },
  'functional-rows-stop-at-kuan.xlsx': { findings: ['warning C7 表5!A7 表5!A11', 'warning C7 表7!A7 表7!A11'] },
  'economic-rows-stop-at-lei.xlsx': { findings: ['warning C7 表8!A6 表8!A15 表8!A29 表8!A32'] },
  'cover-signoff-blank.xlsx': { findings: ['warning M7 封面!A13'] },
  'cover-year-cut-short.xlsx': { findings: ['warning M7 封面!A6'] },
  'table-number-mislabelled.xlsx': { findings: ['warning M8 表7!A1 目录!B9'] },
  'indicator-value-blank.xlsx': { findings: ['warning M6a 表13!E15', 'warning M6a 表14!E13'] },
  'self-evaluation-wrong.xlsx': {
    base: '003',
    findings: [`warning M10 整体自评表!L2 ${[7, 8, 9, 10, 11, 12, 13, 14, 15].map((row) => `整体自评表!J${row}`).join(' ')}`, 'warning M10 项目自评表!G5 项目自评表!F5 项目自评表!E5', 'warning M10 项目自评表!G6 项目自评表!F6 项目自评表!E6'],
  },
  'self-evaluation-text-wrong.xlsx': { base: '003', findings: ['warning M10 整体自评表!E4 公开03表!E6'], message: /212\.01 \+ 项目支出 4235\.57 = 4447\.58/ },
  'all-totals-zero.xlsx': { findings: ['warning M9 表1!B35 表1!D35 表1!F35 表1!H35', 'warning X12 表13!D3 表13!E5', 'warning X13 表14!D8 表1!D35', ...M1_EMPTY] },
};

const FOLDER = fileURLToPath(new URL('../fixtures/faults', import.meta.url));

it('every workbook of the folder has its line', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(CASES).sort());
});

it.each(Object.entries(CASES))('%s', async (file, { base = '000', findings = [], message = /./, notes = [], decidesAll }) => {
  const report = await auditFile(new Uint8Array(readFileSync(`${FOLDER}/${file}`)), file);
  const old = await baseReport(base);
  expect(await beyond(base, report)).toEqual(findings);
  const known = new Set(old.findings.map((f) => f.id));
  for (const finding of report.findings.filter((f) => !known.has(f.id))) expect(finding.message).toMatch(message);
  const more = report.notes.filter((note) => !old.notes.includes(note));
  expect(more.map((note, i) => notes[i]?.test(note) ?? note)).toEqual(notes.map(() => true));
  const decided = ({ consistent, inconsistent, rounding }: typeof report.outcomes): number => consistent + inconsistent + rounding;
  if (decidesAll) expect(decided(report.outcomes)).toBe(decided(old.outcomes));
});
