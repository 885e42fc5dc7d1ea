import { describe, expect, it } from 'vitest';
import { ChartImportError, parseCsvRows, parseOfficialChart } from '../../src/audit/chart';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { LONGEST_NAME, WorkbookBuilder, type WorkbookSnapshot } from '../../src/audit/workbook';
import { cpuTime } from '../audit/support/cpuTime';
import { example } from '../audit/support/fixtures';

/** Names and labels as long as a cell can be: the audit takes no longer, compares the beginning, and says so. */
const LONGEST_TEXT = 32_767;
const MOST_MS = 6_000;
const TAILS = ['本级', '支出', '(', '\ufdfa'];
const auditor = createAuditor();
const [budget, accounts] = [await example('000'), await example('003')];

/** The workbook with a tail behind each text that is wanted. */
const lengthened = (workbook: WorkbookSnapshot, tail: string, isWanted: (text: string) => boolean): WorkbookSnapshot => ({
  ...workbook,
  strings: workbook.strings.map((text) => (isWanted(text) ? (text + tail.repeat(LONGEST_TEXT / tail.length)).slice(0, LONGEST_TEXT) : text)),
});

describe.each(TAILS)('texts of 32,767 characters that end in %j', (tail) => {
  it('the name of the body, in every sheet', () => {
    for (const workbook of [budget, accounts]) {
      expect(cpuTime(() => openAudit(lengthened(workbook, tail, (text) => /保险/.test(text)), {}, auditor))).toBeLessThan(MOST_MS);
    }
  });

  it('labels of rows, headers and names of accounts', () => {
    expect(cpuTime(() => openAudit(lengthened(accounts, tail, (text) => !/[表年]|编码|^[\d.]+$/.test(text)), {}, auditor))).toBeLessThan(MOST_MS);
  });
});

describe('a name beyond the limit', () => {
  it('is compared by its beginning, shown by its beginning, and noted', () => {
    const long = lengthened(accounts, '本', (text) => /^职工基本医疗保险缴费$/.test(text));
    const { report } = openAudit(long, {}, auditor);
    expect(report.notes).toContainEqual(expect.stringMatching(/^有 \d 处名称超过 200 个字，只比较了前 200 个字：/));
    for (const finding of report.findings) expect(finding.message.length).toBeLessThan(4 * LONGEST_NAME);
    expect(openAudit(long, { lang: 'en' }).report.notes.join()).toContain('compared by the first 200');
  });

  it('no note without one', () => {
    for (const workbook of [budget, accounts]) expect(openAudit(workbook, {}, auditor).report.notes.join()).not.toContain('200');
  });
});

describe('a chart of accounts as CSV', () => {
  it.each(TAILS)('with a name of a million %j', (tail) => {
    const text = `科目编码,科目名称\n201,一般公共服务支出${tail.repeat(1_000_000 / tail.length)}\n20101,人大事务\n`;
    const read = cpuTime(() => {
      const official = parseOfficialChart(parseCsvRows(text), 2024);
      expect(cpuTime(() => openAudit(budget, { official }, createAuditor({ official })))).toBeLessThan(MOST_MS);
    });
    expect(read).toBeLessThan(MOST_MS);
  });

  it('whose codes and headings are long', () => {
    const code = `科目编码,科目名称\n${'2'.repeat(1_000_000)},甲\n201,乙\n`;
    expect(parseOfficialChart(parseCsvRows(code), 2024).skippedRows).toEqual([2]);
    expect(() => parseOfficialChart(parseCsvRows(`${' '.repeat(1_000_000)}编码${'名'.repeat(1_000_000)},x\n1,2\n`), 2024)).toThrow(ChartImportError);
  });
});

describe('texts that V8 tells apart by their length alone', () => {
  it('are kept once each, whatever they are', () => {
    const builder = new WorkbookBuilder('x');
    const texts = Array.from({ length: 1_500 }, (_, i) => '长'.repeat(LONGEST_TEXT - 4) + String(1_000 + i));
    let indices: number[] = [];
    expect(cpuTime(() => (indices = texts.map((text) => builder.string(text))))).toBeLessThan(MOST_MS);
    expect(new Set(indices).size).toBe(texts.length);
    expect(builder.string(`${'长'.repeat(LONGEST_TEXT - 4)}1007`)).toBe(indices[7]);
  });
});
