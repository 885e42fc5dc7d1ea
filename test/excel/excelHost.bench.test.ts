import { expect, it } from 'vitest';
import { benchExcelHost } from '../bench/excelHost';

it('stays within a handful of round trips, each request and answer below 5 MB', async () => {
  const figures = await benchExcelHost();
  expect(figures.map(({ name, roundTrips }) => [name, roundTrips])).toEqual([
    [expect.stringMatching(/^read \d+ tables$/), 3],
    ['read 200,000 cells', 4],
    ['mark 300 cells', 1],
    ['mark 5,000 cells', 1],
    ['mark 50,000 cells', 1],
    ['focus check', 1],
    ['edit without news', 1],
    ['edit while marks are shown', 1],
    ['its new marks', 1],
    ['focus check with marks', 1],
    ['mark again, nothing new', 1],
  ]);
  for (const { bytesUp } of figures.filter(({ name }) => name !== 'mark 50,000 cells')) expect(bytesUp).toBeLessThan(200_000);
});
