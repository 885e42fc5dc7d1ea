import { read, write } from '@e965/xlsx';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/audit/report/model';
import { clearPackage, copyKind, readWorkbook } from '../../src/files';
import { DEFAULT_FILE_LIMITS } from '../../src/files/limits';
import { ZipPackage } from '../../src/files/zip';
import { MemoryHost } from '../../src/host/memory';
import { losesEdits, savedName } from '../../src/workbench/files';
import { plain } from '../host/workbooks';
import type { PreferenceStore, Preferences } from '../../src/taskpane/preferences';
import { fileStore } from './stores';

const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/fixtures/${name}`));

const partsOf = (archive: Uint8Array): ReadonlyMap<string, string> => {
  const zip = new ZipPackage(archive, DEFAULT_FILE_LIMITS);
  return new Map(zip.names().map((name) => [name, Buffer.from(zip.read(name)).toString('latin1')]));
};

describe('what leaves the workbench', () => {
  it('is the edited workbook, when asked for', async () => {
    const files = fileStore();
    await files.add([{ name: '002.xlsx', bytes: async () => bytes('002.xlsx') }]);
    const open = files.open(1);
    const sheet = open?.host.sheets.findIndex(({ name }) => name === '表6') ?? -1;
    open?.host.edit({ sheet, row: 15, column: 4 }, { kind: 'number', value: 425400 });
    expect(await files.copyKind(1)).toBe('package');
    const saved = await files.saveAs(1, false);
    expect([saved?.file.name, saved?.refused]).toEqual(['002-修改.xlsx', []]);
    const again = new MemoryHost(await readWorkbook(saved?.file.bytes ?? new Uint8Array(), '002.xlsx'));
    expect(again.cell({ sheet, row: 15, column: 4 })?.content).toEqual({ kind: 'number', value: 425400 });
    expect(plain(await again.snapshot())).toEqual(plain((await open?.host.snapshot()) ?? (await again.snapshot())));
    const [before, after] = [partsOf(bytes('002.xlsx')), partsOf(saved?.file.bytes ?? new Uint8Array())];
    expect([...before].filter(([name, part]) => after.get(name) !== part).map(([name]) => name)).toEqual([`xl/worksheets/sheet${sheet + 1}.xml`]);
    expect([await files.copyKind(99), await files.saveAs(99, false)]).toEqual([null, null]);
  });

  it('carries the marks where that is asked for, and they come off again', async () => {
    const files = fileStore();
    await files.add([{ name: '002.xlsx', bytes: async () => bytes('002.xlsx') }]);
    await files.open(1)?.control.marking.mark();
    const marked = await files.saveAs(1, true);
    const cleared = clearPackage(marked?.file.bytes ?? new Uint8Array());
    expect(cleared.isExact).toBe(true);
    expect(partsOf(cleared.bytes)).toEqual(partsOf(bytes('002.xlsx')));
    expect((await files.saveAs(1, false))?.file.bytes).toEqual(bytes('002.xlsx'));
  });

  it('is a new .xlsx where the file is none', async () => {
    const files = fileStore();
    await files.add([{ name: '旧.xls', bytes: async () => write(read(bytes('002.xlsx')), { type: 'buffer', bookType: 'biff8' }) as Uint8Array }]);
    const saved = await files.saveAs(1, false);
    expect([await files.copyKind(1), saved?.file.name, copyKind(saved?.file.bytes ?? new Uint8Array())]).toEqual(['rebuilt', '旧-修改.xlsx', 'package']);
  });

  it('is asked about before the page is closed, where something was typed', async () => {
    const files = fileStore();
    await files.add([{ name: '002.xlsx', bytes: async () => bytes('002.xlsx') }]);
    expect(losesEdits(files.store.getState())).toBe(false);
    files.open(1)?.host.edit({ sheet: 0, row: 80, column: 0 }, { kind: 'text', value: '备注' });
    expect(losesEdits(files.store.getState())).toBe(true);
    files.open(1)?.host.undo();
    expect(losesEdits(files.store.getState())).toBe(false);
  });

  it('is one report and one 检查表 of all files, those that failed among them', async () => {
    const files = fileStore();
    await files.add([
      { name: '000.xlsx', bytes: async () => bytes('000.xlsx') },
      { name: '002.xlsx', bytes: async () => bytes('002.xlsx') },
      { name: '坏.xlsx', bytes: async () => new TextEncoder().encode('%PDF') },
    ]);
    const json = JSON.parse(new TextDecoder().decode((await files.jsonReport()).bytes)) as AuditReport;
    expect(json.workbooks.map(({ file }) => file)).toEqual(['000.xlsx', '002.xlsx']);
    expect(json.errors).toEqual([{ file: '坏.xlsx', code: 'failed', message: '不是工作簿' }]);
    const { sheets } = await readWorkbook((await files.checklist()).bytes, 'x.xlsx');
    expect(sheets.map(({ name }) => name)).toEqual(['汇总表', '概况', '子洲县医疗保险经办机构', '西安市高陵区社会保险事业管理中心']);
  });

  it('bears the reviewer and what was decided of each file', async () => {
    let kept: Preferences = { language: 'auto', dense: false, reviewer: null };
    const preferences: PreferenceStore = { get: () => kept, set: (change) => void (kept = { ...kept, ...change }), subscribe: () => () => undefined };
    const files = fileStore({ preferences });
    await files.add(['000.xlsx', '002.xlsx'].map((name) => ({ name, bytes: async () => bytes(name) })));
    const checklist = async () => (await readWorkbook((await files.checklist([2])).bytes, 'x.xlsx')).strings.join('\n');
    expect([files.reviewer(), await checklist()]).toEqual([null, expect.not.stringContaining('张三')]);
    files.setReviewer('张三');
    expect(await checklist()).toMatch(/张三.*20\d\d-\d\d-\d\d/);
    files.decide([2], 'returned');
    const { workbooks } = JSON.parse(new TextDecoder().decode((await files.jsonReport()).bytes)) as AuditReport;
    expect(workbooks.map(({ decision }) => decision && { ...decision, at: '' })).toEqual([undefined, { state: 'returned', by: '张三', at: '' }]);
  });

  it('is named after the file it came from', () => {
    expect([savedName('2024.预算.xls', '-修改'), savedName('预算', '-修改')]).toEqual(['2024.预算-修改.xlsx', '预算-修改.xlsx']);
  });
});
