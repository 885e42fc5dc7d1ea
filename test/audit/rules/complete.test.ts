/** Every bundled rule has a test in this folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import bundled from '../../../src/generated/rules';

it('every bundled rule is tested', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const text = readdirSync(folder).map((file) => readFileSync(folder + file, 'utf8')).join('\n');
  // Rules of tables that are alike are tested in a loop over `${id}.1`.
  const looped = ['B02', 'B03', 'B05', 'B06', 'B07', 'B08'].flatMap((id) => [`${id}.1`, `${id}.2`]);
  const tested = new Set([...looped, ...[...text.matchAll(/testRule\('([^']+)'/g)].map((m) => m[1])]);
  // The rules of the Ministry's form are tested on real workbooks of eight places (national.test.ts).
  for (const rule of bundled) if (/^N\d/.test(rule.id)) tested.add(rule.id);
  // Rates of change are columns of percentages: changes.test.ts.
  tested.add('M15');
  expect(bundled.map((r) => r.id).filter((id) => !tested.has(id))).toEqual([]);
});
