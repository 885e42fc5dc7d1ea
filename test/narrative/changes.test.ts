import { describe, expect, it } from 'vitest';
import { createAuditor } from '../../src/audit/audit';
import { auditNarrative } from '../../src/audit/narrative';

const { chart } = createAuditor();
const audit = (...paragraphs: string[]) => auditNarrative({ file: '', paragraphs: ['某局2026年部门预算', '一、收支预算总体情况', ...paragraphs] }, { chart, recognition: null, workbook: null, year: 2026 });
const found = (...paragraphs: string[]) => audit(...paragraphs).drafts.map((d) => `${d.rule} ${d.severity} ${d.place.quote}`);
const of = (status: string, ...paragraphs: string[]) => {
  const { ledger, read } = audit(...paragraphs);
  return ledger.filter((e) => e.status === status).map((e) => read.passages[e.span.passage].text.slice(e.span.start, e.span.end));
};

describe('changes without percentages', () => {
  it('are proved by the changes of the parts that make up the amount', () => {
    const text = '公务用车购置及运行维护费24.8万元（公务用车购置费0万元，比上年减少19.6万元；公务用车运行维护费24.8万元，比上年减少5.45万元。）比上年减少25.05万元。';
    expect(of('proved', text)).toEqual(expect.arrayContaining(['19.6万元', '5.45万元', '25.05万元']));
    expect(found(text)).toEqual([]);
  });

  it('that do not add up are a hint, for a part may have fallen to 0', () => {
    expect(found('三公经费30万元，比上年减少9万元。其中：公务接待费10万元，比上年减少2万元；公务用车运行维护费20万元，比上年减少5万元。')).toEqual(['N3 hint 减少9万元']);
  });

  it('stand by themselves in a sentence without this year’s amount', () => {
    const text = ['2026年收支预算1,717.85万元，比上年减少49.81万元，其中：', '1.收入预算减少49.81万元，其中一般公共预算收入减少49.81万元。', '2.支出预算减少49.81万元，其中基本支出增加75.19万元，项目支出减少125万元。'];
    expect(of('proved', ...text)).toEqual(['49.81万元', '49.81万元', '49.81万元', '49.81万元', '75.19万元', '125万元']);
    expect(audit(...text).ledger.filter((e) => e.isOnlyConsistent).length).toBe(1);
    expect(found(...text.slice(0, 2), text[2].replace('125', '152'))).toEqual(['N3 hint 减少49.81万元']);
  });
});

describe('a comparison behind the parts of an amount', () => {
  const of = (amount: string, percent: string) => `公务用车购置及运行维护费2.14万元，其中：公务用车购置费1.94万元，公务用车运行维护费0.20万元，比2025年预算数增加${amount}万元，增长${percent}%。`;

  it('is the whole’s where only its figures fit', () => {
    expect(found(of('0.27', '14.44'))).toEqual([]);
  });

  it('is the last part’s where it fits that, or neither', () => {
    expect(found(of('0.05', '33.33'))).toEqual([]);
    expect(found(of('0.05', '43.33')).map((f) => f.slice(0, 8))).toEqual(['N3 error']);
  });
});
