import { describe, expect, it } from 'vitest';
import type { NamedCode } from '../../src/audit/chart';
import { createChart, likeliestYear, normaliseCode, parentCode, spendingClass, unitKind } from '../../src/audit/chart';
import { builtInChartData } from './builtIn';

const data = builtInChartData();
const chart = createChart(data);

describe('normaliseCode', () => {
  it.each([
    ['2080505', '2080505'],
    [2080505, '2080505'],
    [' 208 05 05 ', '2080505'],
    ['２０８０５０５', '2080505'],
    ['\u00a030201\u3000', '30201'],
    ["'30201", '30201'],
    ['30201.00', '30201'],
    ['合计', null],
    ['', null],
    ['208a', null],
    [20.5, null],
  ])('%j → %j', (given, expected) => {
    expect(normaliseCode(given)).toBe(expected);
  });
});

describe('lookup by fiscal year', () => {
  it.each([
    ['function', '2089901', 2020, '其他社会保障和就业支出'],
    ['function', '2089901', 2021, null],
    ['function', '2089999', 2020, null],
    ['function', '2089999', 2021, '其他社会保障和就业支出'],
    ['function', '20805', 2019, '行政事业单位离退休'],
    ['function', '20805', 2020, '行政事业单位养老支出'],
    ['function', '21208', 2019, '国有土地使用权出让收入及对应专项债务收入安排的支出'],
    ['function', '21208', 2020, '国有土地使用权出让收入安排的支出'],
    ['department', '30201', 2024, '办公费'],
    ['government', '504', 2023, '机关资本性支出（二）'],
    ['government', '504', 2024, '机关资本性支出（基本建设）'],
    ['income', '10101', 2023, '增值税'],
    ['function', '30201', 2024, null],
    ['function', '208', 2018, null],
    ['function', '208', 2031, null],
  ] as const)('%s %s in %i is %j', (classification, code, year, name) => {
    expect(chart.lookup(classification, code, year)?.name ?? null).toBe(name);
  });

  it('says where an entry comes from and in which years it was seen', () => {
    expect(chart.lookup('function', '2101550', 2024)).toEqual({
      classification: 'function',
      code: '2101550',
      name: '事业运行',
      fund: 'general',
      basis: 'seen',
      confidence: 'high',
      fromYear: 2019,
      toYear: null,
      seen: { first: 2026, last: 2026 },
      isUndated: false,
    });
    expect(chart.lookup('function', '2120103', 2024)).toMatchObject({ basis: 'recalled', confidence: 'high', seen: null });
    expect(chart.lookup('function', '2080209', 2026)).toMatchObject({ basis: 'seen', isUndated: true });
    expect(chart.lookup('income', '1030184', 2025)).toMatchObject({ basis: 'seen', seen: null, isUndated: false });
  });

  it('covers 2019 to 2026 and says so', () => {
    expect([2018, 2019, 2026, 2027, 2031].map((year) => chart.coversYear(year))).toEqual([false, true, true, false, false]);
  });
});

describe('relatives of a code', () => {
  it.each([
    ['2089901', 2023, '2089999'],
    ['2089999', 2020, '2089901'],
    ['2109901', 2024, '2109999'],
    ['2082201', 2025, '2137201'],
    ['2100601', 2025, '2101704'],
    ['2089901', 2020, null],
    ['2040609', 2023, null],
  ])('the counterpart of %s in %i is %j', (code, year, expected) => {
    expect(chart.counterpart('function', code, year)?.code ?? null).toBe(expected);
  });

  it('finds the nearest codes: a slip under the same parent first', () => {
    expect(chart.nearest('function', '2080550', 2024)[0].code).toBe('2080505');
    expect(chart.nearest('department', '30110', 2024).map((entry) => entry.code)).toContain('30111');
    expect(chart.nearest('function', '208055', 2024).map((entry) => entry.code)).toContain('2080505');
  });

  it('finds codes by name, whatever the width and the brackets', () => {
    expect(chart.codesByName('department', '维修(护) 费', 2024).map((entry) => entry.code)).toEqual(['30213']);
    expect(chart.codesByName('function', '其他社会保障和就业支出', 2020).map((entry) => entry.code)).toEqual(['20899', '2089901']);
  });

  it('knows parents', () => {
    expect([parentCode('2080505'), parentCode('20805'), parentCode('208')]).toEqual(['20805', '208', null]);
  });
});

describe('economic classes', () => {
  it('gives the allowed government codes with their condition', () => {
    expect(chart.pairs('30101', 2024).map(({ governmentCode, condition }) => [governmentCode, condition])).toEqual([
      ['50101', 'organ'],
      ['50501', 'institution'],
    ]);
    expect(chart.pairs('31201', 2021).map((pair) => pair.governmentCode)).toEqual(['50801']);
    expect(chart.pairs('31201', 2022).map((pair) => pair.governmentCode)).toEqual(['50803']);
    expect(chart.isPairAllowed('30201', '50502', 2024)).toBe(true);
    expect(chart.isPairAllowed('30201', '50501', 2024)).toBe(false);
  });

  it.each([
    ['50101', 'organ'],
    ['50499', 'organ'],
    ['505', 'institution'],
    ['50601', 'institution'],
    ['50999', null],
    ['599', null],
  ])('%s is paid by %j', (code, kind) => {
    expect(unitKind(code)).toBe(kind);
  });

  it.each([
    ['301', 'personnel'],
    ['30399', 'personnel'],
    ['302', 'operating'],
    ['31002', 'operating'],
    ['30239', 'either'],
    ['501', null],
  ])('%s is %j', (code, expected) => {
    expect(spendingClass(code)).toBe(expected);
  });
});

describe('funds', () => {
  it.each([
    ['2080505', 2024, 'general'],
    ['2120803', 2024, 'governmentFund'],
    ['2120877', 2024, 'governmentFund'],
    ['2230105', 2024, 'stateCapital'],
    ['2059877', 2025, null],
    ['2989999', 2024, null],
  ])('%s in %i is paid from %j', (code, year, fund) => {
    expect(chart.fundOf(code, year)).toBe(fund);
  });

  it('lists every fund under a 类', () => {
    expect([...chart.fundsUnder('212', 2020)].sort()).toEqual(['general', 'governmentFund']);
    expect(chart.fundsUnder('201', 2020)).toEqual(['general']);
    expect([...chart.fundsUnder('201', 2025)].sort()).toEqual(['general', 'governmentFund']);
  });
});

describe('the likeliest year', () => {
  const named = (...lines: string[]): NamedCode[] =>
    lines.map((line) => ({ classification: 'function', code: line.split(' ')[0], name: line.split(' ')[1] ?? '' }));

  it.each([
    [['20805 行政事业单位离退休', '2080505 机关事业单位基本养老保险缴费支出'], 2019],
    [['20805 行政事业单位养老支出', '2089901 其他社会保障和就业支出'], 2020],
    [['2010305 专项业务及机关事务管理'], 2026],
    [['2080505', '2089999'], 2026],
    [['9999999 没有'], null],
  ])('%j → %j', (lines, year) => {
    expect(likeliestYear(chart, named(...lines))).toBe(year);
  });
});

describe('size and speed', () => {
  it('builds in a few milliseconds', () => {
    createChart(data);
    // The best of ten: the rest is what else the machine does.
    const times = Array.from({ length: 10 }, () => {
      const start = performance.now();
      createChart(data);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(10);
  });
});
