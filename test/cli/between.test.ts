import Ajv from 'ajv';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BetweenReport, Comparison } from '../../src/audit/between';
import type { AuditReport } from '../../src/audit/report/model';
import { readWorkbook } from '../../src/files';
import { thaw, freeze } from '../generate';
import { makeDepartment } from '../between/department';
import { toXlsx } from '../forms/xlsx';
import { makeSandbox } from './sandbox';

const sandbox = makeSandbox();
afterAll(() => sandbox.remove());

const schema = (name: string): object => JSON.parse(readFileSync(`docs/${name}.schema.json`, 'utf8')) as object;
const validate = new Ajv({ allErrors: true, strictTypes: false }).addSchema(schema('report')).compile(schema('between'));

async function json<T>(argv: readonly string[]): Promise<{ readonly code: number; readonly body: T }> {
  const { code, out } = await sandbox.run([...argv, '--format', 'json']);
  const body = JSON.parse(out) as T;
  expect(validate(body) ? [] : validate.errors).toEqual([]);
  return { code, body };
}

/** 002 with the total of a row as given. */
async function withTotal(file: string, total: number, special: number): Promise<void> {
  const book = thaw(await readWorkbook(readFileSync('test/fixtures/002.xlsx'), '002.xlsx'));
  const sheet = book.sheets.find((s) => s.name === '表6') ?? expect.fail('表6');
  sheet.set(15, 4, total);
  sheet.set(15, 7, special);
  writeFileSync(join(sandbox.folder, file), toXlsx(freeze(book)));
}

describe('gouji compare', () => {
  beforeAll(async () => {
    await withTotal('改后.xlsx', 425_400, 370_200);
    await withTotal('改错.xlsx', 405_300, 350_000);
  });

  it('says which figures were changed, what was mended and which explanation lapsed', async () => {
    const before = JSON.parse((await sandbox.run(['check', '002.xlsx', '--format', 'json'])).out) as AuditReport;
    const first = before.workbooks[0].findings.find((f) => f.severity === 'error' && f.cells[0]?.sheet === '表6' && f.cells[0].address === 'E16') ?? expect.fail('E16');
    const figures = [first.left ?? '', first.right ?? '', first.difference ?? '', ...first.cells.map((c) => c.value)].join('|');
    writeFileSync(join(sandbox.folder, '说明.json'), JSON.stringify({ version: 1, workbooks: { '002.xlsx': { [first.id]: { text: '已请示', by: '张三', date: '2026-03-01', figures } } } }));
    const { code, body } = await json<{ comparison: Comparison }>(['compare', '002.xlsx', '改后.xlsx', '--explanations', '说明.json']);
    const { changes, findings, counts, explanations } = body.comparison;
    expect(changes.map((c) => [c.kind, c.table, c.old?.address, c.old?.value, c.new?.value])).toEqual([
      ['value', 'B06', 'E16', '405200', '425400'],
      ['value', 'B06', 'H16', '350000', '370200'],
    ]);
    expect(counts).toMatchObject({ mended: 5, new: 0, changed: 0, unchecked: 0 });
    expect(findings.filter((f) => f.standing === 'mended').every((f) => f.old?.cells.some((c) => c.sheet === '表6'))).toBe(true);
    expect(explanations.map((e) => [e.text, e.standing])).toEqual([['已请示', 'needless']]);
    const again = (await json<{ comparison: Comparison }>(['compare', '002.xlsx', '改错.xlsx', '--explanations', '说明.json'])).body.comparison;
    expect(again.explanations.map((e) => [e.standing, e.old.difference, e.new?.difference])).toEqual([['lapsed', first.difference, '-20100.00']]);
    expect(again.findings.find((f) => f.old?.id === first.id)?.standing).toBe('changed');
    const { out } = await sandbox.run(['compare', '002.xlsx', '改错.xlsx', '--explanations', '说明.json']);
    expect(out).toContain('已失效：已请示（张三 2026-03-01）；原说明针对相差 -20200.00；现在相差 -20100.00');
    expect(code).toBe(findings.some((f) => f.new?.severity === 'error') ? 1 : 0);
  });

  it('writes the 检查表 of what is still wrong, with what became of it', async () => {
    const { code, error } = await sandbox.run(['compare', '002.xlsx', '改错.xlsx', '--checklist', '版本']);
    expect([code, error]).toEqual([1, '检查表 1 个和汇总表已写入 版本\n']);
    const [name] = readdirSync(join(sandbox.folder, '版本')).filter((file) => file.endsWith('版本对照检查表.xlsx'));
    const { strings } = await readWorkbook(readFileSync(join(sandbox.folder, '版本', name)), name);
    expect(strings.some((text) => text.startsWith('未改正，金额有变：'))).toBe(true);
    expect(strings.some((text) => text.startsWith('未改：'))).toBe(true);
  });

  it('of a file and its copy under another name says that nothing was changed', async () => {
    const { body } = await json<{ comparison: Comparison }>(['compare', '000.xlsx', '目录/b.xlsx']);
    expect(body.comparison.changes).toEqual([]);
    expect(body.comparison.notes).toEqual(['两个文件的内容相同']);
  });
});

