import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { afterAll, describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/audit/report/model';
import { makeSandbox } from './sandbox';

const sandbox = makeSandbox();
afterAll(() => sandbox.remove());
const all = ['000.xlsx', '001.xlsx', '002.xlsx', '003.xlsx'];
const json = async (...argv: string[]): Promise<AuditReport> => JSON.parse((await sandbox.run(['check', ...argv, '--format', 'json'])).out) as AuditReport;

describe('--format json', () => {
  const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync('docs/report.schema.json', 'utf8')) as object);

  it.each([
    [all],
    [['控制符.xlsx', '两类.xlsx', '旧格式.xls']],
    [['没有.xlsx', '加密.xlsx', '空白.xlsx', '目录']],
    [['000.xlsx', '--rules', '规则错名.yaml']],
    [['002.xlsx', '--lang', 'en']],
  ])('keeps to its schema: %j', async (argv) => {
    validate(await json(...argv));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('holds what the issue of the report promises', async () => {
    const report = await json('002.xlsx', '没有.xlsx');
    expect(report.tool).toEqual({ name: 'gouji', version: '0.1.0' });
    expect(report.errors).toMatchObject([{ file: '没有.xlsx', code: 'notFound' }]);
    const [workbook] = report.workbooks;
    expect(workbook).toMatchObject({ file: '002.xlsx', family: 'shaanxi-budget', level: 'unit', year: 2024 });
    const finding = workbook.findings.find((f) => f.rule === 'B06.2' && f.cells[0].address === 'E16');
    expect(finding).toMatchObject({ severity: 'error', outcome: 'inconsistent', table: 'B06', left: '405200.00', right: '425400.00', difference: '-20200.00' });
    expect(finding?.cells[0]).toMatchObject({ sheet: '表6', address: 'E16', role: 'total', value: '405200.00' });
  });

  it('same input, same bytes; the folder it runs in and the time leave no trace', async () => {
    const first = await sandbox.run(['check', ...all, '--format', 'json']);
    const other = makeSandbox();
    const second = await other.run(['check', ...all, '--format', 'json'], { env: { LANG: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai' } });
    other.remove();
    expect(second.out).toBe(first.out);
    expect(first.out).not.toContain(sandbox.folder);
  });

  it('a workbook in which nothing was recognised is an error, in JSON as well', async () => {
    expect(await json('名单.xlsx')).toMatchObject({ workbooks: [{ family: null, tables: [] }], errors: [{ file: '名单.xlsx', code: 'nothingRecognised' }] });
  });
});

describe('--format sarif', () => {
  it('names rule, file, sheet, cell, level and fingerprint of every finding', async () => {
    const { out, code } = await sandbox.run(['check', '000.xlsx', '002.xlsx', '没有.xlsx', '目录/b.xlsx', '--format', 'sarif']);
    expect(code).toBe(2);
    const log = JSON.parse(out);
    expect(log.version).toBe('2.1.0');
    const [run] = log.runs;
    expect(run.tool.driver).toMatchObject({ name: 'gouji', version: '0.1.0' });
    expect(run.invocations[0]).toMatchObject({ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error', descriptor: { id: 'notFound' } }] });
    expect(run.artifacts.map((a: { location: { uri: string } }) => a.location.uri)).toEqual(['000.xlsx', '002.xlsx', '%E7%9B%AE%E5%BD%95/b.xlsx']);
    const report = await json('000.xlsx', '002.xlsx', '目录/b.xlsx');
    const findings = report.workbooks.flatMap((w) => w.findings);
    expect(run.results).toHaveLength(findings.length);
    findings.forEach((finding, i) => {
      const result = run.results[i];
      expect(run.tool.driver.rules[result.ruleIndex]).toMatchObject({ id: finding.rule, help: { text: expect.any(String) } });
      expect(result.level).toBe({ error: 'error', warning: 'warning', hint: 'note' }[finding.severity]);
      expect(result.partialFingerprints).toEqual({ 'gouji/v1': finding.id });
      const [location] = result.locations;
      expect(location.logicalLocations[0].fullyQualifiedName).toBe(`${finding.cells[0].sheet}!${finding.cells[0].address}`);
      expect(run.artifacts[location.physicalLocation.artifactLocation.index].location.uri).toBe(location.physicalLocation.artifactLocation.uri);
    });
  });
});

describe('--out', () => {
  it('replaces the file as a whole and leaves nothing else', async () => {
    writeFileSync(join(sandbox.folder, 'report.json'), '{"tool":{"name":"gouji"}}');
    const before = readdirSync(sandbox.folder);
    const { code, out, error } = await sandbox.run(['check', '000.xlsx', '没有.xlsx', '--format=json', '--out=report.json']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain('报告已写入 report.json');
    expect(error).toContain('找不到“没有.xlsx”');
    expect(JSON.parse(readFileSync(join(sandbox.folder, 'report.json'), 'utf8')).workbooks).toHaveLength(1);
    expect(readdirSync(sandbox.folder)).toEqual(before);
  });

  it('is not touched by a wrong command', async () => {
    await sandbox.run(['check', '000.xlsx', '--out', '无.txt', '--format', 'xml']);
    expect(existsSync(join(sandbox.folder, '无.txt'))).toBe(false);
  });
});

describe('the terminal', () => {
  it('shows one progress line for several files and wipes it', async () => {
    const { error } = await sandbox.run(['check', '000.xlsx', '003.xlsx'], { stderrIsTerminal: true });
    expect(error).toBe('\r\u001b[K正在审核 1/2 000.xlsx\r\u001b[K正在审核 2/2 003.xlsx\r\u001b[K');
    expect((await sandbox.run(['check', '000.xlsx'], { stderrIsTerminal: true })).error).toBe('');
  });

  it.each([
    [{ LANG: 'en_US.UTF-8' }, 'Verdict'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, '结论'],
    [{ LANG: 'C.UTF-8' }, '结论'],
    [{}, '结论'],
  ])('%j speaks the language of the environment', async (env, word) => {
    expect((await sandbox.run(['check', '000.xlsx'], { env })).out).toContain(word);
  });
});
