/** What rebuilding a printed document leaves behind makes no error: a sample of `npm run forms -- --rebuilt`, and the kinds by themselves. */
import { expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { ARTEFACTS } from '../forms/artefacts';
import { workbooksOf } from '../forms/real';
import { measureRebuilt } from '../forms/rebuilt';
import { accusations, audit } from './literal';

const auditor = createAuditor();
const SAMPLE = ['fuzhou-2026-a', 'xian-2022-c'];
const HEAD = [['支出预算总表'], ['部门：某市水利局', null, null, null, '单位：万元']];
const HEADER = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
const ROWS = [[null, '合计', 300, 100, 200], ['213', '农林水支出', 300, 100, 200], ['21303', '水利', 300, 100, 200], ['2130301', '行政运行', 100, 100, null], ['2130399', '其他水利支出', 200, null, 200]];

it(`${SAMPLE.length} forms with each artefact: no new error`, () => {
  const forms = [...workbooksOf('test/fixtures/forms')].filter(({ name }) => SAMPLE.includes(name));
  const result = measureRebuilt((snapshot) => openAudit(snapshot, {}, auditor).report, forms, '1', 1);
  expect(result.notes).toEqual([]);
  expect(result.byFile.all).toBeGreaterThan(Object.keys(ARTEFACTS).length * 1.5);
});

/** The heading of a sheet printed again within its table was a row that others are parts of; digits of a code were its name; numbers of columns within the rows were figures. */
it.each([['suzhou-2026-b', '71', 1], ['xian-2020-a', '71', 1], ['xian-2021-a', '21', 2]])('%s with each artefact, as seed %s has it: no new error', (form, seed, sheets) => {
  const forms = [...workbooksOf('test/fixtures/forms')].filter(({ name }) => name === form);
  expect(measureRebuilt((snapshot) => openAudit(snapshot, {}, auditor).report, forms, seed, sheets).notes).toEqual([]);
});

it.each([
  ['as it is', [...HEAD, HEADER, ...ROWS]],
  ['title torn over two cells', [['支出预', '算总表'], ...HEAD.slice(1), HEADER, ...ROWS]],
  ['title torn over two rows', [['某市水利局支出预算'], ['总表'], ...HEAD.slice(1), HEADER, ...ROWS]],
  ['header word over two rows', [...HEAD, ['科目编码', '科目名称', '合计', '基本', '项目支出'], [null, null, null, '支出', null], ...ROWS]],
  ['one header word lost', [...HEAD, ['科目编码', '科目名称', '合计', '基本支出', null], ...ROWS]],
  ['a name over two rows', [...HEAD, HEADER, ...ROWS.slice(0, 1), ['213', '农林', 300, 100, 200], [null, '水支出'], ...ROWS.slice(2)]],
  ['code and name in one cell of a column of codes', [...HEAD, HEADER, ...ROWS.slice(0, 2), ['21303 水利', null, 300, 100, 200], ...ROWS.slice(3)]],
  ['codes with their names, 款 of two digits beside theirs', [...HEAD, HEADER, ...ROWS.map(([code, name, ...figures]) => (code === '21303' ? ['03', name, ...figures] : [code && `${code} ${name}`, code ? null : name, ...figures]))]],
  ['figures beside their header', [...HEAD, [...HEADER.slice(0, 4), null, '项目支出', null], ...ROWS.map((r) => [...r.slice(0, 3), null, r[3], null, r[4]])]],
  ['the number of a page', [...HEAD, HEADER, ...ROWS.slice(0, 3), [null, null, '12'], ...ROWS.slice(3)]],
  ['a column of dashes', [...HEAD, HEADER, ...ROWS.map((r) => [...r.slice(0, 4), r[4] ?? '-'])]],
])('%s: read as N03, all sums checked, none accused', (_, rows) => {
  const { report } = audit({ name: '支出', rows, merges: null });
  expect(accusations({ report } as ReturnType<typeof audit>)).toEqual([]);
  expect(report.tables.map((t) => t.id)).toEqual(['N03']);
  expect(report.outcomes.consistent).toBeGreaterThanOrEqual(10);
});

it('a table without a unit line has the unit of the others', () => {
  const sheet = (name: string, unit: string | null, times: number): { name: string; rows: (string | number | null)[][]; merges: null } => ({ name, rows: [[name], ['部门：某市水利局', null, null, null, unit], HEADER, ...ROWS.map((r) => r.map((v) => (typeof v === 'number' ? v * times : v)))], merges: null });
  const { report } = audit(sheet('支出预算总表', '单位：元', 10_000), sheet('一般公共预算支出表', null, 10_000));
  expect(report.tables.map((t) => [t.id, t.unit])).toEqual([['N03', 'yuan'], ['N05', 'yuan']]);
});
