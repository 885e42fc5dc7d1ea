import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { auditNarrative, type NarrativeAudit } from '../../src/audit/narrative';
import { readWorkbook } from '../../src/files';

const FOLDER = 'test/fixtures';
const auditor = createAuditor();

async function audit(name: string): Promise<NarrativeAudit> {
  const isExample = /^\d/.test(name);
  const workbook = await readWorkbook(new Uint8Array(readFileSync(`${FOLDER}/${isExample ? '' : 'narrative/'}${name}.xlsx`)), `${name}.xlsx`);
  const { state } = openAudit(workbook, {}, auditor);
  const paragraphs = readFileSync(`${FOLDER}/narrative/${name}.txt`, 'utf8').split('\n');
  return auditNarrative({ file: `${name}.txt`, paragraphs }, { chart: auditor.chart, recognition: state.recognition, workbook, year: state.year });
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s“”"]/g, '');

/** Real mistakes of the documents (confirmed against the tables), and what may be complained about besides: nothing as an error. */
const MISTAKES: Readonly<Record<string, readonly string[]>> = {
  '000': [],
  '001': [],
  '002': ['实有人员24人', '医疗保障管理事务(2101550)', '原因是是', '无当年国有资本经营预算收支', '无变化万元'],
  '003': ['下降15%', ',。'],
  'xian-2026-b': [],
  'suzhou-2026-a': [],
  'chongqing-2026-a': [],
  'yantai-2026-a': ['烟台市信访局烟台市信访局'],
  'xian-2022-b': ['行政单位医疗(210101)', '较上年减少2035.15万元', '增加5.00万元(83.33%)', '增加5.00万元(100%)', '减少0.8万元(40%)', '1501.66万元', '第三部分说明情其他况'],
  'xian-2022-c': ['2137.56万元', '6.03万元万元', '住房公积金缴费增加', '社保缴费增加', '增加27.50万元(100%)', '47334.05万元'],
  'xian-2022-d': ['增加(减少)0万元(0%),增加(减少)的主要原因是', '增加2.5万元(100%)'],
  'xian-2021-a': ['行政运行(2013201)', '行政事业单位医疗(2101101)', '较上年增加9.49万元,减少', '减少14.2万元(44.38%)', '增加89.06万元(81.26%)', '5859.6万元', '(3)专项业务经费', '商品和服务支出(502)', '资本性支出(503)', '费费'],
  'central-2026-a': ['18,728.91万元', '增加333.83万元,增长31.35%', '39,560.87万元,均为', '3,623.98为万元', '占部门支出总额的22.00%'],
  'foshan-2019-final': ['不存在2018年上级补助收入数', '增加1668.14万元,增长0%', '增加97.19万元,增长0%', '变化0万元,增长0%', '(如有)', '局(部、委、办)', '下属1个单位'],
};

describe.each(Object.entries(MISTAKES))('the prose of %s', (name, mistakes) => {
  it('has its known mistakes found at the phrase, and nothing else is called an error', async () => {
    const { drafts } = await audit(name);
    const serious = drafts.filter((d) => d.severity !== 'hint').map((d) => ({ ...d, quote: plain(d.place.quote) }));
    const overlaps = (quote: string, mistake: string): boolean => quote.includes(mistake) || mistake.includes(quote);
    expect(mistakes.filter((m) => !serious.some((d) => overlaps(d.quote, m)))).toEqual([]);
    expect(serious.filter((d) => d.severity === 'error' && !mistakes.some((m) => overlaps(d.quote, m))).map((d) => `${d.quote}: ${d.message.zh}`)).toEqual([]);
  });
});

describe('what a finding gives', () => {
  it('the right value where it is determined', async () => {
    const { drafts } = await audit('xian-2022-b');
    const right = (quote: string): string | null | undefined => drafts.find((d) => d.place.quote.includes(quote))?.right;
    expect(right('210101')).toBe('行政单位医疗(2101101)');
    expect(right('83.33%')).toBe('增加5.00万元(500.00%)');
    expect(right('100%')).toBe('增加5.00万元');
    expect(right('40%')).toBe('减少0.8万元(28.57%)');
    expect(right('2035.15')).toBe('较上年减少3000.00万元');
  });

  it('paragraph and offsets point at the quote', async () => {
    const { drafts, read } = await audit('002');
    for (const { place } of drafts) expect(read.text.paragraphs[place.paragraph - 1].slice(place.start, place.end)).toBe(place.quote);
    expect(drafts.length).toBeGreaterThan(4);
  });

  it('every number proved, wrong or said to be unchecked', async () => {
    const { ledger } = await audit('xian-2026-b');
    const money = ledger.filter((e) => e.kind !== 'count');
    expect(money.length).toBeGreaterThan(150);
    expect(money.every((e) => e.status === 'proved' && e.proof.length > 0)).toBe(true);
  });
});
