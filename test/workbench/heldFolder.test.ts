import { describe, expect, it } from 'vitest';
import { mayWrite } from '../../src/workbench/desk/folderPicker';
import { droppedFiles, filesIn } from '../../src/workbench/files';
import { noFiles, reduceFiles, type FilesAction, type FilesState } from '../../src/workbench/files/model';

const folder = (name: string, parts: object = {}): FileSystemDirectoryHandle => ({ kind: 'directory', name, ...parts }) as unknown as FileSystemDirectoryHandle;
const added = (path: string, isExample = false): FilesAction => ({ type: 'added', files: [{ id: path.length, file: { path, size: 1, changed: '', digest: '' }, isExample, edited: false }] });
const held = (name: string, isChosen = false): FilesAction => ({ type: 'folderHeld', folder: folder(name), isChosen });
const after = (...actions: readonly FilesAction[]): FilesState => actions.reduce(reduceFiles, noFiles);

describe('the folder that was dropped or written to', () => {
  it('is held as long as all files lie in it, the example aside; one that was chosen until files come from elsewhere', () => {
    expect(after(added('送审/甲.xlsx'), held('送审')).held?.name).toBe('送审');
    expect(after(added('例.xlsx', true), added('送审/甲.xlsx'), held('送审'), added('送审/乙局/丙.xlsx')).held?.name).toBe('送审');
    expect(after(added('送审/甲.xlsx'), held('送审'), added('送审二/乙.xlsx')).held).toBeNull();
    expect(after(added('别处.xlsx'), held('送审')).held).toBeNull();
    expect(after(added('别处.xlsx'), held('存放', true)).held?.name).toBe('存放');
    expect(after(added('别处.xlsx'), held('存放', true), added('又一.xlsx')).held).toBeNull();
    expect(after(held('存放', true), { type: 'cleared' }).held).toBeNull();
  });

  it('is written in with leave alone: one that is gone, refused, or of a browser that cannot, is asked for', async () => {
    const asked: unknown[] = [];
    const answering = (answer: PermissionState | null) => folder('送审', { requestPermission: async (wanted: unknown) => (asked.push(wanted), answer ?? Promise.reject(new DOMException('', 'NotFoundError'))) });
    expect(await Promise.all([answering('granted'), answering('denied'), answering('prompt'), answering(null), folder('旧')].map(mayWrite))).toEqual([true, false, false, false, false]);
    expect(asked[0]).toEqual({ mode: 'readwrite' });
  });

  it('comes with what is dropped, where it is dropped alone', async () => {
    const entry = { isFile: false, createReader: () => ({ readEntries: (done: (found: readonly unknown[]) => void) => done([]) }) };
    const item = (handle: unknown) => ({ kind: 'file', webkitGetAsEntry: () => entry, getAsFileSystemHandle: async () => handle });
    const drop = async (...items: readonly object[]): Promise<string | null> => (await droppedFiles({ items, files: [] } as unknown as DataTransfer)).folder?.name ?? null;
    expect(await drop(item(folder('送审')))).toBe('送审');
    expect(await drop(item(folder('送审')), item(folder('别处')))).toBeNull();
    expect(await drop(item({ kind: 'file', name: '甲.xlsx' }))).toBeNull();
    // A browser without such handles.
    expect(await drop({ kind: 'file', webkitGetAsEntry: () => entry })).toBeNull();
  });

  it('is walked through where the button opened it: files at their paths below its name, what cannot be read left out', async () => {
    const file = (name: string, isGone = false) => ({ kind: 'file', name, getFile: async () => (isGone ? Promise.reject(new DOMException('', 'NotFoundError')) : new File(['x'], name)) });
    const full = (name: string, ...parts: readonly object[]): FileSystemDirectoryHandle => folder(name, { values: async function* () { yield* parts; } });
    const found = await filesIn(full('送审', full('水利局', file('甲.xlsx'), file('乙.xlsx', true)), file('丙.xlsx'), full('空')));
    expect(found.map(({ path }) => path)).toEqual(['送审/丙.xlsx', '送审/水利局/甲.xlsx']);
    expect(await filesIn(full('空'))).toEqual([]);
  });
});
