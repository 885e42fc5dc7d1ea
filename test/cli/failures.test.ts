import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main';
import { readProse, readWorkbook } from '../../src/files';
import { makeSandbox } from './sandbox';

const sandbox = makeSandbox();
afterAll(() => sandbox.remove());

/** Runs with a reader that fails for one file as only a mistake in the program would. */
async function run(...argv: string[]): Promise<{ code: number; out: string; error: string }> {
  let out = '';
  let error = '';
  const code = await main(argv, {
    cwd: sandbox.folder,
    env: {},
    stderrIsTerminal: false,
    out: (part) => void (out += typeof part === 'string' ? part : new TextDecoder().decode(part)),
    error: (text) => void (error += text),
    eraseLine: () => undefined,
    cores: 1,
    today: () => '',
    stopSignal: () => new AbortController().signal,
    expectMany: () => undefined,
    startWorker: () => null,
    readWorkbook: (bytes, name) => (name === '001.xlsx' ? Promise.reject(new TypeError('x is not a function')) : readWorkbook(bytes, name)),
    readProse,
  });
  return { code, out, error };
}

describe('a mistake in the program', () => {
  it('is one sentence for the file; the others are checked', async () => {
    const { code, out, error } = await run('check', '000.xlsx', '001.xlsx', '003.xlsx');
    expect(code).toBe(2);
    expect(out).toContain('审核“001.xlsx”时程序内部出错，该文件没有审核完。请加 --debug');
    expect(out).toContain('== 003.xlsx ==');
    expect(out + error).not.toContain('is not a function');
  });

  it('shows where only with --debug', async () => {
    const { code, error } = await run('check', '001.xlsx', '--debug');
    expect(code).toBe(2);
    expect(error).toContain('TypeError: x is not a function');
  });
});

describe('several files', () => {
  it('are told apart by where they are, not by how they are written', async () => {
    const { out } = await run('check', '000.xlsx', './000.xlsx', '目录/../000.xlsx');
    expect(out.match(/^== .*$/gm)).toEqual(['== 000.xlsx ==']);
  });
});
