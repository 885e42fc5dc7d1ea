import { describe, expect, it } from 'vitest';
import type { ChartRow } from '../../src/audit/chart';
import { ChartImportError, createChart, judgeCode, parseCsvRows, parseOfficialChart } from '../../src/audit/chart';
import { WorkbookBuilder } from '../../src/audit/workbook';
import { builtInChartData } from './builtIn';

const data = builtInChartData();

function codes(rows: readonly ChartRow[]): Record<string, [string, string][]> {
  return Object.fromEntries(
    Object.entries(parseOfficialChart(rows).codes).map(([classification, entries]) => [classification, [...(entries ?? [])]]),
  );
}

function failure(rows: readonly ChartRow[]): ChartImportError {
  try {
    parseOfficialChart(rows);
  } catch (error) {
    if (error instanceof ChartImportError) return error;
    throw error;
  }
  throw new Error('the rows were taken');
}

describe('parseOfficialChart', () => {
  it('finds code and name by their headings, below a title, with remarks between', () => {
    expect(
      codes([
        ['2025年政府收支分类科目'],
        ['序号', '科目编码', '科目名称', '说明'],
        [1, '201', '一般公共服务支出', '反映…'],
        [2, 20101, ' 人大事务 ', null],
        [3, '301', '工资福利支出', null],
        [null, null, '小计', null],
        [4, '50101', '工资奖金津补贴', null],
        [5, '101', '税收收入', null],
      ]),
    ).toEqual({
      function: [
        ['201', '一般公共服务支出'],
        ['20101', '人大事务'],
      ],
      department: [['301', '工资福利支出']],
      government: [['50101', '工资奖金津补贴']],
      income: [['101', '税收收入']],
    });
  });

  it('reads 类 | 款 | 项 in three columns, with upper levels left out and zeros lost', () => {
    expect(
      codes([
        ['科目编码', null, null, '科目名称'],
        ['类', '款', '项', null],
        ['208', null, null, '社会保障和就业支出'],
        [null, '05', null, '行政事业单位养老支出'],
        [null, null, '05', '机关事业单位基本养老保险缴费支出'],
        [null, null, 6, '机关事业单位职业年金缴费支出'],
        [208, 99, 99, '其他社会保障和就业支出'],
      ]).function.map(([code]) => code),
    ).toEqual(['208', '20805', '2080505', '2080506', '2089999']);
  });

  it('reads two lists side by side and English headings', () => {
    expect(
      codes([
        ['code', 'name', '', 'Code', 'Name'],
        ['301', '工资福利支出', null, '501', '机关工资福利支出'],
      ]),
    ).toEqual({ department: [['301', '工资福利支出']], government: [['501', '机关工资福利支出']] });
  });

  it('counts the rows it could not use', () => {
    const chart = parseOfficialChart([
      ['编码', '名称'],
      ['201', '一般公共服务支出'],
      ['2010', '位数不对'],
      ['甲', '不是编码'],
      ['20102', ''],
      ['201', '一般公共服务支出'],
    ]);
    expect(chart.skippedRows).toEqual([3, 4, 5]);
  });

  it('reads every sheet of a workbook that has the headings', () => {
    const builder = new WorkbookBuilder('chart.xlsx');
    const cover = builder.sheet('封面');
    cover.text(0, 0, '科目表');
    builder.add(cover.finish());
    const list = builder.sheet('功能');
    list.text(2, 1, '科目编码');
    list.text(2, 2, '科目名称');
    list.number(4, 1, 2080505);
    list.text(4, 2, '机关事业单位基本养老保险缴费支出');
    builder.add(list.finish());
    const chart = parseOfficialChart(builder.finish(), 2025);
    expect(chart.year).toBe(2025);
    expect([...(chart.codes.function ?? [])]).toEqual([['2080505', '机关事业单位基本养老保险缴费支出']]);
  });

  it.each([
    ['empty', []],
    ['empty', [[null, ''], [' ']]],
    ['noHeader', [['201', '一般公共服务支出']]],
    ['noNameColumn', [['标题'], ['科目编码', '说明']]],
    ['noCodes', [['科目编码', '科目名称'], ['甲', '乙']]],
  ] as const)('refuses: %s', (code, rows) => {
    const error = failure(rows);
    expect(error.code).toBe(code);
    expect(error.texts.zh).toMatch(/。$/);
    expect(error.texts.en).toMatch(/\.$/);
  });

  it('refuses one code with two names and says in which rows', () => {
    const error = failure([
      ['科目编码', '科目名称'],
      ['30201', '办公费'],
      ['30202', '印刷费'],
      ['30201', '差旅费'],
    ]);
    expect(error.code).toBe('conflict');
    expect(error.rows).toEqual([2, 4]);
    expect(error.message).toBe('同一编码有不同名称：30201（第 2 行“办公费”，第 4 行“差旅费”）。请保留一个名称后重新导入。');
    expect(error.texts.en).toContain('30201 (row 2 “办公费”, row 4 “差旅费”)');
  });
});

