import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWorkbook, writeWorkbookXlsx } from '../../src/files';
import { plainOracle, plainSnapshot } from './oracle';

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));

describe.each(['000.xlsx', '001.xlsx', '002.xlsx', '003.xlsx'])('fixture %s', (name) => {
  it('reads as the oracle does, cell by cell', async () => {
    const bytes = fixture(name);
    const snapshot = await readWorkbook(bytes, name);
    const plain = plainSnapshot(snapshot);
    expect(plain.reduce((cells, sheet) => cells + Object.keys(sheet.cells).length, 0)).toBeGreaterThan(800);
    expect(plain).toEqual(plainOracle(bytes));
    expect(snapshot.name).toBe(name);
  });

  it('survives writing and reading again', async () => {
    const snapshot = await readWorkbook(fixture(name), name);
    const written = writeWorkbookXlsx(snapshot);
    expect(plainSnapshot(await readWorkbook(written, name))).toEqual(plainSnapshot(snapshot));
    expect(plainOracle(written)).toEqual(plainSnapshot(snapshot));
  });
});
