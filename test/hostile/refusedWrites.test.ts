import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSandbox } from '../cli/sandbox';
import { asPlainUser, NOBODY } from './plainUser';

/** What may not be read, written or does not fit: a sentence each, and what was there before stays. */
const sandbox = makeSandbox();
const at = (...names: readonly string[]): string => join(sandbox.folder, ...names);

beforeAll(() => {
  mkdirSync(at('关着'));
  writeFileSync(at('关着', '里面.xlsx'), readFileSync(at('000.xlsx')));
  mkdirSync(at('混', '关着的'), { recursive: true });
  for (const name of ['开着.xlsx', '读不了.xlsx']) writeFileSync(at('混', name), readFileSync(at('000.xlsx')));
  mkdirSync(at('只读'));
  writeFileSync(at('只读', '报告.txt'), '旧');
  if (process.getuid?.() === 0) for (const path of [sandbox.folder, at('关着'), at('混'), at('混', '关着的'), at('混', '读不了.xlsx'), at('只读')]) chownSync(path, NOBODY, NOBODY);
  chmodSync(at('关着'), 0);
  chmodSync(at('混', '关着的'), 0);
  chmodSync(at('混', '读不了.xlsx'), 0);
  chmodSync(at('只读'), 0o555);
});
afterAll(() => {
  for (const path of [at('关着'), at('混', '关着的'), at('只读')]) chmodSync(path, 0o755);
  sandbox.remove();
});

describe.runIf(process.platform === 'linux')('a plain user', () => {
  it.each([
    ['a folder that may not be looked into', ['check', '关着'], '没有权限读取“关着”'],
    ['a file in it', ['check', '关着/里面.xlsx'], '没有权限读取“关着/里面.xlsx”'],
    ['to compare', ['compare', '000.xlsx', '混/读不了.xlsx'], '没有权限读取“混/读不了.xlsx”'],
    ['rules', ['check', '000.xlsx', '--rules', '混/读不了.xlsx'], '没有权限读取“混/读不了.xlsx”'],
    ['a report into a folder that is read-only', ['check', '000.xlsx', '--out', '只读/新.txt'], '报告不能写入“只读/新.txt”（EACCES，没有写入权限）'],
    ['in the place of a report there', ['check', '000.xlsx', '--out', '只读/报告.txt'], '报告不能写入“只读/报告.txt”（EACCES，没有写入权限）'],
    ['copies there', ['annotate', '000.xlsx', '--out', '只读'], '副本不能写入“只读/000.xlsx”（EACCES，没有写入权限）'],
    ['检查表 there', ['check', '000.xlsx', '--checklist', '只读'], '（EACCES，没有写入权限）'],
    ['a folder for 检查表 there', ['check', '000.xlsx', '--checklist', '只读/新'], '（EACCES，没有写入权限）'],
  ])('%s', async (_, argv, sentence) => {
    const { code, out, error } = await asPlainUser(() => sandbox.run(argv));
    expect([code, (out + error).includes(sentence), out + error]).toEqual([2, true, out + error]);
    expect(readdirSync(at('只读'))).toEqual(['报告.txt']);
    expect(readFileSync(at('只读', '报告.txt'), 'utf8')).toBe('旧');
  });

  it('of a folder of which a part is closed, the rest is audited', async () => {
    const { code, out } = await asPlainUser(() => sandbox.run(['check', '混']));
    expect(code).toBe(2);
    for (const part of ['== 混/开着.xlsx ==', '没有权限读取“混/关着的”', '没有权限读取“混/读不了.xlsx”']) expect(out).toContain(part);
  });
});

describe.runIf(process.platform === 'linux')('a pipe as --out', () => {
  it('is not waited for for ever where nobody reads it', async () => {
    execFileSync('mkfifo', [at('无人读')]);
    const { code, error } = await sandbox.run(['check', '000.xlsx', '--out', '无人读']);
    expect([code, error.includes('报告不能写入“无人读”（ENXIO，等了 2 秒，没有程序读这个管道）'), error]).toEqual([2, true, error]);
  });

  it('is written to whole where somebody reads it, also who comes a moment later', async () => {
    execFileSync('mkfifo', [at('有人读')]);
    // Into a file: this process, which writes, takes nothing in meanwhile.
    const reader = spawn('sh', ['-c', 'sleep 0.3; cat 有人读 > 收到.json'], { cwd: sandbox.folder });
    const ended = new Promise((resolve) => reader.on('close', resolve));
    const { code } = await sandbox.run(['check', '000.xlsx', '001.xlsx', '002.xlsx', '--format', 'json', '--out', '有人读']);
    await ended;
    expect(code).toBe(1);
    const read = readFileSync(at('收到.json'), 'utf8');
    expect(read.length).toBeGreaterThan(65_536);
    expect((JSON.parse(read) as { workbooks: unknown[] }).workbooks).toHaveLength(3);
  });
});

it.runIf(process.platform === 'linux')('where a report does not fit, the earlier one stays and nothing of ours is left', () => {
  const compiled = ts.transpileModule(readFileSync('src/cli/output/replaceFile.ts', 'utf8'), { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext } }).outputText;
  writeFileSync(at('写.mjs'), `${compiled}\ntry { replaceFile('报告.txt', (function* () { for (let i = 0; i < 100; i++) yield '字'.repeat(1_000); })()); } catch (error) { console.log(error.code); }`);
  writeFileSync(at('报告.txt'), '旧');
  // A file may take 8 blocks; the system says so instead of ending the program.
  const said = execFileSync('bash', ['-c', `trap '' XFSZ; ulimit -f 8; exec '${process.execPath}' 写.mjs`], { cwd: sandbox.folder, encoding: 'utf8' });
  expect([said.trim(), readFileSync(at('报告.txt'), 'utf8')]).toEqual(['EFBIG', '旧']);
  expect(readdirSync(sandbox.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
