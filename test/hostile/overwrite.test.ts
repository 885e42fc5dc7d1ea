import { existsSync, linkSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CliError } from '../../src/cli/cliError';
import type { CliIo } from '../../src/cli/io';
import { writeOut } from '../../src/cli/output';
import { makeSandbox } from '../cli/sandbox';

/** The report never takes the place of what the command names, nor of anything that is not a report's to replace. */
const sandbox = makeSandbox();
afterAll(() => sandbox.remove());
const at = (name: string): string => join(sandbox.folder, name);

linkSync(at('000.xlsx'), at('另名.xlsx'));
symlinkSync('000.xlsx', at('链接.xlsx'));
symlinkSync('没有的文件', at('断链.txt'));
mkdirSync(at('关着'));

describe('an input is not overwritten', () => {
  it.each([
    ['rules with mistakes', ['check', '--rules', '规则写错.yaml', '--out', '000.xlsx', '000.xlsx']],
    ['a chart that is missing', ['check', '--chart', 'missing.csv', '--out', '000.xlsx', '000.xlsx']],
    ['./ before the name', ['check', '--out', './目录/../000.xlsx', '000.xlsx']],
    ['a symbolic link as --out', ['check', '--out', '链接.xlsx', '000.xlsx']],
    ['a symbolic link as input', ['check', '--out', '000.xlsx', '链接.xlsx']],
    ['a hard link', ['check', '--out', '另名.xlsx', '000.xlsx']],
    ['a file found in a folder', ['check', '--rules', '规则写错.yaml', '--out', '目录/下级/a.xlsx', '目录']],
    ['the file of rules', ['rules', 'list', '--rules', '规则写错.yaml', '--out', '规则写错.yaml']],
    ['the chart', ['check', '--chart', '科目表.csv', '--out', '科目表.csv', '000.xlsx']],
    ['an input that does not exist', ['check', '--out', '没有.xlsx', '没有.xlsx']],
  ])('%s', async (_, argv) => {
    const before = contents();
    const { code, error } = await sandbox.run(argv);
    expect(code).toBe(2);
    expect(error).toContain('就是要读取的文件，写入会毁掉它');
    expect(contents()).toEqual(before);
  });

  it.each([
    ['a workbook that is not read', ['check', '--out', '001.xlsx', '000.xlsx'], '是已有的工作簿，报告不会覆盖它'],
    ['by the list of rules', ['rules', 'list', '--out', '001.xlsx'], '是已有的工作簿，报告不会覆盖它'],
    ['compare, the older one', ['compare', '000.xlsx', '001.xlsx', '--out', '000.xlsx'], '就是要读取的文件'],
    ['compare, years', ['compare', '--years', '000.xlsx', '001.xlsx', '--out', '链接.xlsx'], '就是要读取的文件'],
    ['rollup', ['rollup', '000.xlsx', '001.xlsx', '--out', '001.xlsx'], '就是要读取的文件'],
    ['read', ['read', '000.xlsx', '--out', '另名.xlsx'], '就是要读取的文件'],
    ['copies into the folder of the input', ['annotate', '000.xlsx', '--out', '.'], '就是要读取的文件，写入会毁掉它，没有写'],
    ['copies where a file is', ['annotate', '000.xlsx', '--out', '001.xlsx'], '--out 要写一个文件夹，“001.xlsx”是文件'],
    ['copies below a file', ['clear', '000.xlsx', '--out', '001.xlsx/下级'], '--out 要写一个文件夹，“001.xlsx/下级”是文件'],
    ['检查表 where a file is', ['check', '000.xlsx', '--checklist', '000.xlsx'], '--checklist 要写一个文件夹，“000.xlsx”是文件'],
  ])('%s', async (_, argv, sentence) => {
    const before = contents();
    const { code, error } = await sandbox.run(argv);
    expect([code, error.includes(sentence), error]).toEqual([2, true, error]);
    expect(contents()).toEqual(before);
  });

  it('检查表 among the files that are read: all of them stay', async () => {
    const before = contents(at('目录'));
    expect((await sandbox.run(['check', '目录', '--checklist', '目录'])).code).toBe(1);
    expect(contents(at('目录'))).toEqual(expect.arrayContaining(before));
  });

  it('a folder whose files cannot be listed: nothing within it', () => {
    const to = (out: string) => () => writeOut({ out, lang: 'zh' }, { cwd: sandbox.folder } as CliIo, [at('000.xlsx')], [at('关着')]);
    expect(to('关着/里面.xlsx')).toThrow(CliError);
    expect(to('关着/下级/新.txt')).toThrow(CliError);
    expect(to('关着的报告.txt')).not.toThrow();
  });
});

describe('--out', () => {
  it('replaces an earlier report, keeps its permissions, goes through a link to it', async () => {
    writeFileSync(at('报告.txt'), '旧', { mode: 0o640 });
    symlinkSync('报告.txt', at('最新.txt'));
    await sandbox.run(['check', '--out', '最新.txt', '000.xlsx']);
    expect(readFileSync(at('报告.txt'), 'utf8')).toContain('== 000.xlsx ==');
    expect(statSync(at('报告.txt')).mode & 0o777).toBe(0o640);
    expect(readFileSync(at('最新.txt'), 'utf8')).toContain('== 000.xlsx ==');
    expect(readdirSync(sandbox.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it.runIf(process.platform !== 'win32')('writes to a device and leaves it a device', async () => {
    const { code, error } = await sandbox.run(['check', '--out', '/dev/null', '000.xlsx']);
    expect([code, error]).toEqual([1, '报告已写入 /dev/null\n']);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('refuses a folder, a missing folder and a link that points at nothing', async () => {
    for (const [out, reason] of [['目录', 'EISDIR'], ['没有/报告.txt', 'ENOENT'], ['断链.txt', 'ENOENT']]) {
      const { code, error } = await sandbox.run(['check', '--out', out, '000.xlsx']);
      expect(code).toBe(2);
      expect(error).toContain(`报告不能写入“${out}”（${reason}）`);
    }
    expect(existsSync(at('没有的文件'))).toBe(false);
  });

  it('leaves alone what others keep under a name it might have used', async () => {
    const theirs = `.报告二.txt.${process.pid}.tmp`;
    writeFileSync(at(theirs), '别人的');
    expect((await sandbox.run(['check', '--out', '报告二.txt', '000.xlsx'])).code).toBe(1);
    expect(readFileSync(at(theirs), 'utf8')).toBe('别人的');
    expect(readFileSync(at('报告二.txt'), 'utf8')).toContain('== 000.xlsx ==');
  });
});

/** What every file of the sandbox holds. */
function contents(folder = sandbox.folder): [name: string, bytes: string][] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry): [string, string] => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), 'latin1')])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
