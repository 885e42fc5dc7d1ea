/** Workbooks under the published password are opened, others refused. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../src/files';
import { read, write } from '@e965/xlsx';
import { oleStream } from '../../src/files/legacy';
import { agile, container, encryptedXls, PUBLISHED_PASSWORD, standard } from './encrypt';
import { plainSnapshot } from './oracle';
import { Random } from './random';

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))));
const PLAIN = fixture('000.xlsx');

describe('the published password', () => {
  it('a file of another program opens without asking', async () => {
    expect(plainSnapshot(await readWorkbook(fixture('faults/default-password.xlsx'), 'a.xlsx'))).toEqual(plainSnapshot(await readWorkbook(PLAIN, 'a.xlsx')));
  });

  it.each([['SHA512', 256], ['SHA1', 128], ['SHA256', 192], ['SHA384', 256]] as const)('agile, %s, %i bits', async (algorithm, bits) => {
    const read = await readWorkbook(agile(PLAIN, new Random(bits), PUBLISHED_PASSWORD, algorithm, bits), 'a.xlsx');
    expect(plainSnapshot(read)).toEqual(plainSnapshot(await readWorkbook(PLAIN, 'a.xlsx')));
  });

  it.each([128, 256])('standard, %i bits', async (bits) => {
    const read = await readWorkbook(standard(PLAIN, new Random(bits), PUBLISHED_PASSWORD, bits), 'a.xlsx');
    expect(read.sheets.length).toBeGreaterThan(10);
  });
});

/** The workbook stream of the example as .xls. */
const STREAM = oleStream(new Uint8Array(write(read(PLAIN), { type: 'array', bookType: 'biff8' }) as ArrayBuffer), ['Workbook']) as Uint8Array;

describe('an .xls', () => {
  it.each([0, 40, 128] as const)('under the published password is opened, under another refused (%i bits of CryptoAPI; 0 = RC4 of Office 97)', async (bits) => {
    const opened = await readWorkbook(encryptedXls(STREAM, new Random(bits), PUBLISHED_PASSWORD, bits), 'a.xls');
    expect(plainSnapshot(opened)).toEqual(plainSnapshot(await readWorkbook(new Uint8Array(write(read(PLAIN), { type: 'array', bookType: 'biff8' }) as ArrayBuffer), 'a.xls')));
    await expect(readWorkbook(encryptedXls(STREAM, new Random(bits), '另一个', bits), 'a.xls')).rejects.toMatchObject({ code: 'encrypted' });
  });

  it('whose FilePass is cut off or of another kind is refused as encrypted', async () => {
    const file = encryptedXls(STREAM, new Random(3), PUBLISHED_PASSWORD, 0);
    const at = Buffer.from(file).indexOf(Buffer.from([0x2f, 0, 54, 0, 1, 0]));
    for (const [offset, value] of [[2, 4], [4, 0], [6, 9], [12, 77]] as const) {
      const changed = file.slice();
      changed[at + offset] = value;
      await expect(readWorkbook(changed, 'a.xls')).rejects.toMatchObject({ code: 'encrypted' });
    }
  });
});

describe('another password', () => {
  it.each([['agile', agile(PLAIN, new Random(1), '另一个', 'SHA512', 256)], ['standard', standard(PLAIN, new Random(2), 'secret', 128)]])('%s is refused as encrypted', async (_, file) => {
    await expect(readWorkbook(file, 'a.xlsx')).rejects.toMatchObject({ code: 'encrypted' });
  });

  it('an encryption that is damaged or made to spin is refused as well', async () => {
    for (const info of [new Uint8Array(4), new Uint8Array(200), Buffer.concat([Buffer.from('0400040040000000', 'hex'), Buffer.from('<encryption><keyData')])]) {
      await expect(readWorkbook(container(info, new Uint8Array(64), 64), 'a.xlsx')).rejects.toMatchObject({ code: 'encrypted' });
    }
  });
});
