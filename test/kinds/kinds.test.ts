/** Kinds of trouble at random places of real workbooks: a sample of `npm run mutate -- --kinds`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAuditor } from '../../src/audit/audit';
import { baseOf, judge, KINDS, measureKinds, type Base } from './index';

const auditor = createAuditor();
const bases = new Map<string, Base>();

beforeAll(async () => {
  for (const name of ['000', '002', '003']) bases.set(name, await baseOf(name, new Uint8Array(readFileSync(fileURLToPath(new URL(`../fixtures/${name}.xlsx`, import.meta.url)))), auditor));
});

describe('said what should be, nothing untrue', () => {
  it.each([
    ['000', 'invisible sign in a label'], ['002', 'text not in the file, amount'], ['002', 'wrong thousands groups'], ['000', 'format hides amounts'],
    ['002', 'total typed over among formulas'], ['003', 'total across typed over among formulas'], ['002', 'formula leaves out a row'],
    ['000', 'published password'], ['002', 'HTML tables: hidden column'], ['003', '.ods: hidden row'],
    ['000', 'cover: sign-off left blank'], ['003', 'cover: year cut short or wrong'], ['002', 'indicator without a value'], ['002', 'time target outside the year'], ['002', 'economic rows stop at 类'],
  ])('%s: %s', async (name, kind) => {
    const [result] = await measureKinds(KINDS.filter((k) => k.name === kind), [bases.get(name) as Base], auditor, { seed: '5', perKind: 2 });
    expect([result.cases, result.examples]).toEqual([2, []]);
  });
});

it('the judge sees what is missed, what is untrue and what is gone', () => {
  const base = bases.get('000') as Base;
  const planted = { file: base.bytes, what: '' };
  const [first, ...rest] = base.report.findings;
  expect(judge(base, planted, base.report)).toEqual({ missed: [], untrue: [], poorer: [] });
  expect(judge(base, { ...planted, says: [{ rule: 'M3', at: ['表6!E24'] }] }, base.report).missed).toHaveLength(1);
  expect(judge(base, planted, { ...base.report, findings: rest }).poorer).toHaveLength(1);
  expect(judge(base, planted, { ...base.report, findings: [...base.report.findings, { ...first, id: 'new', rule: 'X9' }] }).untrue).toHaveLength(1);
});
