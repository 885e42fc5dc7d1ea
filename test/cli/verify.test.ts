import { describe, expect, it } from 'vitest';
import { readRules } from '../../src/audit/rules/reader/readRules';
import { nearestName, verifyRules } from '../../src/audit/rules/verify';
import families from '../../src/generated/families';
import * as parser from '../../src/generated/ruleParser';

/** Mistakes of one formula, as "line:column text". */
function mistakes(check: string, more = ''): string[] {
  const { rules, mistakes: written } = readRules(`- rule: T1\n  check:\n    - "${check}"\n${more}`, 't.yaml', parser);
  expect(written).toEqual([]);
  return verifyRules(rules, families).map((m) => `${m.line}:${m.column} ${m.message.zh.replace('规则 T1：', '')}`);
}

describe('verifyRules', () => {
  it.each([
    ['B05[合计].合计 = B06[合计].合计'],
    ['B05[2101501].合计 ≤ B05[210].合计'],
    ['B01.功能[208] = B04.功能[大类]'],
    ['B02[*].本地自设收入 ≤ B02[*].合计'],
    ['B13[财政拨款] ≤ B13[实施期资金总额]'],
    ['B12.当年[合计].* = Σ(B12.当年[顶级].*)'],
    ['N03[合计].一般公共预算2 ≤ N03[合计].合计'],
    ['N04.收入[上年结转.一般公共预算]? ≤ N01.收入[总计]'],
    ['G[合计].随便一栏 = Σ(G[顶级].随便一栏)'],
  ])('accepts %s', (check) => {
    expect(mistakes(check)).toEqual([]);
  });

  it.each([
    ['B5[合计].合计 = B06[合计].合计', ['3:8 没有表 B5，是不是“B05”？']],
    ['B01.部门[总额] = B01.功能[总额]', ['3:8 B01 没有栏组“部门”，是不是“部门经济”？']],
    ['B05.支出[合计].合计 = B06[合计].合计', ['3:8 B05 不分栏组，不能写“.支出”；应写成 B05[…]']],
    ['B05[总计].合计 = B06[合计].合计', ['3:8 B05 没有“总计”这一行，是不是“合计”？']],
    ['B05[20].合计 = B06[合计].合计', ['3:8 B05 的编码应为 3、5 或 7 位数字，不是“20”']],
    ['B05[合计].合计 = B06[合计].人员支出', ['3:21 B06 没有“人员支出”这一栏，是不是“人员经费支出”？']],
    ['B02[*].事业收人 ≤ B02[*].合计', ['3:8 B02 没有“事业收人”这一栏，是不是“事业收入”？']],
    ['B02[大类].合计 = B01.功能[大类]', ['3:8 B02 没有[大类]这种行']],
    ['B01.功能[其中] ≤ 上级(B01.功能[其中])', ['3:8 B01.功能 没有[其中]这种行', '3:24 B01.功能 没有[其中]这种行']],
    ['B04.部门经济[基本支出.*] = B01.部门经济[基本.*]', ['3:8 B04.部门经济 没有下面分行的“基本支出”行，是不是“基本”？']],
    ['N03[合计].基本支山 = N03[合计].合计', ['3:8 N03 没有“基本支山”这一栏，是不是“基本支出”？']],
    ['N03[合计].备注 = N03[合计].合计', [expect.stringMatching(/^3:8 N03 没有“备注”这一栏；有：“合计”、.*等 \d+ 个$/)]],
    ['N04.收入[一般公共预算.上年结转] = N04.收入[总计]', ['3:8 N04.收入 没有“一般公共预算.上年结转”这一行，是不是“一般公共预算”？']],
    ['B05[合计].合计 = 归集(B05[末级].合计, 政府编码, 3)', ['3:21 B05 没有政府编码栏，不能按它归集']],
  ])('%s', (check, expected) => {
    expect(mistakes(check)).toEqual(expected);
  });

  it('says that a comma cut a text', () => {
    const written = (en: string): string[] => readRules(`- rule: T1\n  text: { zh: 查, en: ${en} }\n  check: "B05[合计].合计 = B06[合计].合计"`, 't.yaml', parser).mistakes.map((m) => `${m.line} ${m.message.zh}`);
    expect(written('Rates, scores agree')).toEqual(['2 text 里的文字有逗号时要放在引号里：{ zh: "…", en: "…" }']);
    expect(written('"Rates, scores agree"')).toEqual([]);
  });

  it('looks into conditions and lists of tables', () => {
    expect(mistakes('B05[合计].合计 = B06[合计].合计', '  when: 有 B88 且 B04.收入[上年结钱] = 0\n')).toEqual([
      '4:9 没有表 B88，是不是“B08”？',
      '4:17 B04.收入 没有“上年结钱”这一行，是不是“上年结转”？',
    ]);
    const { rules } = readRules('- rule: T2\n  kind: projects\n  tables: [B10, B31]\n', 't.yaml', parser);
    expect(verifyRules(rules, families)).toMatchObject([{ file: 't.yaml', line: 1, message: { zh: expect.stringContaining('没有表 B31') } }]);
  });
});

describe('nearestName', () => {
  it.each([
    ['收人', ['收入', '支出'], '收入'],
    ['--fromat', ['--out', '--format'], '--format'],
    ['完全不同的名字', ['收入', '支出'], null],
  ])('%s', (name, known, expected) => {
    expect(nearestName(name, known)).toBe(expected);
  });
});
