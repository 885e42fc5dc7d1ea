import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { makeSandbox } from '../cli/sandbox';

/** Folders, names and things of the file system that are no plain files: said in a sentence, waited for by nobody, left as they are. */
const sandbox = makeSandbox();
afterAll(() => sandbox.remove());
const at = (...names: readonly string[]): string => join(sandbox.folder, ...names);

describe.runIf(process.platform === 'linux')('what is no plain file', () => {
  it.each([
    ['a folder for 检查表 where none can be made', ['check', '000.xlsx', '--checklist', '/proc/x/y'], '检查表不能写入文件夹“/proc/x/y”（ENOENT）'],
    ['a folder for copies where none can be made', ['annotate', '000.xlsx', '--out', '/proc/x/y'], '副本不能写入“/proc/x/y/000.xlsx”（ENOENT）'],
    ['a disk that is full', ['check', '000.xlsx', '--out', '/dev/full'], '报告不能写入“/dev/full”（ENOSPC，磁盘已满）'],
    ['a workbook that never ends', ['read', '/dev/zero'], '“/dev/zero”不是普通文件，不能审核'],
    ['a chart that never ends', ['check', '000.xlsx', '--chart', '/dev/zero'], '“/dev/zero”不是普通文件，不能审核'],
    ['a file of the system', ['clear', '/proc/self/status', '--out', '副本'], '/proc/self/status'],
  ])('%s', async (_, argv, sentence) => {
    const { code, out, error } = await sandbox.run(argv);
    expect([code, (out + error).includes(sentence), out + error]).toEqual([2, true, out + error]);
  });

  it('a pipe is read by no command, and takes the place of no 检查表', async () => {
    execFileSync('mkfifo', [at('管道.xlsx')]);
    mkdirSync(at('表'));
    execFileSync('mkfifo', [at('表', '汇总表.xlsx')]);
    for (const argv of [['check', '管道.xlsx'], ['read', '管道.xlsx'], ['annotate', '管道.xlsx', '--out', '副本'], ['compare', '管道.xlsx', '000.xlsx'], ['rollup', '000.xlsx', '管道.xlsx'], ['check', '000.xlsx', '--rules', '管道.xlsx']]) {
      const { code, out, error } = await sandbox.run(argv);
      expect([code, out + error]).toEqual([2, expect.stringContaining('“管道.xlsx”不是普通文件，不能审核')]);
    }
    expect((await sandbox.run(['check', '000.xlsx', '--checklist', '表'])).code).toBe(1);
    expect(readdirSync(at('表')).sort()).toEqual(expect.arrayContaining(['汇总表-2.xlsx', '汇总表.xlsx']));
  });

  it('links in circles, 200 folders deep, a name of 255 bytes: each file once', async () => {
    const deep = Array.from({ length: 200 }, () => 'd');
    mkdirSync(at('圈', ...deep), { recursive: true });
    symlinkSync('..', at('圈', 'd', '上'));
    symlinkSync('.', at('圈', '自己'));
    symlinkSync('打转', at('圈', '打转'));
    symlinkSync('../目录', at('圈', '别处'));
    execFileSync('mkfifo', [at('圈', '水管.xlsx')]);
    const long = `${'名'.repeat(83)}.xlsx`;
    writeFileSync(at('圈', ...deep, long), readFileSync(at('000.xlsx')));
    symlinkSync(join(...deep, long), at('圈', '同一个.xlsx'));
    const { code, out } = await sandbox.run(['check', '圈']);
    expect([code, out.includes('“圈/别处”是指向别处文件夹的链接，其中的文件没有查看'), out.includes('“圈/水管.xlsx”不是普通文件'), out.includes('自己')]).toEqual([2, true, true, false]);
    expect(out.match(/^== .*$/gm)).toEqual([`== 圈/${deep.join('/')}/${long} ==`]);
    expect((await sandbox.run(['annotate', join('圈', ...deep, long), '--out', '长'])).code).toBe(0);
    expect(readdirSync(at('长'))).toEqual([long]);
  });
});

it('a program that is killed while it writes leaves the earlier report whole, and the next run writes', () => {
  const compiled = ts.transpileModule(readFileSync('src/cli/output/replaceFile.ts', 'utf8'), { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext } }).outputText;
  writeFileSync(at('写.mjs'), `${compiled}\nreplaceFile(process.argv[2], (function* () { yield '新的一半'; if (process.argv[3]) process.kill(process.pid, 'SIGKILL'); yield '，另一半'; })());`);
  writeFileSync(at('报告.txt'), '旧');
  const write = (...killed: string[]): string | number | null => {
    const { signal, status } = spawnSync(process.execPath, [at('写.mjs'), at('报告.txt'), ...killed]);
    return signal ?? status;
  };
  expect([write('killed'), readFileSync(at('报告.txt'), 'utf8')]).toEqual(['SIGKILL', '旧']);
  const ours = readdirSync(sandbox.folder).filter((name) => name.endsWith('.tmp'));
  expect(ours).toEqual([expect.stringMatching(/^\.gouji-[0-9a-f]{16}\.tmp$/)]);
  expect([write(), readFileSync(at('报告.txt'), 'utf8')]).toEqual([0, '新的一半，另一半']);
  expect(existsSync(at(ours[0]))).toBe(true);
});
