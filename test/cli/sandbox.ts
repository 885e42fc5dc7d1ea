import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main';
import { readProse, readWorkbook } from '../../src/files';
import { makeFiles } from './files';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

export interface Sandbox {
  readonly folder: string;
  readonly run: (argv: readonly string[], settings?: { readonly env?: Record<string, string>; readonly stderrIsTerminal?: boolean }) => Promise<Outcome>;
  readonly remove: () => void;
}

/** A folder with the four example workbooks and files that are wrong in many ways, and the command line run inside it. */
export function makeSandbox(): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-'));
  mkdirSync(join(folder, '目录/下级'), { recursive: true });
  mkdirSync(join(folder, '空目录'));
  for (const name of ['000', '001', '002', '003']) copyFileSync(`test/fixtures/${name}.xlsx`, join(folder, `${name}.xlsx`));
  for (const [name, content] of makeFiles()) writeFileSync(join(folder, name), content);
  copyFileSync('test/fixtures/000.xlsx', join(folder, '目录/b.xlsx'));
  copyFileSync('test/fixtures/003.xlsx', join(folder, '目录/下级/a.xlsx'));
  writeFileSync(join(folder, '目录/~$b.xlsx'), 'lock');
  writeFileSync(join(folder, '目录/readme.txt'), 'text');
  return {
    folder,
    run: async (argv, { env = {}, stderrIsTerminal = false } = {}) => {
      let out = '';
      let error = '';
      const code = await main(argv, {
        cwd: folder,
        env,
        stderrIsTerminal,
        out: (part) => void (out += typeof part === 'string' ? part : new TextDecoder().decode(part)),
        error: (text) => void (error += text),
        eraseLine: () => void (error += '\r\u001b[K'),
        readWorkbook: (bytes, name) => readWorkbook(bytes, name),
        cores: 1,
        today: () => '2026-03-05',
        stopSignal: () => new AbortController().signal,
        expectMany: () => undefined,
        startWorker: () => null,
        readProse: (bytes, name) => readProse(bytes, name),
      });
      return { code, out, error };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
