import Ajv from 'ajv';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresOf } from '../../src/audit/report/explanations';
import type { AuditReport } from '../../src/audit/report/model';
import { readWorkbook } from '../../src/files';
import { makeDepartment } from '../between/department';
import { toXlsx } from '../forms/xlsx';
import { makeSandbox } from './sandbox';

const sandbox = makeSandbox();
afterAll(() => sandbox.remove());
const validate = new Ajv({ allErrors: true, strictTypes: false }).compile(JSON.parse(readFileSync('docs/report.schema.json', 'utf8')) as object);
const at = (path: string): string => join(sandbox.folder, path);

beforeAll(() => {
  mkdirSync(at('上报 2024/甲局'), { recursive: true });
  mkdirSync(at('照片'));
  copyFileSync('test/fixtures/000.xlsx', at('上报 2024/甲局/000.xlsx'));
  copyFileSync('test/fixtures/002.xlsx', at('上报 2024/甲局/002.xlsx'));
  copyFileSync('test/fixtures/002.xlsx', at('上报 2024/副本.xlsx'));
  for (const name of ['~$000.xlsx', '坏.xlsx', '合影.jpg']) writeFileSync(at(`上报 2024/${name}`), '这不是工作簿\n');
  writeFileSync(at('照片/合影.jpg'), 'x');
  writeFileSync(at('名册.csv'), '单位编码,单位名称\n1,子洲县医疗保险经办机构\n2,丁中心\n');
  writeFileSync(at('错名册.csv'), '姓名,电话\n张三,010\n');
});

