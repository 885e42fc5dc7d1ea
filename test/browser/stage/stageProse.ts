import type { ProseFinding, ProsePiece, ProseReading } from '../../../src/audit/narrative';
import type { Finding } from '../../../src/audit/report/model';

/** A text of three paragraphs as the pane shows it: every mark, a finding with a cell and one without. */
const piece = (text: string, mark: ProsePiece['mark'] = null, why = ''): ProsePiece => ({ text, mark, why });

function finding(id: string, sentence: readonly [string, string, string], right: string | null, more: Pick<Finding, 'rule' | 'severity' | 'message' | 'cells'>): ProseFinding {
  const [before, quote, after] = sentence;
  const text = { file: '说明.docx', paragraph: 12, start: before.length, end: before.length + quote.length, quote, right };
  return { finding: { id, outcome: 'inconsistent', table: null, left: quote, right, difference: null, text, ...more }, sentence, corrected: right === null ? null : `${before}${right}${after}` };
}

export const stageProse = (file: string): ProseReading => ({
  summary: { file, numbers: 72, proved: 69, consistent: 4, wrong: 2, unchecked: [{ reason: '句型没有读懂', count: 1 }] },
  other: null,
  supports: [{ id: 'g1', headline: '表6 E16 应为 70,200.00：公开说明第 9 段写的是 7.02万元，与应为的数一致', cells: [{ sheet: '表6', address: 'E16' }] }],
  findings: [
    finding('p1', ['2024年一般公共预算拨款支出', '425.40万元', '，其中：人员经费345.18万元、公用经费80.22万元。'], '452.40万元', {
      rule: 'N1', severity: 'error', message: '一般公共预算拨款支出 425.40万元，表6!E16 是 452.40万元', cells: [{ sheet: '表6', address: 'E16', role: 'total', value: '4524000.00', label: '合计' }],
    }),
    finding('p2', ['公务接待费', '增加0.50万元，减少的主要原因', '是厉行节约。'], null, { rule: 'N3', severity: 'warning', message: '公务接待费：前面说“增加”，后面说“减少”，方向相反', cells: [] }),
  ],
  paragraphs: [
    { number: 12, pieces: [piece('2024年一般公共预算拨款支出'), piece('425.40万元', 'wrong'), piece('，其中：人员经费'), piece('345.18万元', 'proved', '表6!F16'), piece('、公用经费'), piece('80.22万元', 'consistent', '425.40万元'), piece('。')] },
    { number: 15, pieces: [piece('机关运行经费'), piece('30.10万元', 'unchecked', '口径各地不同，表里没有同一口径的数'), piece('，比上年增加'), piece('0.50万元', 'wrong'), piece('。')] },
  ],
});
