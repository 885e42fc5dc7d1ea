import { describe, expect, it } from 'vitest';
import type { CodedRow, Fund } from '../../src/audit/chart';
import { createChart, judgeCode, judgePair, judgeUnitKind } from '../../src/audit/chart';
import { builtInChartData } from './builtIn';

const chart = createChart(builtInChartData());

function judge(
  classification: CodedRow['classification'],
  code: string | number,
  name: string | null,
  year: number,
  expectedFund?: Fund,
): string[] {
  return judgeCode({ classification, code, name, year, chart, expectedFund }).map(
    ({ rule, severity, kind, suggestion }) => `${rule} ${severity} ${kind}${suggestion === null ? '' : ` ${suggestion.code}`}`,
  );
}

describe('C1: the code exists in the chart of the year', () => {
  it.each([
    ['function', '2089999', '其他社会保障和就业支出', 2024, []],
    ['function', 2080505, '机关事业单位基本养老保险缴费支出', 2024, []],
    ['function', ' 2080５05', '机关事业单位基本养老保险缴费 支出', 2024, []],
    // proved by documents on both sides, and years from the boundary
    ['function', '2089901', '其他社会保障和就业支出', 2023, ['C1 error otherYears 2089999']],
    // the boundary years themselves are remembered only
    ['function', '2089901', '其他社会保障和就业支出', 2021, ['C1 warning otherYears 2089999']],
    ['function', '2089999', '其他社会保障和就业支出', 2020, ['C1 warning otherYears 2089901']],
    ['function', '2089901', '其他社会保障和就业支出', 2022, ['C1 warning otherYears 2089999']],
    ['function', '2010308', '信访事务', 2025, ['C1 warning otherYears 20140']],
    ['function', '2080550', '机关事业单位基本养老保险缴费支出', 2024, ['C1 warning unlisted 2080505']],
    ['function', '2012350', '事业运行', 2024, []],
    // first seen in 2026, it is not known since when
    ['function', '2080209', '老龄事务', 2025, ['C1 hint otherYears']],
    ['function', '2080209', '老龄事务', 2022, ['C1 warning otherYears']],
    ['department', '30203', '咨询费', 2026, []],
    ['function', '2180101', '地震灾后恢复重建', 2024, ['C1 error unknownClass']],
    ['department', '31501', '其他', 2024, ['C1 error unknownClass']],
    ['department', '30119', '其他', 2024, ['C1 warning unlisted 30110']],
    ['income', '1030102', '增值税', 2024, []],
  ] as const)('%s %s %s in %i: %j', (classification, code, name, year, expected) => {
    expect(judge(classification, code, name, year)).toEqual(expected);
  });

  it('takes the usual 行政运行 or 其他…支出 of a known 款 for unlisted, not for wrong', () => {
    expect(judge('function', '2240250', '事业运行', 2024)).toEqual(['C1 hint unlistedUsual']);
    expect(judge('function', '2080250', '事业运行', 2024)).toEqual(['C1 hint unlistedUsual']);
    expect(judge('function', '2080250', '民政业务', 2024)[0]).toMatch(/^C1 warning unlisted/);
  });

  it('lets every 类 carry 款 98 from 2024', () => {
    expect(judge('function', '20598', '超长期特别国债安排的支出', 2024)).toEqual([]);
    expect(judge('function', '2059801', '基础教育', 2025)).toEqual([]);
    expect(judge('function', '20598', '超长期特别国债安排的支出', 2022)).toEqual(['C1 warning otherYears']);
  });

  it('says nothing of years the chart does not cover', () => {
    expect(judge('function', '2080505', '办公费', 2018)).toEqual([]);
    expect(judge('function', '2080505', '办公费', 2031)).toEqual([]);
    expect(judge('function', '30201', '办公费', 2031)).toEqual(['C6 error otherClassification']);
  });
});

