import { expect, it } from 'vitest';
import { chosenFiles } from '../../src/workbench/files';

it('files chosen at once are taken in turns, every one and in order', async () => {
  const chosen = Array.from({ length: 50 }, (_, i) => new File([`${i}`], `单位${i}.xlsx`, { lastModified: 1_700_000_000_000 + i }));
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  const found = await chosenFiles(chosen);
  clearInterval(timer);
  expect(found.map(({ name, path, size }) => [name, path, size])).toEqual(chosen.map((file, i) => [file.name, file.name, `${i}`.length]));
  expect(new TextDecoder().decode(await found[49].bytes())).toBe('49');
  expect(turns).toBeGreaterThan(2);
});