describe('gouji check DIR --checklist OUT', () => {
  it('writes a 检查表 a unit and the 汇总表, and says so in a line a file', async () => {
    const { code, out, error } = await sandbox.run(['check', '上报 2024', '--checklist', '上报 2024/出', '--roster', '名册.csv', '--reviewer', '张三']);
    expect([code, error]).toEqual([2, '']);
    expect(out.split('\n').slice(0, 4)).toEqual([
      expect.stringMatching(/^上报 2024\/坏\.xlsx：读不了：/), '子洲县医疗保险经办机构（上报 2024/副本.xlsx）：问题 5 处，错误 11 项，警告 0 项',
      '西安市高陵区社会保险事业管理中心（上报 2024/甲局/000.xlsx）：问题 2 处，错误 1 项，警告 0 项', '子洲县医疗保险经办机构（上报 2024/甲局/002.xlsx）：内容相同：上报 2024/副本.xlsx',
    ]);
    // What is wrong with a file is said once.
    expect(out.match(/上报 2024\/坏\.xlsx”/g)).toHaveLength(1);
    expect(out).toContain('跳过了 1 个锁定标记和临时文件');
    expect(out).toContain('  没有报送：2 丁中心\n');
    const names = readdirSync(at('上报 2024/出')).sort();
    expect(names).toEqual(['子洲县医疗保险经办机构2024年预算检查表.xlsx', '汇总表.xlsx', '西安市高陵区社会保险事业管理中心2023年预算检查表.xlsx']);
    const made = await readWorkbook(new Uint8Array(readFileSync(at(`上报 2024/出/${names[0]}`))), 'x.xlsx');
    expect(made.strings).toContain('审核人：张三　　审核日期：2026-03-05');
  });

  it('run again audits none of its own files, and never replaces one that was filled in', async () => {
    const name = at('上报 2024/出/子洲县医疗保险经办机构2024年预算检查表.xlsx');
    writeFileSync(name, '单位填过的');
    const { out } = await sandbox.run(['check', '上报 2024', '--checklist', '上报 2024/出', '--roster', '名册.csv', '--reviewer', '张三']);
    expect(out).toContain('其中 1 个因已有同名而内容不同的文件，编了号');
    expect(readFileSync(name, 'utf8')).toBe('单位填过的');
    expect(readdirSync(at('上报 2024/出'))).toHaveLength(4);
  });

  it('passes over 检查表 and 汇总表 that lie in the folder, whoever has filled them in, and says how many', async () => {
    const { out } = await sandbox.run(['check', '上报 2024', '--checklist', '别处']);
    // One of the four was replaced above by something else, and is told of.
    expect(out).toContain('跳过了 3 个检查表、汇总表（勾稽写出的，不是报送的工作簿）');
    expect(out.split('\n').filter((line) => line.includes('上报 2024/出/'))).toEqual([expect.stringMatching(/^上报 2024\/出\/子洲县医疗保险经办机构2024年预算检查表\.xlsx：读不了/)]);
    const english = await sandbox.run(['check', '上报 2024/甲局', '--checklist', '上报 2024/甲局/out', '--lang', 'en']);
    expect(english.out).toContain('checklists');
    expect((await sandbox.run(['check', '上报 2024/甲局', '--checklist', '别处', '--lang', 'en'])).out).toContain("passed over: 3 of gouji's own checklists and summaries");
    rmSync(at('上报 2024/甲局/out'), { recursive: true });
  });

  it('takes no marked copies of its own for newer versions', async () => {
    mkdirSync(at('标注过'));
    copyFileSync('test/fixtures/002.xlsx', at('标注过/甲.xlsx'));
    await sandbox.run(['annotate', '标注过', '--out', '标注过/标', '--notes', '--sheet']);
    const { out } = await sandbox.run(['check', '标注过', '--checklist', '别处']);
    expect(out.split('\n').slice(0, 2)).toEqual(['子洲县医疗保险经办机构（标注过/甲.xlsx）：问题 5 处，错误 11 项，警告 0 项', '子洲县医疗保险经办机构（标注过/标/甲.xlsx）：内容相同：标注过/甲.xlsx']);
  });

  it('goes with a report of any format; HTML is one page', async () => {
    const { out, error } = await sandbox.run(['check', '上报 2024/甲局', '--checklist', '出2', '--format', 'json']);
    expect((JSON.parse(out) as AuditReport).workbooks.map(({ file }) => file)).toEqual(['上报 2024/甲局/000.xlsx', '上报 2024/甲局/002.xlsx']);
    expect(error).toContain('检查表 2 个和汇总表已写入 出2');
    const html = await sandbox.run(['check', '上报 2024/甲局', '--format', 'html']);
    expect(html.out.match(/<section id=/g)).toHaveLength(4);
    expect(html.out).toContain('子洲县医疗保险经办机构2024年预算公开审核检查表');
  });

  it('says what was written, and nothing of what was not', async () => {
    mkdirSync(at('占/汇总表.xlsx'), { recursive: true });
    mkdirSync(at('占/子洲县医疗保险经办机构2024年预算检查表.xlsx'));
    const { code, out } = await sandbox.run(['check', '上报 2024/甲局/002.xlsx', '--checklist', '占']);
    expect([code, out]).toEqual([2, expect.stringContaining('“汇总表.xlsx”没有写成（EISDIR）')]);
    expect(out).not.toContain('已写入');
    const empty = await sandbox.run(['check', '照片', '--checklist', '空出']);
    expect([empty.out.includes('已写入'), readdirSync(at('空出'))]).toEqual([false, []]);
  });

  it('a roster that names no units is said, and the files are audited without it', async () => {
    const { code, out } = await sandbox.run(['check', '上报 2024', '--checklist', '出3', '--roster', '错名册.csv']);
    expect(code).toBe(2);
    expect(out).toContain('名册“错名册.csv”里没有“单位名称”或“单位编码”栏');
    expect(out).toContain('子洲县医疗保险经办机构（上报 2024/副本.xlsx）：问题 5 处，错误 11 项，警告 0 项');
    expect(readdirSync(at('出3'))).toContain('汇总表.xlsx');
  });

  it.each([
    [['上报 2024', '--checklist', '名册.csv'], '--checklist 要写一个文件夹，“名册.csv”是文件'],
    [['上报 2024', '--roster', '错名册.csv'], '名册“错名册.csv”里没有“单位名称”或“单位编码”栏；读到的栏是：“姓名”、“电话”'],
    [['照片', '--roster', '上报 2024/甲局/000.xlsx'], '“上报 2024/甲局/000.xlsx”是公开报表，但没有列出所属单位的表'],
    [['照片'], '文件夹“照片”里没有工作簿（.xlsx、.xlsm、.xls、.xlsb、.ods、.et），只有其他文件（.jpg 1）'],
    [['上报 2024', '--jobs', '0'], '“--jobs 0”不对，请写 1 到 64 的整数'],
  ])('%j: a sentence', async (argv, words) => {
    const { code, out, error } = await sandbox.run(['check', ...argv]);
    expect([code, `${out}${error}`]).toEqual([2, expect.stringContaining(words)]);
  });
});

