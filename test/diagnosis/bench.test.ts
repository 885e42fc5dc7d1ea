import { expect, it } from 'vitest';
import { benchDiagnosis } from '../bench/diagnosis';

it('the benchmark diagnoses a workbook and more than 100,000 equations', () => {
  const results = benchDiagnosis();
  expect(results.map((r) => r.faults)).toEqual([5, 0, 50, 984, 50]);
  expect(results[2].equations).toBeGreaterThan(100_000);
}, 120_000);
