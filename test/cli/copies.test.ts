import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AuditReport } from '../../src/audit/report/model';
import { createAuditor } from '../../src/audit/audit';
import { checkCopies } from '../../src/cli/check/checkFile';
import { copiesTogether } from '../../src/cli/check/copies';
import type { Invocation } from '../../src/cli/arguments';
import type { CliIo } from '../../src/cli/io';
import { emptyFolderFile } from '../../src/desk';
import { readWorkbook, writeWorkbookXlsx } from '../../src/files';
import { makeSandbox } from './sandbox';

const sandbox = makeSandbox();
afterAll(() => sandbox.remove());
const at = (path: string): string => join(sandbox.folder, path);
const input = (shown: string) => ({ shown, path: at(shown) });
const FOLDER = '送审';
/** In which no cell says the year: the files' names do. */
const NAMELESS = ['某中心2023年预算.xlsx', '某中心2024年预算.xlsx'].map((name) => `${FOLDER}/${name}`);

beforeAll(async () => {
  mkdirSync(at(`${FOLDER}/乙局`), { recursive: true });
  for (const name of ['甲.xlsx', '乙局/甲.xlsx', '乙局/再.xlsx']) copyFileSync('test/fixtures/002.xlsx', at(`${FOLDER}/${name}`));
  copyFileSync('test/fixtures/003.xlsx', at(`${FOLDER}/丙.xlsx`));
  const book = await readWorkbook(new Uint8Array(readFileSync('test/fixtures/000.xlsx')), '000.xlsx');
  const bytes = writeWorkbookXlsx({ ...book, strings: book.strings.map((text) => text.replace(/20\d\d\s*年?/g, '')) });
  for (const name of NAMELESS) writeFileSync(at(name), bytes);
});

it('files of the same bytes belong together, whatever they are called; of one size alone they do not', () => {
  for (const [name, text] of [['一.txt', 'ab'], ['二.txt', 'cd'], ['三.txt', 'ab'], ['空.txt', ''], ['也空.txt', '']]) writeFileSync(at(name), text);
  const groups = copiesTogether(['一.txt', '二.txt', '没有.txt', '三.txt', '空.txt', '也空.txt', FOLDER].map(input));
  expect(groups.map((group) => group.map(({ shown }) => shown))).toEqual([['一.txt', '三.txt'], ['二.txt'], ['没有.txt'], ['空.txt'], ['也空.txt'], [FOLDER]]);
});

it('a copy is reported as it would be by itself, also where only its name says the year', async () => {
  const names = ['甲.xlsx', '乙局/甲.xlsx', '乙局/再.xlsx', '丙.xlsx'].map((name) => `${FOLDER}/${name}`).concat(NAMELESS);
  const reports = async (...argv: string[]) => (JSON.parse((await sandbox.run(['check', ...argv, '--format', 'json'])).out) as AuditReport).workbooks;
  const alone = (await Promise.all(names.map((name) => reports(name)))).flat();
  const together = await reports(...names);
  expect(together).toEqual(alone);
  expect(together.map(({ file }) => file)).toEqual(names);
  expect(together.slice(-2).map(({ year }) => year)).toEqual([2023, 2024]);
});

it('copies are read and audited once, unless a file was written to meanwhile or its name says something', async () => {
  const read: string[] = [];
  const io = { cwd: sandbox.folder, readWorkbook: (bytes: Uint8Array, name: string) => (read.push(name), readWorkbook(bytes, name)) } as unknown as CliIo;
  const invocation = { lang: 'zh', checklist: null, roster: null, format: 'text', text: null, reviewer: null, out: null } as unknown as Invocation;
  const setup = { auditor: createAuditor({ lang: 'zh' }), folderFile: emptyFolderFile, invocation, date: '2026-03-05' };
  const names = ['甲.xlsx', '乙局/甲.xlsx', '丙.xlsx', '乙局/再.xlsx'].map((name) => `${FOLDER}/${name}`);
  const outcomes = await checkCopies(names.map(input), setup, io);
  expect(read).toEqual([names[0], names[2], names[3]]);
  expect(outcomes.map(({ report }) => report?.file)).toEqual(names);
  read.length = 0;
  await checkCopies(NAMELESS.map(input), setup, io);
  expect(read).toEqual(NAMELESS);
});
