import { describe, expect, it } from 'vitest';
import { readRules } from '../../src/audit/rules/reader/readRules';
import { verifyRules } from '../../src/audit/rules/verify';
import families from '../../src/generated/families';
import * as parser from '../../src/generated/ruleParser';
import { cpuTime } from '../audit/support/cpuTime';

/** Files of rules up to 2 MB, whatever is in them: read or refused with a sentence, in seconds. */
const MOST_MS = 12_000;
const SIZE = 1_900_000;
const rule = (id: string, check: string, more = ''): string => `- rule: ${id}\n  text: 自编\n  check: ${check}\n${more}`;
const times = (text: string, size = SIZE): string => text.repeat(Math.ceil(size / text.length));

function read(text: string): { rules: number; mistakes: readonly string[] } {
  let result = { rules: 0, mistakes: [] as readonly string[] };
  const ms = cpuTime(() => {
    const { rules, mistakes } = readRules(text, '规则.yaml', parser);
    const all = [...mistakes, ...verifyRules(rules, families)];
    result = { rules: rules.length, mistakes: all.map((m) => `${m.line}:${m.column} ${m.message.zh}`) };
  });
  expect(ms).toBeLessThan(MOST_MS);
  return result;
}

describe('rule files beyond measure', () => {
  it('50,000 rules', () => {
    const text = Array.from({ length: 50_000 }, (_, i) => `- rule: Z${i}\n  check: A\n`).join('');
    expect(read(text)).toEqual({ rules: 0, mistakes: ['10001:3 一个规则文件最多 5000 条规则，这里有 50000 条；请拆成几个文件或删去多余的'] });
  });

  it('a formula of 1.9 MB', () => {
    const { rules, mistakes } = read(rule('Z1', `${times('B05[合计].合计 + ')}1 ≤ 1`));
    expect(rules).toBe(0);
    expect(mistakes[0]).toMatch(/^3:10 公式有 19\d{5} 个字，最多 4000 个字；请拆成几条$/);
  });

  it('100,000 “且”', () => {
    const { mistakes } = read(rule('Z1', 'B05[合计].合计 ≤ 1', `  when: "${'有 B05 且 '.repeat(100_000)}有 B05"\n`));
    expect(mistakes[0]).toContain('最多 4000 个字');
  });

  it('as many long formulas as a file can hold', () => {
    const long = `${times('B05[合计].合计 + ', 3_900)}1 ≤ 1`;
    const count = Math.floor(SIZE / 8 / long.length);
    expect(read(Array.from({ length: count }, (_, i) => rule(`Z${i}`, long)).join(''))).toEqual({ rules: count, mistakes: [] });
  });

  it.each([
    ['brackets', times('[')],
    ['brackets in a list', `- rule: ${times('[', 100_000)}`],
    ['braces', times('{a: ', 400_000)],
    ['dashes', times('- ', 200_000)],
    ['aliases', `- &a [x]\n${times('- *a\n', 15_000)}`],
    ['one name of a field', `- rule: Z1\n  ${'x'.repeat(SIZE)}: 1\n  check: B05[合计].合计 ≤ 1\n`],
    ['a name that is nearly known', rule('Z1', `B05[合计].${'合'.repeat(3_000)} ≤ 1`)],
  ])('%s', (_, text) => {
    const { rules, mistakes } = read(text);
    expect(rules === 0 || mistakes.length > 0).toBe(true);
  });

  it('5,000 rules of one file are read', () => {
    expect(read(Array.from({ length: 5_000 }, (_, i) => rule(`Z${i}`, 'B05[合计].合计 ≤ 1')).join(''))).toEqual({ rules: 5_000, mistakes: [] });
  });
});
