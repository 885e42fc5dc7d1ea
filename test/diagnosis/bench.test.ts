import { expect, it } from 'vitest';
import { benchDiagnosis } from '../bench/diagnosis';

it('localises a workbook in 20 ms and 100,000 equations in 2 s, with room for a slow machine', () => {
  const results = benchDiagnosis();
  if (process.env.SHOW) console.table(results);
  expect(results[0]!.medianMs).toBeLessThan(60);
  for (const { medianMs } of results) expect(medianMs).toBeLessThan(6000);
}, 120_000);
