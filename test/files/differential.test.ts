import { describe, expect, it } from 'vitest';
import { readWorkbook, writeWorkbookXlsx } from '../../src/files';
import { generateXlsx } from './generate';
import { plainOracle, plainSnapshot } from './oracle';
import { Random } from './random';

/** FUZZ_SHEETS=10000 for the long run. */
const COUNT = Number(process.env.FUZZ_SHEETS ?? 300);

describe('generated workbooks', () => {
  it(`${COUNT} of them read the same with both readers, and again after writing`, { timeout: 600_000 }, async () => {
    for (let seed = 1; seed <= COUNT; seed++) {
      const bytes = generateXlsx(new Random(seed));
      const snapshot = await readWorkbook(bytes, 'generated.xlsx');
      const plain = plainSnapshot(snapshot);
      expect(plain, `seed ${seed}`).toEqual(plainOracle(bytes));
      const again = await readWorkbook(writeWorkbookXlsx(snapshot), 'generated.xlsx');
      expect(plainSnapshot(again), `seed ${seed} written`).toEqual(plain);
    }
  });
});
