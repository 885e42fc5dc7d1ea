import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { createWorkbookReader, type WorkbookReader } from '../../src/cli/reading';
import { makeFiles } from './files';

/** Workers that behave as a reader lost in a hostile file does. */
const script = (source: string) => (): Worker => new Worker(`const { parentPort } = require('node:worker_threads'); parentPort.on('message', (task) => { ${source} });`, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } });

const legacy = makeFiles().find(([name]) => name === '旧格式.xls')?.[1] as Uint8Array;
let reader: WorkbookReader | null = null;
afterEach(() => reader?.close());

describe('legacy formats are read in a worker', () => {
  it('that is ended when it takes too long', async () => {
    reader = createWorkbookReader(script('for (;;);'), 0.2);
    await expect(reader.read(legacy, 'a.xls')).rejects.toMatchObject({ name: 'FileError', code: 'timeout', details: { fileName: 'a.xls', limit: 0.2 } });
  });

  it('that may not take all memory', async () => {
    reader = createWorkbookReader(script('const hoard = []; for (;;) hoard.push(new Array(1000).fill({}));'), 20);
    await expect(reader.read(legacy, 'a.xls')).rejects.toMatchObject({ code: 'memory' });
  });

  it('that is replaced after a failure', async () => {
    let started = 0;
    reader = createWorkbookReader(() => {
      started++;
      return script(started === 1 ? 'throw new Error("lost")' : 'parentPort.postMessage({ code: "encrypted", details: {} })')();
    });
    await expect(reader.read(legacy, 'a.xls')).rejects.toThrow('lost');
    await expect(reader.read(legacy, 'b.xls')).rejects.toMatchObject({ name: 'FileError', code: 'encrypted' });
    await expect(reader.read(legacy, 'c.xls')).rejects.toMatchObject({ code: 'encrypted' });
    expect(started).toBe(2);
  });

  it('.xlsx and what is no workbook at all need none', async () => {
    reader = createWorkbookReader(() => {
      throw new Error('no worker wanted');
    });
    const [, blank] = makeFiles().find(([name]) => name === '空白.xlsx') ?? ['', ''];
    expect((await reader.read(blank as Uint8Array, 'a.xlsx')).sheets).toHaveLength(1);
    await expect(reader.read(new TextEncoder().encode('text'), 'a.xls')).rejects.toMatchObject({ code: 'exportedText' });
  });
});