describe('C2: the name is the chart’s name', () => {
  it.each([
    ['department', '30213', '维修(护)费', 2024, []],
    ['department', '30213', '维修（护） 费', 2024, []],
    ['department', '30201', null, 2024, []],
    ['department', '30201', '  ', 2024, []],
    ['department', '30212', '因公出国（境）费', 2024, ['C2 hint formerName 30212']],
    ['department', '30239', '其他交通费', 2024, ['C2 hint nearSpelling 30239']],
    ['department', '30110', '城镇职工基本医疗保险缴费', 2020, ['C2 hint formerName 30110']],
    ['department', '30108', '机关事业单位基本养老保险缴费支出', 2024, ['C2 hint nearSpelling 30108']],
    ['department', '30201', '差旅费', 2024, ['C2 error otherName 30201']],
    ['government', '50999', '其他对个人和家庭的补助', 2024, []],
    ['government', '50999', '其他对个人和家庭补助', 2022, []],
    ['government', '50999', '其他对个人和家庭补助', 2026, []],
    ['department', '303', '对个人和家庭补助', 2026, []],
    ['government', '503', '机关资本性支出（一）', 2024, []],
    ['government', '503', '机关资本性支出', 2023, []],
    ['government', '504', '机关资本性支出（基本建设）', 2023, []],
    ['government', '504', '机关资本性支出（二）', 2025, []],
    ['government', '50601', '资本性支出', 2023, []],
    ['function', '208', '社会保障和就业支出（类）', 2024, []],
    ['function', '2101550', '医疗保障管理事务', 2024, ['C2 error otherName 2101550']],
    ['function', '2080501', '归口管理的行政单位离退休', 2020, ['C2 hint formerName 2080501']],
    ['function', '2080502', '事业单位离退休支出', 2024, ['C2 hint nearSpelling 2080502']],
    ['function', '215', '资源勘探信息等支出', 2022, ['C2 hint formerName 215']],
    ['function', '215', '资源勘探工业信息等支出', 2020, ['C2 hint formerName 215']],
    ['function', '21305', '巩固脱贫攻坚成果衔接乡村振兴', 2022, ['C2 hint formerName 21305']],
    // remembered entries: high confidence warns, less is a hint
    ['function', '2120103', '城管执法', 2024, ['C2 warning otherName 2120103']],
    ['function', '2120103', '机关服务中心', 2024, ['C2 warning otherName 2120103']],
    ['function', '2061001', '办公费', 2024, ['C2 hint otherName 2061001']],
  ] as const)('%s %s “%s” in %i: %j', (classification, code, name, year, expected) => {
    expect(judge(classification, code, name, year)).toEqual(expected);
  });

  it.each([
    ['2080101', '行政运行（人力资源和社会保障管理事务）', 2022, []],
    ['2010301', '行政运行(政府办公厅（室）及相关机构事务)', 2026, []],
    ['2080501', '行政单位离退休（行政事业单位离退休）', 2022, []],
    ['2080505', '2080505 机关事业单位基本养老保险缴费支出', 2024, []],
    ['2080505', '[2080505]机关事业单位基本养老保险缴费支出', 2024, []],
    ['2101550', '事业运行（医疗保障管理事务）', 2024, []],
    // a remark of the writer's own is no other name
    ['2080101', '行政运行（在职）', 2024, ['C2 hint nearSpelling 2080101']],
    ['2080102', '行政运行（人力资源和社会保障管理事务）', 2024, ['C2 error otherName 2080102']],
  ] as const)('takes no offence at the 款 in brackets or the code before the name: %s %s', (code, name, year, expected) => {
    expect(judge('function', code, name, year)).toEqual(expected);
  });

  it('keeps 资本性支出 and 资本性支出（基本建设） apart', () => {
    expect(judge('department', '310', '资本性支出（基本建设）', 2024)).toEqual(['C2 error otherName 310']);
  });

  it.each([
    [2022, '工业和信息产业监管', []],
    [2022, '工业和信息产业', []],
    [2024, '工业和信息产业', []],
    [2021, '工业和信息产业', ['C2 hint formerName 21505']],
    [2024, '工业通信业', ['C2 hint otherName 21505']],
    [2026, '工业和信息产业', []],
    [2026, '工业和信息产业监管', ['C2 hint formerName 21505']],
    [2026, '信访事务', ['C2 error otherName 21505']],
  ] as const)('accepts both names of 21505 while the change is not dated: %i %s', (year, name, expected) => {
    expect(judge('function', '21505', name, year)).toEqual(expected);
    if (year === 2024 && expected.length > 0) {
      const [{ message }] = judgeCode({ classification: 'function', code: '21505', name, year, chart });
      expect(message.zh).toContain('原为“工业和信息产业监管”，后改为“工业和信息产业”');
    }
  });

  it('says which code bears the name, the one under the same parent first', () => {
    const [verdict] = judgeCode({ classification: 'department', code: '30201', name: '差旅费', year: 2024, chart });
    expect(verdict.message.zh).toBe('编码 30201 的名称应为“办公费”，表中为“差旅费”；“差旅费”是 30211 的名称。请核对编码或名称。');
    expect(verdict.message.en).toContain('“差旅费” is the name of 30211');
    expect(verdict.alternatives.map((entry) => entry.code)).toEqual(['30211']);
    const [running] = judgeCode({ classification: 'function', code: '2101506', name: '事业运行', year: 2024, chart });
    expect(running.alternatives[0].code).toBe('2101550');
  });

  it('says that a remembered entry is not confirmed', () => {
    const [verdict] = judgeCode({ classification: 'function', code: '2120103', name: '城管执法', year: 2024, chart });
    expect(verdict.message.zh).toContain('未经官方文本核实');
  });
});

