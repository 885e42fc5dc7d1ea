import { describe, expect, it } from 'vitest';
import { emptyFolderFile, readFolderFile, type FolderFile } from '../../src/desk';
import { writeBack } from '../../src/workbench/desk/writeBack';

const NAME = 'gouji-情况说明.json';
const own: FolderFile = { ...emptyFolderFile, workbooks: { '甲.xlsx': { a: { text: '已请示', by: '张三', date: '2026-03-01', figures: '1', isTheirs: false } } } };

/** A folder of one file as browsers give it; `refuses`: what they throw at writing. */
function folder(content: string | null, refuses: string | null = null) {
  let now = content;
  const handle = {
    getFile: async () => ({ text: async () => now ?? '' }),
    createWritable: async () => {
      if (refuses !== null) throw new DOMException('', refuses);
      return { write: async (text: string) => void (now = text), close: async () => undefined };
    },
  };
  const directory = {
    getFileHandle: async (_: string, options?: { readonly create?: boolean }) => {
      if (now === null && options?.create !== true) throw new DOMException('', 'NotFoundError');
      return handle;
    },
  };
  return { directory: directory as unknown as FileSystemDirectoryHandle, content: () => now };
}

describe('the explanations beside the workbooks', () => {
  it('are written, and joined with what colleagues left there', async () => {
    const empty = folder(null);
    expect(await writeBack(empty.directory, NAME, own)).toBe('written');
    expect(readFolderFile(empty.content() ?? '')).toEqual(own);
    const theirs = folder('{"version":1,"workbooks":{"乙.xlsx":{"b":{"text":"有调整","by":"李四","date":"2026-03-02","figures":"2"}}}}');
    expect(await writeBack(theirs.directory, NAME, own)).toBe('merged');
    expect(Object.keys(readFolderFile(theirs.content() ?? '')?.workbooks ?? {})).toEqual(['乙.xlsx', '甲.xlsx']);
  });

  it('never replace a file that is none of ours, and say so where they may not be written', async () => {
    const foreign = folder('{"其他": 1}');
    expect(await writeBack(foreign.directory, NAME, own)).toBe('foreign');
    expect(foreign.content()).toBe('{"其他": 1}');
    for (const refusal of ['NotAllowedError', 'NoModificationAllowedError']) expect(await writeBack(folder(null, refusal).directory, NAME, own)).toBe('refused');
  });
});
