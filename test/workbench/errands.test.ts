import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { clearPackage, readWorkbook } from '../../src/files';
import { copyMany, setAgainst, type Errands, type Relation } from '../../src/workbench/errands';
import { createErrands } from '../../src/workbench/errands/answerErrand';
import { zipSink } from '../../src/workbench/errands/sinks';
import { likelyChoice, unitsOf } from '../../src/workbench/desk/between/choices';
import { deskRows, initialDesk, type DeskRow } from '../../src/workbench/desk/deskState';
import type { FileStore } from '../../src/workbench/files';
import { makeDepartment } from '../between/department';
import { toXlsx } from '../forms/xlsx';
import { freeze, thaw } from '../generate';
import { fileStore, fixture } from './stores';

/** The thread's work in this one. */
const errandsHere = (): Errands => ({ run: createErrands(), close: () => undefined });

const original = new Uint8Array(readFileSync('test/fixtures/002.xlsx'));
let files: FileStore;
let rows: readonly DeskRow[];
const row = (path: string): DeskRow => rows.find(({ submission }) => submission.file.path === path) ?? expect.fail(path);
const idOf = (path: string): number => row(path).entry.id;

/** 局/: a department, its two units and a file that is none; 单位/: two versions of 002. */
beforeAll(async () => {
  const { department, units } = makeDepartment({ seed: 11, year: 2024, units: 2 });
  const mended = thaw(await readWorkbook(original, '002.xlsx'));
  const sheet = mended.sheets.find(({ name }) => name === '表6') ?? expect.fail('表6');
  sheet.set(15, 4, 425_400);
  const file = (path: string, bytes: Uint8Array, changed = '') => ({ name: path.slice(path.lastIndexOf('/') + 1), path, changed, bytes: async () => bytes });
  files = fileStore();
  await files.add([
    file('局/部门.xlsx', toXlsx(department)),
    ...units.map((unit, i) => file(`局/单位${i + 1}.xlsx`, toXlsx(unit))),
    file('局/坏.xlsx', new TextEncoder().encode('%PDF-1.7')),
    fixture('002.xlsx', { path: '单位/旧.xlsx', changed: '2026-01-01T00:00:00.000Z' }),
    file('单位/新.xlsx', toXlsx(freeze(mended)), '2026-02-01T00:00:00.000Z'),
  ]);
  rows = deskRows(files.store.getState(), initialDesk).all;
});

const against = (relation: Relation, paths: readonly string[]) => setAgainst(errandsHere(), { relation, paths, material: (path) => files.material(idOf(path)), lang: 'zh', onProgress: () => undefined });

