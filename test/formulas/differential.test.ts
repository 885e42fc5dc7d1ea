/** The exact evaluator against what LibreOffice calculated for the same sheets (npm run differential -- --record writes the file). */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { differences, type Results } from '../differential/formulas';

const recorded = JSON.parse(readFileSync(new URL('libreoffice.json', import.meta.url), 'utf8')) as Results[];

it('500 generated sheets come out as in LibreOffice', () => {
  const found = recorded.map((results, book) => differences(book + 1, results));
  expect(found.flatMap((f) => f.differing)).toEqual([]);
  expect(found.reduce((n, f) => n + f.numbers, 0)).toBeGreaterThan(2_500);
});