describe('C1 in words', () => {
  it('names the years, the successor and the next step', () => {
    const message = (year: number): string =>
      judgeCode({ classification: 'function', code: '2089901', name: null, year, chart })[0].message.zh;
    expect(message(2023)).toBe(
      '编码 2089901“其他社会保障和就业支出”只在 2019—2020 年使用，2023 年应为 2089999“其他社会保障和就业支出”。请改正编码。',
    );
    expect(message(2021)).toContain('该启用或停用年份未经官方科目表核实');
  });
});

describe('a province’s own details of economic codes', () => {
  it.each([
    ['department', '3010201', '在职人员津贴补贴', []],
    ['department', '3021101', '办公费', []],
    ['government', '5010101', '基本工资', []],
    ['department', '3011901', '某某', ['C1 warning unlisted 30110']],
    ['department', '3150101', '某某', ['C1 error unknownClass']],
    ['department', '302010', '办公费', ['C3 error wrongLength 30201']],
  ] as const)('%s %s %s: %j', (classification, code, name, expected) => {
    expect(judge(classification, code, name, 2024)).toEqual(expected);
  });
});

describe('C3: the form of the code', () => {
  it.each([
    ['function', '208055', '机关事业单位基本养老保险缴费支出', ['C3 error wrongLength 2080505']],
    ['function', '20805050', null, ['C3 error wrongLength 2080505']],
    ['department', '3021', '办公费', ['C3 error wrongLength 30201']],
    // a unit’s number, not a code with a digit too many
    ['function', '418001', null, ['C3 warning wrongLength']],
    ['function', '——', null, ['C3 warning notDigits']],
  ] as const)('%s %s %s: %j', (classification, code, name, expected) => {
    expect(judge(classification, code, name, 2024)).toEqual(expected);
  });
});

describe('C5: the code belongs to the table’s fund', () => {
  it.each([
    ['2120803', 2024, 'general', ['C5 error otherFund']],
    ['21208', 2024, 'general', ['C5 error otherFund']],
    ['2230105', 2024, 'general', ['C5 error otherFund']],
    ['2296002', 2023, 'general', ['C5 error otherFund']],
    ['2296001', 2023, 'general', ['C5 error otherFund']],
    ['212', 2024, 'general', []],
    ['212', 2024, 'governmentFund', []],
    ['2120803', 2024, 'governmentFund', []],
    ['2101550', 2024, 'governmentFund', ['C5 warning otherFund']],
    ['22198', 2025, 'general', ['C5 hint otherFund']],
    ['2059801', 2025, 'general', []],
  ] as const)('%s of %i in a %s table: %j', (code, year, fund, expected) => {
    expect(judge('function', code, null, year, fund)).toEqual(expected);
  });
});

