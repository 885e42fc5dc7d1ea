import { readFileSync } from 'node:fs';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readWorkbook } from '../../src/files';
import { answerPage } from '../../src/files/reading/answerPage';
import { threadOfPage } from '../../src/files/reading/pageThread';
import { createThreadReader } from '../../src/files/reading/threadReader';
import { makeXlsx } from './makeXlsx';

/** Both ends of a worker's line, with a real channel between them: what is posted is copied or changes hands as in a page. */
const { port1: inside, port2: outside } = new MessageChannel();
const globals = ['addEventListener', 'postMessage'] as const;
const before = globals.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);

beforeAll(() => {
  const define = (name: string, value: unknown): void => void Object.defineProperty(globalThis, name, { value, configurable: true });
  define('addEventListener', (_: string, take: (event: { data: unknown }) => void) => inside.on('message', (data) => take({ data })));
  define('postMessage', (message: unknown, { transfer }: { transfer: ArrayBuffer[] }) => inside.postMessage(message, transfer));
  answerPage('workbook');
});
afterAll(() => {
  for (const [name, descriptor] of before) {
    if (descriptor) Object.defineProperty(globalThis, name, descriptor);
    else Reflect.deleteProperty(globalThis, name);
  }
  inside.close();
  outside.close();
});

/** The page's side of a `Worker`, as far as it is used. */
function workerOf(port: MessagePort): { readonly worker: Worker; readonly messages: () => number } {
  let messages = 0;
  const takers = new Map<unknown, (data: unknown) => void>();
  const worker = {
    postMessage: (message: unknown, { transfer }: { transfer: ArrayBuffer[] }) => port.postMessage(message, transfer),
    addEventListener(kind: string, take: (event: { data: unknown }) => void) {
      if (kind !== 'message') return;
      const own = (data: unknown): void => {
        messages++;
        take({ data });
      };
      takers.set(take, own);
      port.on('message', own);
    },
    removeEventListener: (_: string, take: unknown) => port.off('message', takers.get(take) ?? (() => undefined)),
    terminate: () => undefined,
  };
  return { worker: worker as unknown as Worker, messages: () => messages };
}

it('a workbook comes in parts and is the same; a refusal comes as it is', async () => {
  const { worker, messages } = workerOf(outside);
  const reader = createThreadReader(() => threadOfPage(worker), { timeLimitSeconds: 30, endsWithRefusal: false });
  const long = Array.from({ length: 30 }, (_, i) => `<row><c t="inlineStr"><is><t>${'字'.repeat(30_000)}${i}</t></is></c></row>`).join('');
  for (const make of [() => new Uint8Array(readFileSync('test/fixtures/000.xlsx')), () => makeXlsx({ sheets: [{ name: '表', data: long }] })]) {
    const came = await reader.read(make(), 'x.xlsx');
    expect({ ...came, sheets: came.sheets.map((sheet) => ({ ...sheet, formulas: new Map(sheet.formulas) })) }).toEqual(await readWorkbook(make(), 'x.xlsx'));
  }
  // The head, a part a sheet, the texts: 900,000 characters in parts of 250,000.
  expect(messages()).toBeGreaterThan(20);
  await expect(reader.read(new Uint8Array(10), 'x.xlsx')).rejects.toMatchObject({ code: expect.any(String) as string });
});
