import { expect, it } from 'vitest';
import { benchExcelHost } from '../bench/excelHost';

it('stays within a handful of round trips, each request and answer below 5 MB', async () => {
  const figures = await benchExcelHost();
  expect(figures.map(({ name, roundTrips }) => [name, roundTrips])).toEqual([
    [expect.stringMatching(/^read \d+ tables$/), 3],
    ['read 200,000 cells', 4],
    ['mark 300 cells', 2],
    ['mark 5,000 cells', 2],
    ['mark 50,000 cells', 2],
  ]);
  for (const { bytesUp } of figures.slice(0, 4)) expect(bytesUp).toBeLessThan(200_000);
});
