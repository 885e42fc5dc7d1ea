import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../src/files';
import { makeSandbox } from './sandbox';

const bundle = resolve('dist/cli/gouji.js');
const sandbox = makeSandbox();
afterAll(() => sandbox.remove());

/** The same package with a comment at its end: files of the same bytes are audited once. */
function withComment(bytes: Buffer, comment: string): Buffer {
  const own = Buffer.concat([bytes, Buffer.from(comment)]);
  own.writeUInt16LE(comment.length, bytes.length - 2);
  return own;
}

/** The executable itself, where it has been built (npm run build). */
describe.skipIf(!existsSync(bundle))('dist/cli/gouji.js', () => {
  const run = (...argv: string[]) => spawnSync(process.execPath, [bundle, ...argv], { cwd: sandbox.folder, encoding: 'utf8', env: { PATH: process.env.PATH } });

  it('checks new and old formats, and finds the same in both', () => {
    const { status, stdout, stderr } = run('check', '002.xlsx', '旧格式.xls', '--format', 'json');
    expect(stderr).toBe('');
    expect(status).toBe(1);
    const [a, b] = (JSON.parse(stdout) as { workbooks: { findings: { id: string }[] }[] }).workbooks;
    expect(b.findings.map((f) => f.id)).toEqual(a.findings.map((f) => f.id));
  });

  it('names what it cannot read and goes on', () => {
    const { status, stdout } = run('check', '加密.xlsx', '文本.xlsx', '000.xlsx');
    expect(status).toBe(2);
    expect(stdout).toContain('设有打开密码');
    expect(stdout).toContain('== 000.xlsx ==');
  });

  it('ends with 130 at Ctrl+C: what is done is written and whole, and says what is left out', async () => {
    mkdirSync(join(sandbox.folder, '多'));
    for (let i = 0; i < 60; i++) writeFileSync(join(sandbox.folder, `多/${i}.xlsx`), withComment(readFileSync(`test/fixtures/00${i % 4}.xlsx`), `${i}`));
    const child = spawn(process.execPath, [bundle, 'check', '多', '--checklist', '出', '--jobs', '2', '--progress'], { cwd: sandbox.folder, env: { PATH: process.env.PATH } });
    let [out, error, isStopped] = ['', '', false];
    child.stdout.on('data', (text: Buffer) => (out += text.toString()));
    child.stderr.on('data', (text: Buffer) => {
      error += text.toString();
      if (!isStopped && error.split('\n').length >= 8) isStopped = child.kill('SIGINT');
    });
    const [code] = (await once(child, 'close')) as [number | null];
    expect([code, out]).toEqual([130, expect.stringMatching(/已按 Ctrl\+C 停止：审核了 \d+\/60 个文件/)]);
    const written = readdirSync(join(sandbox.folder, '出'));
    expect(written.filter((name) => !/表\.xlsx$/.test(name))).toEqual([]);
    const books = await Promise.all(written.map((name) => readWorkbook(new Uint8Array(readFileSync(join(sandbox.folder, '出', name))), name)));
    expect(books.find(({ name }) => name === '汇总表.xlsx')?.strings.join()).toContain('已按 Ctrl+C 停止');
  });

  it('verifies the bundled rules', () => {
    expect(run('rules', 'verify').status).toBe(0);
  });
});