describe('parseCsvRows', () => {
  it.each([
    ['code,name\r\n201,"甲, ""乙"""\r\n', [['code', 'name'], ['201', '甲, "乙"']]],
    ['\ufeff编码\t名称\n0201\t甲', [['编码', '名称'], ['0201', '甲']]],
    ['a;b\n1;"x\ny"', [['a', 'b'], ['1', 'x\ny']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(parseCsvRows(text)).toEqual(rows);
  });
});

describe('a loaded chart decides (C7)', () => {
  const extension = parseOfficialChart([['编码', '名称'], ['2080250', '事业运行'], ['2010101', '行政运转']], 2025);
  const chart = createChart(data, { official: extension });
  const kinds = (code: string, name: string, year: number, by = chart): string[] =>
    judgeCode({ classification: 'function', code, name, year, chart: by }).map(({ severity, kind }) => `${severity} ${kind}`);

  it('adds codes and names of its year, and leaves the rest to the built-in chart', () => {
    expect(kinds('2080250', '事业运行', 2025)).toEqual([]);
    expect(kinds('2080250', '事业运行', 2024)).toEqual(['hint unlistedUsual']);
    expect(kinds('2010101', '人大会议', 2025)).toEqual(['error otherName']);
    expect(kinds('2010101', '行政运行', 2025)).toEqual(['error otherName']);
    expect(kinds('2010101', '行政运转', 2025)).toEqual([]);
    expect(kinds('2010102', '一般行政管理事务', 2025)).toEqual([]);
    expect(kinds('2080299', '其他民政管理事务支出', 2025)).toEqual([]);
  });

  it('decides alone, at full severity, where it is complete', () => {
    const everything = data.tables.function.codes.map((code, i) => [code, data.tables.function.names[i]] as const);
    const rows: ChartRow[] = [['编码', '名称'], ...new Map(everything).entries()].filter(([code]) => code !== 2101550);
    const complete = createChart(data, { official: parseOfficialChart(rows, 2031) });
    expect(complete.coversYear(2031, 'function')).toBe(true);
    expect(complete.coversYear(2031, 'department')).toBe(false);
    expect(kinds('2101501', '行政运行', 2031, complete)).toEqual([]);
    expect(kinds('20805', '行政事业单位离退休', 2031, complete)).toEqual(['hint formerName']);
    expect(kinds('2101550', '事业运行', 2031, complete)).toEqual(['error notInOfficial']);
    expect(kinds('2061001', '办公费', 2031, complete)).toEqual(['error otherName']);
    expect(kinds('2101550', '事业运行', 2024, complete)).toEqual([]);
  });

  it('applies to every year where the user named none', () => {
    const always = createChart(data, { official: parseOfficialChart([['编码', '名称'], ['2080250', '事业运行']]) });
    expect(kinds('2080250', '事业运行', 2019, always)).toEqual([]);
  });
});
