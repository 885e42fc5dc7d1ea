import { read, write, type BookType } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { unzipSync } from 'fflate';
import { fuzzFiles, tryFile, type FuzzOutcome } from '../fuzz/files.fuzz';
import { generateXlsx } from './generate';
import { Random } from './random';
import { buildZip } from './zipBuilder';

/** FUZZ_FILES=20000 for the long run. */
const COUNT = Number(process.env.FUZZ_FILES ?? 200);
const workbooks = [1, 2, 3, 4].map((seed) => generateXlsx(new Random(seed)));

const legacy = (bookType: BookType): Uint8Array =>
  new Uint8Array(write(read(workbooks[0], { type: 'array' }), { type: 'array', bookType }) as ArrayBuffer);

describe('mutated files read or are refused, nothing else', () => {
  it.each<[string, readonly Uint8Array[]]>([
    ['xlsx archives', workbooks],
    ['xls, xlsb and ods files', [legacy('biff8'), legacy('xlsb'), legacy('ods')]],
  ])('%s', { timeout: 600_000 }, async (_, files) => {
    const outcome = await fuzzFiles(files, COUNT, 1);
    expect(outcome.read + outcome.refused).toBe(COUNT);
    expect(outcome.slowest).toBeLessThan(5_000);
  });

  it('xlsx parts behind intact checksums', { timeout: 600_000 }, async () => {
    const outcome = await fuzzParts();
    expect(outcome.read).toBeGreaterThan(0);
    expect(outcome.refused).toBeGreaterThan(0);
    expect(outcome.slowest).toBeLessThan(5_000);
  });
});

/** Mutates the XML before it is packed, so that the scanner sees it and not only the checksum. */
async function fuzzParts(): Promise<FuzzOutcome> {
  const total: FuzzOutcome = { read: 0, refused: 0, slowest: 0 };
  for (let seed = 1; seed <= COUNT; seed++) {
    const random = new Random(seed);
    const parts = Object.entries(unzipSync(random.pick(workbooks))).map(([name, data]) => {
      const changed = data.slice();
      if (random.chance(0.5)) {
        for (let i = random.below(4); i > 0; i--) changed[random.below(changed.length)] = random.pick([0x3c, 0x3e, 0x22, 0x2f, 0x20, 0x39, 0x41, 0xff, 0]);
      }
      return { name, data: changed };
    });
    await tryFile(buildZip(parts), seed, total);
  }
  return total;
}
