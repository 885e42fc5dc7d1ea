import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeFolderFile } from '../../src/desk';
import { makeSandbox } from '../cli/sandbox';
import { HOSTILE_FILES } from './set';

/** What others keep where we are told to write stays; earlier reports and copies of ours are replaced. */
const sandbox = makeSandbox();
afterAll(() => sandbox.remove());
const at = (name: string): string => join(sandbox.folder, name);

describe('--out and files of others', () => {
  const explanations = writeFolderFile({ workbooks: { '000.xlsx': {} }, decisions: {} });
  it.each([
    ['a Word file', '说明.docx', 'PK\u0003\u0004 word'],
    ['a Word file called .txt', '说明.txt', 'PK\u0003\u0004 word'],
    ['a PDF', '公开.pdf', '%PDF-1.7'],
    ['a PDF without an ending', '公开', '%PDF-1.7'],
    ['a table', '我的.csv', '编码,名称'],
    ['rules', '我的.yml', 'rules: []'],
    ['rules of another spelling', '我的.YAML', 'rules: []'],
    ['情况说明', 'gouji-情况说明.json', explanations],
    ['情况说明 under another name', '说明.json', explanations],
    ['other JSON', 'package.json', '{"name":"x"}'],
    ['a web page', '首页.html', '<!doctype html><p>别人的'],
    ['a program', '脚本.sh', 'echo'],
  ])('%s stays', async (_, name, content) => {
    writeFileSync(at(name), content);
    const { code, error } = await sandbox.run(['check', '000.xlsx', '--out', name]);
    expect([code, error]).toEqual([2, expect.stringContaining('不会覆盖它')]);
    expect(error).toMatch(/换一个文件名，例如 报告\.txt/);
    expect(readFileSync(at(name), 'utf8')).toBe(content);
  });

  it.each([['json', '报告.json'], ['sarif', '报告.sarif'], ['html', '报告.html'], ['text', '报告'], ['text', '空的.txt']])('an earlier report in %s is replaced', async (format, name) => {
    if (name === '空的.txt') writeFileSync(at(name), '');
    for (const file of ['000.xlsx', '001.xlsx']) expect((await sandbox.run(['check', file, '--format', format, '--out', name])).code).toBeLessThan(2);
    expect(readFileSync(at(name), 'utf8')).toContain('001.xlsx');
  });
});

describe('unusual names', () => {
  it.each(['-', '/dev/stdout', '/dev/fd/1'])('--out %s is the standard output, whatever that is', async (name) => {
    const { code, out, error } = await sandbox.run(['check', '000.xlsx', '--out', name]);
    expect([code, error, out]).toEqual([1, '', expect.stringContaining('== 000.xlsx ==')]);
    expect(existsSync(at('-'))).toBe(false);
  });

  it.runIf(process.platform === 'linux')('a file that is open under a number is not replaced', async () => {
    writeFileSync(at('日志.txt'), '别人的');
    const file = openSync(at('日志.txt'), 'a');
    const { code, error } = await sandbox.run(['check', '000.xlsx', '--out', `/proc/self/fd/${file}`]);
    closeSync(file);
    expect([code, error, readFileSync(at('日志.txt'), 'utf8')]).toEqual([2, expect.stringContaining('不会覆盖它'), '别人的']);
  });

  it('a chain of links to an input is the input; a link to itself has a sentence; - is no file', async () => {
    symlinkSync('000.xlsx', at('链一'));
    symlinkSync('链一', at('链二.txt'));
    symlinkSync('圈', at('圈'));
    expect((await sandbox.run(['check', '000.xlsx', '--out', '链二.txt'])).error).toContain('就是要读取的文件');
    expect((await sandbox.run(['check', '000.xlsx', '--out', '圈'])).error).toContain('报告不能写入“圈”（ELOOP）');
    expect((await sandbox.run(['check', '圈'])).out).toContain('不能读取“圈”（ELOOP）');
    expect((await sandbox.run(['check', '-'])).out).toContain('不从标准输入读取工作簿');
  });
});

describe.each(['annotate', 'clear'])('%s', (command) => {
  const folder = `副本-${command}`;
  it('leaves what others keep in the folder', async () => {
    mkdirSync(at(folder));
    for (const [other, name] of [['001.xlsx', '000.xlsx'], ['说明.docx', '002.xlsx']]) {
      copyFileSync(at(other), at(`${folder}/${name}`));
      const { code, error } = await sandbox.run([command, name, '--out', folder]);
      expect([code, error]).toEqual([2, expect.stringContaining(`“${folder}/${name}”已经有了，而且不是本工具写的副本`)]);
      expect(readFileSync(at(`${folder}/${name}`)).equals(readFileSync(at(other)))).toBe(true);
    }
    symlinkSync(at('001.xlsx'), at(`${folder}/003.xlsx`));
    const before = readFileSync(at('001.xlsx'));
    expect((await sandbox.run([command, '003.xlsx', '--out', folder])).code).toBe(2);
    expect(readFileSync(at('001.xlsx')).equals(before)).toBe(true);
  });

  it('writes its own copies anew', async () => {
    for (let i = 0; i < 2; i++) expect((await sandbox.run([command, '001.xlsx', '003.xlsx', '--out', `${folder}-2`])).code).toBe(0);
  });

  it('has a sentence for each hostile file, and goes on with the next', async () => {
    const small = HOSTILE_FILES.filter(({ isLarge, code }) => !isLarge && code !== null);
    for (const { name, make } of small) writeFileSync(at(name), make(false));
    const { code, error, out } = await sandbox.run([command, ...small.map(({ name }) => name), '003.xlsx', '--out', `${folder}-3`]);
    expect(code).toBe(2);
    for (const { name } of small) expect(`${error}${out}`).toContain(name);
    expect(error).not.toMatch(/RangeError|TypeError|内部出错/);
    expect(out).toContain('003.xlsx');
  }, 60_000);
});
