/** A header cell that was lost: the rows tell what its column is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openAudit } from '../../src/audit/audit';
import { parseCellAddress, withCells } from '../../src/audit/workbook';
import { readWorkbook } from '../../src/files';
import { accusations, audit, type LiteralSheet } from './literal';

const FORMS = join(import.meta.dirname, '..', 'fixtures', 'forms');

async function errorsWithout(file: string, sheet: string, header: string): Promise<string[]> {
  const workbook = await readWorkbook(readFileSync(join(FORMS, file)), file);
  const index = workbook.sheets.findIndex((s) => s.name === sheet);
  const at = parseCellAddress(header);
  if (!at) throw new Error(header);
  const session = openAudit(withCells(workbook, [{ cell: { sheet: index, ...at }, content: null }]));
  return session.report.findings.filter((f) => f.severity === 'error' && f.message.startsWith(`${sheet} `)).map((f) => `${f.rule} ${f.message}`);
}

it.each([
  ['xian-2021-a.xlsx', '表5', 'F4'],
  ['xian-2022-a.xlsx', '表2', 'F6'],
  ['foshan-2019-final.xlsx', '表6', 'D5'],
  ['jiangsu-2017-a.xlsx', '收支预算总表', 'E4'],
  ['xian-2026-a.xlsx', '表15', 'F6'],
])('%s %s without %s accuses no figure of its table', async (file, sheet, header) => {
  expect(await errorsWithout(file, sheet, header)).toEqual([]);
});

it('a group of columns whose first has no word of its own: the others add up to it', () => {
  const rows = (first: number): LiteralSheet => ({ name: '三公', rows: [['财政拨款“三公”经费支出情况表'], ['单位名称：某市水利局', null, null, null, null, '单位：万元'], ['合计', '因公出国（境）费', '公务用车购置及运行费', null, null, '公务接待费'], [null, null, null, '公务用车购置费', '公务用车运行费'], [308, 20, first, 18, 230, 40]], merges: [{ top: 2, left: 2, bottom: 2, right: 4 }] });
  expect(accusations(audit(rows(248)))).toEqual([]);
  expect(accusations(audit(rows(284))).join()).toContain('N09.1');
});

it('a header moved over the column of names: a column of amounts without any word is read or left out, and nothing breaks', async () => {
  const workbook = await readWorkbook(readFileSync(join(FORMS, '..', '000.xlsx')), '000.xlsx');
  const sheet = workbook.sheets.findIndex((s) => s.name === '表5');
  const { recognition } = openAudit(withCells(workbook, [{ cell: { sheet, row: 3, column: 1 }, content: { kind: 'text', value: '合计' } }, { cell: { sheet, row: 3, column: 2 }, content: null }])).state;
  expect(recognition.tables.filter((t) => t.sheet === sheet).map((t) => t.id)).toEqual(['B05']);
});

it.each(['xian-2022-a.xlsx', 'xian-2022-c.xlsx'])('%s 表1 without its title accuses nothing: numbered lines with two totals', async (file) => {
  for (const title of ['A1', 'A2']) expect(await errorsWithout(file, '表1', title)).toEqual([]);
});

it('人员经费 and 公用经费 run together above the table: each part is known by what it holds', () => {
  const rows: LiteralSheet['rows'] = [
    ['一般公共预算财政拨款基本支出决算表'], ['单位：万元'], ['人员经费        公用经费'],
    ['经济分类科目编码', '科目名称', '金额', '经济分类科目编码', '科目名称', '金额'],
    ['301', '工资福利支出', 30, '302', '商品和服务支出', 8], ['30101', '基本工资', 30, '30201', '办公费', 8], ['人员经费合计', null, 30, '公用经费合计', null, 8],
  ];
  expect(accusations(audit({ name: '表6', rows }))).toEqual([]);
});

it('预算数 and 决算数 run together above twice the same headings: no figure is taken for the one or the other', () => {
  const parts = ['合计', '因公出国（境）费', '小计', '公务用车购置费', '公务用车运行费', '公务接待费'];
  const rows: LiteralSheet['rows'] = [['一般公共预算财政拨款“三公”经费支出决算表'], ['单位：万元'], ['预算数        决算数'], [...parts, ...parts], [3, 0, 0, 0, 0, 3, 1, 0, 0, 0, 0, 1]];
  expect(audit({ name: '表7', rows }).report.tables.flatMap((t) => t.id)).not.toContain('F07');
  const apart = rows.map((row, i) => (i === 2 ? ['预算数', null, null, null, null, null, '决算数'] : row));
  expect(audit({ name: '表7', rows: apart }).report.tables.flatMap((t) => t.id)).toContain('F07');
});

const YEARS: LiteralSheet['rows'] = [[null, '合计', 30, 20, 10, 60, 50, 10], ['205', '教育支出', 20, 15, 5, 40, 35, 5], ['20502', '普通教育', 20, 15, 5, 40, 35, 5], ['2050202', '小学教育', 20, 15, 5, 40, 35, 5], ['213', '农林水支出', 10, 5, 5, 20, 15, 5], ['21303', '水利', 10, 5, 5, 20, 15, 5], ['2130305', '水利工程建设', 10, 5, 5, 20, 15, 5]];

it.each([[3, '2025年预算数', '2026年预算数'], [6, '2026年预算数', '2025年预算数']] as const)('合计 lost below one of two years (column %i): what stands beside it stands below that year, too', (lost, first, second) => {
  const words = [null, null, '合计', '基本支出', '项目支出', '合计', '基本支出', '项目支出'];
  words[lost - 1] = null;
  const rows: LiteralSheet['rows'] = [['2026年一般公共预算支出预算表'], ['单位：万元'], ['科目编码', '科目名称', first, null, null, second], words, ...YEARS];
  const session = audit({ name: '5', rows, merges: null });
  const ids = session.state.recognition.tables[0].blocks[0].columns.map(({ id }) => id);
  expect(new Set(ids)).toEqual(new Set(['合计', '基本支出', '项目支出', '上年', '上年.基本支出', '上年.项目支出']));
  expect(ids.filter((id) => id.startsWith('上年'))).toEqual(ids.slice(first === '2025年预算数' ? 0 : 3, first === '2025年预算数' ? 3 : 6));
  expect(accusations(session)).toEqual([]);
});

it('本年 beside a word that is not known, below one fund: it is not all of that fund', () => {
  const rows: LiteralSheet['rows'] = [['部门收入总体情况表'], ['单位：万元'], ['科目编码', '科目名称', '合计', '一般公共预算', null, '政府性基金预算'], [null, null, null, '本年', '上年结转', '本年', '某某部分'], [null, '合计', 30, 18, 2, 7, 3], ['213', '农林水支出', 30, 18, 2, 7, 3]];
  expect(audit({ name: '2', rows, merges: null }).state.recognition.tables[0].blocks[0].columns.map(({ id }) => id)).toEqual(['合计', '一般公共预算.本年', '上年结转.一般公共预算', '政府性基金预算.本年', expect.stringMatching(/某某部分/)]);
});
