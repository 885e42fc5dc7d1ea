import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeSandbox } from './sandbox';

const bundle = resolve('dist/cli/gouji.js');
const sandbox = makeSandbox();
afterAll(() => sandbox.remove());

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

  it('verifies the bundled rules', () => {
    expect(run('rules', 'verify').status).toBe(0);
  });
});
