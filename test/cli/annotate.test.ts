import { read, write } from '@e965/xlsx';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../src/files';
import { DEFAULT_FILE_LIMITS } from '../../src/files/limits';
import { ZipPackage } from '../../src/files/zip';
import { makeXlsx } from '../files/makeXlsx';
import { buildPackage, richShape } from '../files/richPackage';
import { buildZip } from '../files/zipBuilder';
import { makeSandbox } from './sandbox';

const sandbox = makeSandbox();
afterAll(() => sandbox.remove());
const at = (name: string): string => join(sandbox.folder, name);
const bytesOf = (name: string): Uint8Array => readFileSync(at(name));
const partsOf = (name: string): Record<string, string> => {
  const zip = new ZipPackage(bytesOf(name), DEFAULT_FILE_LIMITS);
  return Object.fromEntries(zip.names().map((part) => [part, Buffer.from(zip.read(part)).toString('latin1')]));
};
const textOf = (name: string, part: string): string => Buffer.from(partsOf(name)[part], 'latin1').toString();

describe('gouji annotate', () => {
  it('writes a marked copy that clear turns back, and leaves the original alone', async () => {
    const before = bytesOf('002.xlsx');
    const { code, out, error } = await sandbox.run(['annotate', '002.xlsx', '--out', '标注', '--notes', '--sheet']);
    expect({ code, out, error }).toEqual({ code: 0, out: '002.xlsx → 标注/002.xlsx：标记 10 个单元格（错误 11 项，警告 0 项），审核意见 6 行\n', error: '' });
    expect(bytesOf('002.xlsx')).toEqual(before);
    const snapshot = await readWorkbook(bytesOf('标注/002.xlsx'), '002.xlsx');
    expect(snapshot.sheets[snapshot.sheets.length - 1].name).toBe('审核意见');
    const review = textOf('标注/002.xlsx', 'xl/worksheets/gouji/review1.xml');
    const rows = [...review.matchAll(/<row [^>]*>(.*?)<\/row>/g)].map(([, row]) => [...row.matchAll(/<t[^>]*>(.*?)<\/t>/g)].map(([, text]) => text));
    expect(rows[0]).toEqual(['审核意见　子洲县医疗保险经办机构　2024 年']);
    expect(rows[1]).toEqual(['序号', '表', '单元格', '现为', '应为', '依据', '说明']);
    expect(rows[2].slice(0, 5)).toEqual(['1', '表6', 'E16', '405,200.00', '425,400.00']);
    expect(rows[2][5]).toBe('合计漏计了 30228 工会经费 20,200.00；改为 425,400.00 后，2 项不符转为一致，原已一致的勾稽关系均不受影响（规则 B06.2、X5）');
    // Rows are as high as their texts, also in programs that do not fit them.
    expect([...review.matchAll(/<row r="(\d+)"([^>]*)>/g)].map(([, r, more]) => [Number(r), /ht="([\d.]+)"/.exec(more)?.[1] ?? '']).slice(2, 5)).toEqual([[3, '29'], [4, '29'], [5, '29']]);
    const cleared = await sandbox.run(['clear', '标注', '--out', '清除']);
    expect(cleared).toEqual({ code: 0, out: '标注/002.xlsx → 清除/002.xlsx：已清除标记，各部分与标注前逐字节相同\n', error: '' });
    expect(partsOf('清除/002.xlsx')).toEqual(partsOf('002.xlsx'));
  });

  it('keeps the folders below a folder, goes on after what fails, and marks nothing that is explained', async () => {
    const { code, out, error } = await sandbox.run(['annotate', '目录', '加密.xlsx', '没有.xlsx', '--out', '多份', '--lang', 'en']);
    expect(code).toBe(2);
    expect(out).toContain('目录/下级/a.xlsx → 多份/下级/a.xlsx: ');
    expect(out).toContain('目录/b.xlsx → 多份/b.xlsx: ');
    expect(error).toContain('“没有.xlsx” does not exist');
    expect(readdirSync(at('多份')).sort()).toEqual(['b.xlsx', '下级']);
  });

  it('says which file it does not write, and why', async () => {
    const before = bytesOf('002.xlsx');
    const same = await sandbox.run(['annotate', '002.xlsx', '--out', '.']);
    expect(same).toEqual({ code: 2, out: '', error: 'gouji: “002.xlsx”的副本“./002.xlsx”就是要读取的文件，写入会毁掉它，没有写。请用 --out 换一个文件夹。\n' });
    expect(bytesOf('002.xlsx')).toEqual(before);
    mkdirSync(at('另一处'));
    writeFileSync(at('另一处/002.XLSX'), bytesOf('003.xlsx'));
    const twice = await sandbox.run(['annotate', '002.xlsx', '另一处/002.XLSX', '--out', '同名']);
    expect(twice.code).toBe(2);
    expect(twice.error).toBe('gouji: “另一处/002.XLSX”没有写：已有另一个文件的副本叫“同名/002.XLSX”。请先给文件改名，或分两次运行，用不同的 --out 文件夹。\n');
    writeFileSync(at('占位'), '');
    const blocked = await sandbox.run(['clear', '002.xlsx', '--out', '占位']);
    expect(blocked).toEqual({ code: 2, out: '', error: 'gouji: --out 要写一个文件夹，“占位”是文件（或在文件之下），没有写，也没有改动它。请写一个文件夹的名称，没有会新建。\n' });
    expect((await sandbox.run(['annotate', '002.xlsx'])).error).toBe('gouji: 请用 --out 写明副本放在哪个文件夹；原文件不会改动：gouji annotate 预算.xlsx --out 副本\n');
  });

  it('keeps macros and says first that a signature will no longer hold', async () => {
    const zip = new ZipPackage(bytesOf('002.xlsx'), DEFAULT_FILE_LIMITS);
    writeFileSync(at('签名.xlsm'), buildZip([...zip.names().map((name) => ({ name, data: zip.read(name) })), { name: 'xl/vbaProject.bin', data: 'macro' }, { name: '_xmlsignatures/sig1.xml', data: '<Signature/>' }]));
    const { code, out, error } = await sandbox.run(['annotate', '签名.xlsm', '--out', '标注']);
    expect({ code, error }).toEqual({ code: 0, error: 'gouji: “签名.xlsm”带有数字签名：副本内容有变动，签名将失效；原文件不变。\n' });
    expect(out).toContain('签名.xlsm → 标注/签名.xlsm：标记 10 个单元格');
    expect(partsOf('标注/签名.xlsm')['xl/vbaProject.bin']).toBe('macro');
  });

  it('makes a new .xlsx of other formats and names what is lost', async () => {
    writeFileSync(at('旧.xls'), write(read(bytesOf('002.xlsx')), { type: 'buffer', bookType: 'biff8' }) as Uint8Array);
    const { code, out, error } = await sandbox.run(['annotate', '旧.xls', '--out', '标注']);
    expect(code).toBe(0);
    expect(out).toContain('旧.xls → 标注/旧.xlsx：标记 10 个单元格');
    expect(error).toContain('“旧.xls”不是 .xlsx 或 .xlsm，副本另建为 .xlsx：保留数值、公式、数字格式、合并单元格和隐藏的行列；字体、颜色、边框、列宽、批注、图表、图片、打印设置和宏没有保留。');
    // Beside an .xlsx of the same name it keeps its own ending, whichever is named first.
    writeFileSync(at('旧.xlsx'), bytesOf('003.xlsx'));
    const both = await sandbox.run(['annotate', '旧.xls', '旧.xlsx', '--out', '两种']);
    expect([both.code, readdirSync(at('两种')).sort()]).toEqual([0, ['旧.xls.xlsx', '旧.xlsx']]);
    expect((await sandbox.run(['clear', '旧.xls', '--out', '标注'])).error).toContain('不是未加密的 .xlsx 或 .xlsm');
  });

  it('a workbook in which nothing is recognised gets no copy; one without marks is copied as it is', async () => {
    writeFileSync(at('空.xlsx'), makeXlsx({ sheets: [{ name: 's', data: '<row r="1"><c r="A1"><v>1</v></c></row>' }] }));
    expect((await sandbox.run(['annotate', '空.xlsx', '--out', '标注'])).code).toBe(2);
    expect(existsSync(at('标注/空.xlsx'))).toBe(false);
    writeFileSync(at('全.xlsx'), buildPackage(richShape));
    expect(await sandbox.run(['clear', '全.xlsx', '--out', '标注'])).toEqual({ code: 0, out: '全.xlsx → 标注/全.xlsx：没有勾稽的标记，原样复制\n', error: '' });
    expect(bytesOf('标注/全.xlsx')).toEqual(bytesOf('全.xlsx'));
  });
});