describe('C6: a code of another classification', () => {
  it.each([
    ['function', '30201', '办公费', ['C6 error otherClassification']],
    ['function', '50201', null, ['C6 error otherClassification']],
    ['department', '2080505', '机关事业单位基本养老保险缴费支出', ['C6 error otherClassification']],
    ['department', '50201', '办公费', ['C6 error otherClassification 30201']],
    ['government', '30201', '办公经费', ['C6 error otherClassification 50201']],
    // 301 may be the number of a 主管部门
    ['function', '301', '西安市某某局', ['C6 warning otherClassification']],
    ['function', '301', '工资福利支出', ['C6 error otherClassification']],
    ['function', '30288', '某某', ['C6 warning otherClassification']],
  ] as const)('%s column holds %s %s: %j', (classification, code, name, expected) => {
    expect(judge(classification, code, name, 2024)).toEqual(expected);
  });
});

describe('C4: 部门经济 ↔ 政府经济', () => {
  const pair = (departmentCode: string | number | null, governmentCode: string | number | null, year = 2024): string | null => {
    const verdict = judgePair({ departmentCode, governmentCode, year, chart });
    return verdict === null ? null : `${verdict.severity} ${verdict.suggestion?.code ?? '-'}`;
  };

  it.each([
    ['30101', '50101', null],
    [30101, 50501, null],
    ['30399', '50999', null],
    ['31002', '50601', null],
    ['301', null, null],
    ['301', '50101', null],
    ['30101', null, null],
    ['30101', '501', null],
    ['30188', '50101', null],
    ['30101', '50201', 'error 50101'],
    ['30101', '50502', 'warning 50501'],
    ['30101', '50901', 'error -'],
    ['30201', '50299', 'warning 50201'],
    ['30107', '50101', null],
    ['30107', '50199', null],
    ['3010701', '50501', null],
    ['30107', '50201', 'error 50101'],
    ['31201', '50701', 'warning 50803'],
    ['39909', '59999', 'warning 59909'],
  ] as const)('%s with %s: %j', (department, government, expected) => {
    expect(pair(department, government)).toBe(expected);
  });

  it('names both codes and what is allowed', () => {
    expect(judgePair({ departmentCode: '30101', governmentCode: '50201', year: 2024, chart })?.message.zh).toBe(
      '部门经济科目 30101“基本工资”不对应政府经济科目 50201“办公经费”，可对应的是 50101“工资奖金津补贴”、50501“工资福利支出”。请核对两个编码。',
    );
  });

  it('finds the lone row of the other kind of unit', () => {
    const codes = ['50101', '50101', '50102', '50103', '50201', null, '50501', '50999'];
    expect(judgeUnitKind(codes)).toMatchObject({ severity: 'warning', majority: 'organ', rows: [6], code: '50501' });
    expect(judgeUnitKind(['50101', '50201', '50501', '50502'])).toMatchObject({ severity: 'hint' });
    expect(judgeUnitKind(['50101', '50201', '50999', null])).toBeNull();
  });
});

describe('every verdict', () => {
  it('speaks both languages in whole sentences', () => {
    const rows: [CodedRow['classification'], string, string | null, number, Fund?][] = [
      ['function', '2089901', null, 2023],
      ['function', '2080550', '某', 2024],
      ['function', '2180101', null, 2024],
      ['department', '30201', '差旅费', 2024],
      ['department', '30239', '其他交通费', 2024],
      ['department', '30212', '因公出国（境）费', 2024],
      ['function', '208055', null, 2024],
      ['function', 'x', null, 2024],
      ['function', '2120803', null, 2024, 'general'],
      ['function', '30201', null, 2024],
    ];
    for (const [classification, code, name, year, expectedFund] of rows) {
      const verdicts = judgeCode({ classification, code, name, year, chart, expectedFund });
      expect(verdicts.length, code).toBeGreaterThan(0);
      for (const { message } of verdicts) {
        expect(message.zh).toMatch(/。$/);
        expect(message.en).toMatch(/^[A-Z“].*\.$/);
        expect(message.zh + message.en).not.toMatch(/undefined|null|“”/);
      }
    }
  });
});