it('two departments in one folder are said, and audited like any others', async () => {
  mkdirSync(at('混放 2024'));
  const names = [5, 6].map((seed) => {
    const { department } = makeDepartment({ seed, year: 2024, units: 2 });
    writeFileSync(at(`混放 2024/部门 ${seed}.xlsx`), toXlsx(department));
    return seed;
  });
  const { out } = await sandbox.run(['check', '混放 2024', '--checklist', '混放出']);
  expect(out).toMatch(/文件夹“混放 2024”里有 2 个部门的部门级报表：.*。请核对是否放错了文件夹/);
  expect(out).toContain(`检查表 ${names.length} 个和汇总表已写入 混放出`);
});

describe('explanations in the folder', () => {
  it('that nobody named are shown and silence nothing; named, they count', async () => {
    const first = await sandbox.run(['check', '上报 2024/甲局', '--format', 'json']);
    const [, { findings }] = (JSON.parse(first.out) as AuditReport).workbooks;
    const explained = Object.fromEntries(findings.map((finding) => [finding.id, { text: '不必看', figures: figuresOf(finding) }]));
    const name = '上报 2024/甲局/gouji-情况说明.json';
    writeFileSync(at(name), JSON.stringify({ version: 1, workbooks: { '002.xlsx': explained } }));
    const standings = async (...more: string[]) => {
      const { code, out } = await sandbox.run(['check', '上报 2024/甲局/002.xlsx', '上报 2024/甲局', '--format', 'json', ...more]);
      return [code, new Set((JSON.parse(out) as AuditReport).workbooks[0].findings.map(({ explanation }) => explanation?.standing))];
    };
    expect(await standings()).toEqual([1, new Set(['theirs'])]);
    expect((await standings('--explanations', name))[1]).toEqual(new Set(['own']));
    const { out } = await sandbox.run(['check', '上报 2024/甲局']);
    expect(out).toContain(`文件夹里有情况说明文件“${name}”：其中的说明只列出，问题仍然计数`);
    expect(existsSync(at(name))).toBe(true);
  });

  it('of several people count together; what was decided of a file stands in the report while it is the same file', async () => {
    const ids = (JSON.parse((await sandbox.run(['check', '上报 2024/甲局/002.xlsx', '--format', 'json'])).out) as AuditReport).workbooks[0].findings;
    const said = (finding: (typeof ids)[number], text: string, date: string) => ({ [finding.id]: { text, date, figures: figuresOf(finding) } });
    const digest = createHash('sha256').update(readFileSync(at('上报 2024/甲局/002.xlsx'))).digest('hex');
    const decision = { state: 'returned', by: '李四', at: '2026-03-02T09:00', digest };
    writeFileSync(at('一.json'), JSON.stringify({ version: 1, workbooks: { '002.xlsx': { ...said(ids[0], '先写', '2026-03-01'), ...said(ids[1], '一', '') } }, submissions: { '002.xlsx': decision } }));
    writeFileSync(at('二.json'), JSON.stringify({ version: 1, workbooks: { '002.xlsx': said(ids[0], '后写', '2026-03-05') }, submissions: { '000.xlsx': decision } }));
    const run = async (...files: string[]) => (await sandbox.run(['check', '上报 2024/甲局/002.xlsx', '上报 2024/甲局/000.xlsx', ...files.flatMap((file) => ['--explanations', file]), '--format', 'json'])).out;
    const both = await run('一.json', '二.json');
    const report = JSON.parse(both) as AuditReport;
    expect(report.workbooks[0].findings.slice(0, 2).map(({ explanation }) => explanation?.text)).toEqual(['后写', '一']);
    expect(report.workbooks.map(({ decision: made }) => made)).toEqual([{ state: 'returned', by: '李四', at: '2026-03-02T09:00' }, undefined]);
    expect(validate(report) ? [] : validate.errors).toEqual([]);
    expect(await run('二.json', '一.json')).toBe(both);
    const bad = await sandbox.run(['check', '上报 2024/甲局', '--explanations', '一.json', '--explanations', '名册.csv']);
    expect([bad.code, bad.out + bad.error]).toEqual([2, expect.stringContaining('“名册.csv”')]);
  });
});