describe('gouji rollup', () => {
  it('reads a folder of units, says nothing of what adds up and names what does not', async () => {
    const { department, units } = makeDepartment({ seed: 5, year: 2024, units: 2 });
    const files = [['部门.xlsx', department], ...units.map((u, i) => [`目录/下级/${i + 1}.xlsx`, u] as const)] as const;
    for (const [name, book] of files) writeFileSync(join(sandbox.folder, name), toXlsx(book));
    writeFileSync(join(sandbox.folder, '目录/下级/a.xlsx'), toXlsx(department));
    const good = await json<{ rollup: BetweenReport }>(['rollup', '部门.xlsx', '目录/下级']);
    expect(good.body.rollup.findings).toEqual([]);
    expect(good.body.rollup.others.map((o) => o.file)).toEqual(['目录/下级/1.xlsx', '目录/下级/2.xlsx']);
    expect(good.code).toBe(0);
    const spoilt = thaw(units[1]);
    const sheet = spoilt.sheets.find((s) => s.name === '表5') ?? expect.fail('表5');
    const at = [...sheet.cells()].find(({ column, cell }) => column === 2 && typeof cell.value === 'number' && cell.value > 1000) ?? expect.fail('a figure');
    sheet.set(at.row, at.column, Number(at.cell.value) + 900);
    writeFileSync(join(sandbox.folder, '目录/下级/2.xlsx'), toXlsx(freeze(spoilt)));
    const bad = await json<{ rollup: BetweenReport }>(['rollup', '部门.xlsx', '目录/下级']);
    expect(bad.code).toBe(1);
    expect(bad.body.rollup.findings.map((f) => [f.rule, f.table, f.difference])).toEqual([['H1', 'B05', '-900.00']]);
    expect(bad.body.rollup.groups.map((g) => [g.ambiguous, g.suspects.map((s) => s.file)])).toEqual([[false, ['目录/下级/2.xlsx']]]);
    const { out } = await sandbox.run(['rollup', '部门.xlsx', '目录/下级']);
    expect(out).toContain('目录/下级/2.xlsx 表5!');
  });

  it('writes what goes back: a 检查表 for the department and the unit behind it, none for the unit that is right, and a 汇总表', async () => {
    const { code, error } = await sandbox.run(['rollup', '部门.xlsx', '目录/下级', '--checklist', '目录/下级/汇总 核对', '--reviewer', '张三']);
    expect([code, error]).toEqual([1, '检查表 2 个和汇总表已写入 目录/下级/汇总 核对\n']);
    const files = readdirSync(join(sandbox.folder, '目录/下级/汇总 核对'));
    expect(files.map((name) => name.replace(/^.*2024/, '')).sort()).toEqual(['汇总表-部门汇总.xlsx', '年预算部门汇总检查表.xlsx', '年预算部门汇总检查表.xlsx'].sort());
    const texts = await Promise.all(files.map(async (name) => (await readWorkbook(readFileSync(join(sandbox.folder, '目录/下级/汇总 核对', name)), name)).strings.join('\n')));
    const unit = texts.find((text) => text.includes('文件：目录/下级/2.xlsx')) ?? expect.fail('the unit');
    expect(unit).toContain('审核人：张三　　审核日期：2026-03-05');
    expect(unit).toMatch(/疑似原因（1 个[^]*H1/);
    expect(texts.some((text) => text.includes('文件：部门.xlsx'))).toBe(true);
    // Once more: nothing is doubled, and the folder of what goes back holds no units.
    expect((await sandbox.run(['rollup', '部门.xlsx', '目录/下级', '--checklist', '目录/下级/汇总 核对', '--reviewer', '张三'])).error).toBe(error);
    expect(readdirSync(join(sandbox.folder, '目录/下级/汇总 核对'))).toHaveLength(3);
  });
});