describe('files against each other', () => {
  it('are proposed: a department with its folder, the older version of a unit; what is selected goes first', () => {
    const none = new Set<number>();
    const rollup = likelyChoice('rollup', rows, none);
    expect([rollup.first, rollup.scope]).toEqual([idOf('局/部门.xlsx'), 'folder']);
    expect(unitsOf('folder', row('局/部门.xlsx'), rows, none).map(({ submission }) => submission.file.path)).toEqual(['局/单位1.xlsx', '局/单位2.xlsx', '局/坏.xlsx']);
    expect(unitsOf('all', row('局/部门.xlsx'), rows, none)).toHaveLength(4);
    const versions = likelyChoice('versions', rows, none);
    expect([versions.first, versions.second]).toEqual([idOf('单位/旧.xlsx'), idOf('单位/新.xlsx')]);
    const two = likelyChoice('versions', rows, new Set([idOf('局/单位2.xlsx'), idOf('局/单位1.xlsx')]));
    expect([two.first, two.second]).toEqual([idOf('局/单位1.xlsx'), idOf('局/单位2.xlsx')]);
    expect(likelyChoice('years', rows, none)).toEqual({ first: null, second: null, scope: 'all' });
    // The budget and the final accounts of one year, under the name with and without （本级）.
    const as = (path: string, unit: string, kind: 'budget' | 'final') => ({ ...row(path), submission: { ...row(path).submission, unit, kind, year: 2024 } });
    const both = [as('局/单位2.xlsx', '甲局（本级）', 'final'), as('局/单位1.xlsx', '甲局', 'budget')];
    for (const selected of [none, new Set(both.map(({ entry }) => entry.id))]) {
      const { first, second } = likelyChoice('years', both, selected);
      expect([first, second]).toEqual([idOf('局/单位1.xlsx'), idOf('局/单位2.xlsx')]);
    }
    expect(likelyChoice('rollup', rows, new Set([idOf('局/部门.xlsx'), idOf('局/单位1.xlsx')])).scope).toBe('selected');
  });

  it('say what became of the findings of two versions', async () => {
    const { result, problems } = await against('versions', ['单位/旧.xlsx', '单位/新.xlsx']);
    const comparison = result?.kind === 'versions' ? result.comparison : expect.fail('no comparison');
    expect([problems, comparison.changes.map(({ kind, old, new: now }) => [kind, old?.address, old?.value, now?.value])]).toEqual([[], [['value', 'E16', '405200', '425400']]]);
    expect(comparison.counts.mended).toBeGreaterThan(0);
    const made = await files.againstChecklist(result ?? expect.fail(), '两个版本的对照');
    const { strings, sheets } = await readWorkbook(made.bytes, made.name);
    expect([made.name, sheets.length]).toEqual(['勾稽检查表-两个版本的对照.xlsx', 3]);
    expect(strings.some((text) => text.startsWith('未改：'))).toBe(true);
  });

  it('add up to the department; a unit that cannot be read is said and leaves its share open', async () => {
    const units = ['局/单位1.xlsx', '局/单位2.xlsx'];
    const all = await against('rollup', ['局/部门.xlsx', ...units]);
    const report = all.result?.kind === 'between' ? all.result.report : expect.fail('no report');
    expect([report.others.length, report.findings, all.problems]).toEqual([2, [], []]);
    const made = await files.againstChecklist(all.result ?? expect.fail(), '部门与单位汇总');
    // Nothing was found: the 汇总表 alone.
    expect((await readWorkbook(made.bytes, made.name)).sheets.map(({ name }) => name)).toEqual(['汇总表', '概况']);
    const bad = await against('rollup', ['局/部门.xlsx', '局/单位1.xlsx', '局/坏.xlsx']);
    expect(bad.problems).toEqual([expect.stringContaining('坏.xlsx') as string]);
    const open = bad.result?.kind === 'between' ? bad.result.report : expect.fail('no report');
    expect(open.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect((await against('rollup', ['局/坏.xlsx', ...units])).result).toBeNull();
  });

  it('end with a sentence where a file is gone', async () => {
    const gone = await setAgainst(errandsHere(), { relation: 'versions', paths: ['a.xlsx', 'b.xlsx'], material: () => Promise.reject(new Error('gone')), lang: 'zh', onProgress: () => undefined });
    expect(gone).toEqual({ result: null, problems: ['“a.xlsx”读不了，可能已被改动、移走，或正被其他程序占用。请重新打开后再对照。'] });
  });
});

describe('marked copies of many files', () => {
  it('are one .zip with the folders of the list; marks come off again byte for byte; what has none is said', async () => {
    const sink = zipSink();
    const made = await copyMany(errandsHere(), {
      paths: ['单位/旧.xlsx', '局/坏.xlsx'],
      material: (path) => files.material(idOf(path)),
      reportOf: (path) => files.packedReport(idOf(path)),
      options: { lang: 'zh', notes: true, sheet: true },
      sink,
      onProgress: () => undefined,
    });
    expect([made.copies, made.remarks]).toEqual([1, ['“局/坏.xlsx”没有审核或没有认出，没有副本。']]);
    expect(made.markedCells).toBeGreaterThan(5);
    const zip = unzipSync(sink.finish());
    expect(Object.keys(zip)).toEqual(['单位/旧.xlsx']);
    const cleared = clearPackage(zip['单位/旧.xlsx']);
    expect(cleared.isExact).toBe(true);
  });

  it('hold what was typed over a file, and say so; a folder that takes nothing is said, too', async () => {
    const path = '单位/旧.xlsx';
    const edits = [{ cell: { sheet: 0, row: 80, column: 0 }, content: { kind: 'text', value: '备注' } as const }];
    const sink = zipSink();
    const parts = { paths: [path], material: async () => ({ ...(await files.material(idOf(path))), edits }), reportOf: () => files.packedReport(idOf(path)), options: { lang: 'zh', notes: false, sheet: false } as const, onProgress: () => undefined };
    expect((await copyMany(errandsHere(), { ...parts, sink })).remarks).toEqual([`“${path}”在工作台里改过，副本含这些改动。`]);
    const copy = await readWorkbook(unzipSync(sink.finish())[path], 'x.xlsx');
    expect(copy.strings).toContain('备注');
    const refused = await copyMany(errandsHere(), { ...parts, sink: { write: () => Promise.reject(new Error('read-only')) } });
    expect(refused).toEqual({ copies: 0, markedCells: 0, remarks: [`“${path}”的副本写不进去（文件夹只读，或空间不够）。`] });
  });
});
